"""The quantities of an English sentence, each with the words that say what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.brief.labels import BOUND, RANGE, label, tells
from service.brief.quantities import CURRENCY, SCALE, UNIT
from service.types import Figure

_FIGURE = re.compile(
    rf"(?<![\w.,/⟦-])(?:{CURRENCY})?[-−]?\d+(?:,\d{{3}})*(?:\.\d+)?(?![\d/:⟧]|[.,]\d){SCALE}?{UNIT}?"
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    rf"\s+(?:(?:and|to) \d+ )?(?:{_MONTHS})\b|\s?[–-]\s?\d{{1,2}} (?:{_MONTHS})\b"
    r"|\s*(?:st|nd|rd|th)\b|\s*(?:[ap]\.?m\b|h\b|o'clock)"
    rf"|-(?:year|month|week|day|hour)\b|\s+to\s(?:{_DAYS})",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    rf"(?:{_MONTHS}|{_DAYS}|[Aa]rticles?|[Nn]o\.?|n°|[Pp]ages?|[Ss]ections?|[Pp]aragraphs?|[Cc]hapter|[Ss]ession|[Ll]aw|[Dd]ecree|since|in|of"
    r"|[Nn]umbers?|[Bb]atch(?:es)?|[Ll]ots?|[Pp]hone|[Tt]el\.?:?|\+\d[\d ]*|by|until|before|after|from|to|between|and)\s*$"
)
_OTHER_ENDS = re.compile(rf"{SCALE}? (?:and|to) [\d€$£]")
_LESSER = re.compile(r"\d (?:votes )?to $")  # 78 votes to 41
_PACK = re.compile(r"[x×] ?#|# ?[x×] ?\d")  # 4 x 90 g
_BULLET = re.compile(r"^\s*(?:[•▪◦*–-]|\d{1,2}[.)])\s+")
_PHONE = re.compile(r"(?<![\d,.])\+?\d{1,4}(?:[ .]\d{2,4}){3,}(?!\d)")
_COUNTS = re.compile(r"(?:illion|thousand|-[a-z]+)$")  # 3 million pupils, a 1.2-hectare site


def figures(sentence: str, source: int) -> Iterator[Figure]:
    """Counts, sums, shares and measures, each with its bound ("at least 12%"); no years, dates, times, telephone numbers or
    article numbers."""
    sentence = _PHONE.sub("", _BULLET.sub("", sentence))
    for found in _FIGURE.finditer(sentence):
        value = found.group().strip()
        before, after = sentence[: found.start()], sentence[found.end() :]
        if _DATE.match(after) or _PACK.search(f"{before[-3:]}#{after[:4]}") or (value.isdigit() and _is_reference(value, before)):
            continue
        bare = value.replace(",", "").isdigit()
        if _LESSER.search(before) or (_OTHER_ENDS.match(after) and re.search(r"\b(?:between|from) $", before)):
            continue  # "between 8 and 8.5%" and "from 88 to 71" are told with their end, "78 votes to 41" with the first
        told = label(before, after, counted=bare or bool(_COUNTS.search(value)), bare=bare)
        named = bare and told[:1].isupper()  # "Phase 4": a name and no count
        if tells(told) and not named:
            bound = BOUND.search(before) or RANGE.search(before)
            yield Figure(value=(bound.group().lower() if bound else "") + value, label=told, sources=(source,))


def _is_reference(value: str, before: str) -> bool:
    """A year, or a number after "Article", "No.", a month …"""
    year = len(value) == 4 and 1000 <= int(value) <= 2100
    told = _REFERENCE.search(before)
    return bool(told and (year or told.group().strip().lower() not in _FOLLOWED)) or (year and not told)


_FOLLOWED = frozenset("since in of by until before after from to between and".split())
