"""The quotation of a brief: English words between marks, of a named speaker, that the French gives to the same person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.brief.budget import QUOTE_WORDS
from service.brief.people import described
from service.release import Release, Speech
from service.types import Passage, Quote

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«\s*([^«»]+?)\s*»")
_SHORTEST = 5  # words


def best_quote(release: Release, passages: Sequence[Passage], taken: frozenset[int]) -> Quote | None:
    """The first quotation that fits: a named speaker, one English quotation of 5 to 25 words, no severe doubt about it.

    `taken`: passages that the lead and the points already tell.
    """
    for speech in release.speeches:
        if len(speech.sentences) != 1 or speech.sentences[0] in taken or not _named(speech, release):
            continue
        passage = passages[speech.sentences[0]]
        spans = [next(filter(None, m.groups())).strip() for m in _QUOTED.finditer(passage.english)]
        words = spans[0].rstrip(",") if len(spans) == 1 else ""
        if _SHORTEST <= len(words.split()) <= QUOTE_WORDS and not any(f.severe for f in passage.findings):
            speaker = described(speech.speaker or "", [p.english for p in passages])
            return Quote(text=words, speaker=speaker, sources=speech.sentences)
    return None


def _named(speech: Speech, release: Release) -> bool:
    return speech.speaker in {person.name for person in release.people}
