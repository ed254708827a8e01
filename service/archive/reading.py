"""The files of an archive in a stable order, each with its digest, its documents and what could not be read of it."""

from __future__ import annotations

import contextlib
import fnmatch
import hashlib
import io
import os
import shutil
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from service.archive.job import Choice, Copy, Job, Refusal
from service.errors import ArchiveError, DepecheError, UnreadableInput
from service.readers import File, open_file, read_file, walk
from service.readers.address import Remote, address_of
from service.readers.file import shown
from service.readers.kinds import CONTAINERS, SUFFIXES, kind_of, suffix
from service.types import Document
from service.writers import WRITERS

SMALL = 8 << 20  # bytes; such files are read once, larger ones twice
Found = Document | Refusal | Copy


@dataclass(slots=True)
class ArchiveFile:
    """One file, open. `name` begins the source of each of its documents."""

    name: str
    stream: IO[bytes]
    size: int
    day: str  # ISO date of its last change
    sha256: str = field(init=False, default="")

    def __post_init__(self) -> None:
        if self.size <= SMALL:
            content = self.stream.read()
            self.stream.close()
            self.sha256, self.stream = hashlib.sha256(content).hexdigest(), io.BytesIO(content)
        else:
            self.sha256 = sha256(self.stream)
            self.stream.seek(0)

    @property
    def at(self) -> int:
        """How many of its bytes have been read, for the progress."""
        return 0 if self.stream.closed else min(self.size, self.stream.tell())


def sha256(stream: IO[bytes]) -> str:
    """Of all that follows in a stream."""
    known = hashlib.sha256()
    while block := stream.read(1 << 20):
        known.update(block)
    return known.hexdigest()


def paths(job: Job, failed: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """Every file, in a stable order. The output folder is passed over where it lies inside the archive."""
    if not job.archive.is_dir():
        yield job.archive
        return
    out = f"{os.path.relpath(job.out.resolve(), job.archive.resolve())}/"
    for path in walk(job.archive, failed=failed):
        if not f"{path.relative_to(job.archive).as_posix()}/".startswith(out):
            yield path


def check_places(job: Job) -> None:
    """Raises `ArchiveError` where there is nothing to read, or where reading and writing would meet."""
    archive, out = job.archive.resolve(), job.out.resolve()
    if str(job.archive) == "-":
        return
    if address := address_of(job.archive):
        Remote.at(address).check()
        return
    if not archive.exists():
        raise ArchiveError(f"There is no file or folder {job.archive}.")
    if archive.is_relative_to(out):
        raise ArchiveError(f"{job.archive} lies in the output folder {job.out}; originals are never written to. Name another.")


def total_bytes(job: Job) -> int:
    """0 where it cannot be known."""
    if str(job.archive) == "-" or address_of(job.archive):
        return 0
    total = 0
    for path in paths(job):
        with contextlib.suppress(OSError):
            total += path.stat().st_size
    return total


def files(job: Job) -> Iterator[ArchiveFile | Refusal]:
    """Each file open, until the next one is asked for; a refusal in place of one that cannot be opened."""
    if str(job.archive) == "-":
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
            size = copy.tell()
            copy.seek(0)
            yield ArchiveFile("stdin", copy, size, "")
        return
    for place, name in listed(job):
        file = place if isinstance(place, Refusal) else opened(place, name, job)
        yield file
        if isinstance(file, ArchiveFile):
            file.stream.close()


def listed(job: Job) -> Iterator[tuple[str | Refusal, str]]:
    """The place and the name of every file that may hold a chosen document; a refusal for a folder that is closed."""
    if address := address_of(job.archive):
        for place, name in Remote.at(address).walk():
            if may_hold_chosen(shown(name), job.choice):
                yield place, shown(name)
        return
    closed: deque[Refusal] = deque()
    for path in paths(job, lambda error: closed.append(_closed(error, job.archive))):
        while closed:
            yield closed[0], closed.popleft().source
        name = shown(path.relative_to(job.archive).as_posix() if job.archive.is_dir() else path.name)
        if may_hold_chosen(name, job.choice):
            yield str(path), name
    yield from ((refusal, refusal.source) for refusal in closed)


def found_in(file: ArchiveFile, job: Job) -> Iterator[Found]:
    """The documents of a file and what could not be read of it, in order; of a file that can be written, its copy last."""
    refused: deque[Refusal] = deque()
    limits = job.recipe.settings.limits

    def tell(source: str, error: DepecheError) -> None:
        if may_hold_chosen(source, job.choice):
            refused.append(refusal(source, error))

    opened = File(name=file.name, stream=file.stream, limits=limits, column=job.recipe.column, refused=tell)
    try:
        for document in read_file(opened):
            yield from _drained(refused)
            if _chosen(document, file, job.choice):
                yield document
    except Exception as error:  # a parser's own fault must not end the run
        refused.append(refusal(file.name, error))
    yield from _drained(refused)
    if job.translated and _chosen(Document(text="", source=file.name), file, job.choice):
        yield from _copy(file, opened)


def refusal(source: str, error: Exception) -> Refusal:
    """An error that is none of ours is a fault of a parser or of Dépêche."""
    if isinstance(error, DepecheError):
        return Refusal(source=source, kind=type(error).__name__, reason=str(error))
    return Refusal(source=source, kind="UnreadableInput", reason=f"{source} made a parser fail: {type(error).__name__}: {error}")


def opened(place: str, name: str, job: Job) -> ArchiveFile | Refusal:
    """A file of `listed`. The caller closes it."""
    try:
        if address := address_of(job.archive):
            return _fetched(Remote.at(address), place, name)
        stream = open_file(Path(place), inside=job.archive if job.archive.is_dir() else None)
        status = os.fstat(stream.fileno())
        return ArchiveFile(name, stream, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC).date().isoformat())
    except DepecheError as error:
        return refusal(name, error)
    except OSError as error:
        return refusal(name, UnreadableInput(f"{name} cannot be read: {error.strerror}."))


