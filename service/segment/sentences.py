"""Which full stops end a sentence, inside one block of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.segment.words import ANNOUNCING, CLOSING, CONTINUING, LETTERED, MONTHS, NUMBERED, STARTERS, TITLES

# Possessive quantifiers: nothing here ever backtracks, so that no input takes quadratic time.
CANDIDATE = re.compile(
    r"""(?<![.!?…؟。！？])(?P<stop>[.!?…؟。！？]++)                              # a run is tried once, at its beginning
    (?P<mark>(?<=[^\W\d_]\.)\d{1,3}+(?=\s|$))?                             # a footnote mark: "progresse.1"
    (?P<close>(?:[)\]"”’'»*¹²³⁰-⁹]|\s{1,3}»|\[\d{1,3}\]|\s?[\U0001f600-\U0001f64f🎉🎊👏🙏💪🔥✨👍🥳🤝](?=\s|$))*+)
    (?:\s++(?![.!?…,;:%)\]»]|[a-zß-öø-ÿœæ](?![A-Z]))|(?=[A-ZÀ-ÖØ-ÞŒ«]))
    |;\s++(?=[–—•▪-]\s)                                                    # items in one line: "… ; – former ; – équiper"
    """,
    re.VERBOSE,
)
OPENING = re.compile(r"[«“„\"(\[–—¿¡'‘*_•\s-]{1,8}(?:\.\.\.|…)?[)\]\s]{0,3}")
WORD = re.compile(r"[^\W\d_]+")
DOTTED = re.compile(r"[A-ZÀ-Ý](?:[.\-]{1,2}[A-ZÀ-Ý])*")
NUMBERING = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[IVX]{1,5}|[ivx]{1,5}")
NUMBERED_PART = re.compile(r"(?:article|art\.|chapitre|titre|annexe|section|partie|point)", re.IGNORECASE)
DATELINE = re.compile(r"\s*[A-ZÀ-Þ][^.!?;:«»\n]{1,50}[ ,(]\d{1,2}(?:er)?\s+[^\W\d_]{3,9}\s+(?:1[89]|20)\d\d")
INVERTED = re.compile(r"\w+-t-(?:il|elle|on)\b")
ADDRESS = re.compile(r"(?:org|com|net|fr|int|info|eu|gov|edu|html?|pdf|docx?|js)\b", re.IGNORECASE)
QUOTED_TITLE = 40  # characters of a quotation that may hold stops of its own: « Allô ? Docteur ! »
REACH = 24  # characters before a stop that are looked at


def ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where a next sentence begins, in order, strictly inside the span."""
    for found in CANDIDATE.finditer(text, start, end):
        at = found.end()
        if at < end and _ends(text, found, (start, end)):
            yield at
            start = at


def _ends(text: str, found: re.Match[str], span: tuple[int, int]) -> bool:
    at, stop = found.end(), found["stop"]
    if stop is None:
        return True
    if not _may_begin(text, at, span[1]) or (not text[at - 1].isspace() and not _lost_space(text, found)):
        return False
    if stop == ".":
        return _full_stop(text, found, span)
    if "…" in stop or stop.startswith(".."):
        return not text[at].isdigit() and text[found.start() - 1 : found.start()] not in ("(", "[")
    if found["close"]:
        return not INVERTED.match(text, at)
    return not _in_title(text, found.start(), at)


def _may_begin(text: str, at: int, end: int) -> bool:
    """Whether a sentence can begin here: a capital, a figure, a sign, or anything in quotes; behind brackets and dashes."""
    opening = OPENING.match(text, at, end)
    first = opening.end() if opening else at
    if first >= end:
        return False
    letter = text[first]
    if letter.islower():
        quoted = opening is not None and any(quote in opening[0] for quote in '«“"')
        return quoted or text[first + 1 : first + 2].isupper()
    return letter.isalnum() or letter in "@#" or letter > "\u2190"


def _in_title(text: str, stop: int, at: int) -> bool:
    """Whether a short quotation goes on here and the sentence goes on behind it: « Allô ? Docteur ! » revient."""
    before, behind = text[max(0, stop - QUOTED_TITLE) : stop], text[at : at + QUOTED_TITLE]
    opened, closed = before.rfind("«"), behind.find("»")
    if opened <= before.rfind("»") or closed < 0 or len(before) - opened + closed > QUOTED_TITLE:
        return False
    return behind[closed + 1 :].lstrip()[:1].islower()


def _lost_space(text: str, found: re.Match[str]) -> bool:
    """Web copy loses spaces: "mardi.Il"; small letters before, a capitalised word after, and no address."""
    dot, at = found.start(), found.end()
    before = text[max(0, dot - REACH) : dot].split()[-1:]
    if not before or any(sign in before[0] for sign in "/@") or before[0].startswith("www."):
        return False
    ended = before[0][-2:].islower() or bool(found["close"]) or before[0][-1] in "»)"
    following = text[at + 1 : at + 2]
    return ended and (following.islower() or following in ("'", "’", " ")) and not ADDRESS.match(text, at)


def _full_stop(text: str, found: re.Match[str], span: tuple[int, int]) -> bool:
    dot, at = found.start(), found.end()
    token, before = _token(text, span[0], dot)
    low = token.lower()
    if low in ANNOUNCING:
        return False
    if low in TITLES or token in TITLES:
        return low == "m" and before[-1:].isdigit() and _starts(text, at)
    if low in MONTHS:
        return not text[at].isdigit()
    if text[at] in "–—-" and DATELINE.fullmatch(text, span[0], dot):
        return False  # DAKAR, 9 décembre 2025. – Plus de …
    if NUMBERING.fullmatch(token) and (not before or before[-1] in ":;(" or NUMBERED_PART.fullmatch(before)):
        return False
    if DOTTED.fullmatch(token):
        return _after_initials(text, at, token, before)
    return (low not in NUMBERED and low not in CLOSING) or (not text[at].isdigit() and _starts(text, at))


def _after_initials(text: str, at: int, token: str, before: str) -> bool:
    """An acronym or a letter ("le plan B.") ends where a sentence plainly begins; "J.-M. G. Le Clézio" is a name."""
    if len(token) > 1:
        return text[at].isdigit() or _starts(text, at)
    word = before.rpartition(" ")[2].rpartition("'")[2].lower()
    if word in LETTERED:
        return True
    return not (before.endswith(".") or word in CONTINUING) and _starts(text, at)


def _token(text: str, start: int, dot: int) -> tuple[str, str]:
    """The word before the stop, and what is within reach before that word ("" at the beginning of the block)."""
    piece = text[max(start, dot - REACH) : dot]
    if not piece or piece[-1].isspace():
        return "", piece
    token = piece.split()[-1].replace("’", "'").rpartition("'")[2].lstrip('(«"“[,;:/')
    return token, piece[: len(piece) - len(token)].rstrip()


def _starts(text: str, at: int) -> bool:
    """Whether a sentence plainly begins here."""
    opening = OPENING.match(text, at)
    word = WORD.match(text, opening.end() if opening else at)
    if word is None:
        return False
    elided = len(word[0]) > 1 or word[0] in "ÀYÔ" or text[word.end() : word.end() + 1] in ("'", "’")
    return elided and word[0].lower() in STARTERS
