"""XLIFF → XLIFF with targets, 1.2 and 2; a target that a person has already written stays."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from service.readers.file import File
from service.readers.office import parse_xml
from service.readers.xliff import CODES, local, sources, text_of
from service.writers.package import serialised
from service.writers.spread import Piece, Translate, translated

Place = tuple[Any, str]  # an element and "text" or "tail"


def write_xliff(file: File, translate: Translate) -> bytes:
    root = parse_xml(file.content(), name=file.name)
    targets = [_target(source) for source in sources(root) if _wanted(source)]
    units = [list(_texts(target, ())) for target in targets]
    pieces = [[Piece(getattr(*place) or "", style) for place, style in unit] for unit in units]
    for unit, new in zip(units, translated(pieces, translate), strict=True):
        for (place, _), text in zip(unit, new, strict=True):
            setattr(*place, text)
    for element in (root, *root.iter("{*}file")):
        if element.get("source-language") is not None:
            element.set("target-language", "en")
        if element.get("srcLang") is not None:
            element.set("trgLang", "en")
    return serialised(root)


def _wanted(source: Any) -> bool:
    """Whether there is no target yet, or only a copy of the source."""
    target = source.getparent().find("{*}target")
    return target is None or text_of(target).strip() in ("", text_of(source).strip())


def _target(source: Any) -> Any:
    """A new target just after its source, with its inline codes."""
    unit = source.getparent()
    old = unit.find("{*}target")
    if old is not None:
        unit.remove(old)
    target = copy.deepcopy(source)
    target.tag = source.tag.replace("source", "target")
    target.attrib.pop("{http://www.w3.org/XML/1998/namespace}lang", None)
    if local(unit) == "trans-unit":
        target.set("state", "needs-review-translation")
    else:
        unit.set("state", "translated")
    source.addnext(target)
    target.tail = source.tail
    return target


def _texts(element: Any, style: tuple[str, ...]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    if element.text:
        yield (element, "text"), style
    for child in element:
        if isinstance(child.tag, str) and local(child) not in CODES:
            yield from _texts(child, (*style, child.get("id", "")))
        if child.tail:
            yield (child, "tail"), style