def _fetched(remote: Remote, place: str, name: str) -> ArchiveFile | Refusal:
    try:
        return ArchiveFile(name, *remote.open(place))
    except DepecheError as error:
        return refusal(name, error)
    except Exception as error:  # of a driver, in the middle of a small file
        return refusal(name, UnreadableInput(f"{name} cannot be read: {type(error).__name__}: {error}"))


def _drained(refused: deque[Refusal]) -> Iterator[Refusal]:
    while refused:
        yield refused.popleft()


def _copy(file: ArchiveFile, opened: File) -> Iterator[Copy]:
    with contextlib.suppress(DepecheError):  # it was refused as a document already
        kind = kind_of(opened)
        if kind in WRITERS and file.size <= opened.limits.bytes:
            yield Copy(source=file.name, content=opened.content())


def _closed(error: OSError, archive: Path) -> Refusal:
    name = shown(os.path.relpath(error.filename or str(archive), archive))
    return Refusal(source=name, kind="UnreadableInput", reason=f"The folder {name} cannot be read: {error.strerror}.")


def _chosen(document: Document, file: ArchiveFile, choice: Choice) -> bool:
    """A document without a date of its own has that of its file."""
    if choice.include and not _matches(document.source, choice.include):
        return False
    if choice.exclude and _matches(document.source, choice.exclude):
        return False
    return not choice.since or (document.published or file.day or choice.since)[:10] >= choice.since


def _matches(source: str, patterns: tuple[str, ...]) -> bool:
    """The whole source, any file or archive on the way to it, or the last part of the name of one."""
    steps = source.rpartition("#")[0].split("!") if "#" in source else source.split("!")
    names = {source, *steps, *(step.rpartition("/")[2] for step in steps), *("!".join(steps[: i + 1]) for i in range(len(steps)))}
    return any(fnmatch.fnmatchcase(name, pattern) for name in names for pattern in patterns)


def may_hold_chosen(name: str, choice: Choice) -> bool:
    """Whether this is a chosen document, or may hold one: an archive that cannot be read may."""
    if choice.exclude and _matches(name, choice.exclude):
        return False
    held = SUFFIXES.get(suffix(name)) in CONTAINERS | {"eml", "feed"}
    return held or not choice.include or _matches(name, choice.include)
