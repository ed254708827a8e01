"""Rows of tables that extraction flattened into lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.release.wording import ENDS, NUMBER, REACH, own_lines
from service.types import Sentence


def table_lines(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Sentences that are rows of a flattened table: two lines or more, each of cells or mostly of numbers."""
    rows = {i for i in range(len(sentences)) if _row(sentences, i)}
    runs = {i for i in rows if i + 1 in rows or i - 1 in rows}
    heads = {i - 1 for i in runs if i and i - 1 not in runs and _table_head(sentences, i - 1)}
    return frozenset(runs | heads)


def _row(sentences: Sequence[Sentence], index: int) -> bool:
    text = sentences[index].text.strip()
    if own_lines(sentences, index) != index + 1 or len(text.split()) > 30 or REACH.search(text):
        return False
    if "\t" in text or text.count("|") >= 2 or len(re.findall(r"\S {2,}\S", text)) >= 1:
        return not re.search(r"[.!?]$", text)
    numbers = NUMBER.findall(text)
    digits = sum(len(n.split()) for n in numbers)
    return len(numbers) >= 2 and 2 * digits >= len(text.split()) and not re.search(r"[.!?;]$", text)


def _table_head(sentences: Sequence[Sentence], index: int) -> bool:
    text = sentences[index].text.strip()
    cells = "\t" in text or "|" in text or bool(re.search(r"\S {2,}\S", text)) or len(NUMBER.findall(text)) >= 2
    return cells and own_lines(sentences, index) == index + 1 and not ENDS.search(text)
