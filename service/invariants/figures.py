"""Figures of a French sentence as spans to carry or to repair, each with its English form: amounts, times, ordinals, centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from service.invariants.dates import CENTURY, FRENCH_TIME, english_time, ordinal, roman
from service.invariants.numbers import FRENCH, SPACE, english_digits

SCALE_NAMES = {
    "mille": "thousand", "milles": "thousand", "millier": "thousand", "milliers": "thousand", "million": "million", "millions": "million",
    "milliard": "billion", "milliards": "billion", "billion": "trillion", "billions": "trillion", "M": "million",
    "Md": "billion", "Mds": "billion", "Mrd": "billion", "k": "thousand",
}  # fmt: skip
CURRENCY = re.compile(
    rf"{SPACE}?(?:(?:de{SPACE}|d['’])?(?P<euro>euros?|€|EUR)(?!\w)|(?P<dollar>\$|USD)(?!\w)|(?P<cfa>F{SPACE}?CFA|FCFA)(?!\w))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What stands at `start:end`; `english` for the British style, `american` where that one differs."""

    kind: str  # "figure" or "time"
    text: str
    start: int
    end: int
    english: str
    american: str = ""


def english_figure(figure: Figure, dates: str = "day-month") -> str:
    """The English of a figure in the style that goes with the dates."""
    return figure.american if dates == "month-day" and figure.american else figure.english


def english_amount(value: Decimal) -> str:
    """A bare value as prose writes it: `97`, `1,500`, `1.5 million`."""
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= size and (value / size * 1000) % 1 == 0:
            return f"{(value / size).normalize():f} {name}"
    return f"{value:,f}" if value >= 2100 or value < 1000 or value % 1 else f"{value:f}"


def figures(french: str) -> Iterator[Figure]:
    """Clock times, centuries and amounts in digits, none inside another."""
    taken: list[tuple[int, int]] = []
    for figure in (*_times(french), *_centuries(french), *_amounts(french)):
        if all(figure.end <= start or end <= figure.start for start, end in taken):
            taken.append((figure.start, figure.end))
            yield figure


def _times(french: str) -> Iterator[Figure]:
    """`14 h 30` and `18h`; `9 heures` only after à, de, dès, vers or avant, for it may be a span of time."""
    for found in FRENCH_TIME.finditer(french):
        spoken = "heure" in found.group()
        if (
            spoken
            and not found["minute3"]
            and not re.search(r"(?:à|dès|vers|avant|jusqu'à)[ \u00a0]$", french[: found.start()])
        ):
            continue
        written = found["minute"] or found["minute2"] or found["minute3"] or "0"
        minute = {"trente": 30, "quinze": 15}.get(written) or int(written if written.isdigit() else 0)
        hour = int(found["hour"])
        yield Figure(kind="time", text=found.group(), start=found.start(), end=found.end(),
                     english=english_time(hour, minute), american=english_time(hour, minute, "month-day"))  # fmt: skip


def _centuries(french: str) -> Iterator[Figure]:
    for found in CENTURY.finditer(french):
        yield Figure(kind="ordinal", text=found.group().removesuffix(found["noun"] or ""), start=found.start(), end=found.start() + len(found.group()) - len(found["noun"] or ""),
                     english=ordinal(roman(found["roman"])))  # fmt: skip


def _amounts(french: str) -> Iterator[Figure]:
    for found in FRENCH.finditer(french):
        digits, end = english_digits(found["digits"]), found.end("digits")
        if found["ordinal"]:
            yield Figure(kind="ordinal", text=french[found.start() : found.end("ordinal")], start=found.start(),
                         end=found.end("ordinal"), english=ordinal(int(found["digits"]) if found["digits"].isdigit() else 0))  # fmt: skip
            continue
        if found["half"]:
            continue
        scale = found["scale"]
        money = CURRENCY.match(french, found.end("scale") if scale else end)
        kind, english = "figure", digits
        if scale:
            english, end = f"{digits} {SCALE_NAMES[scale]}", found.end("scale")
        if money and money["euro"]:
            english, end = f"€{english}", money.end()
        elif money and money["dollar"]:
            english, end = f"${english}", money.end()
        elif money and money["cfa"]:
            english, end = f"CFAF {english}", money.end()
        elif scale in ("M", "Md", "Mds", "Mrd", "k"):
            continue
        percent = re.match(rf"{SPACE}?%", french[end:])
        if percent and not money:
            english, end = f"{english}%", end + percent.end()
        yield Figure(kind=kind, text=french[found.start() : end], start=found.start(), end=end, english=english)
