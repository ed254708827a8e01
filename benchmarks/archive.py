"""Archives, measured: `depeche batch` against a naive loop, memory, the readers' share, and what resuming a finished run costs.

    python benchmarks/archive.py [--documents 2000] [--naive 100] [--resume 10000] [--engine ctranslate2] [--workers 1]

The archive is generated: releases of 150 to 400 words put together from written sentences with other figures, names and days, in
eight formats, with a closing paragraph that each issuer repeats and one twin in thirty. Seconds are of this process's CPU, so
that a machine that does other work beside gives the same figures; with --workers they are of the clock.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import resource
import tempfile
import time
import zipfile
from email.message import EmailMessage
from pathlib import Path

from docx import Document as Docx

from service.archive import Job, Progress, Recipe, run
from service.archive.reading import ArchiveFile, files, found_in
from service.config import Settings
from service.desk import BriefService
from service.types import Document

ISSUERS = [
    ("Le ministère de la Santé", "Dakar"), ("La Banque centrale", "Tunis"), ("Le groupe Atlas Ciment", "Casablanca"),
    ("L'université de Yaoundé", "Yaoundé"), ("La préfecture de la Loire", "Saint-Étienne"), ("Le port autonome", "Abidjan"),
    ("La Fédération de judo", "Bruxelles"), ("L'Agence de l'eau", "Lyon"), ("Le Conseil de la jeunesse", "Rabat"),
]  # fmt: skip
NAMES = "Awa Sarr,Karim Belhaj,Claire Fontaine,Moussa Diarra,Hélène Marchand,Youssef Alaoui,Paul Etoundi,Fatou Ndiaye".split(",")
NEWS = [
    "{issuer} a annoncé {day} l'ouverture de {n} centres de formation dans {m} communes rurales.",
    "Le budget du programme s'élève à {n},5 millions d'euros pour la période 2024-2027.",
    "Selon les chiffres publiés ce jour, la fréquentation a progressé de {m},{n} % par rapport à l'année précédente.",
    "Les travaux commenceront le {n} mars 2025 et dureront environ {m} mois.",
    "Près de {n} 500 familles bénéficieront de cette mesure dès la rentrée prochaine.",
    "Un accord de coopération a été signé entre les deux parties en présence de {name}.",
    "La nouvelle ligne reliera le centre-ville à l'aéroport en {n} minutes, contre {m} minutes aujourd'hui.",
    "Les inscriptions sont ouvertes jusqu'au {n} septembre sur le site de l'institution.",
    "Cette décision fait suite à la réunion du conseil d'administration tenue la semaine dernière.",
    "Le comité de suivi se réunira tous les {m} mois afin d'évaluer les résultats obtenus.",
    "Les entreprises locales réaliseront au moins {m} % des travaux prévus dans le cadre du projet.",
    "Aucune hausse de tarif n'est prévue avant la fin de l'année, a précisé la direction.",
    "Les équipes ont contrôlé {n} établissements et relevé {m} infractions au cours du trimestre.",
    "Le rapport recommande de renforcer la surveillance sanitaire dans les zones frontalières.",
    "Plus de {n} 000 doses de vaccin ont été distribuées depuis le début de la campagne.",
    "Le jury, présidé par {name}, a retenu {m} projets parmi les {n} dossiers reçus.",
]
QUOTES = [
    "« Nous avons tenu nos engagements et nous irons plus loin en 2025 », a déclaré {name}, responsable du projet.",
    "« Ce résultat est celui de toute une équipe », s'est félicitée {name}.",
]
FORMATS = ("txt", "html", "docx", "md", "eml", "csv", "jsonl", "zip")
SHARES = (35, 20, 8, 7, 5, 10, 5, 10)


def release(n: int) -> tuple[str, str]:
    """(title, body) of the n-th release."""
    chance = random.Random(n)
    issuer, place = chance.choice(ISSUERS)

    def filled(text: str) -> str:
        fields = {"issuer": issuer, "n": chance.randint(2, 30), "m": chance.randint(2, 90), "name": chance.choice(NAMES)}
        return text.format(day=f"ce {chance.randint(1, 28)} mars 2024", **fields)

    news = [filled(text) for text in chance.sample(NEWS, chance.randint(7, len(NEWS)))]
    news.insert(chance.randint(2, 5), filled(chance.choice(QUOTES)))
    cut = len(news) // 2
    about = f"À propos : {issuer} emploie près de 2 400 personnes et publie chaque année un rapport d'activité."
    body = f"{place}, le {chance.randint(1, 28)} mars 2024 – {' '.join(news[:cut])}\n\n{' '.join(news[cut:])}\n\n{about}"
    return f"{issuer} présente son programme n° {n}", body


def make_archive(folder: Path, documents: int) -> None:
    """Files of single releases, and a table, JSON lines and a ZIP archive for each hundred."""
    chance = random.Random(1)
    tables: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for n in range(documents):
        title, body = release(n - 7 if n % 30 == 29 else n)
        kind = chance.choices(FORMATS, SHARES)[0]
        if kind in ("csv", "jsonl", "zip"):
            tables.setdefault((kind, n // 1000), []).append((title, body))
        else:
            place = folder / f"{n // 100:03}"
            place.mkdir(exist_ok=True)
            (place / f"{n:06}.{kind}").write_bytes(single(kind, title, body))
    for (kind, number), entries in tables.items():
        (folder / f"{number:03}.{kind}").write_bytes(several(kind, entries))


def single(kind: str, title: str, body: str) -> bytes:
    if kind == "html":
        paragraphs = "".join(f"<p>{p}</p>" for p in body.split("\n\n"))
        return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{paragraphs}</body></html>".encode()
    if kind == "docx":
        document, packed = Docx(), io.BytesIO()
        for paragraph in (title, *body.split("\n\n")):
            document.add_paragraph(paragraph)
        document.save(packed)
        return packed.getvalue()
    if kind == "eml":
        mail = EmailMessage()
        mail["Subject"], mail["From"] = title, "presse@example.org"
        mail.set_content(f"{title}\n\n{body}\n")
        return mail.as_bytes()
    return f"{'# ' if kind == 'md' else ''}{title}\n\n{body}\n".encode("cp1252" if len(title) % 2 and kind == "txt" else "utf-8")


def several(kind: str, entries: list[tuple[str, str]]) -> bytes:
    if kind == "jsonl":
        return "".join(json.dumps({"title": t, "text": b}, ensure_ascii=False) + "\n" for t, b in entries).encode()
    if kind == "csv":
        table = io.StringIO()
        csv.writer(table).writerows([("titre", "texte"), *entries])
        return table.getvalue().encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for n, (title, body) in enumerate(entries):
            archive.writestr(f"{n}.txt", f"{title}\n\n{body}\n")
    return packed.getvalue()


def resident() -> int:
    """Megabytes now, or at the peak where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmRSS:")[2].split()[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def words(documents: list[Document]) -> int:
    return sum(len(d.text.split()) for d in documents)


