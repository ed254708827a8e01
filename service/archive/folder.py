"""The output folder: one run at a time, files whole or not at all, nothing outside it."""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from service.errors import ArchiveError, FolderBusy

JOURNAL, MANIFEST = "journal.jsonl", "manifest.json"
LOCK, ASIDE = ".lock", ".aside"  # files are written in the second and renamed from there


class OutputFolder:
    """A folder that only this run writes into. Raises `ArchiveError`, also for a folder that holds other things."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self._count = 0
        self._checked, self._renamed = set[Path](), set[Path]()
        with told(self.path, "made"):
            self.path.mkdir(parents=True, exist_ok=True)
        held = [name for name in os.listdir(self.path) if name not in (LOCK, ASIDE)]
        if held and JOURNAL not in held:
            raise ArchiveError(f"{path} is not empty and holds no earlier run; name a new folder, or an earlier run's.")

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Held until the process ends, however it ends. Raises `FolderBusy`."""
        with told(self.path / LOCK, "opened"), (self.path / LOCK).open("ab") as lock:
            if not _lock(lock):
                raise FolderBusy(f"Another run writes into {self.path}; wait for it, or name another folder.")
            shutil.rmtree(self.path / ASIDE, ignore_errors=True)  # half files of a killed run
            (self.path / ASIDE).mkdir()
            yield

    def write(self, name: str, content: bytes, *, durable: bool = True) -> None:
        """Whole or not at all. `durable`: it survives a power cut once this returns."""
        with self.writing(name, durable=durable) as file:
            file.write(content)

    @contextlib.contextmanager
    def writing(self, name: str, *, durable: bool = True) -> Iterator[IO[bytes]]:
        """A file that appears under its name when the block ends without an error."""
        with self.aside(name, durable=durable) as aside, aside.open("xb") as file:
            yield file

    @contextlib.contextmanager
    def aside(self, name: str, *, durable: bool = True) -> Iterator[Path]:
        """A path to make a file at, which is renamed to `name` when the block ends without an error."""
        self._count += 1
        target, aside = self.path / name, self.path / ASIDE / f"{self._count}"
        with told(target, "written"):
            self._prepare(target.parent)
            try:
                yield aside
                if durable:
                    _flush(aside)
                aside.replace(target)
                self._renamed.add(target.parent)
            except BaseException:
                aside.unlink(missing_ok=True)
                raise

    def settle(self) -> None:
        """The names of what was written survive a power cut, as its content does already."""
        with contextlib.suppress(OSError):  # not every system can flush a folder
            for parent in sorted(self._renamed):
                _flush(parent)
        self._renamed.clear()

    def _prepare(self, parent: Path) -> None:
        if parent in self._checked:
            return
        if not parent.resolve().is_relative_to(self.path):
            raise ArchiveError(f"{parent} leads out of {self.path}; nothing is written there.")
        parent.mkdir(parents=True, exist_ok=True)
        self._checked.add(parent)
        if len(self._checked) > 10_000:
            self._checked.clear()


@contextlib.contextmanager
def told(path: Path, deed: str) -> Iterator[None]:
    """What the system refuses becomes `ArchiveError` with its reason."""
    try:
        yield
    except OSError as error:
        raise ArchiveError(f"{path} cannot be {deed}: {error.strerror or error}.") from error


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lock(file: IO[bytes]) -> bool:
    """The lock of the operating system, which ends with the process."""
    try:
        if os.name == "nt":
            importlib.import_module("msvcrt").locking(file.fileno(), 2, 1)
        else:
            fcntl = importlib.import_module("fcntl")
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
