"""Amounts of a French sentence in digits, with their scale, currency or unit, as English writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from service.invariants.dates import ordinal
from service.invariants.numbers import FRENCH, SPACE, english_digits

SCALE_NAMES = {
    "mille": "thousand", "milles": "thousand", "millier": "thousand", "milliers": "thousand", "million": "million",
    "millions": "million", "milliard": "billion", "milliards": "billion", "billion": "trillion", "billions": "trillion",
    "M": "million", "Md": "billion", "Mds": "billion", "Mrd": "billion", "k": "thousand",
}  # fmt: skip
CURRENCY = re.compile(
    rf"{SPACE}?(?:de{SPACE}|d['’])?(?:(?P<euro>euros?|€|EUR)(?!\w)|(?P<dollar>\$|USD)(?!\w)"
    rf"|(?P<cfa>(?:francs?|F){SPACE}?CFA|FCFA|XOF|XAF)(?!\w)|(?P<dirham>DH|MAD)(?!\w)|(?P<swiss>CHF)(?!\w))"
)
SIGNS = {"euro": "€", "dollar": "$", "cfa": "CFAF ", "dirham": "MAD ", "swiss": "CHF "}
UNIT = re.compile(rf"{SPACE}?(?P<mark>%|°C|km²|km2|km/h|km|m²|m³|m3|kg|ha|MWc|MW|GWh|GW|kWh|kW|MWh|TWh|mm|cm|m|g|t)(?!\w)")


class Amount(NamedTuple):
    """An amount at `start:end` of the French; an ordinal is one too."""

    start: int
    end: int
    english: str
    ordinal: bool = False


def amounts(french: str) -> Iterator[Amount]:
    """Every figure in digits with what belongs to it: `-3,5 °C`, `15 M€`, `2 milliards`, `12 %`, `3e`."""
    for found in FRENCH.finditer(french):
        if found["ordinal"]:
            if found["digits"].isdigit():
                yield Amount(found.start(), found.end("ordinal"), ordinal(int(found["digits"])), ordinal=True)
        elif found["half"]:
            yield from _and_a_half(found)
        else:
            yield from _amount(french, found)


def english_amount(value: Decimal) -> str:
    """A bare value as prose writes it: `97`, `1,500`, `1.5 million`; what may be a year is not grouped."""
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= size and (value / size * 1000) % 1 == 0:
            return f"{(value / size).normalize():f} {name}"
    return f"{value:,f}" if value >= 2100 or value < 1000 or value % 1 else f"{value:f}"


def _amount(french: str, found: re.Match[str]) -> Iterator[Amount]:
    scale = found["scale"] or found["packed"]
    english, end = english_digits(found["digits"]), found.end("digits")
    if scale:
        english, end = f"{english} {SCALE_NAMES[scale]}", found.end("scale") if found["scale"] else found.end("packed")
    money = CURRENCY.match(french, end)
    unit = UNIT.match(french, end)
    if money:
        english, end = f"{SIGNS[money.lastgroup or 'euro']}{english}", money.end()
    elif scale in ("M", "Md", "Mds", "Mrd", "k"):
        return  # 15 M of what? 5 k may be a road race
    elif unit:
        english, end = f"{english}{'' if unit['mark'] == '%' else ' '}{unit['mark']}", unit.end()
    signed = re.search(r"(?:^|[ \u00a0(])([-−])$", french[: found.start()])
    start = found.start() - bool(signed)
    yield Amount(start, end, f"{signed[1] if signed else ''}{english}")


def _and_a_half(found: re.Match[str]) -> Iterator[Amount]:
    """`3 millions et demi` is 3.5 million; `2 et demi` is left to the model, for the unit stands elsewhere."""
    if found["scale"] and found["digits"].isdigit():
        yield Amount(found.start(), found.end(), f"{found['digits']}.5 {SCALE_NAMES[found['scale']]}")
