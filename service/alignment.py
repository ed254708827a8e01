"""Which French word each English word stands for: the lexicon, likeness of letters, and the place in the sentence.

Used to put inline tags back and to light the source of a word. A word that nothing explains has no partner.
"""

from __future__ import annotations

import re

from service.coverage import counterparts, stems

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_FRENCH_ARTICLE = re.compile(r"(?:l[ea]s?|une?) |l['’]", re.IGNORECASE)
_ENGLISH_ARTICLE = re.compile(r"\b(?:the|an?) $", re.IGNORECASE)
_LEAST = 0.08
_DISTANCE = 0.6  # how much a word on the other side of the sentence is worth less

Span = tuple[int, int]


def word_spans(text: str) -> list[Span]:
    """(start, end) of every word or figure."""
    return [m.span() for m in _WORD.finditer(text)]


def align(french: str, english: str) -> list[int | None]:
    """For each word of the English the index of its French word, or None. Words as `word_spans` counts them."""
    source = [_forms(french[a:b]) for a, b in word_spans(french)]
    target = [_forms(english[a:b]) for a, b in word_spans(english)]
    return [_partner(j / max(1, len(target)), word, source) for j, word in enumerate(target)]


def project(span: Span, french: str, english: str) -> Span | None:
    """Where a span of the French stands in the English, in characters; None where no word of it has a partner."""
    first, last = _words_within(span, word_spans(french))
    partners = align(french, english)
    found = [j for j, i in enumerate(partners) if i is not None and first <= i < last]
    if not found:
        return None
    run = _densest(found, last - first)
    places = word_spans(english)
    start, end = places[run[0]][0], places[run[-1]][1]
    article = _ENGLISH_ARTICLE.search(english, 0, start) if _FRENCH_ARTICLE.match(french[span[0] : span[1]]) else None
    return (article.start() if article else start), end


def _words_within(span: Span, words: list[Span]) -> tuple[int, int]:
    inside = [i for i, (a, b) in enumerate(words) if a < span[1] and b > span[0]]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _densest(found: list[int], words: int) -> list[int]:
    """The longest run of partners with gaps of at most two words: a stray partner far away does not widen the span."""
    runs: list[list[int]] = [[found[0]]]
    for j in found[1:]:
        if j - runs[-1][-1] <= 2 + words // 4:
            runs[-1].append(j)
        else:
            runs.append([j])
    return max(runs, key=len)


def _forms(word: str) -> tuple[str, frozenset[str]]:
    return word.lower(), frozenset(s for s in stems(word) if len(s) > 1)


def _partner(place: float, word: tuple[str, frozenset[str]], source: list[tuple[str, frozenset[str]]]) -> int | None:
    best, index = _LEAST, None
    for i, candidate in enumerate(source):
        worth = _likeness(candidate, word) - _DISTANCE * abs(i / len(source) - place) * 0.5
        if worth > best:
            best, index = worth, i
    return index


def _likeness(french: tuple[str, frozenset[str]], english: tuple[str, frozenset[str]]) -> float:
    if french[0] == english[0]:
        return 1.0
    share = sum(counterparts(f).get(e, 0.0) for f in french[1] for e in english[1])
    cognate = any(f[:4] == e[:4] and len(f) > 3 for f in french[1] for e in english[1])
    return max(min(1.0, share * 1.5), 0.5 if cognate else 0.0)
