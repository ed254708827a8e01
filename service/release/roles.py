"""What each sentence is in its release: title, dateline, heading, item, quote, about, contact …"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from service.release.blocks import body_roles
from service.release.head import head_roles
from service.release.wording import line_of
from service.types import Sentence


def give_roles(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of one release with their roles."""
    roles = head_roles(sentences)
    roles += body_roles(sentences, len(roles))
    quoted = _quoted(sentences)
    roles = ["quote" if role == "body" and i in quoted else role for i, role in enumerate(roles)]
    return tuple(s if s.role == r else replace(s, role=r) for s, r in zip(sentences, roles, strict=True))


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
