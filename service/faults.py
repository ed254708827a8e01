"""What is wrong with a hypothesis whatever the sentence says: nothing, a loop, too short or long, cut off, not English.

Each fault is a name and a sentence for the reader; a hypothesis that has one is tried again in another way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from service.types import Candidate

_WORD = re.compile(r"\w+", re.UNICODE)
_STUTTER = re.compile(r"(\S)\1{7,}|(\S{2,8}?)\2{4,}")  # "2022222222", "hahahahaha"
_RULE = re.compile(r"[-_=*.·•~#\s]+")


def faults(source: str, hypothesis: Candidate) -> Iterator[tuple[str, str]]:
    """(name, note) of every fault; none for a usable hypothesis."""
    text = hypothesis.text.strip()
    if not text:
        yield "empty", "The model gave nothing for this sentence."
        return
    if "\ufffd" in text and "\ufffd" not in source:
        yield "garbled", "The model gave bytes that are no letters."
    if not hypothesis.complete:
        yield "unfinished", "The model did not come to an end."
    if loops(text) > loops(source):
        yield "loop", "The model repeats itself."
    french, english = len(_WORD.findall(source)), len(_WORD.findall(text))
    if english > 2.4 * french + 6:
        yield "too_long", f"{english} English words for {french} French ones."
    if french > 8 and english < 0.4 * french:
        yield "too_short", f"{english} English words for {french} French ones."


def loops(text: str) -> int:
    """How many words stand in repetitions: the same one to eight words three times in a row or more, or a stutter of letters.

    A phrase of four words that comes back four times counts as well, wherever it stands.
    """
    words = [w.lower() for w in _WORD.findall(text)]
    stuttered = sum(len(m.group()) for m in _STUTTER.finditer(text) if not _RULE.fullmatch(m.group()))
    repeated = sum(_runs(words, size) for size in range(1, 9))
    phrases = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    return stuttered + repeated + sum(count for count in phrases.values() if count >= 4)


def _runs(words: list[str], size: int) -> int:
    """Words of `size`-grams that follow themselves twice or more; a single word must do so three times."""
    needed, total, run = (3 if size == 1 else 2) * size, 0, 0
    for i in range(size, len(words)):
        run = run + 1 if words[i] == words[i - size] else 0
        total += run == needed
    return total * size
