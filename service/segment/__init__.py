"""Text to sentences, lossless: `"".join(s.text + s.gap for s in segment(text)) == text` for any text.

Two questions, one file each: `lines.py` decides which line breaks end a unit (a heading, an item, a table row, page chrome)
and which only wrap a paragraph; `sentences.py` decides which full stops end a sentence. Both run in linear time.
"""

from __future__ import annotations

from service.segment.lines import blocks
from service.segment.sentences import ends
from service.types import Sentence

__all__ = ["segment"]


def segment(text: str) -> tuple[Sentence, ...]:
    """The sentences in order; white space before the first belongs to its text. Roles are "heading", "item", "table" or
    "body", by the look of the line alone."""
    starts, kinds = [], []
    for block in blocks(text):
        begin = block.start
        for end in (*ends(text, block.start, block.end), block.end):
            if begin < end:
                starts.append(begin)
                kinds.append((block.paragraph, block.role))
                begin = end
    if not starts:
        return (Sentence(text),) if text else ()
    starts[0] = 0
    pieces = (text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    return tuple(_sentence(piece, *kind) for piece, kind in zip(pieces, kinds, strict=True))


def _sentence(piece: str, paragraph: int, role: str) -> Sentence:
    text = piece.rstrip()
    return Sentence(text, piece[len(text) :], paragraph, role)  # type: ignore[arg-type]
