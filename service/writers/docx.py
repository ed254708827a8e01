"""DOCX → DOCX: paragraphs, tables, text boxes, headers, footers and notes, with their formatting run by run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from service.readers.docx import FALLBACK, NESTED, UNSEEN, W
from service.readers.file import File
from service.readers.office import open_zip, part
from service.writers.package import exchanged
from service.writers.spread import Piece, Translate, translated

PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
STYLES = "word/styles.xml"
BREAKS = frozenset({f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab"})
NOISE = frozenset({f"{W}lang", f"{W}noProof", f"{W}rtl"})  # says nothing of how a run looks
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_docx(file: File, translate: Translate) -> bytes:
    with open_zip(file) as archive:
        parts = {path: part(archive, path, file=file) for path in archive.namelist() if PARTS.fullmatch(path) or path == STYLES}
        units = [unit for path, root in parts.items() if path != STYLES for unit in _units(root)]
        pieces = [[Piece("".join(t.text or "" for t in run), _style(run[0])) for run in unit] for unit in units]
        for unit, new in zip(units, translated(pieces, translate), strict=True):
            for run, text in zip(unit, new, strict=True):
                _put(run, text)
        for root in parts.values():
            _english(root)
        return exchanged(archive, parts)


def _units(root: Any) -> Iterator[list[list[Any]]]:
    """Paragraphs, cut at tabs and line breaks, as runs of one look: lists of their text elements."""
    for paragraph in root.iter(f"{W}p"):
        if any(around.tag in UNSEEN for around in paragraph.iterancestors()):
            continue
        unit: list[list[Any]] = []
        for element in _texts(paragraph):
            if element.tag in BREAKS:
                yield from [unit] if unit else []
                unit = []
            elif unit and _style(unit[-1][0]) == _style(element):
                unit[-1].append(element)
            else:
                unit.append([element])
        yield from [unit] if unit else []


def _texts(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == f"{W}t" or child.tag in BREAKS:
            yield child
        elif isinstance(child.tag, str) and child.tag not in UNSEEN and child.tag not in NESTED:
            yield from _texts(child)


def _style(text: Any) -> tuple[int, bytes] | tuple[()]:
    """What a run looks like and the link or field that it stands in. Word cuts runs at every edit: equal looks are one."""
    run = text.getparent()
    outer = run.getparent()
    properties = run.find(f"{W}rPr")
    look = b"".join(etree.tostring(p, method="c14n") for p in properties if p.tag not in NOISE) if properties is not None else b""
    return (id(outer), look) if look or outer.tag != f"{W}p" else ()


def _put(run: list[Any], text: str) -> None:
    """All of the text into the first element, if it changed; the others, which Word cut off, are emptied."""
    if text == "".join(t.text or "" for t in run):
        return
    for element in run:
        element.text = ""
    run[0].text = text
    run[0].set(SPACE, "preserve")


def _english(root: Any) -> None:
    """The language of the spelling checker; what older programs show instead of a text box would stay French and goes."""
    for language in root.iter(f"{W}lang"):
        for key, value in language.attrib.items():
            if value.lower().startswith("fr"):
                language.set(key, "en-GB")
    for fallback in list(root.iter(FALLBACK)):
        if next(fallback.iter(f"{W}t"), None) is not None:
            fallback.getparent().remove(fallback)
