"""What is copied letter by letter: URLs, e-mail addresses, hashtags, handles, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.invariants.fact import Fact

ADDRESS = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>«»“”\"⟦⟧]*[\w/])|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.\w+)"
    r"|(?P<tag>(?<![\w&/])[#@][^\W\d]\w+)"
)
PHONE = re.compile(r"(?<![\w+])(?:\(?(?:\+|00)\d{1,3}\)?(?:[  .-]?\(?\d{1,4}\)?){2,6}|0\d(?:[  .-]?\d\d){4})(?!\w)(?![.,]\d)")
KINDS = {"url": "web address", "mail": "e-mail address", "tag": "hashtag or handle"}


def addresses(text: str) -> Iterator[Fact]:
    """The same in both languages: every letter counts."""
    for found in ADDRESS.finditer(text):
        kind = KINDS[found.lastgroup or "url"]
        yield Fact(kind=kind, text=found.group(), start=found.start(), end=found.end(),
                   readings=frozenset({("address", found.group())}))  # fmt: skip


def phones(text: str) -> Iterator[Fact]:
    """Compared by their digits alone: spaces, dots and hyphens may change."""
    for found in PHONE.finditer(text):
        digits = re.sub(r"\D", "", found.group())
        if len(digits) >= 8:
            yield Fact(kind="telephone number", text=found.group(), start=found.start(), end=found.end(),
                       readings=frozenset({("phone", digits)}))  # fmt: skip
