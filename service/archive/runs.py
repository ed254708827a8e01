"""One run over an archive on one machine."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any

from service.archive import on_ray
from service.archive.finish import finish, seal, standing, write_manifest
from service.archive.folder import JOURNAL, OutputFolder
from service.archive.job import Job, digest
from service.archive.ledger import Ledger
from service.archive.planning import Group, Plan
from service.archive.pool import Settled, Stop, Workers, in_turn
from service.archive.reading import check_places, total_bytes
from service.archive.stages import Workshop
from service.archive.storing import Store
from service.desk import BriefService
from service.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a run stands. `seconds_left`: None until something can be said."""

    stage: str  # "Briefing", "Putting together"
    documents: int  # settled in this run
    known: int  # settled by earlier runs
    quarantined: int
    words: int
    seconds: float
    share: float | None = None  # of the bytes of the archive
    seconds_left: float | None = None

    @property
    def documents_per_second(self) -> float:
        return self.documents / self.seconds if self.seconds else 0.0

    @property
    def words_per_second(self) -> float:
        return self.words / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What `run` gives back. `report`: that of `report.json`; {} after an interruption."""

    progress: Progress
    interrupted: bool
    foreign: int  # documents that an earlier run made with another signature
    report: dict[str, Any] = field(default_factory=dict)


Tell = Callable[[Progress], None]
Seen = Callable[[Sequence[bytes]], None]


def run(
    job: Job, *, tell: Tell = lambda progress: None, stop: Stop = lambda: False, seen: Seen = lambda lines: None,
    desk: BriefService | None = None,
) -> Ended:
    """Brief every document that is not yet done. After `stop` says so, the running group is the last one.

    `seen` gets the lines of each group once it is settled, briefs and refusals as JSON; a `desk` that is loaded already is used
    where the work is done in this process. Raises `ArchiveError`, `FolderBusy`, and whatever the engine raises while it loads.
    """
    check_places(job)
    folder = OutputFolder(job.out)
    with folder.locked(), Journal(folder.path / JOURNAL) as journal:
        workshop = Workshop(desk=desk, recipe=job.recipe) if desk else Workshop.open(job.recipe)
        recipe = digest(workshop.signature, job.recipe.forms).hex()[:12]
        ledger = Ledger(journal, signature=workshop.signature, recipe=recipe)
        if job.retry:
            ledger.retry()
        plan, clock = Plan(job, ledger), _Clock(0 if job.on == "ray" else total_bytes(job), tell)
        store = Store(folder=folder, ledger=ledger, recipe=job.recipe)
        with _settled(job, plan, workshop, stop) as groups:
            for group, outcomes in groups:
                rows, lines = store.settle(group, outcomes)
                seen(lines)
                clock.tick(group, sum(row.refused for row in rows), plan.known)
        clock.known = plan.known
        interrupted = stop() and not (plan.ended and ledger.whole)
        report = {} if interrupted else _put_together(job, plan, store, workshop, clock)
        return Ended(progress=clock.progress("Done"), interrupted=interrupted, foreign=ledger.foreign, report=report)


@contextmanager
def _settled(job: Job, plan: Plan, workshop: Workshop, stop: Stop) -> Iterator[Iterator[Settled]]:
    """Whoever makes them, the same groups with the same outcomes in the same order."""
    if job.on == "ray":
        on_ray.connect(job.address)
        yield on_ray.settled(job, plan, stop)
    elif job.workers <= 1:
        yield in_turn(plan.groups(), workshop, stop)
    else:
        with closing(Workers(job.recipe, job.workers)) as workers:
            yield workers.settle(plan.groups(), stop)


def _put_together(job: Job, plan: Plan, store: Store, workshop: Workshop, clock: _Clock) -> dict[str, Any]:
    """Nothing, if all outputs stand already."""
    sealed = seal(job, store.ledger, plan.order)
    report = standing(store.folder, sealed)
    if report is not None:
        return report
    clock.stage("Putting together", plan.known)
    report = finish(job, store.folder, store.ledger, plan.order)
    report["speed"] = clock.speed()
    store.folder.write("report.json", json.dumps(report, ensure_ascii=False, indent=2).encode() + b"\n")
    write_manifest(job, store.folder, sealed=sealed, signature=workshop.desk.signature)
    return report


class _Clock:
    """Counts what was done and tells it."""

    def __init__(self, total: int, tell: Tell) -> None:
        self._total, self._tell = total, tell
        self._start = time.monotonic()
        self.known = self._documents = self._quarantined = self._words = self._read = 0
        self._skipped: int | None = None  # bytes that were done before the first group

    def tick(self, group: Group, quarantined: int, known: int) -> None:
        self._documents += group.documents
        self._quarantined += quarantined
        self._words += group.words
        self._read = group.read
        if self._skipped is None:
            self._skipped = group.begun
        self.stage("Briefing", known)

    def stage(self, stage: str, known: int) -> None:
        self.known = known
        self._tell(self.progress(stage))

    def progress(self, stage: str) -> Progress:
        seconds = time.monotonic() - self._start
        done, total = self._read - (self._skipped or 0), self._total - (self._skipped or 0)
        left = seconds * (total - done) / done if 0 < done <= total and stage == "Briefing" else None
        return Progress(
            stage=stage, documents=self._documents, known=self.known, quarantined=self._quarantined, words=self._words,
            seconds=seconds, share=min(1.0, self._read / self._total) if self._total else None, seconds_left=left,
        )  # fmt: skip

    def speed(self) -> dict[str, float]:
        now = self.progress("Done")
        return {
            "documents": now.documents,
            "seconds": round(now.seconds, 1),
            "documents_per_second": round(now.documents_per_second, 2),
            "french_words_per_second": round(now.words_per_second, 1),
        }
