"""A sentence beyond the model's comfort becomes clauses, and its English clauses one sentence again.

Cuts are tried from the plainest joint to the weakest: semicolons, colons, clause conjunctions, commas; never inside
quotation marks, parentheses, numbers or names. Where no joint is left the words are halved: longer input is never cut off.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Fits = Callable[[str], bool]

_OPENING, _CLOSING = "«([“{", "»)]”}"
_CONJUNCTION = (
    r"(?:ainsi que|tandis que|alors que|afin (?:de|que)|dans le but de|en vue de|mais|car|puis|dont|où|lequel|laquelle|"
    r"lesquels|lesquelles|qui|notamment|y compris|grâce à|en particulier|et (?:ce|de|a|ont|que|qui|d'|à|en))"
)
_JOINTS = (
    re.compile(r";\s+"),
    re.compile(r"(?<=[^\d\s]) [–—] | ?:\s+(?=[^\d])"),
    re.compile(rf",\s+(?={_CONJUNCTION}\b)"),
    re.compile(r"(?<!\d),\s+(?![A-ZÀ-Þ])|,\s+(?=[a-zà-þ])"),
    re.compile(r"\s+(?=(?:et|ou|afin|pour|dans|avec|sur|par|selon|depuis|lors)\s)"),
)
_WINDOW = 1000  # characters
_SMALLEST = 4  # words: a shorter clause says too little for a model to translate


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence and the joint that follows it, as it will stand in English ("; ", ", ", " ", "")."""

    text: str
    joint: str = ""


def split(sentence: str, fits: Fits) -> tuple[Clause, ...]:
    """Clauses that each fit, in order; the sentence itself where it fits. No word is lost."""
    if fits(sentence):
        return (Clause(sentence),)
    for pattern in _JOINTS:
        cut = _nearest_to_middle(sentence, pattern)
        if cut:
            return _join_halves(sentence[: cut[0]], sentence[cut[0] : cut[1]], sentence[cut[1] :], fits)
    words = sentence.split()
    if len(words) < 2:
        return _split_word(sentence, fits)
    left, right = " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])
    bare = left.rstrip(",;:") or left
    return _join_halves(bare, left[len(bare) :] + " ", right, fits)


def join(english: list[str], clauses: tuple[Clause, ...]) -> str:
    """One English sentence from the English of each clause: joints put back, inner full stops and capitals taken off."""
    out = ""
    for i, (text, clause) in enumerate(zip(english, clauses, strict=True)):
        part = text.strip()
        if i and not clause.text[:1].isupper():
            part = _lowered(part)
        last = i == len(clauses) - 1
        if clause.text.rstrip()[-1:] not in ".!?…":
            part = re.sub(r"\s*[.,;:]+$", "", part)
        out += part + ("" if last else clause.joint)
    return out


def _join_halves(left: str, joint: str, right: str, fits: Fits) -> tuple[Clause, ...]:
    mark = joint.strip()
    *head, last = split(left.rstrip(), fits)
    between = {"–": " – ", "—": " – "}.get(mark, f"{mark} " if mark else " ")
    return (*head, Clause(last.text, between), *split(right.lstrip(), fits))


def _nearest_to_middle(sentence: str, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    """The span of the joint nearest to the middle that stands outside brackets and leaves two clauses of some length.

    Only `_WINDOW` characters each side of the middle are looked at, so that a megabyte is split in linear time.
    """
    middle = len(sentence) // 2
    first = max(0, middle - _WINDOW)
    window = sentence[first : middle + _WINDOW]
    depth = _depths(window)
    best: tuple[int, int] | None = None
    for found in pattern.finditer(window):
        start, end = found.start() + first, found.end() + first
        if depth[found.start()] or not _long_enough(sentence[max(0, start - 200) : start]):
            continue
        if _long_enough(sentence[end : end + 200]) and (best is None or abs(start - middle) < abs(best[0] - middle)):
            best = (start, end)
    return best


def _long_enough(part: str) -> bool:
    return len(part.split(None, _SMALLEST)) >= _SMALLEST


def _depths(sentence: str) -> list[int]:
    """How many brackets or quotation marks are open at each character; unclosed ones count for nothing."""
    depth, level = [], 0
    for character in sentence:
        if character in _OPENING:
            level += 1
        depth.append(level)
        if character in _CLOSING and level:
            level -= 1
    return [0] * len(depth) if level else depth


def _lowered(part: str) -> str:
    """The first letter small, unless it begins a name, an acronym or "I"."""
    first = re.match(r"[\w'-]+", part)
    if not first or first.group() == "I" or first.group().startswith("I'") or sum(map(str.isupper, first.group())) > 1:
        return part
    return part[0].lower() + part[1:]


def _split_word(word: str, fits: Fits) -> tuple[Clause, ...]:
    """A single "word" beyond the model: in halves, so that even a megabyte without a space is never cut off."""
    if len(word) < 2 or fits(word):
        return (Clause(word),)
    middle = len(word) // 2
    *head, last = _split_word(word[:middle], fits)
    return (*head, Clause(last.text, ""), *_split_word(word[middle:], fits))
