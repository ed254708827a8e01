"""Which full stops end a sentence, inside one block of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.segment.words import ANNOUNCING, CLOSING, MONTHS, NUMBERED, STARTERS, TITLES

# Possessive quantifiers: nothing here ever backtracks, so that no input takes quadratic time.
CANDIDATE = re.compile(
    r"""(?P<stop>[.!?…؟。！？]++)
    (?P<mark>(?<=[^\W\d_]\.)\d{1,3}+(?=\s|$))?                             # a footnote mark: "progresse.1"
    (?P<close>(?:[)\]"”’'»¹²³⁰-⁹]|\s{1,3}»|\[\d{1,3}\])*+)
    (?:\s++(?![.!?…,;:%)\]»]|[a-zß-öø-ÿœæ](?![A-Z]))|(?=[A-ZÀ-ÖØ-ÞŒ«]))""",
    re.VERBOSE,
)
OPENING = re.compile(r"[«“„\"(\[–—¿¡'‘*_•\s-]{1,8}(?:\.\.\.|…)?[)\]\s]{0,3}")
WORD = re.compile(r"[^\W\d_]+")
DOTTED = re.compile(r"[A-ZÀ-Ý](?:[.\-]{1,2}[A-ZÀ-Ý])*")
NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[IVX]{1,5}|[ivx]{1,5})")
INVERTED = re.compile(r"\w+-t-(?:il|elle|on)\b")
REACH = 24  # characters before a stop that are looked at


def ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where a next sentence begins, in order, strictly inside the span."""
    for found in CANDIDATE.finditer(text, start, end):
        at = found.end()
        if at < end and _ends(text, found, (start, end)):
            yield at


def _ends(text: str, found: re.Match[str], span: tuple[int, int]) -> bool:
    at, stop = found.end(), found["stop"]
    first = _first(text, at, span[1])
    glued = not text[at - 1].isspace()
    if glued and not _lost_space(text, found):
        return False
    if not (first.isdigit() or first in "@#" or (first.isalpha() and not first.islower()) or ord(first) > 0x2190):
        return False
    if stop == ".":
        return _full_stop(text, found, span)
    if "…" in stop or stop.startswith(".."):
        return not first.isdigit() and text[found.start() - 1 : found.start()] not in ("(", "[")
    return not (found["close"] and INVERTED.match(text, at))


def _first(text: str, at: int, end: int) -> str:
    """The first character of what follows, behind opening quotes, brackets and dashes."""
    opening = OPENING.match(text, at, end)
    at = opening.end() if opening else at
    return text[at] if at < end else " "


def _lost_space(text: str, found: re.Match[str]) -> bool:
    """Web copy loses spaces: "mardi.Il"; a letter in lower case before, a capitalised word after."""
    before, at = text[found.start() - 2 : found.start()], found.end()
    following = text[at + 1 : at + 2]
    word_before = len(before) == 2 and before[1].islower() and before[0].isalpha()
    return bool(word_before or found["close"]) and (following.islower() or following in ("'", "’", " "))


def _full_stop(text: str, found: re.Match[str], span: tuple[int, int]) -> bool:
    dot, at = found.start(), found.end()
    token, before = _token(text, span[0], dot)
    low = token.lower()
    if not token:
        return True
    if low in TITLES or token in TITLES:
        return low == "m" and before.isdigit() and _starts(text, at)
    if low in ANNOUNCING:
        return False
    if low in MONTHS:
        return not text[at].isdigit()
    if NUMBERING.fullmatch(token) and (not before or before in ":;("):
        return False
    if low in NUMBERED or low in CLOSING:
        return not text[at].isdigit() and _starts(text, at)
    if DOTTED.fullmatch(token):
        return _starts(text, at) or (len(token) > 1 and text[at].isdigit())
    return True


def _token(text: str, start: int, dot: int) -> tuple[str, str]:
    """The word before the stop, and the last visible character before that word ("" at the beginning of the block)."""
    left = max(start, dot - REACH)
    piece = text[left:dot]
    if not piece or piece[-1].isspace():
        return "", ""
    token = piece.split()[-1].replace("’", "'").rpartition("'")[2].lstrip('(«"“[,;:/')
    before = piece[: len(piece) - len(token)].rstrip()
    return token, before[-1:]


def _starts(text: str, at: int) -> bool:
    """Whether a sentence plainly begins here."""
    opening = OPENING.match(text, at)
    word = WORD.match(text, opening.end() if opening else at)
    return word is not None and word[0].lower() in STARTERS
