"""The choice: worth of each sentence, then maximal marginal relevance (Carbonell and Goldstein 1998) for variety."""

from __future__ import annotations

from collections.abc import Sequence

from service.config import SelectSettings
from service.summarize.features import Features, Vector, cosine, features, tf_idf
from service.types import Role

NAMES = (
    "position", "centrality", "title", "figures", "names", "decision", "quote", "protocol", "boilerplate", "dangling",
    "long",
)  # fmt: skip


def score(features: Sequence[Features], weights: SelectSettings) -> list[float]:
    """The worth of each sentence; minus infinity for one that must never be said."""
    return [
        sum(getattr(weights, name) * getattr(f, name) for name in NAMES) if f.fit else float("-inf") for f in features
    ]


def select(
    sentences: Sequence[str],
    *,
    title: str = "",
    roles: Sequence[Role] = (),
    weights: SelectSettings,
    count: int | None = None,
    words: int | None = None,
) -> tuple[int, ...]:
    """Indexes of the sentences that carry the news, in the order of the source.

    At most `count` sentences and about `words` words (120 where neither is given). The first news sentence is always
    among them; a text in which no sentence is fit gives its longest one, and an empty text nothing.
    """
    found = features(sentences, title=title, roles=roles)
    worth = score(found, weights)
    vectors = tf_idf(sentences)
    left = [i for i, f in enumerate(found) if f.fit]
    if not left:
        return (max(range(len(sentences)), key=lambda i: len(sentences[i])),) if sentences else ()
    budget = words if words is not None else (120 if count is None else 10**9)
    chosen: list[int] = []
    while left and len(chosen) < (count or len(sentences)):
        best = (
            left[0] if not chosen else max(left, key=lambda i: _relevance(i, chosen, worth, vectors, weights.variety))
        )
        left.remove(best)
        length = len(sentences[best].split())
        if not chosen or length <= budget:
            chosen.append(best)
            budget -= length
    return tuple(sorted(chosen))


def _relevance(index: int, chosen: list[int], worth: list[float], vectors: Sequence[Vector], variety: float) -> float:
    likeness = max(cosine(vectors[index], vectors[i]) for i in chosen)
    return variety * worth[index] - (1 - variety) * likeness
