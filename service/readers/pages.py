"""The paragraphs of pages → one text: running headers out, hyphens at line ends undone, paragraphs joined over page ends."""

from __future__ import annotations

import re
from collections import Counter

from service.types import Removed

NUMBER = re.compile(r"(?:page|p\.)?\s*[-–—]?\s*\d{1,4}\s*(?:(?:/|sur|of)\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE)
DIGITS = re.compile(r"\d+")
HYPHENS = "-\u00ad\u2010\ufffe\x02"
BROKEN = re.compile(rf"(\w+)[{HYPHENS}]\n(\w+(?:-\w+)*)")
KEPT_BEFORE = frozenset(
    "ex vice non demi mi semi après avant sous peut celui celle ceux celles lui elle eux elles rendez porte quelques saint"
    " sainte c'est dix vingt trente quarante cinquante soixante quatre nord sud contre au par là franco grand outre".split()
)
KEPT_AFTER = frozenset("il elle on ils elles ce là ci même mêmes t je nous vous tu moi toi lui leur en y dire delà".split())
LISTED = re.compile(r"(?m)^(.* \| .*)\n\n(?=.* \| )|^([•▪●◦*–—-] .*)\n\n(?=[•▪●◦*–—-] )")
LONGEST = 20  # words of a running header
LEAST = 3  # pages: a line at the same place of so many, or of both, is a running header


def joined_pages(pages: list[list[str]]) -> tuple[str, list[Removed]]:
    """Paragraphs are separated by a blank line. What is left out is listed, with the number of its page."""
    running = _running(pages)
    removed: list[Removed] = []
    paragraphs: list[str] = []
    for number, page in enumerate(pages, start=1):
        for i, paragraph in enumerate(page):
            edge = i in (0, len(page) - 1)
            reason = "page number" if NUMBER.fullmatch(paragraph) else "running header"
            if edge and len(pages) > 1 and (NUMBER.fullmatch(paragraph) or _pattern(paragraph) in running):
                removed.append(Removed(line=number, text=paragraph, reason=reason))
                continue
            if paragraphs and _goes_on(paragraphs[-1], paragraph):
                paragraphs[-1] += "\n" + paragraph
            else:
                paragraphs.append(paragraph)
    return LISTED.sub(lambda found: (found[1] or found[2]) + "\n", unhyphenated("\n\n".join(paragraphs))), removed


def unhyphenated(text: str) -> str:
    """Words that were cut at the end of a line; a hyphen that belongs to the word stays."""
    whole = Counter(re.findall(r"\w+-\w+", text))

    def mend(cut: re.Match[str]) -> str:
        before, after = cut.groups()
        return f"{before}-{after}" if _compound(before, after, whole) else before + after

    text = BROKEN.sub(mend, text)
    text = re.sub(r"[\u00ad\ufffe\x02]", "", re.sub(r"(?<!\n)\n(?!\n|[•▪●◦*–—-] )", " ", text))
    return text.replace("\u2010", "-")


def _compound(before: str, after: str, whole: Counter[str]) -> bool:
    first = after.partition("-")[0]
    return (
        f"{before}-{first}" in whole
        or after[0].isupper()
        or after[0].isdigit()
        or before[-1].isdigit()
        or before.lower() in KEPT_BEFORE
        or first.lower() in KEPT_AFTER
    )


def _running(pages: list[list[str]]) -> set[str]:
    edges = Counter(_pattern(text) for page in pages for text in {*page[:1], *page[-1:]} if len(text.split()) <= LONGEST)
    return {pattern for pattern, count in edges.items() if count >= min(LEAST, max(2, len(pages)))}


def _pattern(text: str) -> str:
    return DIGITS.sub("0", text)


def _goes_on(before: str, after: str) -> bool:
    """A paragraph that runs over the end of a column or page: no full stop before, a small letter after."""
    if " | " in before or " | " in after:
        return False
    return before[-1:] not in ".!?…:;»" and after[:1].islower()
