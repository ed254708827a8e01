"""Where a figure, a date or a name of the French stands in the English: what the page shows in one colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from service.glossary import Glossary
from service.invariants.checking import read_english, read_french
from service.invariants.fact import Fact
from service.invariants.names import acronyms, fold, names

Kind = Literal["figure", "date", "name"]
Span = tuple[int, int]
_DATES = frozenset({"month", "weekday", "date", "time", "century"})
_TITLE = re.compile(r"(?:(?:M\.|MM\.|Mmes?|Mlle|Dre?|Pre?|Me)[ \u00a0\u202f])+")
_BESIDE = re.compile(r"[ \u00a0\u202f,]{0,2}")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start:end` of one text. `answered`: they were found in the other."""

    start: int
    end: int
    kind: Kind
    answered: bool = True


def marks(french: str, english: str, glossary: Glossary) -> tuple[list[Mark], list[Mark]]:
    """The marks of both texts, in order of place, none inside another."""
    ours, theirs = _facts(french, english)
    named, answers = _names(french, english, glossary)
    return _settled(french, [*ours, *named]), _settled(english, [*theirs, *answers])


def _facts(french: str, english: str) -> tuple[list[Mark], list[Mark]]:
    """Figures and dates: a French fact and the first free English one that shares a meaning with it."""
    free = sorted(read_english(english), key=lambda fact: not fact.strict)
    ours, theirs = [], []
    for fact in read_french(french):
        answer = next((other for other in free if other.readings & fact.readings), None)
        if answer is None:
            if fact.strict:
                ours.append(_mark(fact, answered=False))
            continue
        if fact.strict or answer.strict:
            free.remove(answer)
            ours.append(_mark(fact))
            theirs.append(_with_currency(english, _mark(answer)))
    return ours, theirs


def _names(french: str, english: str, glossary: Glossary) -> tuple[list[Mark], list[Mark]]:
    """Terms of the glossary by their English, then people and acronyms by their own letters."""
    ours, theirs = [], []
    for match in glossary.find(french):
        wanted = (match.english, match.term.english, *match.term.also)
        place = next((p for name in wanted if name and (p := _find(english, name))), None)
        if place:
            ours.append(Mark(match.start, match.end, "name"))
            theirs.append(Mark(*place, "name"))
    for fact in (*names(french), *acronyms(french)):
        title = _TITLE.match(fact.text)
        bare = fact.text[title.end() :] if title else fact.text
        place = _find(english, bare) or _find(english, bare.split()[-1])
        if place:
            ours.append(Mark(fact.end - len(bare), fact.end, "name"))
            theirs.append(Mark(*place, "name"))
    return ours, theirs


def _find(text: str, words: str) -> Span | None:
    """A whole word or words, accents and case aside where that keeps the places."""
    held, wanted = (fold(text), fold(words)) if len(fold(text)) == len(text) else (text, words)
    found = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", held)
    return found.span() if found else None


def _with_currency(text: str, mark: Mark) -> Mark:
    return replace(mark, start=mark.start - 1) if mark.start and text[mark.start - 1] in "$€£¥" else mark


def _mark(fact: Fact, *, answered: bool = True) -> Mark:
    return Mark(fact.start, fact.end, "date" if fact.kind in _DATES else "figure", answered)


def _settled(text: str, found: Iterable[Mark]) -> list[Mark]:
    """Longest first where two overlap; the day and the year beside a month are one date with it."""
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return list(_joined(text, _dated(text, sorted(kept, key=lambda m: m.start))))


def _dated(text: str, found: list[Mark]) -> list[Mark]:
    dates = {mark for mark in found if mark.kind == "date"}
    for pairs in (list(pairwise(found)), [(b, a) for a, b in pairwise(found)][::-1]):
        for first, second in pairs:
            left, right = sorted((first, second), key=lambda m: m.start)
            beside = _BESIDE.fullmatch(text, left.end, right.start)
            if first in dates and second.kind == "figure" and beside and _in_a_date(text, second, "," in beside.group()):
                dates.add(second)
    return [replace(mark, kind="date") if mark in dates else mark for mark in found]


def _in_a_date(text: str, figure: Mark, comma: bool) -> bool:
    """A year; without a comma before it also a day: the 231 of "25 July, 231 cases" is neither."""
    words = text[figure.start : figure.end]
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d" if comma else r"(?:1[5-9]|20)\d\d|[0-3]?\d(?:er|st|nd|rd|th)?", words))


def _joined(text: str, found: list[Mark]) -> Iterator[Mark]:
    """Neighbours of one kind become one mark; a lost one stays by itself."""
    held: Mark | None = None
    for mark in found:
        if (
            held
            and held.kind == mark.kind == "date"
            and held.answered == mark.answered
            and _BESIDE.fullmatch(text, held.end, mark.start)
        ):
            held = replace(held, end=mark.end)
            continue
        if held:
            yield held
        held = mark
    if held:
        yield held
