"""Tar archives, member by member, from a stream that need not seek."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator

from service.errors import TooLarge, UnreadableInput
from service.readers import read_file
from service.readers.file import File, mapped, spooled
from service.readers.zipped import check_depth, hidden, most_bytes, unique
from service.types import Document


def read_tar(file: File) -> Iterator[Document]:
    """Members in the order of the archive; links and devices are passed over, since nothing is ever unpacked to disk."""
    check_depth(file)
    seen: dict[str, int] = {}
    with mapped(file.name, "tar archive"), tarfile.open(fileobj=file.stream, mode="r|", errorlevel=1) as archive:
        for info in archive:
            archive.members = []  # type: ignore[attr-defined]  # it keeps them all: a leak over 100,000
            if not info.isfile() or hidden(info.name):
                continue
            member = unique(info.name, seen)
            try:
                inner = _open(archive, info, member=member, file=file)
            except (UnreadableInput, TooLarge) as error:
                file.refuse(f"{file.name}!{member}", error)
                continue
            with inner.stream:
                yield from read_file(inner)


def _open(archive: tarfile.TarFile, info: tarfile.TarInfo, *, member: str, file: File) -> File:
    name = f"{file.name}!{member}"
    most = most_bytes(info.name, file)
    if info.size > most:
        raise TooLarge(f"{name} has {info.size:,} bytes, more than {most:,} (limits.bytes).")
    with mapped(name, "member of the archive"):
        stream = archive.extractfile(info)
        if stream is None:
            raise UnreadableInput(f"{name} is no file.")
        return file.inside(member, spooled(stream, most=most, name=name))
