"""The lines of a brief: sentences of the translation, shortened where that is safe, past the gate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.brief.budget import Budget
from service.brief.lists import listed, tell_list
from service.compress import compress, headline, without_dateline
from service.gate import check_line
from service.normalise.prefix import split_affixes
from service.release.opening import read_opening
from service.types import Finding, Line, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A line that may be said, or None, and what a reader should know about that."""

    line: Line | None
    findings: tuple[Finding, ...] = ()


def tell(index: int, passages: Sequence[Passage], words: int, most: int) -> Told:
    """Passage `index` as a line of about `words` words: shortened; whole where the gate stops the shorter one; None where
    even that is stopped or longer than `most`. A dateline at its head goes, for it has its own place in the brief; so do
    the bullet or number of a list item and the semicolon after it."""
    french, english = passages[index].french, " ".join(passages[index].english.split())
    plain = split_affixes(english)[1].rstrip(" ;,")
    body, opening = without_dateline(plain) if read_opening(" ".join(french.split())) else (plain, ())
    short, deleted = compress(body, words)
    for text, gone in dict.fromkeys([(short, opening + deleted), (body, opening)]):
        refused = check_line(text, [english], french=[french])
        if not refused and len(text.split()) <= most:
            return Told(line=Line(text=_paired(text[:1].upper() + text[1:]), sources=(index,), deleted=gone))
    return Told(line=None, findings=tuple(replace(f, level="note", sentence=index) for f in refused[:1]))


_MARKS = re.compile('["“”]')


def _paired(text: str) -> str:
    """With the quotation mark that stands in a neighbouring sentence of the same quotation."""
    marks = list(_MARKS.finditer(text))
    if len(marks) % 2 == 0:
        return text
    last = marks[-1]
    closes = last[0] == "”" or (last[0] == '"' and last.start() and not text[last.start() - 1].isspace())
    if closes:
        return ("“" if last[0] == "”" else '"') + text
    return text + ("”" if last[0] == "“" else '"')


def tell_headline(titles: Sequence[int], lead: Line, passages: Sequence[Passage], words: int) -> Line:
    """The title in English, within `words`; the opening of the lead where there is none or it was not translated."""
    usable = [i for i in titles if not any(f.severe for f in passages[i].findings)]
    if usable:
        both = [i for i in usable[:2] if i - usable[0] < 2]  # "« Les Veilleuses. Femmes peintres en Flandre »"
        said = " ".join(passages[i].english for i in both)
        told = both if len(said.split()) <= words else both[:1]
        text = headline(" ".join(passages[i].english for i in told), "", words)
        return Line(text=_paired(text), sources=tuple(told))
    return Line(text=headline("", lead.text, words), sources=lead.sources)


def clipped(index: int, passages: Sequence[Passage], words: int) -> tuple[Line, tuple[Finding, ...]]:
    """The last resort where no sentence passes the gate: the beginning of one, said to be that."""
    english = passages[index].english.split()
    text = " ".join(english[:words]) + (" …" if len(english) > words else "")
    note = "No sentence of the translation passed every check; read this line beside its French."
    return Line(text=text, sources=(index,)), (Finding("gate", note, "severe", index),)


def points(
    order: Sequence[int], passages: Sequence[Passage], room: Budget, left: int
) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """Lines for the passages in `order` of worth, as many as `room.points` and `left` words allow, in the order of the source."""
    lines: list[Line] = []
    findings: list[Finding] = []
    lists, seen = listed(passages), set[int]()
    for index in order:
        if len(lines) == room.points:
            break
        if index in lists:
            line = tell_list(lists[index], passages, room.point, left) if index not in seen else None
            seen.update(lists[index])
            if line:
                lines.append(line)
                left -= len(line.text.split())
            continue
        told = tell(index, passages, room.point, left)
        findings += told.findings
        if told.line:
            lines.append(told.line)
            left -= len(told.line.text.split())
    return tuple(sorted(lines, key=lambda line: line.sources)), tuple(findings)
