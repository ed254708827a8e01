"""What is left to do of an archive, in groups whose sentences share batches; and the order of everything."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from service.archive.job import Choice, Copy, Job, Refusal, Work, content_of
from service.archive.ledger import FileDone, Ledger
from service.archive.reading import ArchiveFile, Found, files, found_in

MOST_DOCUMENTS, MOST_CHARACTERS = 64, 120_000  # of one group; what a kill may cost, and what one worker holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One document of a group: to be made, or refused by its reader, or the twin of an earlier row."""

    source: str
    sha256: str
    work: Work | None = None
    refusal: Refusal | None = None
    twin: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What is made, written and journalled together. `begun`, `read`: bytes of the archive before and after it."""

    items: tuple[Item, ...]
    files: tuple[FileDone, ...]
    begun: int
    read: int

    @property
    def work(self) -> list[Work]:
        return [item.work for item in self.items if item.work is not None]

    @property
    def documents(self) -> int:
        return sum(not isinstance(item.work, Copy) for item in self.items)


@dataclass(slots=True)
class Plan:
    """Filled while `groups` runs. `order`: the row of every document of the archive."""

    job: Job
    ledger: Ledger
    order: array[int] = field(default_factory=lambda: array("Q"))
    read: int = 0  # bytes
    known: int = 0  # documents that an earlier run had settled
    ended: bool = False  # the whole archive was seen, or `limit` documents of it
    _items: list[Item] = field(default_factory=list)
    _files: list[FileDone] = field(default_factory=list)
    _characters: int = 0
    _begun: int = 0

    def groups(self) -> Iterator[Group]:
        """The groups that are left, in order. Groups must be settled in this order."""
        choice = self.job.choice
        for file in files(self.job):
            if isinstance(file, Refusal):
                self._add(file)
            else:
                yield from self._file(file, choice)
                self.read += file.size
            if choice.limit and len(self.order) >= choice.limit:
                break
        self.ended = True
        if self._items or self._files:
            yield self._group(0)

    def _file(self, file: ArchiveFile, choice: Choice) -> Iterator[Group]:
        name = file.sha256 + self.job.chosen + (file.day if choice.since else "")
        seal = hashlib.sha256(name.encode()).hexdigest()
        rows = self.ledger.file(file.name, seal)
        if rows is not None:
            self.order.extend(rows[: choice.limit - len(self.order)] if choice.limit else rows)
            self.known += len(rows)
            return
        first = len(self.order)
        for found in found_in(file, self.job):
            if choice.limit and len(self.order) >= choice.limit:
                return
            if self._full and not isinstance(found, Copy):  # a copy stays with its document, whose sentences it shares
                yield self._group(file.at)
            self._add(found)
        self._files.append(FileDone(file=file.name, sha256=seal, rows=_runs(self.order[first:])))

    @property
    def _full(self) -> bool:
        return len(self._items) >= MOST_DOCUMENTS or self._characters >= MOST_CHARACTERS

    def _add(self, found: Found) -> None:
        source, sha256 = found.source, _sha256(found)
        row = self.ledger.settled(source, sha256)
        if row is not None:
            self.order.append(row)
            self.known += 1
            return
        if isinstance(found, Refusal):
            item = Item(source=source, sha256=sha256, refusal=found)
        else:
            twin = None if isinstance(found, Copy) else self.ledger.twin(sha256)
            item = Item(source=source, sha256=sha256, work=found if twin is None else None, twin=twin)
            self._characters += _weight(item.work)
        if not self._items:
            self._begun = self.read
        self._items.append(item)
        self.order.append(self.ledger.reserve(source, sha256, content=not isinstance(found, Refusal | Copy)))

    def _group(self, at: int) -> Group:
        group = Group(items=tuple(self._items), files=tuple(self._files), begun=self._begun, read=self.read + at)
        self._items, self._files, self._characters = [], [], 0
        return group


def _sha256(found: Found) -> str:
    if isinstance(found, Refusal):
        return hashlib.sha256(f"{found.kind}: {found.reason}".encode("utf-8", "replace")).hexdigest()
    if isinstance(found, Copy):
        return hashlib.sha256(b"translated\n" + found.content).hexdigest()
    return content_of(found)


def _weight(work: Work | None) -> int:
    if work is None:
        return 0
    return len(work.content) if isinstance(work, Copy) else len(work.text)


def _runs(rows: array[int]) -> tuple[tuple[int, int], ...]:
    """First and count of each run of consecutive rows."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == sum(runs[-1]):
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((row, 1))
    return tuple(runs)
