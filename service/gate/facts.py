"""Figures with their units, dates and weekdays: a line may hold none that its source does not hold in the same sense."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from service.english import STOP, WORD, stem
from service.gate.reading import Reading
from service.invariants.numbers import ENGLISH, ENGLISH_SCALES
from service.invariants.words import english_runs
from service.lexicon import MONTHS_EN, WEEKDAYS_EN

_CODES = {
    "€": "EUR", "$": "USD", "£": "GBP", "us$": "USD", "usd": "USD", "eur": "EUR", "gbp": "GBP", "cfaf": "CFA", "fcfa": "CFA",
    "xof": "CFA", "xaf": "CFA", "euro": "EUR", "dollar": "USD", "pound": "GBP", "ca$": "CAD", "c$": "CAD", "can$": "CAD",
    "cad": "CAD", "chf": "CHF", "mad": "dirham", "dh": "dirham", "dirham": "dirham", "tnd": "dinar", "dzd": "dinar",
    "dinar": "dinar", "yen": "JPY", "franc": "franc", "ariary": "ariary", "gourde": "gourde", "ouguiya": "ouguiya",
}  # fmt: skip
_BEFORE = re.compile(r"(US\$|CA\$|C\$|CAN\$|[€$£]|\b(?:EUR|USD|GBP|CHF|CFAF|FCFA|XOF|XAF|MAD|DH|CAD|TND|DZD))\s?$")
_AFTER = re.compile(r"[\s-]?(%|€|\$|£|(?:per ?cent|percent)\b|(?:CFA|Swiss|US|Canadian)? ?[^\W\d_]+)")
_BOUNDS = {
    "over": r"more than|over|above|at least|exceed\w*|upwards of",
    "under": r"less than|fewer than|under|below|at most|up to|nearly|almost|just under|maximum of",
}
_MONTH = "|".join(MONTHS_EN)
_DATE = re.compile(
    rf"(?<![\d.,])(\d{{1,2}})(?:st|nd|rd|th)?(?: (?:and|to|or|-|–) \d{{1,2}})? ({_MONTH})|({_MONTH}) (\d{{1,2}})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    value: Decimal
    unit: str  # "%", a currency, or "" for what is counted
    counted: str  # stem of the first word after it that carries meaning
    bound: str  # "over", "under" or ""
    text: str


def quantities(text: str) -> Iterator[Quantity]:
    """Every figure of an English text in order, in digits or words; "one" alone is a pronoun, "first" no figure."""
    spans: list[tuple[int, int, Decimal]] = []
    for m in ENGLISH.finditer(text):
        value = Decimal(m["digits"].replace(",", ""))
        spans.append((m.start(), m.end(), value * ENGLISH_SCALES.get(m["scale"] or "", 1)))
    taken = [(a, b) for a, b, _ in spans]
    for start, end, value in english_runs(text):
        free = all(end <= a or start >= b for a, b in taken)
        if free and value > 1 and not text[start:end].endswith(("second", "third", "th")):
            spans.append((start, end, value))
    for start, end, value in sorted(spans):
        yield _quantity(text, start, end, value)


def _quantity(text: str, start: int, end: int, value: Decimal) -> Quantity:
    before, after = _BEFORE.search(text[:start]), _AFTER.match(text, end)
    unit = ""
    if before:
        unit = _CODES.get(before[1].lower(), before[1].upper())
    elif after:
        word = after[1].lower().split()
        unit = "%" if word[0] in ("%", "per", "percent") else _CODES.get(stem(word[-1]), _CODES.get(word[-1], ""))
    following = [stem(m[0].lower()) for m in WORD.finditer(text, end) if m[0].lower() not in STOP]
    near = text[max(0, start - 30) : start].lower()
    bound = next((name for name, told in _BOUNDS.items() if re.search(rf"\b(?:{told})\s*\S?$", near)), "")
    return Quantity(value.normalize(), unit, following[0] if following else "", bound, text[start:end].strip())


def quantities_held(reading: Reading) -> Iterator[str]:
    """Value, unit and what is counted. A year or day counts as a figure too."""
    held = list(quantities(reading.source))
    for q in quantities(reading.line):
        same = [h for h in held if h.value == q.value and (not q.unit or q.unit == h.unit)]
        if not same:
            yield f"“{q.text}{' ' + q.unit if q.unit else ''}” is not in the source."
        elif all(h.unit and not q.unit for h in same):
            yield f"“{q.text}” has lost its unit."
        elif q.bound and all(h.bound != q.bound for h in same):
            yield f"“{q.text}” is bounded otherwise in the source."
        elif not _counts_the_same(q, reading):
            yield f"“{q.text}” counts something else in the source."


def _counts_the_same(q: Quantity, reading: Reading) -> bool:
    """What follows the figure follows it soon in the source too, or else comes before it in both."""
    if not q.counted or _is_year(q.value):
        return True
    for sentence in reading.sentences:
        for m in quantities_with_places(sentence):
            near = [stem(w[0].lower()) for w in WORD.finditer(sentence, m[1]) if w[0].lower() not in STOP][:6]
            if m[0] == q.value and (q.counted in near or not near or q.counted not in _all(sentence)):
                return True
    return False


def _is_year(value: Decimal) -> bool:
    return value == int(value) and 1900 <= value <= 2100


def _all(text: str) -> set[str]:
    return {stem(w[0].lower()) for w in WORD.finditer(text)}


def quantities_with_places(text: str) -> Iterator[tuple[Decimal, int]]:
    for m in ENGLISH.finditer(text):
        yield (Decimal(m["digits"].replace(",", "")) * ENGLISH_SCALES.get(m["scale"] or "", 1)).normalize(), m.end()
    for _, end, value in english_runs(text):
        yield value.normalize(), end


def figures_in_order(reading: Reading) -> Iterator[str]:
    """Two figures close together keep their order: "from 80 to 150" is not "from 150 to 80"."""
    ours = [q.value for q in quantities(reading.line) if not _is_year(q.value)]
    theirs = [q.value for q in quantities(reading.source)]
    for one, other in itertools.pairwise(ours):
        if theirs.count(one) == theirs.count(other) == 1 and theirs.index(one) == theirs.index(other) + 1:
            yield f"“{one:f}” and “{other:f}” have changed places."


def calendar_held(reading: Reading) -> Iterator[str]:
    """Days with their month, months with their year, weekdays with their date."""
    line, source = reading.line, reading.source
    held = _dates(source)
    for day, month in sorted(_dates(line) - held):
        if any(m == month or d == day for d, m in held) or month not in source:
            yield f"“{day} {month}” is not a date of the source."
    for name in (*MONTHS_EN, *WEEKDAYS_EN):
        if re.search(rf"\b{name}\b", line) and not re.search(rf"\b{name[:3]}", source):
            yield f"“{name}” is not in the source."
    for pattern in (rf"\b({'|'.join(WEEKDAYS_EN)}),? (\d{{1,2}})\b", rf"\b({_MONTH}),? (\d{{4}})\b"):
        kept = set(re.findall(pattern, source))
        for pair in re.findall(pattern, line):
            if pair not in kept and pair[0] in source and any(pair[0] == k[0] or pair[1] == k[1] for k in kept):
                yield f"“{' '.join(pair)}” is not in the source."


def _dates(text: str) -> set[tuple[int, str]]:
    found = {(int(m[1] or m[4]), m[2] or m[3]) for m in _DATE.finditer(text)}
    for m in re.finditer(rf"(\d{{1,2}}) (?:and|to|or|-|–) (\d{{1,2}}) ({_MONTH})", text):
        found |= {(int(m[1]), m[3]), (int(m[2]), m[3])}
    return found
