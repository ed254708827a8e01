"""The choice: worth of each sentence, then maximal marginal relevance (Carbonell and Goldstein 1998) for variety."""

from __future__ import annotations

from collections.abc import Sequence

from service.config import SelectSettings
from service.summarize.features import Features, features, likeness
from service.types import Role

NAMES = (
    "position", "centrality", "title", "figures", "names", "decision", "quote", "spoken", "protocol", "boilerplate", "dangling",
    "long",
)  # fmt: skip
USUAL_WORDS = 120  # of a selection for which neither a count nor a length is asked


def score(features: Sequence[Features], weights: SelectSettings) -> list[float]:
    """The worth of each sentence; minus infinity for one that must never be said."""
    return [sum(getattr(weights, name) * getattr(f, name) for name in NAMES) if f.fit else float("-inf") for f in features]


def select(  # noqa: PLR0913 - as `rank`
    sentences: Sequence[str],
    *,
    title: str = "",
    roles: Sequence[Role] = (),
    weights: SelectSettings,
    count: int | None = None,
    words: int | None = None,
) -> tuple[int, ...]:
    """Indexes of the sentences that carry the news, in the order of the source; what `rank` chooses."""
    return tuple(sorted(rank(sentences, title=title, roles=roles, weights=weights, count=count, words=words)))


def rank(  # noqa: PLR0913 - a text is its sentences, title and roles; a length is a count or a number of words
    sentences: Sequence[str],
    *,
    title: str = "",
    roles: Sequence[Role] = (),
    weights: SelectSettings,
    count: int | None = None,
    words: int | None = None,
) -> tuple[int, ...]:
    """Indexes of the sentences that carry the news, in the order in which they are chosen.

    At most `count` sentences and about `words` words (120 where neither is given). The first news sentence that is no item of a
    list is always the first; a text in which no sentence is fit gives its longest one, and an empty text nothing.
    """
    matrix = likeness(sentences)
    found = features(sentences, title=title, roles=roles, matrix=matrix)
    lengths = [len(s.split()) for s in sentences]
    if words is None and count is None:
        words = USUAL_WORDS
    if not any(f.fit for f in found):
        return (max(range(len(lengths)), key=lambda i: lengths[i]),) if lengths else ()
    worth = score(found, weights)
    fit = [i for i, value in enumerate(worth) if value != float("-inf")]
    prose = next((i for i in fit if not roles or roles[i] in ("body", "quote")), fit[0])  # a list of figures makes no lead
    return choose(worth, matrix, lengths, variety=weights.variety, limit=(count, words), first=prose)


def choose(  # noqa: PLR0913 - worth, likeness and length of each sentence; how many, how varied, and which opens
    worth: Sequence[float],
    matrix: Sequence[Sequence[float]],
    lengths: Sequence[int],
    *,
    variety: float,
    limit: tuple[int | None, int | None],
    first: int | None = None,
) -> tuple[int, ...]:
    """In order of choice, `first` or the first that is fit before all others. `matrix` is the likeness of each sentence to
    each, `limit` the most sentences and the most words; a sentence that is too long for what is left is passed over."""
    left = [i for i, value in enumerate(worth) if value != float("-inf")]
    nearest = dict.fromkeys(left, 0.0)  # likeness to the nearest chosen sentence
    count, budget = limit[0] or len(left), float("inf") if limit[1] is None else limit[1]
    chosen: list[int] = []
    while left and len(chosen) < count:
        best = left[0] if first is None else first
        if chosen:
            best = max(left, key=lambda i: variety * worth[i] - (1 - variety) * nearest[i])
        left.remove(best)
        if chosen and lengths[best] > budget:
            continue
        chosen.append(best)
        budget -= lengths[best]
        nearest = {i: max(nearest[i], matrix[best][i]) for i in left}
    return tuple(chosen)
