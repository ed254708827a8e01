"""The unit that a heading gives for the figures under it: "Chiffres clés (en millions d'euros)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.types import Passage

_FRENCH = re.compile(r"\ben\s+(?:milliers|millions|milliards|k€|M€|Md€|%|euros|dollars|tonnes|hectares)\b", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\((?:in )?([^()]*(?:thousand|million|billion|%|euros?|dollars?|tonnes?|hectares?)[^()]*)\)", re.IGNORECASE
)
_FAR = 20  # lines of one list


def unit_above(passages: Sequence[Passage], index: int) -> str | None:
    """In English, for the figures of a line of a list or table; None where no heading gives one."""
    if passages[index].role not in ("item", "table"):
        return None
    for passage in reversed(passages[max(0, index - _FAR) : index]):
        if _FRENCH.search(passage.french) and (found := _ENGLISH.search(passage.english)):
            return found[1].strip()
        if passage.role not in ("item", "table"):
            return None
    return None
