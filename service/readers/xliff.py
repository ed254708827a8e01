"""XLIFF 1.2 and 2: the French of the segments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.errors import UnreadableInput
from service.readers.file import File
from service.readers.office import parse_xml
from service.types import Document

CODES = frozenset({"bpt", "ept", "ph", "it", "x", "bx", "ex", "cp", "sc", "ec", "sm", "em"})


def read_xliff(file: File) -> Iterator[Document]:
    """One document; its segments are its paragraphs. Native codes in the segments are no text."""
    root = parse_xml(file.content(), name=file.name)
    if local(root) != "xliff":
        raise UnreadableInput(f"{file.name} is no XLIFF: its outermost element is <{local(root)}>.")
    texts = [text for source in sources(root) if (text := text_of(source).strip())]
    yield Document(text="\n\n".join(texts), source=file.name)


def sources(root: Any) -> Iterator[Any]:
    """The <source> of every unit that may be translated, those of alternatives and comments left out."""
    for source in root.iter("{*}source"):
        unit = source.getparent()
        around = (unit, *unit.iterancestors())
        if local(unit) in ("trans-unit", "segment") and all(a.get("translate") != "no" for a in around):
            yield source


def text_of(element: Any) -> str:
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and local(child) not in CODES:
            pieces.append(text_of(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
