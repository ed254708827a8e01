"""Written dates, French and English, to ISO: only complete ones (day, month, year) and none that the calendar lacks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
    "janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12,
}  # fmt: skip
ENGLISH_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "dec": 12,
}  # fmt: skip
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ENGLISH_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _any(words: dict[str, int] | tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_DAY = rf"(?:(?P<weekday>{_any(WEEKDAYS + ENGLISH_WEEKDAYS)}),?\s+)?"
_WRITTEN = re.compile(
    rf"\b{_DAY}(?:le\s+)?(?:"
    rf"(?P<day>\d{{1,2}}|1\s?er)\s+(?P<month>{_any(MONTHS)}|{_any(ENGLISH_MONTHS)})\.?,?\s+(?P<year>(?:1[89]|20)\d\d)"
    rf"|(?P<month2>{_any(ENGLISH_MONTHS)})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>(?:1[89]|20)\d\d)"
    r"|(?P<day3>\d{1,2})[/.-](?P<month3>\d{1,2})[/.-](?P<year3>(?:1[89]|20)\d\d)"
    r"|(?P<year4>(?:1[89]|20)\d\d)-(?P<month4>\d\d)-(?P<day4>\d\d)"
    r")(?![\d/.-]*\d)",
    re.IGNORECASE,
)
_PARTS = ("day", "month", "year")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")  # most sentences have none, and are not searched further
WRITTEN_DATE = re.sub(r"\(\?P<\w+>", "(?:", _WRITTEN.pattern)  # to build larger patterns, IGNORECASE


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A complete date where it stands. `agrees` is False where the weekday written beside it is another day's."""

    iso: str
    start: int
    end: int
    agrees: bool = True


def written_dates(text: str) -> Iterator[WrittenDate]:
    """Every complete date of the text in order; numbers such as 03/04/2021 are read day first."""
    if not _YEAR.search(text):
        return
    for match in _WRITTEN.finditer(text):
        parts = match.groupdict()
        day, month, year = (next(filter(None, (parts[n + i] for i in ("", "2", "3", "4")))) for n in _PARTS)
        number = MONTHS.get(month.lower()) or ENGLISH_MONTHS.get(month.lower()) or int(re.sub(r"\D", "", month) or 0)
        try:
            date = datetime.date(int(year), number, int(re.sub(r"\D", "", day)))
        except ValueError:  # 31 June: written, but no day
            continue
        weekday = (parts["weekday"] or "").lower()
        agrees = not weekday or weekday in (WEEKDAYS[date.weekday()], ENGLISH_WEEKDAYS[date.weekday()])
        yield WrittenDate(date.isoformat(), match.start(), match.end(), agrees)


def first_date(text: str) -> str | None:
    """The ISO form of the first complete date, None where there is none."""
    return next((date.iso for date in written_dates(text)), None)
