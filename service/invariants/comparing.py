"""By how much: `inférieur de 38 %` is 38% lower and not below 38%; what `dépasse de 12 % le budget` exceeds it by 12%."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABOUT = r"(?:près de |plus de |moins de |quelque |environ )?"
_SHARE = rf"{_ABOUT}(?P<share>\d+(?:,\d+)?)[ \u00a0\u202f]?%"
_AWAY = re.compile(rf"\b(?P<way>inférieur|supérieur)e?s? de {_SHARE}")
_EXCEEDS = re.compile(rf"\bdépass(?:e|ent|ait|é|era) de {_SHARE}")
_WRONG = {
    "inférieur": ("lower", r"(?:below|under|less than|lower than|lower by|lower at)"),
    "supérieur": ("higher", r"(?:above|over|more than|higher than|higher by|higher at|greater than)"),
}
_WHAT = r"((?:the|its|their|his|her) [^,.;:]+?)(?=[,.;:]|$)"


def compared(french: str, english: str) -> Iterator[tuple[str, str]]:
    """(what stands there, what it should be)."""
    for found in _AWAY.finditer(french):
        way, wrong = _WRONG[found["way"]]
        told = re.search(rf"\b{wrong} ({_english(found)})(?! (?:of|lower|higher|than)\b)", english)
        if told:
            yield told[0], f"{told[1]} {way}"
    for found in _EXCEEDS.finditer(french):
        told = re.search(rf"\b(exceed(?:s|ed)?) ({_english(found)}) {_WHAT}", english)
        if told:
            yield told[0], f"{told[1]} {told[3]} by {told[2]}"


def _english(found: re.Match[str]) -> str:
    return rf"{re.escape(found['share'].replace(',', '.'))} ?%"
