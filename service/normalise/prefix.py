"""Bullets, numbers, dialogue dashes and Markdown markers around a sentence: off before the model, back after."""

from __future__ import annotations

import re

LEAD = re.compile(
    r"""(?:\s++
    |[•◦▪▫●○■□▶►▸‣⁃∙·❖➢➤➔➜→⇒✓✔✅☑★◆♦\uf000-\uf0ff\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]
    |\d\ufe0f?\u20e3|[*+]\s|o\t|[-–—](?=\s|[^\W\d_]|«)|\#{1,6}\s|>\s
    |\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})\)\s
    |\d{1,2}(?:\.\d{1,2}){0,3}(?:\.-?|°\)?)\s|(?:[a-h]|[ivx]{2,5}|[IVX]{2,5})\.-?\s
    |(?:\d{1,2}|[IVX]{1,5})(?:\s?[-–]|/)\s(?=[^\W\d_])
    )*+""",
    re.VERBOSE,
)
EMPHASIS = re.compile(r"(\*\*\*|\*\*|\*|__|_)(?=\S)([^*_]*[^*_\s])\1", re.DOTALL)


def split_affixes(text: str) -> tuple[str, str, str]:
    """What stands before the sentence, the sentence, and what closes it; joined they are the text."""
    found = LEAD.match(text)
    cut = found.end() if found else 0
    prefix, body = text[:cut], text[cut:]
    kept = body.rstrip()
    suffix = body[len(kept) :]
    if marked := EMPHASIS.fullmatch(kept):
        prefix, kept, suffix = prefix + marked[1], marked[2], marked[1] + suffix
    return prefix, kept, suffix
