"""What a document itself knows of capitals: the acronyms and names of its running text, for its lines in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable

RUNNING = re.compile(r"[a-zà-ÿœ,] (?:[ldLD]['’])?([A-ZÀ-Ý][a-zà-ÿœ]+(?:[ -][A-ZÀ-Ý][a-zà-ÿœ]+)*)")
ACRONYM = re.compile(r"(?<![\w'’])(?:[ldLD]['’])?([A-Z][A-Z0-9]{1,9})(?![\w'’])")
SMALL = re.compile(r"[a-zà-ÿœ]+")


def known_capitals(sentences: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Acronyms and names: words in capitals, and words capitalised inside a sentence and never small, of the sentences that
    are not themselves in capitals. For the options `acronyms` and `names` of `normalise`."""
    acronyms: set[str] = set()
    names: set[str] = set()
    small: set[str] = set()
    for sentence in sentences:
        if sum(map(str.islower, sentence)) < sum(map(str.isupper, sentence)):
            continue
        acronyms.update(ACRONYM.findall(sentence))
        small.update(SMALL.findall(sentence))
        names.update(part for name in RUNNING.findall(sentence) for part in name.replace("-", " ").split())
    return frozenset(acronyms), frozenset(name for name in names if name.lower() not in small)
