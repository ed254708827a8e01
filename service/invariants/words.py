"""Numbers written in words, both languages: a run of number words becomes one value or several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

FRENCH = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20,
    "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80,
    "nonante": 90, "unième": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6,
    "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11, "douzième": 12, "treizième": 13,
    "quatorzième": 14, "quinzième": 15, "seizième": 16, "vingtième": 20, "trentième": 30, "quarantième": 40,
    "cinquantième": 50, "soixantième": 60,
}  # fmt: skip
FRENCH_SCALES = {
    "cent": 100, "cents": 100, "centième": 100, "mille": 1000, "millième": 1000, "million": 10**6, "millions": 10**6,
    "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12, "trillion": 10**18, "trillions": 10**18,
}  # fmt: skip
ENGLISH = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "first": 1, "second": 2, "third": 3, "thirds": 3, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "tenths": 10, "eleventh": 11,
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
ENGLISH_SCALES = {
    "hundred": 100, "hundreds": 100, "hundredth": 100, "thousand": 1000, "thousands": 1000, "thousandth": 1000,
    "million": 10**6, "millions": 10**6, "billion": 10**9, "billions": 10**9, "trillion": 10**12, "trillions": 10**12,
}  # fmt: skip


def _runs(words: dict[str, int], scales: dict[str, int], joint: str, after: str) -> re.Pattern[str]:
    word = "|".join(sorted((*words, *scales), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{word})(?:(?:{joint})(?:{word}))*(?!{after})", re.IGNORECASE)


FRENCH_RUN = _runs(FRENCH, FRENCH_SCALES, r"-(?:et-)?|[ \u00a0\u202f](?:et[ \u00a0])?", r"[\w-]")
ENGLISH_RUN = _runs(ENGLISH, ENGLISH_SCALES, r"-(?:and-)?|[ \u00a0](?:and[ ])?", r"\w")
_WORD = re.compile(r"[^\W\d_]+")


def french_runs(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """(start, end, value) of every number in French words, `un` and `une` among them."""
    for run in FRENCH_RUN.finditer(text):
        if not re.search("-[A-Z]", run.group()):  # Quinze-Vingts, a hospital
            yield from _values(run, FRENCH, FRENCH_SCALES)


def english_runs(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """(start, end, value) of every number in English words, ordinals among them."""
    for run in ENGLISH_RUN.finditer(text):
        yield from _values(run, ENGLISH, ENGLISH_SCALES)


def _values(run: re.Match[str], words: dict[str, int], scales: dict[str, int]) -> Iterator[tuple[int, int, Decimal]]:
    total = group = 0
    start = end = -1
    for word in _WORD.finditer(run.group()):
        name = word.group().lower()
        if name in ("et", "and"):
            continue
        if start >= 0 and not _goes_on(name, group, words, total):
            yield run.start() + start, run.start() + end, Decimal(total + group)
            total = group = 0
            start = -1
        start, end = (word.start() if start < 0 else start), word.end()
        total, group = _add(total, group, words.get(name), scales.get(name))
    yield run.start() + start, run.start() + end, Decimal(total + group)


def _goes_on(name: str, group: int, words: dict[str, int], total: int) -> bool:
    """Whether the word can continue the number so far: `vingt` + `deux` does, `deux` + `trois` does not."""
    if name not in words:
        return bool(group) or name in ("millions", "milliards", "billions", "million", "milliard", "billion")
    value, rest = words[name], group % 100
    if not group and total:
        return True
    if rest == 0 and group:
        return value > 0
    if name.startswith("vingt") and rest == 4:
        return True
    return (
        (0 < value < 10 and rest in (20, 30, 40, 50, 60, 70, 80, 90))
        or (10 <= value < 20 and rest in (60, 80))
        or (7 <= value < 10 and rest == 10)
    )


def _add(total: int, group: int, value: int | None, scale: int | None) -> tuple[int, int]:
    if value is not None:
        if value == 20 and group % 100 == 4:
            return total, group + 76
        return total, group + value
    if not scale or scale == 100:
        return total, max(group, 1) * 100
    if scale > 1000 and total and not group:
        return total * scale, 0
    return total + max(group, 1) * scale, 0


def spelled(value: int) -> str:
    """A whole number under a hundred in English words: `ninety-seven`."""
    names = {number: word for word, number in reversed(ENGLISH.items()) if not word.endswith(("th", "ths", "rd", "st", "nd"))}
    names |= {1: "one", 2: "two", 3: "three"}
    if value in names:
        return names[value]
    return f"{names[value - value % 10]}-{names[value % 10]}"
