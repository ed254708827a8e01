"""Every fact of the French must have its answer in the English, and every figure of the English its ground in the French."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from service.glossary import Glossary
from service.invariants.addresses import addresses, phones
from service.invariants.dates import english_dates, english_times, french_centuries, french_dates, french_times
from service.invariants.fact import Fact, Finder, scan, unanswered
from service.invariants.marks import CERTAIN, NEGATION_EN, NEGATION_FR, UNITS
from service.invariants.names import acronyms, fold, people
from service.invariants.numbers import (
    ISO_GROUPS,
    english_loose,
    english_numbers,
    english_words,
    french_loose,
    french_numbers,
    french_words,
)
from service.types import Finding

FRENCH: tuple[Finder, ...] = (
    addresses, phones, french_dates, french_times, french_centuries, french_numbers, french_words, french_loose,
)  # fmt: skip
ENGLISH: tuple[Finder, ...] = (
    addresses, phones, english_dates, english_times, english_numbers, english_words, english_loose,
)  # fmt: skip


@lru_cache(maxsize=4096)
def read_french(text: str) -> tuple[Fact, ...]:
    """All facts of a French sentence but acronyms and names. Kept, since many candidates are held against one sentence."""
    return scan(text, FRENCH)


@lru_cache(maxsize=4096)
def read_english(text: str) -> tuple[Fact, ...]:
    """All facts of an English sentence but acronyms and names; `1 500` reads as `1,500` too."""
    grouped = ISO_GROUPS.sub(lambda m: re.sub(r"\s", ",", m.group()), text)
    return scan(grouped, ENGLISH)


def check(french: str, english: str, *, glossary: Glossary | None = None) -> tuple[Finding, ...]:
    """What of the French is lost or altered in the English ("severe"), and what looks so ("doubt"), in a fixed order."""
    return (
        *_lost(french, english),
        *_invented(french, english),
        *_marks_kept(french, english),
        *_names_kept(french, english, glossary),
        *_polarity_kept(french, english),
    )


def _lost(french: str, english: str) -> Iterator[Finding]:
    for fact in unanswered(read_french(french), read_english(english)):
        yield Finding(f"{_slug(fact.kind)}_kept", f"The {fact.kind} {fact.text!r} is not in the English.", "severe")


def _invented(french: str, english: str) -> Iterator[Finding]:
    for fact in unanswered(read_english(english), read_french(french)):
        yield Finding(f"{_slug(fact.kind)}_invented", f"The {fact.kind} {fact.text!r} is not in the French.", "severe")


def _marks_kept(french: str, english: str) -> Iterator[Finding]:
    for level, marks in (("severe", CERTAIN), ("doubt", UNITS)):
        for mark in marks:
            if mark.french.search(french) and not mark.english.search(english):
                yield Finding(
                    "unit_kept",
                    f"The French counts {mark.name}, the English does not.",
                    "severe" if level == "severe" else "doubt",
                )


def _names_kept(french: str, english: str, glossary: Glossary | None) -> Iterator[Finding]:
    missing = glossary.missing(french, english) if glossary else ()
    covered = [(m.start, m.end) for m in glossary.find(french)] if glossary else []
    for match in missing:
        yield Finding("term_kept", f"{match.text!r} should be {match.english!r} in the English.", "doubt")
    there = frozenset(fact.text for fact in acronyms(english)) | frozenset(re.findall(r"[\w-]+", english))
    for fact in acronyms(french):
        inside = any(start <= fact.start < end for start, end in covered)
        if not inside and fact.text not in there:
            yield Finding("acronym_kept", f"The acronym {fact.text!r} is not in the English.", "severe")
    folded = fold(english)
    for fact in people(french):
        if fold(fact.text.split()[-1]) not in folded:
            yield Finding("name_kept", f"The name {fact.text!r} is not in the English.", "severe")


def _polarity_kept(french: str, english: str) -> Iterator[Finding]:
    found = NEGATION_FR.search(french)
    if found and not NEGATION_EN.search(english):
        yield Finding("negation_kept", f"The French denies ({found.group()!r}), the English does not.", "severe")


def _slug(kind: str) -> str:
    return re.sub(r"\W+", "_", kind)
