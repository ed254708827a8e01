"""Files behind an address, s3://bucket/folder, gs://…, https://…/archive.zip: whatever fsspec has a driver for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from service.errors import ArchiveError, MissingExtra, UnreadableInput

_ADDRESS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]+):/+(?P<rest>[^/].*)")
_DAYS = ("LastModified", "last_modified", "mtime", "updated", "created", "modified")  # what drivers call it


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A file system and a folder or file in it. Raises `ArchiveError` where it cannot be reached."""

    system: Any
    root: str
    address: str

    @classmethod
    def at(cls, address: str) -> Remote:
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            raise MissingExtra("Archives behind an address need fsspec: pip install 'depeche[archive]'.") from error
        scheme = address.partition(":")[0]
        try:
            system, root = url_to_fs(address)
        except ImportError as error:
            raise ArchiveError(f"{scheme}:// needs a driver of fsspec that is not installed: {error}.") from error
        except Exception as error:  # each driver has errors of its own
            raise _unreached(address, error) from error
        return cls(system=system, root=root.rstrip("/"), address=address)

    def check(self) -> None:
        """Raises `ArchiveError` where there is nothing, or nothing that may be seen."""
        try:
            there = self.system.exists(self.root)
        except Exception as error:
            raise _unreached(self.address, error) from error
        if not there:
            raise ArchiveError(f"There is nothing at {self.address}.")

    def walk(self) -> Iterator[tuple[str, str]]:
        """Path and name below the root of every file, sorted folder by folder; hidden ones are passed over. Raises
        `ArchiveError` where a folder cannot be listed."""
        try:
            yield from self._walk()
        except OSError as error:
            raise _unreached(self.address, error) from error

    def _walk(self) -> Iterator[tuple[str, str]]:
        if self.system.isfile(self.root):
            yield self.root, self.root.rpartition("/")[2]
            return
        waiting = [self.root]
        while waiting:
            entries = sorted(self.system.ls(waiting.pop(), detail=True), key=lambda entry: str(entry["name"]))
            seen = [e for e in entries if not _last(e).startswith((".", "~$")) and _last(e) not in ("", "__MACOSX")]
            for entry in seen:
                if entry["type"] == "file":
                    yield entry["name"], entry["name"].removeprefix(self.root).lstrip("/")
            waiting += reversed([entry["name"].rstrip("/") for entry in seen if entry["type"] == "directory"])

    def open(self, path: str) -> tuple[IO[bytes], int, str]:
        """The stream, its bytes and the ISO date of its last change, "" where nobody knows. Raises `UnreadableInput`."""
        try:
            known = self.system.info(path)
            stream: IO[bytes] = self.system.open(path, "rb")
        except Exception as error:
            raise UnreadableInput(f"{path} cannot be read: {type(error).__name__}: {error}") from error
        day = next((str(known[key]) for key in _DAYS if known.get(key)), "")
        return stream, int(known.get("size") or 0), day[:10] if re.match(r"\d{4}-\d\d-\d\d", day) else ""


def address_of(path: Path) -> str:
    """The address that was given where a path was asked for, or "": a path writes s3://bucket as s3:/bucket."""
    found = _ADDRESS.fullmatch(path.as_posix())
    if not found:
        return ""
    return f"{found['scheme']}://{'/' * found['scheme'].startswith('file')}{found['rest']}"


def _unreached(address: str, error: Exception) -> ArchiveError:
    return ArchiveError(f"{address} cannot be reached: {type(error).__name__}: {error}")


def _last(entry: Any) -> str:
    return str(entry["name"]).rstrip("/").rpartition("/")[2]
