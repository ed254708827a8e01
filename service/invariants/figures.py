"""Figures of a French sentence as spans to carry or to repair, each with its English: amounts, times, references, centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from service.invariants.amounts import amounts, english_amount
from service.invariants.dates import CENTURY, FRENCH_TIME, english_time, ordinal, roman
from service.invariants.numbers import SPACE
from service.invariants.words import french_runs, spelled

REFERENCE = re.compile(
    rf"(?<!\w)(?P<kind>[nN][°º]|[aA]rt\.){SPACE}?(?P<number>\d+(?:[-/.]\d+)*)(?!\w)|(?<![\w-])\d{{4}}[-–/]\d{{2,4}}(?![\w/-])"
)
BEFORE_TIME = re.compile(r"(?:à|dès|vers|avant|jusqu['’]à|de|et)[ \u00a0]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What stands at `start:end`; `english` in the British style, `american` where that one differs."""

    kind: str  # "figure", "words", "time" or "ordinal"
    text: str
    start: int
    end: int
    english: str
    american: str = ""


def english_figure(figure: Figure, dates: str = "day-month") -> str:
    """The English of a figure in the style that goes with the dates."""
    return figure.american if dates == "month-day" and figure.american else figure.english


def figures(french: str) -> Iterator[Figure]:
    """References, clock times, centuries, amounts in digits and long numbers in words, none inside another."""
    taken: list[tuple[int, int]] = []
    for figure in (*_references(french), *_times(french), *_centuries(french), *_amounts(french), *_in_words(french)):
        if all(figure.end <= start or end <= figure.start for start, end in taken):
            taken.append((figure.start, figure.end))
            yield figure


def _references(french: str) -> Iterator[Figure]:
    """n° 2020-145, art. 3, and 2020-2021: one thing each, and never an amount."""
    for found in REFERENCE.finditer(french):
        word = "" if not found["kind"] else "Article " if found["kind"].lower() == "art." else "No. "
        yield Figure(kind="figure", text=found.group(), start=found.start(), end=found.end(),
                     english=f"{word}{found['number'] or found.group()}")  # fmt: skip


def _times(french: str) -> Iterator[Figure]:
    """`14 h 30` and `18h`; `9 heures` only after à, de, dès, vers or avant, for else it is a span of time."""
    for found in FRENCH_TIME.finditer(french):
        if "heure" in found.group() and not found["minute3"] and not BEFORE_TIME.search(french[: found.start()]):
            continue
        written = found["minute"] or found["minute2"] or found["minute3"] or "0"
        minute = {"trente": 30, "quinze": 15}.get(written) or int(written if written.isdigit() else 0)
        hour, end = int(found["hour"]), found.start() + len(found.group().rstrip())
        if hour == 24 and not found["minute"]:
            continue
        yield Figure(kind="time", text=french[found.start() : end], start=found.start(), end=end,
                     english=english_time(hour, minute), american=english_time(hour, minute, "month-day"))  # fmt: skip


def _centuries(french: str) -> Iterator[Figure]:
    for found in CENTURY.finditer(french):
        noun = found["noun"] or ""
        yield Figure(kind="ordinal", text=found.group().removesuffix(noun), start=found.start(),
                     end=found.end() - len(noun), english=ordinal(roman(found["roman"])))  # fmt: skip


def _amounts(french: str) -> Iterator[Figure]:
    for amount in amounts(french):
        kind = "ordinal" if amount.ordinal else "figure"
        text = french[amount.start : amount.end]
        yield Figure(kind=kind, text=text, start=amount.start, end=amount.end, english=amount.english)


def _in_words(french: str) -> Iterator[Figure]:
    """Long numbers in words, which a small model cannot count: quatre-vingt-dix-sept, un million et demi."""
    for start, end, value in french_runs(french):
        half = re.match(rf"{SPACE}et{SPACE}demie?(?!\w)", french[end:])
        if half and value in (10**6, 10**9):
            value, end = value * Decimal("1.5"), end + half.end()
        elif half or value < 17 or not re.search(r"\W", french[start:end]):
            continue
        head = value < 100 and not french[:start].strip(' «“"')
        english = spelled(int(value)).capitalize() if head else english_amount(value)
        yield Figure(kind="words", text=french[start:end], start=start, end=end, english=english)