def compare(a: argparse.Namespace, folder: Path) -> None:
    """Batch against the naive loop, the readers' share, memory on the way."""
    clock = time.perf_counter if a.workers > 1 else time.process_time
    settings = Settings.load(overrides={"translator.engine": a.engine, "translator.threads": 1, "clean.language": "ignore"})
    make_archive(folder / "in", a.documents)
    job = Job(archive=folder / "in", out=folder / "out", recipe=Recipe(settings=settings), workers=a.workers)
    started = clock()
    opened = (file for file in files(job) if isinstance(file, ArchiveFile))
    documents = [f for file in opened for f in found_in(file, job) if isinstance(f, Document)]
    reading = clock() - started
    total, count = words(documents), len(documents)
    print(f"{count} documents, {total} words, {len({d.text for d in documents})} different; reading {reading:.1f} s")
    desk = BriefService.load(settings=settings)
    desk.brief(documents[0])
    sample = documents[:: max(1, count // a.naive)]
    started = clock()
    for document in sample:
        desk.brief(document)
    naive = words(sample) / (clock() - started)
    print(f"naive loop: {naive:.0f} words/s, {naive * count / total:.2f} documents/s (over {len(sample)} documents)")
    del documents, desk
    memory, stages = list[int](), dict[str, float]()

    def tell(progress: Progress) -> None:
        memory.append(resident())
        stages.setdefault(progress.stage, clock())

    started = clock()
    ended = run(job, tell=tell)
    seconds = clock() - started
    assert ended.report["counts"]["briefs"] == count, ended.report["counts"]
    speed = total / seconds
    print(f"batch: {speed:.0f} words/s, {count / seconds:.2f} documents/s, {speed / naive:.2f} times the naive loop")
    print(f"of its {seconds:.1f} s, {started + seconds - stages['Putting together']:.1f} s put digest, index and report together")
    print(f"readers' share {reading / seconds:.1%}; memory after each quarter {memory[:: max(1, len(memory) // 4)]} MB")


def resume(documents: int, folder: Path) -> None:
    """A finished run of small files, started again."""
    (folder / "in").mkdir()
    for n in range(documents):
        place = folder / "in" / f"{n // 1000:03}"
        place.mkdir(exist_ok=True)
        (place / f"{n:06}.txt").write_text(f"Le conseil de Rabat a adopté le budget n° {n}.", encoding="utf-8")
    settings = Settings.load(overrides={"translator.engine": "echo", "clean.language": "ignore"})
    job = Job(archive=folder / "in", out=folder / "out", recipe=Recipe(settings=settings))
    start, cpu = time.perf_counter(), time.process_time()
    run(job)
    print(f"echo run of {documents}: {time.process_time() - cpu:.1f} s CPU, {time.perf_counter() - start:.1f} s; {resident()} MB")
    start, cpu = time.perf_counter(), time.process_time()
    ended = run(job)
    assert ended.progress.known == documents
    print(f"the same again: {time.process_time() - cpu:.2f} s CPU, {time.perf_counter() - start:.2f} s")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--documents", type=int, default=2000)
    ap.add_argument("--naive", type=int, default=100, help="documents of the naive loop")
    ap.add_argument("--resume", type=int, default=10_000, help="documents of the finished run; 0: skip")
    ap.add_argument("--engine", default="ctranslate2")
    ap.add_argument("--workers", type=int, default=1)
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for part in ("compare", "resume"):
            (Path(folder) / part).mkdir()
        if a.documents:
            (Path(folder) / "compare" / "in").mkdir()
            compare(a, Path(folder) / "compare")
        if a.resume:
            resume(a.resume, Path(folder) / "resume")


if __name__ == "__main__":
    main()
