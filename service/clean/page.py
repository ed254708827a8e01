"""The page as lines: where its text begins and ends, and which lines the neighbours make chrome."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.clean.rules import Verdict, judge, key

_ENDS = re.compile(r"[.!?…»”:]$")
_REACHABLE = re.compile(r"\S@\S+\.\w|\b(?:tél|tel|téléphone|phone|fax|mobile|portable)\b|(?:\+|00)\d[\d .()-]{6,}", re.IGNORECASE)
_KEPT_BLOCK = re.compile(r"(?:contacts?|à propos|a propos|notes? aux|notes? à|pour (?:plus|toute|en savoir))\b", re.IGNORECASE)
_PAGE_LABELS = frozenset({"menu", "language switch", "breadcrumb"})
_OFFICE = re.compile(
    r"\s*(?:minist|républi|royaume|présidence|organi[sz]ation|communiqué|banque|université|fédération)", re.IGNORECASE
)
_MAIL = re.compile(r" *(?:de|à|cci?|objet|envoyé|pour|date|from|to|subject|sent|répondre à|reply-to) ?: .{1,200}", re.IGNORECASE)
_SENT = re.compile(r"\s*(?:objet|subject)\s?:|.*\S@\S+\.\w", re.IGNORECASE)
_TOP = 12  # lines in which the heading of a mail that was pasted begins
_TITLE = 5  # words of a line that may be the title
_NEAR = 8  # lines between items of one menu
_ITEMS = 12  # of a menu that no table knows
_ALONE = frozenset({"x", "f", "in"})  # buttons of networks that no heading of a release looks like


@dataclass(frozen=True, slots=True)
class Line:
    """One line as given; `reason` is set once it is known to be chrome."""

    number: int
    text: str
    verdict: Verdict | None = None
    reason: str | None = None
    blank: bool = False
    prose: bool = False  # a line that only running text has: a sentence, or long
    content: bool = False  # a line after which the release may still go on


@dataclass(frozen=True, slots=True)
class Zones:
    """Indexes of the first line of running text and of the last one that belongs to the release."""

    first: int
    last: int

    def outside(self, index: int) -> bool:
        return index < self.first or index > self.last


def read_lines(text: str) -> tuple[Line, ...]:
    """Every line judged by itself; lines that come again are judged once."""
    known: dict[str, Line] = {}
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        if line not in known:
            known[line] = _read(line)
        seen = known[line]
        lines.append(Line(number, line, seen.verdict, None, seen.blank, seen.prose, seen.content))
    return tuple(lines)


def _read(line: str) -> Line:
    text, verdict = line.strip(), judge(line)
    prose = not verdict and (len(text) >= 160 or (text.count(" ") >= 7 and bool(_ENDS.search(text))))
    content = prose or (verdict is None and bool(_REACHABLE.search(text)))
    return Line(0, line, verdict, None, not text, prose, content)


def zones(lines: Sequence[Line]) -> Zones:
    """A hard-wrapped paragraph begins the text as well: two long lines with nothing between them."""
    wrapped = (i for i, (a, b) in enumerate(pairwise(lines)) if _words(a) >= 7 and _words(b) >= 7)
    prose = (i for i, line in enumerate(lines) if line.prose)
    first = min(next(prose, len(lines)), next(wrapped, len(lines)))
    last = next((i for i in range(len(lines) - 1, -1, -1) if lines[i].content), -1)
    return Zones(first, max(last, first - 1) if last >= 0 else len(lines))


def _words(line: Line) -> int:
    return 0 if line.verdict else len(line.text.split())


def mark(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Each line with its reason: certain ones first, then those in their place, then what stands among them."""
    span = zones(lines)
    marked = list(lines)
    for i, line in enumerate(lines):
        verdict = line.verdict
        if verdict and (verdict.strength == "certain" or (verdict.strength == "placed" and span.outside(i))):
            marked[i] = _as(line, verdict.reason)
    for order in (range(len(marked)), range(len(marked) - 1, -1, -1)):
        _spread(marked, span, order)
    _menus(marked, span)
    _head_menu(marked, span)
    _mail_heading(marked)
    _related(marked, span)
    _site_name(marked, span)
    _sandwiched(marked, span)
    return tuple(marked)


def _as(line: Line, reason: str) -> Line:
    """`dataclasses.replace` for the one field that changes, five times as fast: a page may have 100,000 lines."""
    return Line(line.number, line.text, line.verdict, reason, line.blank, line.prose, line.content)


