"""One file to be read, wherever it lies: on disk, in memory, or inside an archive."""

from __future__ import annotations

import contextlib
import io
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import IO

from service.config import LimitSettings
from service.errors import DepecheError, TooLarge, UnreadableInput
from service.readers.decode import decode, recognise

Refused = Callable[[str, DepecheError], None]
"""What is told of a document that cannot be read: its source and why. Without one the first such document raises."""

BLOCK = 1 << 20
SMALL = 8 * BLOCK
CONTAINER = 50  # archives and tables are read piece by piece: inside an archive they may be so many times `limits.bytes`
FOREIGN = (
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RecursionError, SyntaxError,
    RuntimeError, OSError, EOFError, struct.error, zlib.error, zipfile.BadZipFile, tarfile.TarError,
)  # fmt: skip
"""What parsers raise on broken files: most were meant for programmers, but bytes can cause them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """`name` is shown to the reader ("a.zip!b/c.docx") and its suffix tells the format; `stream` can seek."""

    name: str
    stream: IO[bytes]
    limits: LimitSettings
    column: str = ""  # of tables: the one that holds the text; "": an obvious name
    depth: int = 0  # archives around it
    refused: Refused | None = None

    def head(self, size: int = 4096) -> bytes:
        """The first bytes; the stream stands at its beginning again."""
        self.stream.seek(0)
        first = self.stream.read(size)
        self.stream.seek(0)
        return first

    def size(self) -> int:
        end = self.stream.seek(0, io.SEEK_END)
        self.stream.seek(0)
        return end

    def content(self) -> bytes:
        """All of it. Raises `TooLarge` over `limits.bytes`."""
        self.stream.seek(0)
        content = self.stream.read(self.limits.bytes + 1)
        if len(content) > self.limits.bytes:
            raise TooLarge(f"{self.name} has more than the {self.limits.bytes:,} bytes of limits.bytes.")
        return content

    def text(self) -> str:
        return decode(self.content(), source=self.name)

    def reader(self) -> io.TextIOWrapper:
        """The text line by line, for files that may be larger than memory; its line ends are kept."""
        self.stream.seek(0)
        codec = "utf-8-sig"
        while block := self._block():
            found = recognise(block, source=self.name)
            if found != "utf-8" or not block.isascii():
                codec = "utf-8-sig" if found == "utf-8" else found
                break
        self.stream.seek(0)
        return io.TextIOWrapper(self.stream, encoding=codec, newline="")

    def _block(self) -> bytes:
        """A piece that does not end inside a letter, as far as can be known."""
        block = self.stream.read(BLOCK)
        for _ in range(8):
            if not block or block[-1] < 0x80:
                break
            block += self.stream.read(1)
        return block

    def renamed(self, name: str, stream: IO[bytes]) -> File:
        """The same file taken out of its wrapping."""
        return replace(self, name=name, stream=stream)

    def inside(self, member: str, stream: IO[bytes]) -> File:
        """A member of this archive."""
        return replace(self, name=f"{self.name}!{shown(member)}", stream=stream, depth=self.depth + 1)

    def refuse(self, source: str, error: DepecheError) -> None:
        """Tell of a part that cannot be read, and go on; without anyone to tell, raise."""
        if self.refused is None:
            raise error
        self.refused(source, error)


def shown(name: str) -> str:
    """A name that can be printed and written as UTF-8, whatever bytes it had on its disk."""
    if name.isprintable():
        return name
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


@contextlib.contextmanager
def mapped(name: str, what: str) -> Iterator[None]:
    """Whatever a parser of foreign bytes raises becomes `UnreadableInput`; our own errors pass."""
    try:
        yield
    except DepecheError:
        raise
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        raise UnreadableInput(f"{name} has a byte 0x{byte:02X} that is not valid {error.encoding.upper()}.") from error
    except FOREIGN as error:
        why = " ".join(str(error).split()).rstrip(".")[:200] or type(error).__name__
        raise UnreadableInput(f"{name} is no readable {what}: {why}.") from error


def spooled(stream: IO[bytes], *, most: int, name: str) -> IO[bytes]:
    """A seekable copy: in memory while it is small, else in a nameless temporary file. Raises `TooLarge`."""
    first = stream.read(min(most + 1, SMALL))
    if len(first) < min(most + 1, SMALL) and not stream.read(1):
        return io.BytesIO(first)
    copy: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (the caller closes it)
    try:
        total, block = 0, first
        while block:
            total += len(block)
            if total > most:
                raise TooLarge(f"{name} unpacks to more than {most:,} bytes (limits.bytes, limits.archive_ratio).")
            copy.write(block)
            block = stream.read(BLOCK)
    except BaseException:
        copy.close()
        raise
    copy.seek(0)
    return copy
