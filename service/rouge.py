"""ROUGE-1, ROUGE-2 and ROUGE-Lsum (Lin 2004): F of what a summary and its reference share.

The usual tokenisation, without stemming: lower case, everything but a–z and 0–9 is a space.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_OTHER = re.compile(r"[^a-z0-9]+")


def tokens(text: str) -> list[str]:
    return _OTHER.sub(" ", text.lower()).split()


def rouge_n(summary: str, reference: str, n: int = 1) -> float:
    """F in 0 … 1 of the n-grams that both hold, each as often as it occurs in both."""
    ours, theirs = _ngrams(tokens(summary), n), _ngrams(tokens(reference), n)
    return f_measure((ours & theirs).total(), ours.total(), theirs.total())


def rouge_lsum(summary: Sequence[str], reference: Sequence[str]) -> float:
    """F of the union of longest common subsequences, sentence by sentence: both are lists of sentences."""
    ours, theirs = [tokens(s) for s in summary], [tokens(s) for s in reference]
    left, hits = Counter(t for s in ours for t in s), 0
    left_theirs = Counter(t for s in theirs for t in s)
    for sentence in theirs:
        union = set().union(*(_common(sentence, other) for other in ours)) if ours else set()
        for index in sorted(union):
            token = sentence[index]
            if left[token] > 0 and left_theirs[token] > 0:
                hits += 1
                left[token] -= 1
                left_theirs[token] -= 1
    return f_measure(hits, sum(map(len, ours)), sum(map(len, theirs)))


def f_measure(hits: int, ours: int, theirs: int) -> float:
    return 2 * hits / (ours + theirs) if hits else 0.0


def _ngrams(sequence: list[str], n: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(sequence[i:] for i in range(n)), strict=False))


def _common(reference: list[str], other: list[str]) -> set[int]:
    """Indexes into `reference` of one longest common subsequence."""
    table = [[0] * (len(other) + 1) for _ in range(len(reference) + 1)]
    for i, mine in enumerate(reference):
        for j, yours in enumerate(other):
            table[i + 1][j + 1] = table[i][j] + 1 if mine == yours else max(table[i][j + 1], table[i + 1][j])
    i, j, found = len(reference), len(other), set()
    while i and j:
        if reference[i - 1] == other[j - 1]:
            found.add(i - 1)
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return found
