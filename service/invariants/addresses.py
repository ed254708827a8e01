"""What is copied letter by letter: URLs, e-mail addresses, hashtags, handles, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.invariants.fact import Fact

ADDRESS = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>«»“”\"⟦⟧]*[\w/])|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.\w+)"
    r"|(?P<tag>(?<![\w&/])[#@][^\W\d]\w+)"
)
PHONE = re.compile(
    r"(?<![\w+])(?:\(?(?:\+|00)\d{1,3}\)?(?:[ \u00a0\u202f.-]?\(?\d{1,4}\)?){2,6}|0\d(?:[ \u00a0\u202f.-]?\d\d){4}"
    r"|0[ \u00a0\u202f]?[89]\d\d(?:[ \u00a0\u202f.-]?\d{2,3}){2,3})(?!\w)(?![.,]\d)"  # 0800 12 345: free of charge
)
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
