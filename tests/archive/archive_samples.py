"""An archive of many formats with everything that goes wrong in one, and how two output folders are compared."""

import io
import json
import zipfile
from pathlib import Path

from service.archive import Choice, Job, Recipe
from service.config import Settings
from service.engines import TRANSLATORS
from service.errors import ArchiveError

TEXT = (
    "Rabat, le {day} mars 2024. Le conseil de Rabat a adopté le budget n° {n}. Il s'élève à {n},5 millions d'euros. "
    "« Nous avons tenu parole », a déclaré Awa Sarr, ministre des Finances."
)
ENGLISH = "The minister said on Tuesday that the new school would open in September with many pupils and their teachers."
__all__ = ["TRANSLATORS", "ArchiveError", "Settings"]
REFUSED = ["broken.zip", "english.txt", "locked.zip!secret.txt", "noise.pdf"]
ECHO = Settings.load(overrides={"translator.engine": "echo", "select.variety": 0.5})


def text(n):
    return TEXT.format(n=n, day=1 + n % 28)


def make_archive(folder: Path, documents: int = 24) -> Path:
    """txt, html, md, csv, jsonl, zip in zip, twins; an English text, a broken zip, a password, a bomb of noise."""
    folder.mkdir(parents=True)
    for n in range(documents - 16):
        place = folder / ("a" if n % 2 else "b")
        place.mkdir(exist_ok=True)
        (place / f"{n:03}.txt").write_text(text(n), encoding="utf-8" if n % 3 else "cp1252")
    (folder / "twin.txt").write_text(text(1), encoding="utf-8")
    (folder / "page.html").write_text(f"<html><body><h1>Budget</h1><p>{text(90)}</p></body></html>", encoding="utf-8")
    (folder / "note.md").write_text(f"# Budget\n\n{text(91)}\n", encoding="utf-8")
    rows = "".join(f"{n};{text(n)}\n" for n in range(40, 44))
    (folder / "table.csv").write_text("id;texte\n" + rows, encoding="utf-8")
    lines = "".join(json.dumps({"text": text(n)}, ensure_ascii=False) + "\n" for n in (50, 51, 40))
    (folder / "lines.jsonl").write_text(lines, encoding="utf-8")
    inner = zipped({"c/d.txt": text(60), "c/same.txt": text(60)})
    (folder / "press.zip").write_bytes(zipped({"one.txt": text(61), "../../evil.txt": text(62), "inner.zip": inner}))
    (folder / "english.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "broken.zip").write_bytes(b"PK\x03\x04" + bytes(range(200)))
    (folder / "locked.zip").write_bytes(encrypted(zipped({"secret.txt": text(70)})))
    (folder / "noise.pdf").write_bytes(bytes(range(256)) * 8)
    return folder


def zipped(members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def encrypted(archive):
    """With the flag of a password set in both headers."""
    marked = bytearray(archive)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        marked[marked.index(sign) + at] |= 1
    return bytes(marked)


def job(archive, out, **rest):
    """A run with the echo engine."""
    settings = rest.pop("settings", ECHO)
    how = {key: rest.pop(key) for key in ("forms", "force", "column") if key in rest}
    which = {key: rest.pop(key) for key in ("include", "exclude", "since", "limit") if key in rest}
    return Job(archive=archive, out=out, recipe=Recipe(settings=settings, **how), choice=Choice(**which), **rest)


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def content(out: Path) -> dict[str, bytes]:
    """Every file by its name; of the report all but what a clock measured."""
    found = {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}
    if "report.json" in found:
        report = json.loads(found["report.json"])
        del report["speed"]
        found["report.json"] = json.dumps(report).encode()
    return found
