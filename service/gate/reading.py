"""What a check is given: the line, and the sentence or the two neighbours that it must hold to."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from service.english import stem, words

REACH = 14  # words that a deletion may have taken out between two that now stand side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A line beside its source. `rest` are the other sentences of the text, `french` what the source translates."""

    line: str
    sentences: tuple[str, ...]  # one or two
    indexes: tuple[int, ...] = ()  # theirs in the text
    rest: tuple[str, ...] = ()
    french: str = ""

    @property
    def source(self) -> str:
        return " ".join(self.sentences)


Check = Callable[[Reading], Iterator[str]]


def stems(text: str) -> list[str]:
    return [stem(w) for w in words(text)]


def closest(line: str, sources: Sequence[str], french: Sequence[str] = ()) -> Reading:
    """The sentence, or the two neighbours, that hold most of the line's wording; one is preferred to two that hold no
    more."""
    spans = [(i, i + 1) for i in range(len(sources))] + [(i, i + 2) for i in range(len(sources) - 1)]
    ours = set(stems(line))
    bags = [set(stems(s)) for s in sources]
    # A pair that brings fewer than two new words is no better than one of its sentences.
    rough = sorted(spans, key=lambda s: -len(ours & set().union(*bags[s[0] : s[1]])))[:6]
    best = max(rough, key=lambda s: _fit(line, sources[s[0] : s[1]], ours))
    return Reading(
        line=line,
        sentences=tuple(sources[best[0] : best[1]]),
        indexes=tuple(range(*best)),
        rest=tuple([*sources[: best[0]], *sources[best[1] :]]),
        french=re.sub("['’]", " ", " ".join(french[best[0] : best[1]])),  # "l’OMS" holds OMS
    )


def _fit(line: str, sentences: Sequence[str], ours: set[str]) -> float:
    held = len(ours & set(stems(" ".join(sentences)))) / max(1, len(ours))
    return containment(line, sentences) + held - 0.08 * len(sentences)


def containment(line: str, sentences: Sequence[str]) -> float:
    """Share of the line's pairs of neighbours whose words follow each other in one sentence of the source, with at most
    a deletion between them."""
    ours = stems(line)
    places: list[dict[str, list[int]]] = []
    for sentence in sentences:
        places.append({})
        for index, word in enumerate(stems(sentence)):
            places[-1].setdefault(word, []).append(index)
    pairs = list(itertools.pairwise(ours))
    if not pairs:
        return float(all(any(w in p for p in places) for w in ours))
    held = sum(any(_follows(p.get(a, ()), p.get(b, ())) for p in places) for a, b in pairs)
    return held / len(pairs)


def _follows(before: Sequence[int], after: Sequence[int]) -> bool:
    return any(0 < j - i <= REACH for i in before for j in after)
