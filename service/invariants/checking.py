"""Every fact of the French must have its answer in the English, and every figure of the English its ground in the French."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache

from service.glossary import Glossary
from service.invariants.addresses import PHONE, addresses, phones
from service.invariants.dates import english_dates, english_times, french_centuries, french_dates, french_times
from service.invariants.fact import Fact, Finder, scan, unanswered
from service.invariants.initials import lost_acronyms, strange_institutions
from service.invariants.marks import BOUNDS, CERTAIN, DENIALS, HOURS, LEFT_OUT, NEGATION_FR, UNITS, WEAK_DENIALS
from service.invariants.measures import priced, strayed
from service.invariants.mood import assured, settled
from service.invariants.names import fold, mostly_capitals, people, unknown_names
from service.invariants.nations import exchanged
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


SMALL_FRENCH = re.compile(
    r"\b(?:les?|la|des|du|une?|et|dans|pour|avec|sur|aux?|à|qui|que|sont|est|par|cette|ces?|ses?|leurs?|ne|pas)\b",
    re.IGNORECASE,
)
_DATE_AFTER = re.compile(r"[ \u00a0\u202f,(]*(?:le[ \u00a0])?\d")
QUOTED = re.compile(r"[«“\"][^«»“”\"]*[»”\"]")


@lru_cache(maxsize=4096)
def read_french(text: str) -> tuple[Fact, ...]:
    """All facts of a French sentence but acronyms and names. Kept, since many candidates are held against one sentence."""
    return scan(text, FRENCH)


@lru_cache(maxsize=4096)
def read_english(text: str) -> tuple[Fact, ...]:
    """All facts of an English sentence but acronyms and names; `1 500` reads as `1,500` too, but not in a telephone number."""
    numbers = [found.span() for found in PHONE.finditer(text)]
    grouped = ISO_GROUPS.sub(
        lambda m: m.group() if any(a <= m.start() < b for a, b in numbers) else re.sub(r"\s", ",", m.group()), text
    )
    return scan(grouped, ENGLISH)


def check(french: str, english: str, *, glossary: Glossary | None = None) -> tuple[Finding, ...]:
    """What of the French is lost or altered in the English ("severe"), and what looks so ("doubt"), in a fixed order."""
    return (
        *_lost(french, english),
        *_invented(french, english),
        *_marks_kept(french, english),
        *_units_kept(french, english),
        *_bounds_kept(french, english),
        *_names_kept(french, english, glossary),
        *_countries_kept(french, english),
        *_polarity_kept(french, english),
        *_mood_kept(french, english),
        *_french_left(french, english, glossary),
    )


def _lost(french: str, english: str) -> Iterator[Finding]:
    """A weekday that is left out beside its date (`mardi 7 février`) misleads nobody; one that the French lacks does."""
    ours, theirs = read_french(french), read_english(english)
    another = any(fact.kind == "weekday" for fact in unanswered(theirs, ours))
    for fact in unanswered(ours, theirs):
        if fact.text[0].isupper() and re.search(rf"[a-z] {fact.text} [A-Z]", english):
            continue  # a part of a name: fromagerie des Trois Combes
        dated = fact.kind == "weekday" and not another and bool(_DATE_AFTER.match(french, fact.end))
        note = f"The {fact.kind} {fact.text!r} is not in the English."
        yield Finding(f"{_slug(fact.kind)}_kept", note, "doubt" if dated else "severe")


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
    for hour in HOURS:
        if hour.french.search(french) and not hour.english.search(english):
            yield Finding("time_kept", f"The French says {hour.name}, the English does not.", "severe")


def _units_kept(french: str, english: str) -> Iterator[Finding]:
    for measure in (*strayed(french, english), *priced(french, english)):
        yield Finding("unit_kept", f"{measure!r} counts something else in the English.", "severe")


def _bounds_kept(french: str, english: str) -> Iterator[Finding]:
    """`moins de 10 000` is not 10,000."""
    for bound in BOUNDS:
        found = bound.french.search(french)
        if found and not bound.english.search(english):
            yield Finding("bound_kept", f"The French gives {bound.name} ({found.group()!r} …), the English none.", "severe")


def _names_kept(french: str, english: str, glossary: Glossary | None) -> Iterator[Finding]:
    covered = glossary.find(french) if glossary else ()
    strangers = strange_institutions(french, english, glossary)
    for match in glossary.missing(french, english) if glossary else ():
        wanted = "is not in" if match.text == match.english else f"should be {match.english!r} in"
        another = strangers and match.term.kind in ("institution", "acronym")  # WTO for OMS
        yield Finding("term_kept", f"{match.text!r} {wanted} the English.", "severe" if another else "doubt")
    for fact in lost_acronyms(french, english, glossary):
        yield Finding("acronym_kept", f"The acronym {fact.text!r} is not in the English.", "severe")
    folded = fold(english)
    for fact in people(french):
        if fold(fact.text.split()[-1]) not in folded:
            yield Finding("name_kept", f"The name {fact.text!r} is not in the English.", "severe")
    for word in _places_lost(french, folded):
        if not any(match.start <= french.find(word) < match.end for match in covered):
            yield Finding("name_kept", f"{word!r}, which looks like a name, is not in the English.", "doubt")


def _places_lost(french: str, english: str) -> Iterator[str]:
    """Unknown capitalised words of which the English has nothing alike: `Moubarak` and `mubarak` are."""
    theirs = re.findall(r"\w+", english)
    for fact in unknown_names(french):
        own = fold(fact.text)
        if own[:4] not in english and not difflib.get_close_matches(own, theirs, n=1, cutoff=0.6):
            yield fact.text


def _countries_kept(french: str, english: str) -> Iterator[Finding]:
    if found := exchanged(french, english):
        yield Finding("country_kept", f"The French speaks of {found[0]!r}, the English of {found[1]!r}.", "severe")


def _polarity_kept(french: str, english: str) -> Iterator[Finding]:
    found = NEGATION_FR.search(french) if not french.rstrip().endswith("?") else None
    if found and not _denies(french, english):
        yield Finding("negation_kept", f"The French denies ({found.group()!r}), the English does not.", "severe")
    elif (left := LEFT_OUT.french.search(french)) and not LEFT_OUT.english.search(english):
        yield Finding("negation_kept", f"The French leaves something out ({left.group()!r}), the English does not.", "severe")


def _mood_kept(french: str, english: str) -> Iterator[Finding]:
    if verb := settled(french, english):
        yield Finding("future_kept", f"The French says what is yet to come ({verb!r}), the English tells it as past.", "severe")
    if word := assured(french, english):
        yield Finding("modality_kept", f"The French leaves it open ({word!r}), the English does not.", "severe")


def _denies(french: str, english: str) -> bool:
    """Whether anything in the English may answer a French negation, and answers no other word of the French."""
    return bool(DENIALS.search(english)) or any(e.search(english) and not f.search(french) for e, f in WEAK_DENIALS)


def _french_left(french: str, english: str, glossary: Glossary | None) -> Iterator[Finding]:
    """Four words in a row as in the French, an article or preposition among them, and no name or quoted title."""
    plain = french.lower() if mostly_capitals(french) else french
    for match in glossary.find(french) if glossary else ():
        english = english.replace(match.english, " | ")
    if not SMALL_FRENCH.search(english):
        return
    ours, theirs = re.findall(r"\w+", re.sub(QUOTED, " | ", plain)), re.findall(r"\w+", english.lower())
    folded = [word.lower() for word in ours]
    run = ours[_longest_shared_run(folded, theirs)]
    common = [word for word in run if word.islower() and not SMALL_FRENCH.fullmatch(word) and len(word) > 3]
    if len(run) > 3 and len(common) > 1 and any(SMALL_FRENCH.fullmatch(word) for word in run):
        yield Finding("french_left", f"{' '.join(run)!r} was left in French.", "severe")


def _slug(kind: str) -> str:
    return re.sub(r"\W+", "_", kind)


def _longest_shared_run(ours: list[str], theirs: list[str], size: int = 4) -> slice:
    """The longest run of `size` words or more of which every `size` in a row stand in `theirs`, in linear time."""
    known = set(zip(*(theirs[i:] for i in range(size)), strict=False))
    best, start = slice(0), 0
    for i, words in enumerate(zip(*(ours[i:] for i in range(size)), strict=False)):
        if words not in known:
            start = i + 1
        elif i + size - start > best.stop - (best.start or 0):
            best = slice(start, i + size)
    return best
