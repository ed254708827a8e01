"""A file that only grows: one JSON object a line, each on the disk before anything relies on it.

A killed run may leave half a line at the end. It is cut off on opening: what it told of was not yet promised to anybody.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from service.errors import ArchiveError

BLOCK = 1 << 16


class Journal:
    """Opened for appending; only one process may have it open. Raises `ArchiveError`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._file = path.open("a+b", buffering=0)
            self._end = self._whole_lines()
            if self._end != path.stat().st_size:
                self._file.truncate(self._end)
        except OSError as error:
            raise ArchiveError(f"The journal {path} cannot be opened: {error.strerror}.") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Every entry, oldest first."""
        with self.path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    entry = json.loads(line)
                except ValueError as error:
                    raise ArchiveError(
                        f"Line {number} of the journal {self.path} is damaged ({error}). Take a new folder, or delete this line "
                        "and all after it: what they told of is then made again."
                    ) from error
                yield entry

    def append(self, entry: Mapping[str, Any]) -> None:
        """Write one entry; when this returns, it survives a power cut. A failure leaves no half line."""
        line = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        try:
            written = self._file.write(line)
            if written != len(line):
                raise OSError(None, "the disk is full")
            os.fsync(self._file.fileno())
        except OSError as error:
            self._file.truncate(self._end)
            raise ArchiveError(f"The journal {self.path} cannot be written: {error.strerror}.") from error
        self._end += len(line)

    def _whole_lines(self) -> int:
        """The length of the file up to its last line end."""
        at = self._file.seek(0, os.SEEK_END)
        while at > 0:
            start = max(0, at - BLOCK)
            self._file.seek(start)
            cut = self._file.read(at - start).rfind(b"\n")
            if cut >= 0:
                return start + cut + 1
            at = start
        return 0
