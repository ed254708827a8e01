"""Which line breaks end a unit and which only wrap a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from service.segment.words import ANNOUNCING, CONTINUING, JOINING, NUMBERED, TITLES
from service.types import Role

BULLET = re.compile(r"[•◦▪▫●○■□▶►▸‣⁃∙·❖➢➤➔➜→⇒✓✔✅☑★◆♦\uf000-\uf0ff\U0001f300-\U0001faff\u2600-\u27bf]\s*|[*+]\s|o\t")
DASH = re.compile(r"[-–—](?:\s|(?=[^\W\d_]|«))")
NUMBER = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})\)\s|\d{1,2}(?:\.\d{1,2}){0,3}(?:\.-?|°\)?)\s"
    r"|(?:[a-h]|[ivx]{2,5}|[IVX]{1,5})\.-?\s|[A-H]\.\s(?![A-ZÀ-Ý]\.)|(?:\d{1,2}|[IVX]{1,5})(?:\s?[-–]|/)\s(?=[^\W\d_])"
)
MARKDOWN = re.compile(r"#{1,6}\s")
TABLE = re.compile(r"\t| \| |^\|.*\|$|\S {3,}\S.*\S {3,}\S")
STOPPED = re.compile(r"[.!?…](?:[)\]\"”’'»\s\d¹²³]{0,6})$")
OPEN_ABBREVIATION = re.compile(r"(?:^|[\s('’«])([^\W\d_][^\s('’«]{0,9})\.$")
NARROW, WIDE = 40, 120  # columns at which plain text is wrapped
SURE = 25  # a line this long, without a stop, goes on in a next line of lower case


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, as a span of the text without the white space around it."""

    start: int
    end: int
    paragraph: int
    role: Role


@dataclass(slots=True, frozen=True)
class Line:
    start: int
    text: str  # stripped
    kind: str  # "text", "bullet", "dash", "number", "table", "markdown", "rule"


def blocks(text: str) -> Iterator[Block]:
    """The units that lines make, in order, paragraphs counted from 0."""
    for paragraph, run in enumerate(_runs(text)):
        width = _width(run)
        first = 0
        for i in range(1, len(run) + 1):
            if i == len(run) or not _wraps(run[i - 1], run[i], width):
                yield _block(run[first:i], paragraph)
                first = i


def _runs(text: str) -> Iterator[list[Line]]:
    """Lines without a blank one between them."""
    run: list[Line] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        line = raw.strip()
        if line:
            run.append(Line(at + raw.index(line[0]), line, _kind(line)))
        elif run:
            yield run
            run = []
        at += len(raw)
    if run:
        yield run


def _kind(line: str) -> str:
    if len(line) > 3 and TABLE.search(line, 0, 400):
        return "table"
    first = line[0]
    if first.isalpha() and line[1:2].isalpha() and first not in "ivxIVX":
        return "text"
    for kind, pattern in (("markdown", MARKDOWN), ("bullet", BULLET), ("dash", DASH), ("number", NUMBER)):
        if pattern.match(line):
            return kind
    return "text" if any(map(str.isalnum, line[:200])) else "rule"


def _width(run: list[Line]) -> int:
    """The column at which these lines are wrapped; 0 where nothing shows that they are."""
    if len(run) < 3:
        return 0
    width = max(len(line.text) for line in run)
    if not NARROW <= width <= WIDE:
        return 0
    pairs = [(a, b) for a, b in pairwise(run) if a.kind not in ("table", "rule")]
    full = sum(_full(a, b, width) for a, b in pairs)
    goes_on = any(b.text[0].islower() and not STOPPED.search(a.text[-8:]) for a, b in pairs)
    return width if goes_on and full >= 0.6 * len(pairs) else 0


def _full(line: Line, following: Line, width: int) -> bool:
    """Whether the next word had no room on this line."""
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > 0.9 * width


def _wraps(line: Line, following: Line, width: int) -> bool:
    """Whether the break between two lines is only a wrap."""
    if {line.kind, following.kind} & {"table", "rule", "markdown"} or following.kind == "bullet":
        return False
    text, last = line.text, line.text[-1]
    full = width > 0 and _full(line, following, width)
    if following.kind in ("dash", "number"):
        return (full and not STOPPED.search(text[-8:]) and last not in ";:") or _promises(text)
    if _promises(text):
        return True
    if last in ":;":
        return full
    if STOPPED.search(text[-8:]):
        return following.text[0].islower() or _abbreviated(text)
    if full or last in "-–—":
        return True
    return _continues(line, following)


def _promises(text: str) -> bool:
    """Whether the last word cannot end a line of its own ("le directeur général de")."""
    words = text[-16:].lower().replace("’", "'").split()
    return len(words) > 1 and words[-1].rpartition("'")[2] in CONTINUING


def _abbreviated(text: str) -> bool:
    found = OPEN_ABBREVIATION.search(text[-14:])
    if not found:
        return False
    word = found[1]
    known = TITLES | ANNOUNCING | NUMBERED
    return word.lower() in known or word in known or (len(word) == 1 and word.isupper())


def _continues(line: Line, following: Line) -> bool:
    """Without a known width: lower case, or a joining word under a heading in capitals, goes on."""
    word = following.text[:16].replace("’", "'").replace("'", " ").split()[0]
    if following.text[0].islower():
        return len(line.text) >= SURE or word in JOINING
    if line.text[-1] == ",":
        return len(line.text) >= NARROW
    both = line.text.isupper() and following.text.isupper()
    return both and len(line.text) >= SURE and word.lower() in JOINING


def _block(lines: list[Line], paragraph: int) -> Block:
    last = lines[-1]
    return Block(lines[0].start, last.start + len(last.text), paragraph, _role(lines))


def _role(lines: list[Line]) -> Role:
    kind, text = lines[0].kind, lines[-1].text
    if kind in ("bullet", "dash", "number"):
        return "item"
    if kind == "table":
        return "table"
    if kind == "markdown":
        return "heading"
    if kind == "rule" or len(lines) > 2 or text[0].islower() or STOPPED.search(text[-8:]) or text[-1] in ",;":
        return "body"
    words = sum(len(line.text.split()) for line in lines)
    return "heading" if words <= (5 if text[-1] == ":" else 30) else "body"
