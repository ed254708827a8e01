"""A list of things or parts of a sentence, not of sentences: lots, prizes, bills adopted. It is told whole or not at all, for
one lot of three misleads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.gate import check_line
from service.normalise.prefix import split_affixes
from service.types import Line, Passage

_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|should|[a-z]{3,}(?:ed|es))\b")
_LONGEST = 16  # words of an item that is no sentence
_ROOM = 2  # times the words of a point


def listed(passages: Sequence[Passage]) -> dict[int, tuple[int, ...]]:
    """Each line of such a list → all of them, two or more."""
    found: dict[int, tuple[int, ...]] = {}
    run: list[int] = []
    for index in range(len(passages) + 1):
        if index < len(passages) and _is_item(passages[index]):
            run.append(index)
            continue
        if len(run) > 1 and (all(_is_thing(passages[i].english) for i in run) or all(_goes_on(passages[i].french) for i in run)):
            found.update((i, tuple(run)) for i in run)
        run = []
    return found


def tell_list(indexes: Sequence[int], passages: Sequence[Passage], words: int, most: int) -> Line | None:
    """The items in one line, led by what stands over them where that ends in a colon; None where they are too many words for
    `words`, the length of a point, or `most`, what is left, or where one of them may not be told."""
    items = [split_affixes(" ".join(passages[i].english.split()))[1].rstrip(" .;,") for i in indexes]
    passed = not any(check_line(item, [passages[i].english]) for item, i in zip(items, indexes, strict=True))
    head, over = "", indexes[0] - 1
    if over >= 0 and passages[over].english.rstrip().endswith(":"):
        head, indexes = " ".join(passages[over].english.split()) + " ", (over, *indexes)
    text = head + "; ".join(items)
    if not passed or any(f.severe for i in indexes for f in passages[i].findings):
        return None
    return Line(text=text, sources=tuple(indexes)) if len(text.split()) <= min(_ROOM * words, most) else None


def _is_item(passage: Passage) -> bool:
    """With its bullet; a line of figures may have been taken for one of a table."""
    return passage.role in ("item", "table") and bool(split_affixes(passage.french.strip())[0])


def _goes_on(french: str) -> bool:
    """"- le projet de loi portant code de l'environnement ;": a part of the sentence that stands over the list."""
    words = split_affixes(french.strip())[1]
    return words[:1].islower() and not words.rstrip(" .").endswith(("!", "?")) and ". " not in words


def _is_thing(english: str) -> bool:
    return len(english.split()) <= _LONGEST and not english.rstrip().endswith((".", "!", "?")) and not _VERB.search(english)
