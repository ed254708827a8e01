"""Word documents, read from their XML: text boxes, tracked insertions and content controls too, which python-docx passes over."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from service.readers.file import File
from service.readers.metadata import believable_title
from service.readers.office import open_zip, part
from service.types import Document, Removed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
UNSEEN = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", FALLBACK})
MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}sym": "•"}
NESTED = (f"{W}p", f"{W}tbl")
PAGE = re.compile(r"word/(header|footer)\d*\.xml")
NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read_docx(file: File) -> Iterator[Document]:
    """Paragraphs, lists, tables and notes in their order; the page header and footer are listed in `removed`."""
    with open_zip(file) as archive:
        body = part(archive, "word/document.xml", file=file)
        blocks = list(_blocks(body))
        for name in NOTES:
            notes = part(archive, name, file=file)
            if notes is not None:
                blocks.extend(_blocks(notes))
        yield Document(
            text=joined(blocks),
            source=file.name,
            title=_title(archive, file),
            removed=tuple(_page_lines(archive, file)),
        )


def joined(blocks: list[tuple[str, str]]) -> str:
    """Items of one list and rows of one table stand on lines of their own, all else in paragraphs."""
    lines: list[str] = []
    for i, (kind, text) in enumerate(blocks):
        if i:
            lines.append("\n" if kind != "paragraph" and blocks[i - 1][0] == kind else "\n\n")
        lines.append(f"- {text}" if kind == "item" else text)
    return "".join(lines)


def paragraphs(root: Any) -> Iterator[Any]:
    """Every paragraph that is seen, those inside tables and text boxes too."""
    for paragraph in root.iter(f"{W}p"):
        if not any(around.tag in UNSEEN for around in paragraph.iterancestors()):
            yield paragraph


def text_of(element: Any) -> str:
    """What a reader sees of a paragraph, without the paragraphs of text boxes inside it."""
    pieces: list[str] = []
    for child in element:
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag in MARKS:
            pieces.append(MARKS[child.tag])
        elif child.tag not in UNSEEN and child.tag not in NESTED and isinstance(child.tag, str):
            pieces.append(text_of(child))
    return "".join(pieces)


def _blocks(root: Any) -> Iterator[tuple[str, str]]:
    rows: set[Any] = set()
    for paragraph in paragraphs(root):
        row = next((a for a in paragraph.iterancestors() if a.tag == f"{W}tr"), None)
        if row is not None:
            outer = [a for a in paragraph.iterancestors() if a.tag == f"{W}tr"][-1]
            if outer not in rows:
                rows.add(outer)
                yield from _row(outer)
        elif text := text_of(paragraph).strip():
            yield ("item" if _is_item(paragraph) else "paragraph"), text


def _row(row: Any) -> Iterator[tuple[str, str]]:
    """A row of several cells is one line; a lone cell holds paragraphs as a page does (many releases are laid out so)."""
    cells = [[t for p in paragraphs(cell) if (t := text_of(p).strip())] for cell in row.iter(f"{W}tc")]
    filled = [cell for cell in cells if cell]
    if len(filled) == 1:
        yield from (("paragraph", text) for text in filled[0])
    elif filled:
        yield "row", " | ".join(" ".join(cell) for cell in cells)


def _is_item(paragraph: Any) -> bool:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return False
    style = properties.find(f"{W}pStyle")
    named = style is not None and style.get(f"{W}val", "").startswith(("ListBullet", "ListNumber", "Listepuces"))
    return named or properties.find(f"{W}numPr") is not None


def _page_lines(archive: zipfile.ZipFile, file: File) -> Iterator[Removed]:
    for name in sorted(filter(PAGE.fullmatch, archive.namelist())):
        root = part(archive, name, file=file)
        for text in filter(None, (text_of(p).strip() for p in paragraphs(root))):
            yield Removed(line=0, text=text, reason=f"page {name[5:11]}")


def _title(archive: zipfile.ZipFile, file: File) -> str | None:
    """The date of creation is not taken: it is the template's as often as the release's."""
    core = part(archive, "docProps/core.xml", file=file)
    title = next(core.iter("{*}title"), None) if core is not None else None
    return believable_title(title.text) if title is not None else None
