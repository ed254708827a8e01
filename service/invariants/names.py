"""Acronyms and names of people: what the English must spell as the French does, or as the glossary says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from service.invariants.fact import Fact

ACRONYM = re.compile(r"(?<![\w⟦#@.-])(?=[^\s]*[A-ZÀ-Þ])[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9&]*(?:-[A-Z0-9]+)*(?![\w@⟧-]|\.[A-Z])")
HONORIFIC = r"(?:M\.|MM\.|Mme|Mmes|Mlle|Dr|Pr|Me)"
PERSON = re.compile(
    rf"(?<!\w){HONORIFIC}[ \u00a0\u202f](?P<name>[A-ZÀ-Þ][\w’'-]*(?:[ \u00a0](?:(?:de|du|des|la|el|al|ben|bin|von|van)[ \u00a0])?[A-ZÀ-Þ][\w’'-]*){{0,3}})"
)
ROMAN = re.compile(r"[IVXLC]+")
NO_ACRONYMS = frozenset(
    "LA LE LES DE DU DES ET EN UN AU IL ON NE SA SE CE À TV OK JC MM MW KW GW TWH GWH MWH KWH MO GO HA KM CFA FCFA XOF XAF DH MDH MAD USD US "
    "EUR CHF GBP CAD CZK TND DZD HT TTC NB PS AM PM ART PP NO".split()
)  # words of a heading, units, currencies: read elsewhere, or by nobody


def acronyms(text: str) -> Iterator[Fact]:
    """Words of capitals, two letters at least; none in a text that is all capitals, where nothing can be told."""
    if mostly_capitals(text):
        return
    for found in ACRONYM.finditer(text):
        word = found.group()
        letters = sum(c.isalpha() for c in word)
        if len(word) < 2 or letters < 1 or (letters < 2 and not word[0].isalpha()) or ROMAN.fullmatch(word) or word in NO_ACRONYMS:
            continue
        yield Fact(
            kind="acronym", text=word, start=found.start(), end=found.end(), readings=frozenset({("acronym", word)})
        )


def people(text: str) -> Iterator[Fact]:
    """Surnames after a title: `M. Youssef Amrani` asks for Amrani, accents aside."""
    for found in PERSON.finditer(text):
        surname = found["name"].split()[-1]
        yield Fact(kind="name", text=found["name"], start=found.start("name"), end=found.end("name"),
                   readings=frozenset({("name", fold(surname))}))  # fmt: skip


def mostly_capitals(text: str) -> bool:
    """A heading in capitals has no acronyms to be seen."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.6 * len(letters)


def fold(text: str) -> str:
    """Without accents and case, the hyphen and apostrophe plain."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return plain.replace("’", "'")
