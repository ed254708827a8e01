"""Rows of tables: words are translated cell by cell, and figures pass by rule, for a model that sees a row mixes its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from service.invariants import repair
from service.types import Rendering

_EDGE = re.compile(r"(\s*\|\s*|\s*\t\s*|(?<=\S) {3,}(?=\S))")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_UNITS = re.compile(r"\b(?:Mds?|pts?|EUR|USD|MAD|CHF|XOF|FCFA|[TSQH][1-4])\b|[kM]€")
_PERIODS = (  # of a financial year
    (re.compile(r"\bT([1-4])(?=$|[ /-]\d)"), r"Q\1"),
    (re.compile(r"\bS([12])(?=$|[ /-]\d)"), r"H\1"),
)
_RANKS = ("high", "medium", "low")


def cells(sentence: str) -> tuple[str, ...]:
    """Cells and the edges between them by turns, an edge at each odd place; () for what is no row. Joined they are the text."""
    body = sentence.strip()
    if "\n" in body or (body.count("|") < 2 and "\t" not in body and len(re.findall(r"\S {3,}\S", body)) < 2):
        return ()
    return tuple(_EDGE.split(sentence))


def wordy(cell: str) -> bool:
    """Whether the cell holds words, and not only figures, units and signs."""
    return bool(_WORDS.search(_UNITS.sub("", cell)))


def joined(parts: tuple[str, ...], known: Mapping[str, Rendering], dates: str) -> Rendering:
    """The row from its cells: confident as the worst of them, with the findings of all."""
    english, inside = [], []
    for place, part in enumerate(parts):
        if place % 2 or not wordy(part):
            english.append(part if place % 2 else _figure(part, dates))
        else:
            inside.append(known[part])
            english.append(known[part].english)
    if not inside:
        return Rendering(english="".join(english))
    return replace(
        inside[0],
        english="".join(english),
        confidence=max((r.confidence for r in inside), key=_RANKS.index),
        findings=tuple(dict.fromkeys(f for r in inside for f in r.findings)),
        candidates=(),
        score=min(r.score for r in inside),
    )


def _figure(cell: str, dates: str) -> str:
    for french, english in _PERIODS:
        cell = french.sub(english, cell)
    return repair(cell, cell, dates=dates)[0]
