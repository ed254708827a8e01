"""Glossary files to entries: TOML, CSV and TBX (ISO 30042, versions 2 and 3)."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.errors import GlossaryError, MissingExtra


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a glossary file, articles and all."""

    french: str
    english: str
    kind: str = "term"
    also: tuple[str, ...] = ()
    source: str = ""


def read_terms(path: Path) -> list[Entry]:
    """The entries of one file, by its ending. Raises `GlossaryError`, and `MissingExtra` for TBX without defusedxml."""
    readers = {".toml": _toml, ".csv": _csv, ".tsv": _csv, ".tbx": _tbx, ".xml": _tbx}
    if path.suffix.lower() not in readers:
        raise GlossaryError(f"{path}: a glossary is a .toml, .csv, .tsv or .tbx file.")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"The glossary {path} cannot be read: {error.strerror}.") from error
    entries = list(readers[path.suffix.lower()](raw, path))
    for entry in entries:
        if not entry.french.strip() or not entry.english.strip():
            raise GlossaryError(f"{path}: the entry {entry.french!r} = {entry.english!r} lacks one of its languages.")
    return entries


def _text(raw: bytes, path: Path) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GlossaryError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error


def _toml(raw: bytes, path: Path) -> Iterator[Entry]:
    """`[terms]` French = English, or = {en, also}; `keep`, `places`, `acronyms` and `institutions` are lists."""
    try:
        tables: dict[str, Any] = tomllib.loads(_text(raw, path))
    except tomllib.TOMLDecodeError as error:
        raise GlossaryError(f"The glossary {path} is no valid TOML: {error}.") from error
    unknown = set(tables) - {"terms", "keep", "places", "acronyms", "institutions"}
    if unknown:
        raise GlossaryError(
            f"{path}: {sorted(unknown)[0]!r} is unknown; a glossary has terms, keep, places, acronyms, institutions."
        )
    try:
        yield from _entries(tables, str(path))
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise GlossaryError(f"{path}: an entry has the wrong shape: {error}.") from error


def _entries(tables: dict[str, Any], source: str) -> Iterator[Entry]:
    for name, acronym, english, short in tables.get("institutions", ()):
        yield Entry(french=name, english=english, kind="institution", also=(short,) if short else (), source=source)
        if acronym:
            yield Entry(
                french=acronym,
                english=short or english,
                kind="acronym",
                also=(english.removeprefix("the "),),
                source=source,
            )
    for kind in ("acronyms", "places"):
        for french, english, *also in tables.get(kind, ()):
            yield Entry(french=french, english=english, kind=kind[:-1], also=tuple(also), source=source)
    for word in tables.get("keep", ()):
        yield Entry(french=word, english=word, kind="keep", source=source)
    for french, english in tables.get("terms", {}).items():
        known = {"en": english} if isinstance(english, str) else dict(english)
        yield Entry(french=french, english=known["en"], also=tuple(known.get("also", ())), source=source)


def _csv(raw: bytes, path: Path) -> Iterator[Entry]:
    """French, English and any columns more; a first line `fr,en` or `french,english` is a heading."""
    text = _text(raw, path)
    first = text.partition("\n")[0]
    mark = "\t" if "\t" in first else ";" if ";" in first and "," not in first else ","
    for count, row in enumerate(csv.reader(text.splitlines(), delimiter=mark), 1):
        if not row or (count == 1 and row[0].strip().lower() in ("fr", "french", "français", "source")):
            continue
        if len(row) < 2:
            raise GlossaryError(f"{path}, line {count}: {row[0]!r} stands alone; a line is French{mark!r}English.")
        yield Entry(french=row[0], english=row[1], source=str(path))


def _tbx(raw: bytes, path: Path) -> Iterator[Entry]:
    """The first French and English term of each concept; further English terms are right too."""
    try:
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring
    except ImportError as error:
        if error.name != "defusedxml":
            raise
        raise MissingExtra("TBX glossaries need defusedxml: pip install 'depeche[archive]'.") from error
    try:
        root = fromstring(raw.decode("utf-8-sig"))
    except (ParseError, DefusedXmlException, UnicodeDecodeError, ValueError) as error:
        raise GlossaryError(f"The glossary {path} is no readable TBX: {error}.") from error
    for concept in root.iter():
        if _tag(concept) in ("termEntry", "conceptEntry"):
            words = {"fr": [], "en": []}  # type: dict[str, list[str]]
            for section in concept:
                language = (section.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower()
                if language in words:
                    words[language] += [t.text.strip() for t in section.iter() if _tag(t) == "term" and t.text]
            for french in words["fr"] if words["en"] else ():
                yield Entry(french=french, english=words["en"][0], also=tuple(words["en"][1:]), source=str(path))


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
