"""Roles below the head: running text, headings, items, tables, and the blocks at the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.release.opening import read_closing, read_opening
from service.release.table import table_lines
from service.release.wording import (
    ABOUT,
    BULLET,
    CONTACT,
    EMBARGO,
    END_MARK,
    ENDS,
    KEY_FIGURE,
    NOTES,
    NUMBERED,
    REACH,
    line_of,
    own_lines,
)
from service.types import Role, Sentence


def body_roles(sentences: Sequence[Sentence], start: int) -> list[Role]:
    """Roles of the sentences from `start` on."""
    roles: list[Role] = []
    block: Role | None = None
    tables = table_lines(sentences)
    for index in range(start, len(sentences)):
        end = own_lines(sentences, index)
        words = line_of(sentences[index])
        line = " ".join(line_of(s) for s in sentences[index : end or index + 1])
        block = _block(block, sentences, index, line, end is not None)
        if block:
            roles.append(block)
        elif EMBARGO.match(words) and len(words.split()) <= 25:
            roles.append("embargo")
        elif (closing := read_closing(words)) and closing.date:
            roles.append("dateline")
            block = "notes"  # a signature follows
        elif _dated(words) and (not roles or index >= len(sentences) - 2):
            roles.append("dateline")
        elif index in tables:
            roles.append("table")
        elif end and _over_text(sentences, index, end, line):
            roles.append("heading")
        elif _is_item(sentences, index, end, roles):
            roles.append("item")
        else:
            roles.append(_line_role(sentences, index, end, line))
    return roles


def _dated(words: str) -> bool:
    """A sentence that is only place and date: before the text, or under it."""
    opening = read_opening(words)
    return opening is not None and opening.whole and opening.date is not None


def _line_role(sentences: Sequence[Sentence], index: int, end: int | None, line: str) -> Role:
    """Running text, a heading over it, or the signature under it."""
    if end is None:
        return "body"
    if end == len(sentences) and index and len(line.split()) <= 12 and not ENDS.search(line) and not line.endswith(":"):
        return "notes"
    if KEY_FIGURE.match(line) and len(line.split()) <= 25:
        return "item"
    return "heading" if _body_heading(sentences, index, end, line) else "body"


def _block(block: Role | None, sentences: Sequence[Sentence], index: int, line: str, begins: bool) -> Role | None:
    """The block at the foot that a sentence belongs to: it begins with its heading and ends where its paragraph or kind does."""
    if begins and (opened := _opens(sentences, index, line)):
        return opened
    if index >= len(sentences) - 2 and _reaches(line_of(sentences[index])):
        return "contact"
    new = bool(index) and sentences[index].paragraph > sentences[index - 1].paragraph
    if block is None or not new:
        return block
    if block == "contact":
        reached = any(REACH.search(line_of(s)) for s in _paragraph(sentences, index))
        return "contact" if REACH.search(line) or (reached and not ENDS.search(line) and len(line.split()) <= 14) else None
    if block == "about":
        under = len(line_of(sentences[index - 1]).split()) <= 10 and not ENDS.search(line_of(sentences[index - 1]))
        return "about" if under else None
    return block


def _paragraph(sentences: Sequence[Sentence], index: int) -> Sequence[Sentence]:
    """The sentences of its paragraph from `index` on, a dozen at most."""
    return [s for s in sentences[index : index + 12] if s.paragraph == sentences[index].paragraph]


def _reaches(words: str) -> bool:
    """A last sentence such as "Renseignements : Samuel Gordon, secrétaire général."."""
    return bool(CONTACT.match(words) and re.match(r"[^:]{4,40}\s?:\s|pour\s+toute", words, re.IGNORECASE))


def _opens(sentences: Sequence[Sentence], index: int, line: str) -> Role | None:
    short = len(line.split()) <= 12 and not ENDS.search(line)
    if CONTACT.match(line) and (short or REACH.search(line) or len(line.split()) <= 25):
        return "contact"
    if ABOUT.match(line) and (short or re.match(r".{0,80}\s?[:–—]\s", line)):
        return "about"
    if NOTES.match(line) and (short or ":" in line[:40]):
        return "notes"
    if END_MARK.fullmatch(line) and line.strip():
        return "notes"
    foot = index and index >= len(sentences) - 6 and len(line.split()) <= 14
    return "contact" if foot and REACH.search(line) and not ENDS.search(line) else None


def _is_item(sentences: Sequence[Sentence], index: int, end: int | None, roles: Sequence[Role]) -> bool:
    """A bulleted line, or what follows in the same line; a numbered paragraph of several sentences is running text."""
    if end is None:
        return bool(roles) and roles[-1] == "item"
    words = sentences[index].text
    if not BULLET.match(words):
        return False
    alone = end == len(sentences) or sentences[end].paragraph > sentences[index].paragraph
    first = not index or sentences[index].paragraph > sentences[index - 1].paragraph
    return not (NUMBERED.match(words) and alone and first and end - index > 1)


def _over_text(sentences: Sequence[Sentence], index: int, end: int, line: str) -> bool:
    """A numbered line without full stop over a line of running text: "1. Grippe aviaire : un foyer confirmé"."""
    if not NUMBERED.match(line) or ENDS.search(line) or line.endswith(":") or end == len(sentences) or len(line.split()) > 20:
        return False
    below = line_of(sentences[end])
    return not BULLET.match(below) and bool(ENDS.search(below)) and not below.endswith((";", ",")) and len(below.split()) > 8


def _body_heading(sentences: Sequence[Sentence], index: int, end: int, line: str) -> bool:
    """A short line without full stop that stands over something."""
    if end - index > 1 or end == len(sentences) or len(line.split()) > 20 or BULLET.match(line):
        return False
    if _opens(sentences, end, line_of(sentences[end])):
        return False  # a last line above "À propos" or the contact stands over nothing
    if line.endswith(":"):
        verb = re.search(r"\b(?:a|ont|est|sont|sera|seront|ne|à|de|que|également|[Nn]ous)\b", line)
        return line[:1].isupper() and len(line.split()) <= 5 and not verb
    question = line.endswith("?") and len(line.split()) <= 14
    return question or (not ENDS.search(line) and line[:1].isupper())
