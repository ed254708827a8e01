"""A fact is a piece of text whose value must survive translation: a number, a month, an address …"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

Reading = tuple[str, Decimal | int | str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What stands at `start:end` and everything that it may mean. Two facts agree where one meaning is shared."""

    kind: str  # as the reader is told: "number", "month", "weekday", "time", "e-mail address" …
    text: str
    start: int
    end: int
    readings: frozenset[Reading]
    strict: bool = True  # False: may answer for a fact of the other language, need not be answered ("one", "both")


Finder = Callable[[str], Iterator[Fact]]

GAP = "\x00"  # stands where a finder has already read; no pattern matches it


def scan(text: str, finders: tuple[Finder, ...]) -> tuple[Fact, ...]:
    """All facts in order of place. A finder does not see what an earlier one has read."""
    facts: list[Fact] = []
    for find in finders:
        found = list(find(text))
        for fact in found:
            text = text[: fact.start] + GAP * (fact.end - fact.start) + text[fact.end :]
        facts += found
    return tuple(sorted(facts, key=lambda fact: fact.start))


def number(value: Decimal | int | str) -> Reading:
    """The reading of a plain quantity; 12.50 and 12.5 are one."""
    return ("number", Decimal(value).normalize())


def unanswered(facts: tuple[Fact, ...], others: tuple[Fact, ...]) -> list[Fact]:
    """The strict facts of one side that no fact of the other side, strict or not, agrees with."""
    known = frozenset(reading for fact in others for reading in fact.readings)
    return [fact for fact in facts if fact.strict and not (fact.readings & known)]
