"""Months, weekdays, numeric dates, clock times and centuries in both languages, and how English writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.invariants.fact import Fact, Reading, number
from service.lexicon import MONTHS_EN, MONTHS_FR, WEEKDAYS_EN, WEEKDAYS_FR

SPACE = "[ \u00a0\u202f]"
# "sept." only beside a figure: cinq jours sur sept.
_SHORT = r"(?:(?<=\d )|(?<=1er ))(?:janv|févr|avr|juil|sept|oct|nov|déc)\.|(?:janv|févr|avr|juil|sept|oct|nov|déc)\.(?= \d)"
_MONTH_FR = "|".join((*MONTHS_FR, _SHORT))
FRENCH_DATE = re.compile(
    rf"(?<![\w.,/])(?P<day>1er|[0-3]?\d){SPACE}(?P<month>{'|'.join(MONTHS_FR)})(?:{SPACE}(?P<year>\d{{4}}))?(?!\w)"
)
NUMERIC = re.compile(r"(?<![\w/.-])([0-3]?\d)([/.])([01]?\d)\2((?:19|20)\d\d)(?![\w/])")
FRENCH_TIME = re.compile(
    rf"(?<![\w:,.])(?P<hour>[01]?\d|2[0-4])(?:{SPACE}?h{SPACE}?(?P<minute>[0-5]\d)?|:(?P<minute2>[0-5]\d)|{SPACE}heures?"
    rf"(?:{SPACE}(?P<minute3>[0-5]\d|trente|quinze))?)(?![\w/])"
)
ENGLISH_TIME = re.compile(
    r"(?<![\w:,.])(?P<hour>[01]?\d|2[0-4])(?:[:.h](?P<minute>[0-5]\d))?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?| (?P<clock>o'clock|hours?|hrs)| ?(?P<h>h)\b)?(?![\w:%])", re.IGNORECASE,
)  # fmt: skip
CENTURY = re.compile(rf"(?<!\w)(?P<roman>[IVX]+)(?:e|er|ème|es|E(?={SPACE}SI[ÈE]CLE))(?!\w)(?P<noun>{SPACE}siècles?)?")
ROMAN = {"I": 1, "V": 5, "X": 10}


def french_dates(text: str) -> Iterator[Fact]:
    """Months and weekdays by name; 05/03/2021 is the fifth of March."""
    for found in NUMERIC.finditer(text):
        yield from _numeric(found, day_first=True)
    for found in re.finditer(rf"(?<!\w)(?:{_MONTH_FR})(?!\w)", text, re.IGNORECASE):
        if found.group() != "Mars":
            name = found.group()[0].isupper() and found.start() > 0  # Mai may be a first name
            yield _named("month", found, _month(found.group()), strict=not name)
    for found in re.finditer(rf"(?<!\w)({'|'.join(WEEKDAYS_FR)})s?(?!\w)", text, re.IGNORECASE):
        morrow = re.search(r"nuit (?:du|de) \w+(?: \d+)? (?:à|au) $", text[: found.start()])  # Friday night
        yield _named("weekday", found, WEEKDAYS_FR.index(found[1].lower()), strict=not morrow)


def english_dates(text: str) -> Iterator[Fact]:
    """`May`, `March` and `Sun` are read only as capitals; `may` is a verb."""
    for found in NUMERIC.finditer(text):
        yield from _numeric(found, day_first=True)
    short = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    for found in re.finditer(rf"(?<!\w)(?:{'|'.join(MONTHS_EN)}|(?:{short})(?:\.|(?= \d)|(?<=\d \w\w\w)))(?!\w)", text):
        index = next(i for i, month in enumerate(MONTHS_EN, 1) if month.startswith(found.group()[:3]))
        vague = found.group() in ("May", "March", "Mar")
        yield _named("month", found, index, strict=not vague)
    for found in re.finditer(rf"(?<!\w)({'|'.join(WEEKDAYS_EN)})(?:s|(?=\W|$))", text):
        yield _named("weekday", found, WEEKDAYS_EN.index(found[1]))


def french_times(text: str) -> Iterator[Fact]:
    """`9 heures` may be nine o'clock or nine hours, so it reads as both."""
    for found in FRENCH_TIME.finditer(text):
        hour = int(found["hour"])
        written = found["minute"] or found["minute2"] or found["minute3"] or "0"
        minute = {"trente": 30, "quinze": 15}.get(written) or int(written if written.isdigit() else 0)
        readings: set[Reading] = {("time", hour * 60 + minute)}
        if not minute:
            readings.add(number(hour))
        elif minute == 30:
            readings.add(number(f"{hour}.5"))
        yield _fact("time", found, readings, strict=hour != 24)