def _spread(marked: list[Line], span: Zones, order: Iterable[int]) -> None:
    """What touches chrome and looks like it is chrome: "X", "0", a date under the share buttons."""
    evidence = any(line.reason for i, line in enumerate(marked) if span.outside(i))
    before: Line | None = None
    for i in order:
        line = marked[i]
        if line.blank:
            continue
        verdict = line.verdict
        if verdict and not line.reason:
            touching = before is not None and before.reason is not None
            small = verdict.strength == "placed" or verdict.reason in ("share buttons", "counter", "publication line")
            button = key(line.text) in _ALONE or (verdict.reason == "publication line" and evidence and i < span.first)
            if (touching and (small or span.outside(i))) or (button and span.outside(i)):
                marked[i] = line = _as(line, verdict.reason)
        before = line


def _mail_heading(marked: list[Line]) -> None:
    """De, À, Objet, Date above a release that was pasted with its mail: two lines of them at least, a subject or address."""
    begin = next((i for i, line in enumerate(marked[:_TOP]) if _MAIL.fullmatch(line.text)), len(marked))
    end = begin
    while end < len(marked) and _MAIL.fullmatch(marked[end].text):
        end += 1
    if end - begin >= 2 and any(_SENT.match(line.text) for line in marked[begin:end]):
        for i in range(begin, end):
            marked[i] = _as(marked[i], "mail heading")


def _menus(marked: list[Line], span: Zones) -> None:
    """Three likely menu lines in a row outside the text are a menu."""
    run: list[int] = []
    for i in range(len(marked) + 1):
        line = marked[i] if i < len(marked) else None
        if line and line.blank:
            continue
        if line and line.verdict and span.outside(i):
            run.append(i)
            continue
        if len(run) >= 3:
            for j in run:
                verdict = marked[j].verdict
                if verdict and not marked[j].reason:
                    marked[j] = _as(marked[j], verdict.reason)
        run = []


def _head_menu(marked: list[Line], span: Zones) -> None:
    """Above the text a likely menu item is one as soon as a few lines from it others are."""
    menu = [i for i in range(min(span.first, len(marked))) if marked[i].reason in _PAGE_LABELS]
    for i in range(min(span.first, len(marked))):
        verdict = marked[i].verdict
        if verdict and verdict.reason in _PAGE_LABELS and not marked[i].reason and any(abs(i - j) <= _NEAR for j in menu):
            marked[i] = _as(marked[i], verdict.reason)


def _related(marked: list[Line], span: Zones) -> None:
    """The titles under "Lire aussi": to the end of the page, or one block of them inside the text."""
    i = 0
    while i < len(marked):
        head = marked[i]
        i += 1
        if head.reason != "related articles" or ":" in head.text.strip()[:-1]:
            continue
        taken = 0
        while i < len(marked) and not _ends_block(marked[i], inside=not span.outside(i), taken=taken):
            if not marked[i].blank and not marked[i].reason:
                marked[i] = _as(marked[i], "related articles")
            taken += not marked[i].blank
            i += 1


def _ends_block(line: Line, *, inside: bool, taken: int) -> bool:
    if line.blank:
        return inside and taken > 0
    return line.content or bool(_KEPT_BLOCK.match(line.text.strip())) or (inside and line.reason is not None)


def _sandwiched(marked: list[Line], span: Zones) -> None:
    """Menu items that no table knows: a few words between two lines of one menu."""
    filled = [i for i, line in enumerate(marked) if not line.blank and span.outside(i)]
    start = 0
    while start < len(filled):
        end = start
        while end < len(filled) and _item(marked[filled[end]]):
            end += 1
        if start and start < end < len(filled) and end - start <= _ITEMS and _one_menu(marked, filled[start - 1], filled[end]):
            for j in filled[start:end]:
                marked[j] = _as(marked[j], "menu")
        start = max(end, start + 1)


def _site_name(marked: list[Line], span: Zones) -> None:
    """A few words above or among the menus, where a longer line below them is the title: "Portail national"."""
    head = range(min(span.first, len(marked)))
    last = max((i for i in head if marked[i].reason in _PAGE_LABELS), default=-1)
    title = any(i > last and not marked[i].reason and len(marked[i].text.split()) >= _TITLE for i in head)
    for i in head:
        if title and i < last and not marked[i].blank and _item(marked[i]) and not _OFFICE.match(marked[i].text):
            marked[i] = _as(marked[i], "site name")


def _one_menu(marked: Sequence[Line], above: int, below: int) -> bool:
    near = below - above < 60  # lines; head and foot of a page are further apart
    return near and marked[above].reason in _PAGE_LABELS and marked[below].reason in _PAGE_LABELS - {"breadcrumb"}


def _item(line: Line) -> bool:
    text = line.text.strip()
    return not line.reason and len(text.split()) <= 4 and not re.search(r"[\d@.!?:;«]", text)
