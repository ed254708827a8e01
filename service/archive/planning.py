"""What is left to do of an archive, in groups whose sentences share batches; and the order of everything."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from service.archive.job import Copy, Job, Refusal, Work, content_of
from service.archive.ledger import FileDone, Ledger
from service.archive.reading import ArchiveFile, Found, files, found_in
from service.types import Document

MOST_DOCUMENTS, MOST_CHARACTERS = 128, 240_000  # of one group; what a kill may cost, and what one worker holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One document of a group: to be made, or refused by its reader, or the twin of an earlier row."""

    source: str
    sha256: str
    work: Work | None = None
    refusal: Refusal | None = None
    twin: int | None = None
    words: int = 0


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
    def words(self) -> int:
        return sum(item.words for item in self.items if item.twin is None)

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
        for file in files(self.job):
            if isinstance(file, Refusal):
                self.take(file, sha256_of(file))
            else:
                yield from self._file(file)
                self.read += file.size
            if self.full:
                break
        yield from self.rest()

    @property
    def full(self) -> bool:
        """Whether the limit is reached."""
        return 0 < self.job.choice.limit <= len(self.order)

    def skip(self, name: str, seal: str) -> bool:
        """Take a file that was settled whole; False if it was not."""
        rows, limit = self.ledger.file(name, seal), self.job.choice.limit
        if rows is None:
            return False
        self.order.extend(rows[: limit - len(self.order)] if limit else rows)
        self.known += len(rows)
        return True

    def take(self, found: Found, sha256: str, words: int = 0) -> None:
        """The next document in the order of the archive: known, twin, refused or to be made."""
        row = self.ledger.settled(found.source, sha256)
        if row is not None:
            self.order.append(row)
            self.known += 1
            return
        if not self._items:
            self._begun = self.read
        if isinstance(found, Refusal):
            item = Item(source=found.source, sha256=sha256, refusal=found)
        else:
            twin = None if isinstance(found, Copy) else self.ledger.twin(sha256)
            item = Item(source=found.source, sha256=sha256, work=found if twin is None else None, twin=twin, words=words)
            self._characters += _weight(item.work)
        self._items.append(item)
        self.order.append(self.ledger.reserve(found.source, sha256, content=not isinstance(found, Refusal | Copy)))

    def close(self, name: str, seal: str, first: int) -> None:
        """The end of a file whose documents begin at place `first` of the order."""
        self._files.append(FileDone(file=name, sha256=seal, rows=_runs(self.order[first:])))

    def split(self, at: int = 0) -> Iterator[Group]:
        """The group that is collected, if it is full."""
        if len(self._items) >= (self.job.together or MOST_DOCUMENTS) or self._characters >= MOST_CHARACTERS:
            yield self._group(at)

    def rest(self) -> Iterator[Group]:
        """The last group; the archive has ended."""
        self.ended = True
        if self._items or self._files:
            yield self._group(0)

    def _file(self, file: ArchiveFile) -> Iterator[Group]:
        seal = seal_of(file, self.job)
        if self.skip(file.name, seal):
            return
        first = len(self.order)
        for found in found_in(file, self.job):
            if self.full:
                return
            if not isinstance(found, Copy):  # a copy stays with its document, whose sentences it shares
                yield from self.split(file.at)
            self.take(found, sha256_of(found), words_of(found))
        self.close(file.name, seal, first)

    def _group(self, at: int) -> Group:
        group = Group(items=tuple(self._items), files=tuple(self._files), begun=self._begun, read=self.read + at)
        self._items, self._files, self._characters = [], [], 0
        return group


def seal_of(file: ArchiveFile, job: Job) -> str:
    """Names the content of a file and all that decides which documents it gives."""
    return hashlib.sha256(f"{file.sha256} {job.chosen} {file.day if job.choice.since else ''}".encode()).hexdigest()


def words_of(found: Found) -> int:
    return len(found.text.split()) if isinstance(found, Document) else 0


def sha256_of(found: Found) -> str:
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
