"""What stands on both sides of a pair can be carried instead of spelled: names, figures, dates, acronyms, addresses, titles.

`mask` puts ⟦0⟧ … ⟦9⟧ for a random choice of such spans, numbered from left to right in the French, so that a small model learns
to translate the frame and to keep the placeholders. The service masks the same kinds, converts them by rule and puts them back.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.lexicon import MONTHS
from training.pairs import Pair

PLACEHOLDERS = tuple(f"⟦{i}⟧" for i in range(10))
ADDRESS = re.compile(r"https?://\S*[\w/]|www\.\S*[\w/]|[\w.+-]+@[\w-]+\.[\w.-]*\w|[#@]\w\w+")
DATE = re.compile(rf"(?<!\w)(1er|[0-3]?\d) ({'|'.join(MONTHS)})(?: (\d{{4}}))?(?!\w)")
GROUPED = re.compile(r"(?<![\w.,⟦])\d{1,3}(?:[ .]\d{3})+(?:,\d+)?(?![\w⟧])")
NUMBER = re.compile(r"(?<![\w.,⟦])\d+(?:,\d+)?(?![\w⟧])")
QUOTED = re.compile(r"« ?([^«»]{3,60}?) ?»")
_CAPITAL = r"[A-ZÀ-Þ][\w'-]*"
NAME = re.compile(rf"(?:(?<![\w'])|(?<=\b[dlDL]')){_CAPITAL}(?: (?:(?:de|du|des|d|la|le|al|el|ben|bin|von|van|et) )?{_CAPITAL})*")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where the same thing stands on both sides, as half-open ranges of characters."""

    start: int
    end: int
    english_start: int
    english_end: int


def spans(french: str, english: str) -> list[Span]:
    """What can be carried, in the order of the French: whatever is found exactly once in the English, without overlap."""
    found: list[Span] = []
    for start, end, forms in _kinds(french):
        if any(start < span.end and span.start < end for span in found):
            continue
        span = _matched(start, end, forms, english)
        if span and not any(span.english_start < s.english_end and s.english_start < span.english_end for s in found):
            found.append(span)
    return sorted(found)


def mask(french: str, english: str, rng: random.Random, *, share: float = 0.7) -> Pair:
    """The pair with about `share` of its spans, at most ten, as placeholders."""
    chosen = [span for span in spans(french, english) if rng.random() < share][: len(PLACEHOLDERS)]
    for i, span in reversed(list(enumerate(chosen))):
        french = french[: span.start] + PLACEHOLDERS[i] + french[span.end :]
    for i, span in sorted(enumerate(chosen), key=lambda item: -item[1].english_start):
        english = english[: span.english_start] + PLACEHOLDERS[i] + english[span.english_end :]
    return french, english


def _kinds(french: str) -> Iterator[tuple[int, int, list[str]]]:
    """Candidates with the English forms they may have; the surest kinds first, since they take their characters."""
    for match in ADDRESS.finditer(french):
        yield match.start(), match.end(), [match.group()]
    for match in DATE.finditer(french):
        yield match.start(), match.end(), _date_forms(match[1], match[2], match[3])
    for pattern in (GROUPED, NUMBER):
        for match in pattern.finditer(french):
            yield match.start(), match.end(), number_forms(match.group())
    for match in QUOTED.finditer(french):
        yield match.start(1), match.end(1), [match[1]]
    for match in NAME.finditer(french):
        yield from _names(french, match)


def _names(french: str, match: re.Match[str]) -> Iterator[tuple[int, int, list[str]]]:
    """The words in capitals, then without the first: it may be a title (Mme) or the beginning of the sentence (Le)."""
    start, name = match.start(), match.group().rstrip("'-")
    for at in (0, name.find(" ") + 1):
        part = name[at:]
        opening = start + at == 0 and " " not in part and not part.isupper()  # the capital of a sentence tells nothing
        whole = " " in part or part.isupper() or french[max(start - 1, 0)] != "'"  # l'UNICEF, but not l'Union
        if len(part) > 2 and not opening and whole and french.count(part) == 1:
            yield start + at, start + len(name), [part]


def _matched(start: int, end: int, forms: list[str], english: str) -> Span | None:
    for form in forms:
        places = [m.start() for m in re.finditer(rf"(?<![\w⟦]){re.escape(form)}(?![\w⟧])", english)]
        if len(places) == 1:
            return Span(start, end, places[0], places[0] + len(form))
    return None


def number_forms(french: str) -> list[str]:
    """How an English text may write a French number: 1 234,5 → 1,234.5, 1234.5."""
    grouped = re.sub(r"[ .](?=\d{3})", "", french) if GROUPED.fullmatch(french) else french
    whole, _, part = grouped.partition(",")
    wholes = dict.fromkeys((f"{int(whole):,}" if len(whole) < 16 else whole, whole, *([] if part else [french])))
    return [f"{w}.{part}" if part else w for w in wholes]


def _date_forms(day: str, month: str, year: str | None) -> list[str]:
    day, month = str(int(day.removesuffix("er"))), MONTHS[month]
    after, comma = (f" {year}", f", {year}") if year else ("", "")
    ordinal = {"1": "st", "2": "nd", "3": "rd"}.get(day[-1], "th") if day not in ("11", "12", "13") else "th"
    british, american = f"{day} {month}", f"{month} {day}"
    spoken = [f"the {day}{ordinal} of {month}{after}", f"{day}{ordinal} {month}{after}"]
    return [british + after, american + comma, american + after, *spoken]
