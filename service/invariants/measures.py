"""A measure keeps its unit: 15 litres are not 15 beds, even where litres are spoken of elsewhere in the sentence; 320 pages
are not €320."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNITS = {
    r"litres?": r"lit(?:er|re)s?|l\b", r"mètres?": r"met(?:er|re)s?|m\b", r"kilomètres?|km": r"kilomet(?:er|re)s?|km|miles?",
    r"hectares?|ha": r"hectares?|ha\b", r"tonnes?": r"tonn?es?|t\b|metric", r"kilos?|kilogrammes?|kg": r"kilos?|kilograms?|kg",
    r"grammes?": r"gram(?:me)?s?|g\b", r"minutes?": r"minutes?|min", r"semaines?": r"weeks?", r"jours?": r"days?",
    r"mois": r"months?", r"lits": r"beds?", r"degrés?": r"degrees?|°", r"mégawatts?|MW": r"megawatts?|MW",
}  # fmt: skip
_FRENCH = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?)[ \u00a0\u202f](?:"
    + "|".join(f"(?P<u{i}>{french})" for i, french in enumerate(_UNITS))
    + r")\b"
)
_ENGLISH = [re.compile(rf"[ -]?(?:[\w-]+ ){{0,2}}?(?:[\w]+-)?(?:{english})", re.IGNORECASE) for english in _UNITS.values()]


def strayed(french: str, english: str) -> Iterator[str]:
    """Each measure of the French whose figure stands once in the English with another noun after it."""
    for found in _FRENCH.finditer(french):
        written = _english(found["number"])
        places = [m.end() for m in re.finditer(rf"(?<![\d.,]){re.escape(written)}(?![\d]|[.,]\d)", english)]
        unit = _ENGLISH[next(i for i in range(len(_UNITS)) if found[f"u{i}"])]
        if len(places) == 1 and re.match(r"[ -][a-z]{3}", english[places[0] :]) and not unit.match(english, places[0]):
            yield found[0]


# A count of things: 320 pages; not 10 à 20 euros, 3 milliards, 30 fois
_COUNT = re.compile(
    r"(?<![\d.,€$£] )(?<![\d.,€$£])(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})*)[ \u00a0\u202f]"
    r"(?!(?:euros?|dollars?|francs?|dirhams?|livres?|mille|millions?|milliards?|yens?|dinars?|pesos?|roubles?|roupies?|couronnes?|centimes?|dont|pour|dans|sans|avec|contre|plus|puis)\b)"
    r"[a-zà-ÿ]{4,}"
)


def priced(french: str, english: str) -> Iterator[str]:
    """Each count of the French that is an amount of money in the English."""
    for found in _COUNT.finditer(french):
        paid = re.search(rf"{found['number']}[ \u00a0\u202f]?[€$£]", french)
        if not paid and re.search(rf"[€$£]{re.escape(_english(found['number']))}(?!\d|[.,]\d)", english):
            yield found[0]


def _english(number: str) -> str:
    """1 234,5 → 1,234.5."""
    whole, mark, part = number.partition(",")
    return re.sub(r"[ \u00a0\u202f]", ",", whole) + mark.replace(",", ".") + part
