"""Several releases in one text: where each begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.release.opening import read_opening
from service.release.wording import EMBARGO, LABEL, line_of, own_lines
from service.types import Sentence

_ENDS = re.compile(r"[.!?…][\s»”)]*$")
_RULE = re.compile(
    r"\s*(?:(?:[*#_=~—–-]\s?){3,}|[-–—]*\s?(?:fin|30|end)\s?[-–—]*|[-–—#* ]*fin\s+du\s+communiqué[-–—#* .]*)\s*", re.IGNORECASE
)
_AGAIN = re.compile(r"\s*(?:communiqués?|press\s+release|avis\s+aux\s+médias)\b", re.IGNORECASE)
_FOOT = re.compile(
    r"\s*(?:à\s+propos|a\s+propos|contacts?|notes?|pour\s+(?:plus|toute)|renseignements|relations|sources?|informations?)\b",
    re.IGNORECASE,
)
_HEADINGS = 3  # lines of title and sub-title above a dateline, at most


def find_starts(sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """Indexes of the first sentence of each release; a text with one release gives (0,)."""
    starts = [0]
    prose = False
    for index, sentence in enumerate(sentences):
        words = line_of(sentence)
        prose = prose or (len(words.split()) >= 8 and bool(_ENDS.search(words)))
        fresh = index > starts[-1] and prose and sentence.paragraph > sentences[index - 1].paragraph
        if fresh and (_labelled(words) or _after_rule(sentences, index) or _titled(sentences, index)):
            starts.append(index)
            prose = False
    return tuple(starts)


def _labelled(words: str) -> bool:
    return bool(_AGAIN.match(words) and LABEL.fullmatch(words)) or bool(EMBARGO.match(words) and len(words.split()) <= 8)


def _after_rule(sentences: Sequence[Sentence], index: int) -> bool:
    """A line such as "***" or "FIN" before it, and text after it that is no foot of the release above."""
    if not _RULE.fullmatch(line_of(sentences[index - 1])) or _FOOT.match(line_of(sentences[index])):
        return False
    rest = sentences[index : index + 8]
    return not _ENDS.search(line_of(sentences[index])) and any(len(s.text.split()) >= 8 and _ENDS.search(s.text) for s in rest)


def _titled(sentences: Sequence[Sentence], index: int) -> bool:
    """A title, perhaps with a sub-title, over a sentence that opens with place and date."""
    at = index
    while at < len(sentences) and at < index + _HEADINGS and _heading(sentences, at):
        at += 1
    if at == index or at == len(sentences):
        return False
    opening = read_opening(line_of(sentences[at]))
    return opening is not None and opening.date is not None and opening.place is not None


def _heading(sentences: Sequence[Sentence], index: int) -> bool:
    words = line_of(sentences[index])
    single = own_lines(sentences, index) == index + 1
    return (
        single
        and any(c.isalpha() for c in words)
        and not re.search(r"[.;,:…]\s*$", words)
        and len(words.split()) <= 40
        and read_opening(words) is None
    )
