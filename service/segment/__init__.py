"""Text to sentences, lossless: `"".join(s.text + s.gap for s in segment(text)) == text` for any text.

Two questions, one file each: `lines.py` decides which line breaks end a unit (a heading, an item, a table row, page chrome)
and which only wrap a paragraph; `sentences.py` decides which full stops end a sentence. Both run in linear time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from service.segment.lines import blocks
from service.segment.sentences import ends
from service.types import Role, Sentence

__all__ = ["by_sentence", "segment"]


def segment(text: str) -> tuple[Sentence, ...]:
    """The sentences in order; white space before the first belongs to its text. Roles are "heading", "item", "table" or
    "body", by the look of the line alone."""
    starts: list[int] = []
    kinds: list[tuple[int, Role]] = []
    for block in blocks(text):
        inside = [block.start, *ends(text, block.start, block.end)]
        role = "body" if block.role == "heading" and len(inside) > 1 else block.role
        starts += inside
        kinds += [(block.paragraph, role)] * len(inside)
    if not starts:
        return (Sentence(text),) if text else ()
    starts[0] = 0
    stops = [*starts[1:], len(text)]
    return tuple(_sentence(text[a:b], *kind) for a, b, kind in zip(starts, stops, kinds, strict=True))


def by_sentence(texts: Sequence[str], english: Callable[[list[str]], Sequence[str]]) -> list[str]:
    """Short texts through a function of all their sentences together, put back with their own white space."""
    parts = [segment(text) for text in texts]
    ready = iter(english([sentence.text for part in parts for sentence in part]))
    return ["".join(next(ready) + sentence.gap for sentence in part) for part in parts]


def _sentence(piece: str, paragraph: int, role: Role) -> Sentence:
    text = piece.rstrip()
    return Sentence(text, piece[len(text) :], paragraph, role)
