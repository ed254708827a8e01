"""gzip, bzip2 and Zstandard around a tar archive or a single file, unpacked as they are read."""

from __future__ import annotations

import bz2
import gzip
import io
from collections.abc import Iterator
from typing import IO, Any, cast

from service.errors import TooLarge
from service.readers import read_file
from service.readers.file import BLOCK, CONTAINER, File, mapped, spooled
from service.readers.kinds import suffix
from service.readers.tarred import read_tar
from service.readers.zipped import check_depth
from service.types import Document

TARS = ("tgz", "tbz2", "tzst")
WINDOW = 1 << 27  # bytes of memory that a Zstandard frame may ask for


class Bounded(io.RawIOBase):
    """Unpacked bytes, up to `limits.archive_ratio` times the packed ones. Raises `TooLarge` at the first beyond."""

    def __init__(self, stream: IO[bytes], file: File) -> None:
        self._stream, self._name, self._given = stream, file.name, 0
        self._ratio = file.limits.archive_ratio
        self._most = max(BLOCK, file.size() * self._ratio)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with mapped(self._name, "packed file"):
            block = self._stream.read(len(buffer))
        self._given += len(block)
        if self._given > self._most:
            raise TooLarge(f"{self._name} unpacks to over {self._ratio} times its size (limits.archive_ratio).")
        buffer[: len(block)] = block
        return len(block)


def read_packed(file: File) -> Iterator[Document]:
    """A tar archive is read through; any other file is unpacked first, in memory or to a nameless temporary file."""
    check_depth(file)
    stream = io.BufferedReader(Bounded(_unpacked(file), file), 1 << 14)  # of a torn archive little is lost
    name = file.name if suffix(file.name) in TARS else file.name.rpartition(".")[0] or file.name
    if suffix(file.name) in TARS or suffix(name) == "tar" or stream.peek(512)[257:262] == b"ustar":
        yield from read_tar(file.renamed(file.name, cast("IO[bytes]", stream)))
        return
    most = file.limits.bytes * CONTAINER
    with spooled(cast("IO[bytes]", stream), most=most, name=file.name) as inner:
        yield from read_file(file.inside(name.rpartition("/")[2].rpartition("!")[2], inner))


def _unpacked(file: File) -> IO[bytes]:
    head = file.head(4)
    if head.startswith(b"\x1f\x8b"):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=file.stream))
    if head.startswith(b"BZh"):
        return cast("IO[bytes]", bz2.BZ2File(file.stream))
    import zstandard

    unpacker = zstandard.ZstdDecompressor(max_window_size=WINDOW)
    return cast("IO[bytes]", unpacker.stream_reader(file.stream, read_across_frames=True, closefd=False))
