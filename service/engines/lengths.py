"""How long a hypothesis may become: a function of its own sentence and never of its neighbours in a batch."""

from __future__ import annotations

import math
from collections.abc import Sequence

from service.engines import Decoding
from service.errors import InputError

_STEP = 8


def longest(tokens: int, decoding: Decoding, positions: int) -> int:
    """Target tokens allowed for this many source tokens. Lengths are rounded up to steps of 8, so that sentences of
    one bucket share a batch."""
    bucket = math.ceil(tokens / _STEP) * _STEP
    return max(1, min(math.ceil(bucket * decoding.length_ratio) + decoding.length_extra, positions - 1))


def buckets(counts: Sequence[int], decoding: Decoding, positions: int) -> dict[int, list[int]]:
    """Indexes of sentences by the length that their hypotheses may have, longest first."""
    found: dict[int, list[int]] = {}
    for index in sorted(range(len(counts)), key=lambda i: -counts[i]):
        found.setdefault(longest(counts[index], decoding, positions), []).append(index)
    return found


def within(counts: Sequence[int], positions: int, name: str) -> None:
    """Raises `InputError` for a sentence that does not fit: nothing is ever cut in silence."""
    for index, count in enumerate(counts):
        if count > positions:
            raise InputError(
                f"Sentence {index + 1} has {count} tokens and {name} reads {positions}; split it before translating."
            )
