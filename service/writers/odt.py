"""ODT → ODT: paragraphs, lists, tables, notes, headers and footers, with their spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.readers.file import File
from service.readers.odt import MARKS, PARAGRAPHS, TEXT, UNSEEN, paragraphs
from service.readers.office import open_zip, part
from service.writers.package import exchanged
from service.writers.spread import Piece, Translate, translated

FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
Place = tuple[Any, str]  # an element and "text" or "tail"


def write_odt(file: File, translate: Translate) -> bytes:
    with open_zip(file) as archive:
        found = {path: part(archive, path, file=file) for path in ("content.xml", "styles.xml")}
        parts = {path: root for path, root in found.items() if root is not None}
        units = [unit for root in parts.values() for paragraph in paragraphs(root) for unit in _units(paragraph)]
        pieces = [[Piece(getattr(*place), style) for place, style in unit] for unit in units]
        for unit, old, new in zip(units, pieces, translated(pieces, translate), strict=True):
            for (place, _), before, after in zip(unit, old, new, strict=True):
                if before.text != after:
                    setattr(*place, after)
        for root in parts.values():
            _english(root)
        return exchanged(archive, parts)


def _units(paragraph: Any) -> Iterator[list[tuple[Place, tuple[str, ...]]]]:
    """The texts of a paragraph with the spans that they stand in, cut at tabs and line breaks."""
    unit: list[tuple[Place, tuple[str, ...]]] = []
    for place, style in _texts(paragraph, ()):
        if place is None:
            yield from [unit] if unit else []
            unit = []
        else:
            unit.append((place, style))
    yield from [unit] if unit else []


def _texts(element: Any, style: tuple[str, ...]) -> Iterator[tuple[Place | None, tuple[str, ...]]]:
    if element.text:
        yield (element, "text"), style
    for child in element:
        if child.tag in MARKS:
            yield None, ()
        elif isinstance(child.tag, str) and child.tag not in UNSEEN and child.tag not in PARAGRAPHS:
            yield from _texts(child, (*style, child.get(f"{TEXT}style-name", child.tag)))
        if child.tail:
            yield (child, "tail"), style


def _english(root: Any) -> None:
    for element in root.iter():
        if isinstance(element.tag, str) and element.get(f"{FO}language") == "fr":
            element.set(f"{FO}language", "en")
            element.set(f"{FO}country", "GB")
