"""One line against the sentences it may come from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from service.english import LAST_MARK, MODALS, MONTHS, NEGATIONS, STOP, WEEKDAYS, WORD, stem, words
from service.gate.quantities import quantities
from service.types import Finding

CONTAINED = 0.6  # share of the line's word pairs that stand in the source in this order
REACH = 14  # words that a deletion may have taken out between two that now stand side by side

Check = Callable[[str, str], Iterator[str]]


def check_line(line: str, sources: Sequence[str], *, french: Sequence[str] = ()) -> tuple[Finding, ...]:
    """What forbids the line; empty: it may be said.

    `sources` are English sentences in the order of the text (`french` the same in French); the line must hold to one of
    them or to two that stand side by side, so the pair that fits it best is what it is read against.
    """
    shape = tuple(Finding("shape", note, "severe") for note in _shape(line))
    if not sources:
        return (*shape, Finding("source", "The line has no source sentence.", "severe"))
    source = _closest(line, sources)
    return shape + tuple(
        Finding(name, note, "severe") for name, check in CHECKS.items() for note in check(line, source)
    )


def _closest(line: str, sources: Sequence[str]) -> str:
    pairs = [*sources, *(f"{a} {b}" for a, b in zip(sources, sources[1:], strict=False))]
    return max(pairs, key=lambda text: (containment(line, text), -len(text)))


def containment(line: str, source: str) -> float:
    """Share of the line's pairs of neighbours whose words follow each other in the source, with at most a deletion
    between them."""
    ours, theirs = [stem(w) for w in words(line)], [stem(w) for w in words(source)]
    places: dict[str, list[int]] = {}
    for index, word in enumerate(theirs):
        places.setdefault(word, []).append(index)
    pairs = list(zip(ours, ours[1:], strict=False))
    held = sum(any(0 < j - i <= REACH for i in places.get(a, ()) for j in places.get(b, ())) for a, b in pairs)
    return held / len(pairs) if pairs else float(all(w in places for w in ours))


def _shape(line: str) -> Iterator[str]:
    if "⟦" in line or "⟧" in line:
        yield "A placeholder is left in the line."
    for opening, closing in ("()", "[]", "“”", "«»"):
        if line.count(opening) != line.count(closing):
            yield f"A {opening} or {closing} has no partner."
    if line.count('"') % 2:
        yield "A quotation mark has no partner."
    if re.search(r"\b(and|or|of|the|a|an|with|by|that|which)[.!…]?$|[,–—(]$", line.strip()):
        yield "The line breaks off."


def _contained(line: str, source: str) -> Iterator[str]:
    if (share := containment(line, source)) < CONTAINED:
        yield f"Only {share:.0%} of the wording stands in the source."


def _quantities(line: str, source: str) -> Iterator[str]:
    held = {(q.value, q.unit) for q in quantities(source)}
    for q in quantities(line):
        if (q.value, q.unit) not in held:
            yield f"“{q.text}” is not in the source."


def _calendar(line: str, source: str) -> Iterator[str]:
    held = set(words(source))
    for word in words(line):
        if word in WEEKDAYS and word not in held:
            yield f"“{word.capitalize()}” is not in the source."
        if word in MONTHS and word != "may" and word not in held:
            yield f"“{word.capitalize()}” is not in the source."


def _names(line: str, source: str) -> Iterator[str]:
    held = {stem(w) for w in words(source)}
    initials = _initials(source)
    for index, m in enumerate(WORD.finditer(line)):
        word = m[0]
        named = word[0].isupper() and (index > 0 or word.isupper() and len(word) > 1)
        if named and word.lower() not in STOP and stem(word.lower().replace("’", "'")) not in held and word not in initials:
            yield f"“{word}” is not in the source."


def _initials(source: str) -> set[str]:
    letters = "".join(m[0][0] for m in WORD.finditer(source) if m[0][0].isupper())
    return {letters[i:j] for i in range(len(letters)) for j in range(i + 2, min(len(letters), i + 7) + 1)}


def _polarity(line: str, source: str) -> Iterator[str]:
    if _negations(line) > _negations(source):
        yield "A negation is not in the source."
    if _negations(line) < _negations(_span(line, source)):
        yield "A negation of the source was lost."


def _modality(line: str, source: str) -> Iterator[str]:
    ours, theirs = set(words(line)) & MODALS, set(words(_span(line, source))) & MODALS
    if theirs - ours:
        yield f"“{sorted(theirs - ours)[0]}” of the source was lost."
    if ours - set(words(source)):
        yield f"“{sorted(ours - theirs)[0]}” is not in the source."


def _negations(text: str) -> int:
    return sum(w in NEGATIONS or w.endswith("n't") for w in words(text))


def _span(line: str, source: str) -> str:
    """The part of the source from the first to the last word that the line takes from it."""
    ours = {stem(w) for w in words(line) if w not in STOP}
    hits = [m for m in WORD.finditer(source) if stem(m[0].lower()) in ours]
    return source[hits[0].start() : hits[-1].end()] if hits else ""


def _quotes(line: str, source: str) -> Iterator[str]:
    held = [_plain(m) for m in _QUOTED.findall(source)]
    for quote in _QUOTED.findall(line):
        if len(quote.split()) > 3 and not any(_plain(quote) in whole for whole in held):
            yield f"{quote} is not one quotation of the source."


_QUOTED = re.compile(r"\"[^\"]+\"|“[^”]+”|«[^»]+»")


def _plain(text: str) -> str:
    return " ".join(words(text))


CHECKS: dict[str, Check] = {
    "quantities": _quantities,
    "calendar": _calendar,
    "names": _names,
    "quotes": _quotes,
    "polarity": _polarity,
    "modality": _modality,
    "containment": _contained,
}
__all__ = ["CHECKS", "LAST_MARK", "check_line", "containment"]
