"""Many files through the page: the archive code at work in a folder of the visitor's, its rows as they come, one zip."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from service.archive import Choice, Job, Recipe, run
from service.archive.folder import JOURNAL
from service.desk import BriefService
from service.render.characters import line
from service.render.characters import markup as h
from service.types import Brief

MOST_DOCUMENTS = 300  # of one run on the page; the command line takes any number
TOGETHER = 8  # documents that are settled together; their rows appear at once
FORMS = ("markdown", "html", "json")
KEPT = ("digest", "briefs", "documents", "index", "report", "manifest", "quarantine")  # of the folder, in the zip


@dataclass(slots=True)
class Batch:
    """What has come of the files so far."""

    briefs: list[Brief] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)  # source and reason
    stopped: bool = False

    @property
    def settled(self) -> int:
        return len(self.briefs) + len(self.refused)

    def add(self, lines: Sequence[bytes]) -> None:
        """Lines of the journal's parts: briefs, refusals, translated files."""
        for known in map(json.loads, lines):
            if "reason" in known:
                refusal = known["source"], known["reason"]
                if refusal not in self.refused:  # a document and its translated copy fail as one
                    self.refused.append(refusal)
            elif "headline" in known:
                self.briefs.append(Brief.from_dict(known))


def batched(
    desk: BriefService,
    folder: Path,
    *,
    translated: bool = False,
    tell: Callable[[Batch], None] = lambda batch: None,
    asked: Callable[[], bool] = lambda: False,
) -> Batch:
    """Brief all documents of `folder`/in into `folder`/out, `tell`ing after each group; asked to stop, it keeps what is done.

    Raises `ArchiveError` where the disk takes no more.
    """  # fmt: skip
    batch, settled = Batch(), 0

    def seen(lines: Sequence[bytes]) -> None:
        nonlocal settled
        settled += len(lines)
        batch.add(lines)
        tell(batch)

    recipe = Recipe(settings=desk.settings, forms=FORMS)
    choice = Choice(limit=MOST_DOCUMENTS)
    job = Job(archive=folder / "in", out=folder / "out", recipe=recipe, choice=choice, together=TOGETHER, translated=translated)
    batch.stopped = run(job, stop=asked, seen=seen, desk=desk).interrupted
    if batch.stopped and settled:
        run(replace(job, choice=Choice(limit=settled)), desk=desk)  # puts together what there is
    return batch


def gather(paths: Sequence[str], folder: Path) -> None:
    """The files under their own names in `folder`/in; the second of a name gets a number."""
    (folder / "in").mkdir()
    for path in map(Path, paths):
        target, count = folder / "in" / path.name, 1
        while target.exists():
            count += 1
            target = folder / "in" / f"{path.stem} ({count}){path.suffix}"
        try:
            os.link(path, target)  # the archive code never writes to it
        except OSError:  # another disk
            shutil.copyfile(path, target)


def zipped(folder: Path) -> Path:
    """The digest, every brief, the index and the list of what was set aside, out of `folder`/out."""
    path, out = folder / "briefs.zip", folder / "out"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in _files(out):
            archive.write(file, file.relative_to(out))
    return path


def _files(out: Path) -> Iterator[Path]:
    for file in sorted(out.rglob("*")):
        if file.is_file() and file.name != JOURNAL and file.relative_to(out).parts[0].startswith(KEPT):
            yield file


def table(batch: Batch, *, finished: bool) -> str:
    """The state of the run in a sentence, the briefs, and what was set aside."""
    made, aside = len(batch.briefs), len(batch.refused)
    said = f"{made} brief{'' if made == 1 else 's'}, {aside} set aside" + ("." if finished else " so far …")
    if batch.stopped:
        said += " Stopped: what was done is kept, the rest was not begun."
    elif batch.settled >= MOST_DOCUMENTS:
        said += f" The page takes {MOST_DOCUMENTS} documents at once; for more there is the command depeche batch."
    rows = "".join(_row(brief) for brief in batch.briefs)
    shown = f'<ol class="outcomes">{rows}</ol>' if rows else ""
    gone = "".join(
        f'<li><strong dir="auto">{h(line(source))}</strong><span dir="auto">{h(line(why))}</span></li>'
        for source, why in batch.refused
    )
    quarantine = f'<section class="aside"><h2>Set aside</h2><ul>{gone}</ul></section>' if gone else ""
    return f'<p class="count" role="status">{said}</p>{shown}{quarantine}'


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
