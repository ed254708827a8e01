"""What DOCX and ODT share: a ZIP archive of XML parts, opened within bounds and without entities."""

from __future__ import annotations

import zipfile
from typing import Any

from lxml import etree

from service.config import LimitSettings
from service.errors import TooLarge, UnreadableInput
from service.readers.file import BLOCK, File, mapped

PROTECTED = b"\xd0\xcf\x11\xe0"


def open_zip(file: File) -> zipfile.ZipFile:
    """The archive with its declared sizes within bounds (reading never gives more than declared). Raises `TooLarge`."""
    packed = file.size()
    with mapped(file.name, "ZIP archive"):
        archive = zipfile.ZipFile(file.stream)
    check_ratio(sum(info.file_size for info in archive.infolist()), packed, name=file.name, limits=file.limits)
    return archive


def check_ratio(unpacked: int, packed: int, *, name: str, limits: LimitSettings) -> None:
    """Small files may be as repetitive as they like."""
    if unpacked > max(BLOCK, packed * limits.archive_ratio):
        raise TooLarge(
            f"{name} unpacks from {packed:,} to {unpacked:,} bytes, over the {limits.archive_ratio}:1 of limits.archive_ratio."
        )


def office_kind(file: File) -> str:
    """Whether a ZIP archive is a document of an office program."""
    with open_zip(file) as archive:
        names = set(archive.namelist())
        if "word/document.xml" in names:
            return "docx"
        if "mimetype" in names and "content.xml" in names:
            with mapped(file.name, "OpenDocument file"):
                form = archive.open("mimetype").read(100)
            if form.startswith(b"application/vnd.oasis.opendocument.text"):
                return "odt"
            raise UnreadableInput(
                f"{file.name} is an OpenDocument file without running text ({form.decode('ascii', 'replace')})."
            )
        for folder, what in (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation")):
            if "[Content_Types].xml" in names and any(name.startswith(folder) for name in names):
                raise UnreadableInput(f"{file.name} is {what}, which Dépêche does not read; export its text first.")
    return "zip"


def part(archive: zipfile.ZipFile, name: str, *, file: File) -> Any:
    """The root element of an XML part, or None where there is no such part."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.file_size > file.limits.bytes:
        raise TooLarge(f"{file.name} has a part {name} of more than the {file.limits.bytes:,} bytes of limits.bytes.")
    with mapped(file.name, "office document"):
        content = archive.read(info)
    return parse_xml(content, name=file.name)


def parse_xml(content: bytes, *, name: str) -> Any:
    """The root element. Nothing outside is loaded; a document that declares entities is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(f"{name} is no valid XML: {error}.") from error
    kind = root.getroottree().docinfo.internalDTD
    if kind is not None and any(True for _ in kind.iterentities()):
        raise UnreadableInput(f"{name} declares XML entities, which are not read for safety.")
    return root
