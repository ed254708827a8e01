"""OpenDocument text, read from its XML."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from service.errors import UnreadableInput
from service.readers.docx import joined
from service.readers.file import File
from service.readers.metadata import believable_title
from service.readers.office import open_zip, part
from service.types import Document

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
UNSEEN = frozenset(
    {f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}note-citation", f"{TEXT}sequence-decls", f"{OFFICE}forms"}
)
MARKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}


def read_odt(file: File) -> Iterator[Document]:
    """Paragraphs, lists, tables, text boxes and notes in their order."""
    with open_zip(file) as archive:
        if b"encryption-data" in _manifest(archive):
            raise UnreadableInput(f"{file.name} is protected by a password; save it without one.")
        content = part(archive, "content.xml", file=file)
        about = part(archive, "meta.xml", file=file)
    title = next(about.iter("{http://purl.org/dc/elements/1.1/}title"), None) if about is not None else None
    body = content.find(f"{OFFICE}body")
    blocks = list(_blocks(body if body is not None else content))
    yield Document(text=joined(blocks), source=file.name, title=believable_title(title.text) if title is not None else None)


def _manifest(archive: zipfile.ZipFile) -> bytes:
    """A protected file lists its keys here; its parts are noise."""
    return archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.namelist() else b""


def paragraphs(root: Any) -> Iterator[Any]:
    """Every paragraph and heading that is seen."""
    for paragraph in root.iter(*PARAGRAPHS):
        if not any(around.tag in UNSEEN for around in paragraph.iterancestors()):
            yield paragraph


def text_of(element: Any) -> str:
    """What a reader sees of a paragraph, without the paragraphs of notes and text boxes inside it."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}s":
            pieces.append(" " * min(int(child.get(f"{TEXT}c", "1")), 100))
        elif child.tag in MARKS:
            pieces.append(MARKS[child.tag])
        elif isinstance(child.tag, str) and child.tag not in UNSEEN and child.tag not in PARAGRAPHS:
            pieces.append(text_of(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _blocks(body: Any) -> Iterator[tuple[str, str]]:
    rows: set[Any] = set()
    for paragraph in paragraphs(body):
        around = list(paragraph.iterancestors(f"{TABLE}table-row", f"{TEXT}list-item"))
        row = next((a for a in reversed(around) if a.tag == f"{TABLE}table-row"), None)
        if row is not None:
            if row not in rows:
                rows.add(row)
                yield from _row(row)
        elif text := " ".join(text_of(paragraph).split(" ")).strip():
            first = bool(around) and next(around[0].iter(*PARAGRAPHS)) is paragraph
            yield ("item" if first else "paragraph"), text


def _row(row: Any) -> Iterator[tuple[str, str]]:
    cells = [
        [t for p in paragraphs(cell) if (t := text_of(p).strip())]
        for cell in row.iter(f"{TABLE}table-cell")
        if not any(a.tag == f"{TABLE}table-cell" for a in cell.iterancestors())
    ]
    filled = [cell for cell in cells if cell]
    if len(filled) == 1:
        yield from (("paragraph", text) for text in filled[0])
    elif filled:
        yield "row", " | ".join(" ".join(cell) for cell in cells)
