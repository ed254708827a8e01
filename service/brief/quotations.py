"""The quotation of a brief: English words between marks, of a named speaker, that the French gives to the same person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.brief.budget import QUOTE_WORDS
from service.brief.people import described
from service.release import Release, Speech
from service.types import Passage, Quote

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«\s*([^«»]+?)\s*»")
_MARK = re.compile(r"[“”\"«»]")
_SHORTEST, _LEAST_OUTSIDE = 5, 2  # words


def best_quote(release: Release, passages: Sequence[Passage], taken: frozenset[int]) -> Quote | None:
    """The first quotation that fits: a named speaker, English words between marks, 5 to 25 of them, no severe doubt about
    them. Of a quotation that runs on over several sentences one sentence is told, the last that fits first: it sums up.

    `taken`: passages that the lead and the points already tell.
    """
    for speech in release.speeches:
        for index in reversed(speech.sentences) if _named(speech, release) else ():
            passage = passages[index]
            words = "" if index in taken else _quoted(passage.english, alone=len(speech.sentences) == 1)
            told = any(name in words for name in (speech.speaker or "").split()[-1:])  # a mark was lost on the way
            if _SHORTEST <= len(words.split()) <= QUOTE_WORDS and not told and not any(f.severe for f in passage.findings):
                speaker = described(speech.speaker or "", [p.english for p in passages])
                return Quote(text=words, speaker=speaker, sources=(index,))
    return None


def unattributed(release: Release, passages: Sequence[Passage]) -> frozenset[int]:
    """Sentences that are nothing but a quotation, or stand in the midst of one: who says it another sentence tells, and
    alone they would be nobody's words."""
    inner = {i for speech in release.speeches if len(speech.sentences) > 1 for i in speech.sentences}
    whole = {i for speech in release.speeches for i in speech.sentences if _QUOTED.fullmatch(passages[i].english.strip())}
    return frozenset(i for i in inner | whole if len(_outside(passages[i].english).split()) < _LEAST_OUTSIDE)


def _quoted(english: str, *, alone: bool) -> str:
    """The words between the marks; a sentence of a longer quotation may have only one of the two, or none."""
    spans = [next(filter(None, m.groups())).strip() for m in _QUOTED.finditer(english)]
    if spans or alone:
        return spans[0].rstrip(",") if len(spans) == 1 else ""
    parts = _MARK.split(english)
    if len(parts) > 2:
        return ""
    return (parts[0] if parts[0].strip() else parts[-1]).strip().rstrip(",")


def _outside(english: str) -> str:
    """What is not between marks; where only one mark is left, what follows the closing one."""
    rest = _QUOTED.sub(" ", english)
    head, mark, tail = rest.rpartition(found[-1]) if (found := _MARK.findall(rest)) else (rest, "", "")
    return (tail if head.strip() else "") if mark else ""


def _named(speech: Speech, release: Release) -> bool:
    return speech.speaker in {person.name for person in release.people}
