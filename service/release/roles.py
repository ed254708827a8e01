"""What each sentence is in its release: title, dateline, heading, item, quote, about, contact …"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from service.release.blocks import body_roles
from service.release.opening import read_date_line, read_opening
from service.release.wording import (
    BULLET,
    CONTACT,
    EMBARGO,
    ENDS,
    LABEL,
    LETTERHEAD,
    MOTTO,
    REACH,
    REFERENCE,
    VERB,
    line_of,
    own_lines,
)
from service.types import Role, Sentence


def give_roles(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of one release with their roles."""
    roles = _head(sentences)
    roles += body_roles(sentences, len(roles))
    quoted = _quoted(sentences)
    roles = ["quote" if role == "body" and i in quoted else role for i, role in enumerate(roles)]
    return tuple(s if s.role == r else replace(s, role=r) for s, r in zip(sentences, roles, strict=True))


def _head(sentences: Sequence[Sentence]) -> list[Role]:
    """Roles up to the first sentence of running text: letterhead, labels, title, sub-title, date lines."""
    roles: list[Role] = []
    titled = False
    while (end := own_lines(sentences, len(roles)) if len(roles) < len(sentences) else None) is not None:
        index = len(roles)
        words = " ".join(line_of(s) for s in sentences[index:end])
        role = _label_role(words)
        if role is None and _is_heading(sentences, index, end, words):
            letterhead = not titled and (_letterhead(sentences, end, words) or _kicker(sentences, end, words))
            role = "heading" if letterhead else ("subtitle" if titled else "title")
            titled = titled or role == "title"
        if role is None or (role == "subtitle" and _head_is_over(sentences, index, roles)):
            break
        roles += [role] * (end - index)
    return roles


def _label_role(words: str) -> Role | None:
    """A line of the head that is no title: embargo, date line, label, reference."""
    if EMBARGO.match(words) and len(words.split()) <= 25:
        return "embargo"
    opening = read_opening(words) or read_date_line(words)
    if opening and opening.whole:
        return "dateline"
    return "heading" if LABEL.fullmatch(words) or REFERENCE.fullmatch(words) or MOTTO.fullmatch(words) else None


def _is_heading(sentences: Sequence[Sentence], index: int, end: int, words: str) -> bool:
    """A line without the full stop of running text, or a short one that stands over a dateline."""
    if BULLET.match(words) or len(words.split()) > 45 or CONTACT.match(words) or REACH.search(words):
        return False
    opening = read_opening(words)
    if opening and not opening.whole:
        return False
    if not ENDS.search(words) and not words.endswith(":"):
        return end < len(sentences)
    alone = end < len(sentences) and sentences[end].paragraph > sentences[index].paragraph
    return (
        alone
        and len(words.split()) <= 20
        and not words.endswith((";", ",", ":"))
        and read_opening(line_of(sentences[end])) is not None
    )


def _letterhead(sentences: Sequence[Sentence], end: int, words: str) -> bool:
    """The name of an organisation above a title that is still to come."""
    if not LETTERHEAD.match(words) or len(words.split()) > 12 or ":" in words or VERB.search(words):
        return False
    labelled = False
    while end < len(sentences):
        after = own_lines(sentences, end) or end + 1
        words = " ".join(line_of(s) for s in sentences[end:after])
        if _label_role(words) is None:
            return labelled or _is_heading(sentences, end, after, words)
        labelled = labelled or LABEL.fullmatch(words) is not None
        end = after
    return False


def _kicker(sentences: Sequence[Sentence], end: int, words: str) -> bool:
    """One or two words over a longer line that is the title: "OFFICIEL", "Santé publique"."""
    after = own_lines(sentences, end) if end < len(sentences) else None
    if after is None or len(words.split()) > 2 or words.endswith("?"):
        return False
    title = " ".join(line_of(s) for s in sentences[end:after])
    return len(title.split()) >= 3 and _label_role(title) is None and _is_heading(sentences, end, after, title)


def _head_is_over(sentences: Sequence[Sentence], index: int, roles: Sequence[Role]) -> bool:
    """A short heading of the body and no sub-title: it stands over text in its own paragraph, after a dateline or sub-title."""
    joined = index + 1 < len(sentences) and sentences[index + 1].paragraph == sentences[index].paragraph
    return bool(roles) and (
        (roles[-1] == "subtitle" and len(line_of(sentences[index]).split()) <= 4) or (joined and roles[-1] == "dateline")
    )


def _quoted(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Sentences that are a quotation for the most part, or that stand inside one."""
    found: set[int] = set()
    open_since = -1  # the paragraph in which a mark was left open
    for index, sentence in enumerate(sentences):
        goes_on = open_since == sentence.paragraph
        straight = itertools.cycle("»«" if goes_on else "«»")
        words = re.sub('"', lambda _, marks=straight: next(marks), line_of(sentence))  # type: ignore[misc]
        inside = sum(len(part) for part in re.findall(r"[«“]([^«»“”]*)(?:[»”]|$)", words))
        head = re.match(r"[^«“»”]*", words)
        inside += len(head.group()) if goes_on and head else 0
        if 2 * inside >= len(words):
            found.add(index)
        balance = len(re.findall("[«“]", words)) - len(re.findall("[»”]", words)) + goes_on
        open_since = sentence.paragraph if balance > 0 else -1
    return frozenset(found)
