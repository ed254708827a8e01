"""One line against the sentences it may come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from service.gate.facts import calendar_held, figures_in_order, quantities_held
from service.gate.force import force_kept
from service.gate.names import names_adjacent, names_held, quotes_held
from service.gate.reading import Check, Reading, closest
from service.gate.wording import (
    contained,
    figures_attached,
    no_opposite,
    nothing_new,
    one_event,
    relations_kept,
    roles_kept,
)
from service.types import Finding

_BROKEN_OFF = re.compile(r"\b(?:and|or|of|the|a|an|with|by|that|which|whose|into|its|their)[.!…]?$|[,–—(]$", re.IGNORECASE)

_LOOP = re.compile(r"\b(?!(?:that|had)\b)([a-zà-ÿ]{3,}|[^\W\d_]+(?: [^\W\d_]+){1,5}) \1\b")  # Bora Bora is a name


def check_line(line: str, sources: Sequence[str], *, french: Sequence[str] = ()) -> tuple[Finding, ...]:
    """What forbids the line; empty: it may be said.

    `sources` are English sentences in the order of the text (`french` the same in French); the line must hold to one of
    them or to two that stand side by side, so the pair that fits it best is what it is read against.
    """
    if not sources:
        return (Finding("source", "The line has no source sentence.", "severe"),)
    reading = closest(line, sources, french)
    if line.strip() in {s.strip() for s in sources}:  # the facts are its own; it may still be badly formed
        return tuple(Finding("shape", note, "severe") for note in unreadable(line))
    return tuple(Finding(name, note, "severe") for name, check in CHECKS for note in check(reading))


def trace(line: str, sources: Sequence[str]) -> tuple[int, ...]:
    """Indexes of the sentence, or of the two neighbours, that hold most of the line; () where there are none."""
    return closest(line, sources).indexes if sources else ()


def unreadable(line: str) -> Iterator[str]:
    """What no reader should see, even where the translation says it: placeholders, words said over and over."""
    if not line.strip():
        yield "The line is empty."
    if "⟦" in line or "⟧" in line:
        yield "A placeholder is left in the line."
    if m := _LOOP.search(line):
        yield f"“{m[1]}” is said twice running."


def well_formed(reading: Reading) -> Iterator[str]:
    """Pairs of marks closed, no placeholder left, not broken off where the source is not."""
    line = reading.line.strip()
    yield from unreadable(line)
    for opening, closing in (("(", ")"), ("[", "]"), ("«", "»")):
        if line.count(opening) != line.count(closing):
            yield f"A {opening} or {closing} has no partner."
    if len(re.findall('["“”]', line)) % 2:
        yield "A quotation mark has no partner."
    if _BROKEN_OFF.search(line) and not any(s.strip().endswith(line[-12:]) for s in reading.sentences):
        yield "The line breaks off."


CHECKS: tuple[tuple[str, Check], ...] = (
    ("shape", well_formed),
    ("quantities", quantities_held),
    ("quantities", figures_in_order),
    ("calendar", calendar_held),
    ("names", names_held),
    ("names", names_adjacent),
    ("quotes", quotes_held),
    ("force", force_kept),
    ("opposite", no_opposite),
    ("roles", roles_kept),
    ("roles", relations_kept),
    ("roles", figures_attached),
    ("containment", contained),
    ("new_words", nothing_new),
    ("one_event", one_event),
)
