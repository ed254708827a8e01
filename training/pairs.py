"""Sentence pairs from files: TSV, TSV.xz and TMX, in the typography that the model sees when it runs."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, iterparse  # a TMX without a DTD: see `_refuse_doctype`

from service.errors import InputError
from service.normalise.characters import characters, spaces, unwrap
from service.normalise.titles import titles

Pair = tuple[str, str]  # French, English
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SUFFIXES = (".tsv", ".tsv.xz", ".tmx")


def plain(text: str) -> str:
    """The typography of the service, on one line: NFC, straight apostrophes and quotes, single spaces; « » stay."""
    return spaces(unwrap(characters(text.replace("\t", " "))))


def files_in(path: Path) -> list[Path]:
    """The pair files of a folder in the order of their names; a file stands for itself. Raises `InputError`."""
    found = sorted(p for p in path.iterdir() if p.name.endswith(SUFFIXES)) if path.is_dir() else [path]
    if not found or not all(p.is_file() and p.name.endswith(SUFFIXES) for p in found):
        raise InputError(f"{path} holds no sentence pairs; give a .tsv, .tsv.xz or .tmx file, or a folder of them.")
    return found


def read_pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a file or folder, in order and in one typography; empty sides are left out. Raises `InputError`."""
    for file in files_in(path):
        rows = _tmx(file) if file.suffix == ".tmx" else _tsv(file)
        for french, english in rows:
            pair = titles(plain(french)), plain(english)
            if all(pair):
                yield pair


def write_pairs(path: Path, pairs: Iterator[Pair]) -> int:
    """Writes French, tab, English, one pair a line, and counts them."""
    count = 0
    with path.open("w", encoding="utf-8") as lines:
        for french, english in pairs:
            lines.write(f"{french}\t{english}\n")
            count += 1
    return count


def _tsv(path: Path) -> Iterator[Pair]:
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            sides = line.rstrip("\r\n").split("\t")
            if len(sides) < 2:
                raise InputError(f"{path}, line {number}: no tab between the French and the English.")
            yield sides[0], sides[1]


def _tmx(path: Path) -> Iterator[Pair]:
    """Each translation unit that has a French and an English segment; inline tags are dropped, their text kept."""
    _refuse_doctype(path)
    try:
        for _, element in iterparse(path):  # noqa: S314  entities cannot be declared: the DOCTYPE was refused
            if _name(element) == "tu":
                sides = {_language(variant): _segment(variant) for variant in element if _name(variant) == "tuv"}
                if "fr" in sides and "en" in sides:
                    yield sides["fr"], sides["en"]
                element.clear()
    except ParseError as error:
        raise InputError(f"{path} is no valid TMX: {error}.") from error


def _refuse_doctype(path: Path) -> None:
    """Entities are declared in a DOCTYPE, and a bomb needs them; `tmx14.dtd` by reference declares none."""
    with path.open("rb") as opened:
        head = opened.read(4096).replace(b"\0", b"")
    if b"<!ENTITY" in head or re.search(rb"<!DOCTYPE[^>]*\[", head):
        raise InputError(f"{path} declares entities, which is not read for safety; save it as plain TMX 1.4.")


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _language(variant: Element) -> str:
    return (variant.get(XML_LANG) or variant.get("lang") or "").lower().replace("_", "-").partition("-")[0]


def _segment(variant: Element) -> str:
    return "".join(text for child in variant if _name(child) == "seg" for text in child.itertext())
