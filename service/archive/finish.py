"""The end of a run: what was settled, put together in the order of the archive. One pass, constant memory, all or nothing."""

from __future__ import annotations

import hashlib
import heapq
import importlib.metadata
import json
import platform
from array import array
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import service
from service.archive.folder import MANIFEST, OutputFolder
from service.archive.index import Index
from service.archive.job import Job
from service.archive.ledger import Ledger, part_name
from service.archive.reading import sha256
from service.archive.tally import Tally
from service.render import FORMS, render_digest
from service.types import Brief, Signature

MOST_IN_DIGEST = 200  # the newest; more would be no digest
DIGESTS = ("html", "markdown", "docx")
OUTPUTS = ("briefs.jsonl", "quarantine.jsonl", "index.sqlite", *(f"digest.{FORMS[form].extension}" for form in DIGESTS))
PACKAGES = ("ctranslate2", "sentencepiece", "torch", "transformers")


def seal(job: Job, ledger: Ledger, order: array[int]) -> str:
    """Names what the outputs are made of; equal seals mean equal outputs."""
    places = array("Q", (ledger.rows[row] for row in order))
    how = json.dumps([job.recipe.forms, job.recipe.settings.brief.dates, service.__version__])
    return hashlib.sha256(places.tobytes() + how.encode()).hexdigest()


def standing(folder: OutputFolder, sealed: str) -> dict[str, Any] | None:
    """The report of the outputs that stand already and are those of this seal."""
    try:
        manifest = json.loads((folder.path / MANIFEST).read_bytes())
        sizes = {name: (folder.path / name).stat().st_size for name in manifest["outputs"]}
        same = manifest["seal"] == sealed and sizes == {name: known["bytes"] for name, known in manifest["outputs"].items()}
        return dict(json.loads((folder.path / "report.json").read_bytes())) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def finish(job: Job, folder: OutputFolder, ledger: Ledger, order: array[int]) -> dict[str, Any]:
    """Write every output and, last, the manifest. Returns the report without its speeds."""
    tally, newest, before = Tally(), list[tuple[str, int, bytes]](), b""
    with ExitStack() as stack:
        briefs, quarantine = (stack.enter_context(folder.writing(name)) for name in OUTPUTS[:2])
        index = stack.enter_context(Index.written(stack.enter_context(folder.aside("index.sqlite"))))
        for number, (line, refused, copied) in enumerate(_lines(folder, ledger, order)):
            if copied:
                tally.copy()
            elif refused:
                if line != before:  # a document and its copy fail as one
                    quarantine.write(line)
                    tally.refusal(json.loads(line))
                before = line
            else:
                briefs.write(line)
                brief = json.loads(line)
                tally.brief(brief)
                index.add(brief)
                _keep(newest, brief, number, line)
    _digests(job, folder, [line for _, _, line in sorted(newest, key=lambda kept: -kept[1])])
    folder.settle()
    return tally.report()


def write_manifest(job: Job, folder: OutputFolder, *, sealed: str, signature: Signature) -> None:
    """What was made of what and how, with the checksum of every output. No clock, so that equal runs give equal bytes."""
    settings = job.recipe.settings.to_dict()
    del settings["cache"]
    choice = job.choice
    outputs = {}
    for name in OUTPUTS:
        with (folder.path / name).open("rb") as file:
            outputs[name] = {"sha256": sha256(file), "bytes": file.tell()}
    manifest = {
        "format": 1,
        "archive": job.archive.name,
        "chosen": {
            "include": choice.include, "exclude": choice.exclude, "since": choice.since, "limit": choice.limit,
            "column": job.recipe.column,
        },
        "forms": job.recipe.forms, "translated": job.translated, "force": job.recipe.force,
        "signature": signature.to_dict(), "settings": settings,
        "versions": {"depeche": service.__version__, "python": platform.python_version()} | dict(_versions()),
        "outputs": outputs,
        "seal": sealed,
    }  # fmt: skip
    folder.write(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n")
    folder.settle()


def _lines(folder: OutputFolder, ledger: Ledger, order: array[int]) -> Iterator[tuple[bytes, bool, bool]]:
    """(line, refused, copied) of every document. Neighbours mostly share a part, which stays open."""
    opened, number = None, 0
    try:
        for row in order:
            part, at, refused, copied = ledger.place(row)
            if opened is None or part != number:
                if opened is not None:
                    opened.close()
                opened, number = (folder.path / part_name(part)).open("rb"), part
            opened.seek(at)
            yield opened.readline(), refused, copied
    finally:
        if opened is not None:
            opened.close()


def _keep(newest: list[tuple[str, int, bytes]], brief: dict[str, Any], number: int, line: bytes) -> None:
    """By day, and on one day in the order of the archive."""
    dateline = brief["dateline"]
    heapq.heappush(newest, (dateline["date"] or dateline["published"] or "", -number, line))
    if len(newest) > MOST_IN_DIGEST:
        heapq.heappop(newest)


def _digests(job: Job, folder: OutputFolder, lines: list[bytes]) -> None:
    briefs = [Brief.from_dict(json.loads(line)) for line in lines]
    for form in DIGESTS:
        shown = render_digest(briefs, form, dates=job.recipe.settings.brief.dates)
        folder.write(f"digest.{FORMS[form].extension}", shown if isinstance(shown, bytes) else shown.encode())


def _versions() -> Iterator[tuple[str, str]]:
    for package in PACKAGES:
        try:
            yield package, importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
