"""What the service carries around the model is carried in training too: the same spans, masked on both sides of a pair.

`mask` asks `service.carry` what it would mask in the French, looks for the English of each span in the reference, and puts
the same placeholder there. So the model learns the frames that it will meet: articles and units inside the placeholder.
"""

from __future__ import annotations

import random
import re
from functools import cache

from service.carry import KINDS, Carried
from service.carry import mask as carried_by_the_service
from service.glossary import Glossary, institutions
from training.pairs import Pair

PLACEHOLDERS = tuple(f"⟦{i}⟧" for i in range(10))


def mask(french: str, english: str, rng: random.Random, *, share: float = 0.7) -> Pair:
    """The pair with placeholders for the kinds that a lot of `share` falls on and that both sides have; else as it was."""
    kinds = frozenset(kind for kind in sorted(KINDS) if rng.random() < share)
    return _masked(french, english, kinds) or _masked(french, english, _agreeing(french, english, kinds)) or (french, english)


def _agreeing(french: str, english: str, kinds: frozenset[str]) -> frozenset[str]:
    """The kinds of which every span is in the English: a figure that was written out there keeps only figures away."""
    return frozenset(kind for kind in kinds if _masked(french, english, frozenset({kind})))


def _masked(french: str, english: str, kinds: frozenset[str]) -> Pair | None:
    carried = carried_by_the_service(french, glossary=_glossary(), kinds=kinds)
    return _on_both_sides(carried, english) if carried.values else None


def _on_both_sides(carried: Carried, english: str) -> Pair | None:
    """None where a value is not in the English as often as in the French. Of equal values, the first is the first."""
    placed: list[tuple[int, int, str]] = []
    for value in sorted(set(carried.values), key=len, reverse=True):  # "12 March" before "12"
        marks = [mark for mark, own in zip(PLACEHOLDERS, carried.values, strict=False) if own == value]
        places = [m.span() for m in _wherever(value).finditer(english) if not _overlaps(m.span(), placed)]
        if len(places) != len(marks):
            return None
        placed += [(start, end, mark) for (start, end), mark in zip(places, marks, strict=True)]
    for start, end, mark in sorted(placed, reverse=True):
        english = english[:start] + mark + english[end:]
    return carried.text, english


def _wherever(value: str) -> re.Pattern[str]:
    """As a whole word or figure; `the` and other small first letters may be capitals at the head of the sentence."""
    first = f"[{value[0]}{value[0].upper()}]" if value[0].isalpha() else re.escape(value[0])
    return re.compile(rf"(?<![\w⟦])(?<!\d[.,]){first}{re.escape(value[1:])}(?![\w⟧]|[.,]\d|%)")


def _overlaps(span: tuple[int, int], placed: list[tuple[int, int, str]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end, _ in placed)


@cache
def _glossary() -> Glossary:
    return institutions()
