"""TMX 1.4, the form in which translation memories travel: read as a stream, written whole.

Two properties of our own let machine translations come back as what they are: with their signature and findings, and as such
only while nobody has changed their English. A person who edits one makes it a human translation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

import service
from service.errors import MissingExtra, UnreadableInput
from service.memory.unit import Kept, Unit
from service.types import Rendering

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NATIVE = frozenset({"bpt", "ept", "ph", "it", "ut"})  # codes of the program that wrote it, and no text
_SIGNATURE, _RENDERING = "x-depeche-signature", "x-depeche-rendering"


def read_tmx(path: Path) -> Iterator[Kept | Unit | None]:
    """The units in order; None for one without French, English or text. Raises `UnreadableInput`, `MissingExtra`."""
    try:
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import ParseError, iterparse
    except ImportError as error:
        if error.name != "defusedxml":
            raise
        raise MissingExtra('TMX files need defusedxml: pip install "depeche[memory]".') from error
    try:
        events = iterparse(path, events=("start", "end"))
        _, root = next(events)
        if _tag(root) != "tmx":
            raise UnreadableInput(f"{path} is no TMX file: its outermost element is <{_tag(root)}>.")
        body = root
        for event, element in events:
            if event == "start" and _tag(element) == "body":
                body = element
            if event == "end" and _tag(element) == "tu":
                yield _entry(element, path.name)
                body.clear()  # else a large file would stay in memory whole
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read: {error.strerror}.") from error
    except (ParseError, StopIteration) as error:
        raise UnreadableInput(f"{path} is no readable TMX file: {error or 'it is empty'}.") from error
    except (DefusedXmlException, UnicodeError, LookupError) as error:
        raise UnreadableInput(f"{path} is no readable TMX file: entities of its own, or not the encoding it names.") from error


def write_tmx(entries: Iterable[Kept | Unit]) -> bytes:
    """One file of all entries; machine translations that are severely doubted are left out, as nobody should reuse them."""
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="depeche" creationtoolversion="{service.__version__}" segtype="sentence" o-tmf="depeche" '
        'adminlang="en" srclang="fr" datatype="plaintext"/>\n<body>\n'
    )
    return "".join([head, *(_written(e) for e in entries if _worth(e)), "</body>\n</tmx>\n"]).encode()


def _worth(entry: Kept | Unit) -> bool:
    if isinstance(entry, Unit):
        return True
    french, english = entry.french, entry.rendering.english
    if _holdable(french) != french or _holdable(english) != english:  # it would come back as another text
        return False
    return english.strip() != french.strip() and not any(f.severe for f in entry.rendering.findings)


def _written(entry: Kept | Unit) -> str:
    if isinstance(entry, Unit):
        english, properties = entry.english, [("x-depeche-file", entry.file)]
    else:
        english = entry.rendering.english
        properties = [(_SIGNATURE, entry.signature), (_RENDERING, json.dumps(entry.rendering.to_dict()))]
    notes = "".join(f'<prop type="{kind}">{_text(value)}</prop>' for kind, value in properties)
    return f"<tu>{notes}{_variant('fr', entry.french)}{_variant('en', english)}</tu>\n"


def _variant(language: str, text: str) -> str:
    return f'<tuv xml:lang="{language}"><seg>{_text(text)}</seg></tuv>'


def _text(text: str) -> str:
    return escape(_holdable(text), {"\r": "&#13;"})  # a bare one would be read as a newline


def _holdable(text: str) -> str:
    """What XML can hold of a text: no control characters but tab and line ends, no lone surrogates."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"))


def _entry(tu: Element, name: str) -> Kept | Unit | None:
    texts: dict[str, str] = {}
    for variant in (child for child in tu if _tag(child) == "tuv"):
        language = (variant.get(_LANG) or variant.get("lang") or "")[:2].lower()
        segment = next((child for child in variant if _tag(child) == "seg"), None)
        if segment is not None:
            texts.setdefault(language, _plain(segment))
    french, english = texts.get("fr", ""), texts.get("en", "")
    if not french.strip() or not english.strip():
        return None
    notes = {p.get("type"): p.text or "" for p in tu if _tag(p) == "prop"}
    return _machine(notes, french, english) or Unit(french=french, english=english, file=name)


def _machine(notes: dict[Any, str], french: str, english: str) -> Kept | None:
    """The machine translation that we once wrote, where it is still the same."""
    if not notes.get(_SIGNATURE):
        return None
    try:
        rendering = Rendering.from_dict(json.loads(notes.get(_RENDERING, "")))
    except (ValueError, TypeError, AttributeError):
        return None
    if rendering.english != english:
        return None
    return Kept(signature=notes[_SIGNATURE], french=french, rendering=rendering)


def _plain(segment: Element) -> str:
    """The words of a segment; highlighted ones count, native codes do not."""
    pieces = [segment.text or ""]
    for child in segment:
        if _tag(child) not in _NATIVE:
            pieces.append(_plain(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
