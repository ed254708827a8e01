"""What a run would meet and take, without writing anything."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from service.archive.job import Copy, Job, Refusal, content_of
from service.archive.reading import check_places, files, found_in
from service.archive.stages import Workshop
from service.readers.kinds import suffix
from service.record import Record
from service.types import Document

SAMPLE = 8  # documents that are briefed to measure the speed


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate(Record):
    """`seconds` is None where nothing could be measured. What an earlier run did is not taken off."""

    documents: int
    twins: int
    quarantined: int
    french_words: int
    formats: dict[str, int]
    reasons: tuple[str, ...]  # of the first refusals
    words_per_second: float
    seconds: float | None


def estimate(job: Job) -> Estimate:
    """Reads everything that a run would read and briefs a few documents to measure the speed."""
    check_places(job)
    counts, formats = Counter[str](), Counter[str]()
    sample, reasons, seen = list[Document](), list[str](), set[bytes]()
    for found in islice(_all(job), job.choice.limit or None):
        if isinstance(found, Refusal):
            counts["quarantined"] += 1
            reasons += [found.reason] * (len(reasons) < 10)
        elif isinstance(found, Document):
            counts["documents"] += 1
            formats[suffix(found.source.partition("#")[0]) or "none"] += 1
            key = bytes.fromhex(content_of(found))[:16]
            counts["twins"] += key in seen
            counts["words"] += 0 if key in seen else len(found.text.split())
            sample += [found] * (len(sample) < SAMPLE and key not in seen)
            seen.add(key)
    speed = _speed(job, sample) if sample else 0.0
    return Estimate(
        documents=counts["documents"], twins=counts["twins"], quarantined=counts["quarantined"], french_words=counts["words"],
        formats=dict(formats.most_common()), reasons=tuple(reasons), words_per_second=round(speed, 1),
        seconds=round(counts["words"] / speed / max(1, job.workers), 1) if speed else None,
    )  # fmt: skip


def _all(job: Job) -> Iterator[Document | Refusal]:
    for file in files(job):
        if isinstance(file, Refusal):
            yield file
        else:
            yield from (found for found in found_in(file, job) if not isinstance(found, Copy))


def _speed(job: Job, sample: list[Document]) -> float:
    """French words a second of one worker."""
    workshop = Workshop.open(job.recipe)
    started = time.perf_counter()
    workshop.make(sample)
    return sum(len(document.text.split()) for document in sample) / (time.perf_counter() - started)