def english_times(text: str) -> Iterator[Fact]:
    """2.30 p.m., 14:30, 9 a.m., 5 o'clock, 7 hours; a plain number is left to numbers.py."""
    for found in ENGLISH_TIME.finditer(text):
        dotted = found["minute"] and not found["half"] and text[found.end("hour")] == "."
        if dotted or not (found["minute"] or found["half"] or found["clock"] or found["h"]):
            continue
        hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").lower()
        hours = {hour % 12 + 12} if half == "p" else {hour % 12} if half == "a" else {hour, hour + 12}
        hours |= {24} if half == "a" and hour == 12 else set()
        readings: set[Reading] = {("time", h * 60 + minute) for h in hours}
        readings |= set() if half else {number(hour)}
        yield _fact("time", found, readings | ({number(f"{hour}.5")} if minute == 30 else set()))


def french_centuries(text: str) -> Iterator[Fact]:
    """XIVe, XXIe: ordinals in Roman figures."""
    for found in CENTURY.finditer(text):
        yield _fact("ordinal", found, {number(roman(found["roman"]))})


def roman(figures: str) -> int:
    """The value of a Roman numeral of I, V and X."""
    values = [ROMAN[letter] for letter in figures]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def ordinal(value: int) -> str:
    """`1st`, `22nd`, `113th`."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def english_date(found: re.Match[str], style: str = "day-month") -> str:
    """A match of `FRENCH_DATE` as English writes it."""
    month = MONTHS_FR.index(found["month"].lower()) + 1
    return english_day(int(found["day"].removesuffix("er")), month, found["year"] or "", style)


def english_day(day: int, month: int, year: str, style: str = "day-month") -> str:
    """`13 January 2021` or `January 13, 2021`; without a year where it is empty."""
    name = MONTHS_EN[month - 1]
    if style == "month-day":
        return f"{name} {day}, {year}" if year else f"{name} {day}"
    return f"{day} {name} {year}".rstrip()


def english_time(hour: int, minute: int, style: str = "day-month") -> str:
    """`6.30 p.m.` as British pages write it, `6:30 p.m.` as American ones do; noon and midnight by name would hide them."""
    stop = ":" if style == "month-day" else "."
    half = "a.m." if hour % 24 < 12 else "p.m."
    return f"{(hour - 1) % 12 + 1}{stop}{minute:02d} {half}" if minute else f"{(hour - 1) % 12 + 1} {half}"


def _month(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS_FR, 1) if month[:4] == name.lower().rstrip(".")[:4] or
                (len(name) <= 5 and month.startswith(name.lower().rstrip("."))))  # fmt: skip


def _numeric(found: re.Match[str], *, day_first: bool) -> Iterator[Fact]:
    day, month = (int(found[1]), int(found[3])) if day_first else (int(found[3]), int(found[1]))
    for group, kind, reading in (
        (1, "number", number(day)),
        (3, "month", ("month", month)),
        (4, "number", number(found[4])),
    ):
        yield Fact(kind=kind, text=found.group(), start=found.start(group), end=found.end(group), readings=frozenset({reading}))


def _named(kind: str, found: re.Match[str], index: int, *, strict: bool = True) -> Fact:
    return _fact(kind, found, {(kind, index)}, strict=strict)


def _fact(kind: str, found: re.Match[str], readings: set[Reading], *, strict: bool = True) -> Fact:
    return Fact(kind=kind, text=found.group(), start=found.start(), end=found.end(),
                readings=frozenset(readings), strict=strict)  # fmt: skip
