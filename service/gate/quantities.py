"""Figures as values: "3.5 million euros", "€3.5m" and "EUR 3,500,000" are one quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_SMALL = {word: i for i, word in enumerate(_UNITS.split())}
_TENS = {word: 10 * (i + 2) for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "bn": 10**9,
    "k": 1000,
    "dozen": 12,
}
_MONEY = {
    "€": "EUR", "$": "USD", "£": "GBP", "us$": "USD", "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "cfaf": "XAF", "fcfa": "XAF",
    "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "pounds": "GBP", "dirhams": "MAD", "mad": "MAD", "dh": "MAD",
    "franc": "franc", "francs": "franc", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "dinars": "dinar", "dinar": "dinar", "yen": "JPY",
}  # fmt: skip
_PERCENT = ("%", "percent", "per cent")
_WORDED = "|".join((*_SMALL, *_TENS, "hundred", "thousand", "million", "billion", "dozen"))
_FIGURE = re.compile(
    rf"(?P<before>US\$|CA\$|C\$|[€$£]|\b(?:EUR|USD|GBP|CHF|CFAF|FCFA|MAD|CAD)\b)?\s?"
    rf"(?P<value>(?<![\w.,])\d+(?:[,\u00a0\u202f ]\d{{3}})*(?:\.\d+)?|\b(?:{_WORDED})(?:(?:[ -]| and )(?:{_WORDED}))*\b)"
    rf"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|m|k)\b)?"
    rf"(?:\s?(?P<after>%|€|per ?cent\b|percent(?:age points?)?\b|[a-zA-Z]{{2,}}\b))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    value: Decimal
    unit: str  # "%", a currency code, or "" for what is only counted
    text: str


def quantities(text: str) -> Iterator[Quantity]:
    """Every figure of an English text, in digits or in words; "one" alone is a pronoun and no figure."""
    for m in _FIGURE.finditer(text):
        value = _value(m["value"])
        if m["value"].lower() == "one" and not m["scale"]:
            continue
        scale = _SCALES[m["scale"].lower()] if m["scale"] else 1
        yield Quantity(value * scale, _unit(m["before"], m["after"]), m[0].strip())


def _unit(before: str | None, after: str | None) -> str:
    if before:
        return _MONEY.get(before.lower(), before.upper())
    word = (after or "").lower()
    return "%" if word.startswith(_PERCENT) else _MONEY.get(word, "")


def _value(written: str) -> Decimal:
    if written[0].isdigit():
        return Decimal(re.sub(r"[^\d.]", "", written))
    total, current = 0, 0
    for word in re.findall(r"[a-z]+", written.lower()):
        if word in _SCALES and word != "hundred":
            total, current = total + max(current, 1) * _SCALES[word], 0
        elif word == "hundred":
            current = max(current, 1) * 100
        else:
            current += _SMALL.get(word, 0) + _TENS.get(word, 0)
    return Decimal(total + current)
