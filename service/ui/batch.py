"""Many files through the page: a row for each document as it is settled, and one zip of everything at the end."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from service.config import LimitSettings
from service.desk import BriefService
from service.errors import DepecheError
from service.readers import read
from service.render import render, render_digest
from service.render.characters import line
from service.render.characters import markup as h
from service.types import Brief, Document
from service.ui.downloads import named

MOST_DOCUMENTS = 300  # of one run on the page; the command line takes any number
TOGETHER = 8  # documents whose sentences share batches; a row appears for all of them at once


@dataclass(slots=True)
class Batch:
    """What has come of the files so far."""

    briefs: list[Brief] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)  # source and reason
    left: bool = False  # more documents than the page takes

    @property
    def settled(self) -> int:
        return len(self.briefs) + len(self.refused)


def batched(desk: BriefService, paths: Sequence[str], limits: LimitSettings) -> Iterator[Batch]:
    """The same growing batch after every group of documents; a document that cannot be used is in `refused`."""
    batch = Batch()
    documents = _documents(paths, limits, batch)
    while group := list(islice(documents, min(TOGETHER, MOST_DOCUMENTS - batch.settled))):
        for document, outcome in zip(group, desk.outcomes(group), strict=True):
            if isinstance(outcome, Brief):
                batch.briefs.append(outcome)
            else:
                batch.refused.append((document.source, str(outcome)))
        yield batch
        if batch.settled >= MOST_DOCUMENTS:
            batch.left = next(documents, None) is not None
            break
    yield batch


def _documents(paths: Sequence[str], limits: LimitSettings, batch: Batch) -> Iterator[Document]:
    def refused(source: str, error: DepecheError) -> None:
        batch.refused.append((source, str(error)))

    for path in paths:
        yield from read(Path(path).read_bytes(), name=Path(path).name, limits=limits, refused=refused)


def zipped(batch: Batch, folder: Path, dates: str) -> Path:
    """digest.html, digest.md, every brief in three forms, and quarantine.jsonl with the reasons."""
    path = folder / "briefs.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for form, name in (("html", "digest.html"), ("markdown", "digest.md")):
            archive.writestr(name, render_digest(batch.briefs, form, dates=dates))
        for number, brief in enumerate(batch.briefs, 1):
            for form, extension in (("markdown", "md"), ("html", "html"), ("json", "json")):
                archive.writestr(f"briefs/{number:03}-{named(brief.headline.text)}.{extension}", render(brief, form, dates=dates))
        rows = (json.dumps({"source": source, "reason": reason}, ensure_ascii=False) for source, reason in batch.refused)
        archive.writestr("quarantine.jsonl", "".join(row + "\n" for row in rows))
    return path


def table(batch: Batch, *, finished: bool) -> str:
    """The state of the run in a sentence, the briefs, and what was set aside."""
    made, aside = len(batch.briefs), len(batch.refused)
    said = f"{made} brief{'' if made == 1 else 's'}, {aside} set aside" + ("." if finished else " so far …")
    more = (
        f" Only the first {MOST_DOCUMENTS} documents were taken: for more there is the command depeche batch."
        if batch.left
        else ""
    )
    rows = "".join(_row(brief) for brief in batch.briefs)
    shown = f'<ol class="outcomes">{rows}</ol>' if rows else ""
    gone = "".join(
        f'<li><strong dir="auto">{h(line(source))}</strong><span dir="auto">{h(line(why))}</span></li>'
        for source, why in batch.refused
    )
    quarantine = f'<section class="aside"><h2>Set aside</h2><ul>{gone}</ul></section>' if gone else ""
    return f'<p class="count" role="status">{said}{more}</p>{shown}{quarantine}'


def _row(brief: Brief) -> str:
    doubts = sum(f.level != "note" for f in brief.all_findings)
    found = f"{doubts} to check" if doubts else "no doubts"
    flag = ' class="severe"' if brief.severe else ""
    points = "".join(f'<li dir="auto">{h(line(point.text))}</li>' for point in brief.points)
    return (
        f'<li{flag}><details><summary><span class="source" dir="auto">{h(line(brief.source))}</span>'
        f'<span class="title" dir="auto">{h(line(brief.headline.text))}</span>'
        f'<span class="found">{brief.words} words, {found}</span></summary>'
        f'<p dir="auto">{h(line(brief.lead.text))}</p><ul>{points}</ul></details></li>'
    )
