"""What is done to any text before the first step: bounds, and characters that are no text."""

from __future__ import annotations

import re
from dataclasses import replace

from service.config import LimitSettings
from service.errors import TooLarge
from service.types import Document, Finding

# lone surrogates, which no encoding can write, and control characters but tab, line feed, carriage return, form feed
_NO_TEXT = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0e-\x1f\x7f]")


def admit(document: Document, limits: LimitSettings) -> tuple[Document, tuple[Finding, ...]]:
    """The document with `\\n` as its only line end and without what no encoding can carry; a finding says how much went.

    Raises `TooLarge` for a text over `limits.characters`: nothing is cut off in silence.
    """
    if len(document.text) > limits.characters:
        raise TooLarge(
            f"{document.source} has {len(document.text):,} characters; at most {limits.characters:,} are taken. "
            "Split it, or raise limits.characters."
        )
    text = document.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text, count = _NO_TEXT.subn("", text)
    if not count:
        return replace(document, text=text), ()
    note = f"{count} characters that are no text (null bytes, lone surrogates, control characters) were left out."
    return replace(document, text=text), (Finding("no_text_characters", note, "note"),)


def titled(document: Document) -> Document:
    """With the title of its metadata as the first line, where the text does not hold it."""
    title = " ".join((document.title or "").split())
    if not title or not document.text.strip() or title.lower() in " ".join(document.text[:2000].split()).lower():
        return document
    return replace(document, text=f"{title}\n\n{document.text.lstrip()}")
