"""ZIP archives, member by member."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from service.errors import TooLarge, UnreadableInput
from service.readers import read_file
from service.readers.file import CONTAINER, File, mapped, shown, spooled
from service.readers.kinds import CONTAINERS, SUFFIXES, suffix
from service.readers.office import check_ratio, open_zip
from service.types import Document

PASSED_OVER = ("__MACOSX/", ".")


def read_zip(file: File) -> Iterator[Document]:
    """Members in the order of the archive. One that cannot be read is refused under its own name, and the rest goes on."""
    check_depth(file)
    seen: dict[str, int] = {}
    with open_zip(file) as archive:
        for info in archive.infolist():
            if info.is_dir() or hidden(info.filename):
                continue
            member = unique(info.filename, seen)
            try:
                inner = _open(archive, info, member=member, file=file)
            except (UnreadableInput, TooLarge) as error:
                file.refuse(f"{file.name}!{member}", error)
                continue
            with inner.stream:
                yield from read_file(inner)


def check_depth(file: File) -> None:
    if file.depth >= file.limits.archive_depth:
        raise TooLarge(
            f"{file.name} is an archive inside {file.depth} others, over the {file.limits.archive_depth} of limits.archive_depth."
        )


def hidden(member: str) -> bool:
    """What operating systems leave behind: ".DS_Store", "__MACOSX/"."""
    return member.startswith("__MACOSX/") or member.rpartition("/")[2].startswith((".", "~$"))


def unique(member: str, seen: dict[str, int]) -> str:
    """The name of a member, with a number where the archive has it twice: a source names one document."""
    member = shown(member)
    seen[member] = seen.get(member, 0) + 1
    return member if seen[member] == 1 else f"{member}#{seen[member]}"


def most_bytes(member: str, file: File) -> int:
    """A document may have `limits.bytes`; archives and tables, which are read piece by piece, more."""
    return file.limits.bytes * (CONTAINER if SUFFIXES.get(suffix(member)) in CONTAINERS else 1)


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, member: str, file: File) -> File:
    name = f"{file.name}!{member}"
    if info.flag_bits & 0x1:
        raise UnreadableInput(f"{name} is encrypted; unpack the archive with its password first.")
    check_ratio(info.file_size, info.compress_size, name=name, limits=file.limits)
    with mapped(name, "member of the archive"), archive.open(info) as packed:
        return file.inside(member, spooled(packed, most=most_bytes(info.filename, file), name=name))
