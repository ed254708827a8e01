"""Which line breaks end a unit and which only wrap a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from service.lexicon import MONTHS_FR
from service.segment.words import ANNOUNCING, CONTINUING, JOINING, MONTHS, NUMBERED, PARTICLES, STARTERS, TITLES
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
DATELINE = re.compile(
    r"[A-ZÀ-Ý][\w'’-]+(?: [\w'’-]+){0,4}(?:,? \([^)]{2,30}\))?,? (?:le )?\d{1,2}(?:er)? (?:"
    rf"{'|'.join(MONTHS_FR)})\b",
    re.IGNORECASE,
)
NARROW, WIDE = 40, 120  # columns at which plain text is wrapped
SURE = 25  # a line this long, without a stop, goes on in a next line of lower case


Kind = Literal["text", "bullet", "dash", "number", "table", "markdown", "rule"]


STARTS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("markdown", MARKDOWN), ("bullet", BULLET), ("dash", DASH), ("number", NUMBER),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, as a span of the text without the white space around it."""

    start: int
    end: int
    paragraph: int
    role: Role


@dataclass(slots=True, frozen=True)
class Line:
    """One line that is not blank."""

    start: int
    end: int
    text: str  # without white space around it and without the ">" of a quoted mail
    kind: Kind

    @property
    def size(self) -> int:
        return len(self.text)


def blocks(text: str) -> Iterator[Block]:
    """The units that lines make, in order, paragraphs counted from 0."""
    runs = list(_runs(text))
    widths = [_width(run) for run in runs]
    usual = max(widths, default=0)
    for paragraph, run in enumerate(runs):
        width = widths[paragraph] or (usual if max(line.size for line in run) <= usual else 0)
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
            start = at + raw.index(line[0])
            bare = line.lstrip("> ") or line
            run.append(Line(start, start + len(line), bare, _kind(bare)))
        elif run:
            yield run
            run = []
        at += len(raw)
    if run:
        yield run


def _kind(line: str) -> Kind:
    if len(line) > 3 and TABLE.search(line, 0, 400):
        return "table"
    first = line[0]
    if first.isalpha() and line[1:2].isalpha() and first not in "ivxIVX":
        return "text"
    for kind, pattern in STARTS:
        if pattern.match(line):
            return kind
    return "text" if any(map(str.isalnum, line[:200])) else "rule"


def _width(run: list[Line]) -> int:
    """The column at which these lines are wrapped; 0 where nothing shows that they are."""
    if len(run) < 3:
        return 0
    width = max(line.size for line in run)
    if not NARROW <= width <= WIDE:
        return 0
    pairs = [(a, b) for a, b in pairwise(run) if a.kind not in ("table", "rule")]
    full = sum(_full(a, b, width) for a, b in pairs)
    goes_on = any(b.text[0].islower() and not STOPPED.search(a.text[-8:]) for a, b in pairs)
    return width if goes_on and full >= 0.6 * len(pairs) else 0


def _full(line: Line, following: Line, width: int) -> bool:
    """Whether the next word had no room on this line."""
    return line.size + 1 + len(following.text.split(maxsplit=1)[0]) > 0.9 * width


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
        return full or following.text[0].islower() or _abbreviated(text)  # which the sentences decide
    return last in "-–—&" or _continues(line, following) or (full and not _opens(following.text))


def _opens(text: str) -> bool:
    """Whether a line plainly begins a text: a dateline, or a capitalised word that no name begins with."""
    word = text[:16].replace("’", "'").replace("'", " ").split()[0]
    return (word.istitle() and word.lower() in STARTERS) or DATELINE.match(text) is not None


def _promises(text: str) -> bool:
    """Whether the last word cannot end a line of its own ("le directeur général de")."""
    words = text[-16:].replace("’", "'").split()
    word = words[-1].rpartition("'")[2] if len(words) > 1 else ""
    return word in PARTICLES or (word.lower() in CONTINUING and (word.islower() or (len(word) > 1 and text.isupper())))


def _abbreviated(text: str) -> bool:
    found = OPEN_ABBREVIATION.search(text[-14:])
    if not found:
        return False
    word = found[1]
    known = TITLES | ANNOUNCING | NUMBERED | MONTHS
    return word.lower() in known or word in known or (len(word) == 1 and word.isupper())


def _continues(line: Line, following: Line) -> bool:
    """Without a known width: lower case, or a joining word under a heading in capitals, goes on."""
    word = following.text[:16].replace("’", "'").replace("'", " ").split()[0]
    if following.text[0].islower():
        return line.size >= SURE or word in JOINING
    if line.text[-1] == ",":
        return line.size >= NARROW
    if following.text[0].isdigit() and line.size >= SURE:
        return line.text[-1].isdigit() or line.text.split()[-1].lower() in MONTHS_FR
    both = line.text.isupper() and following.text.isupper()
    return both and line.size >= SURE and word.lower() in JOINING


def _block(lines: list[Line], paragraph: int) -> Block:
    return Block(lines[0].start, lines[-1].end, paragraph, _role(lines))


def _role(lines: list[Line]) -> Role:
    kind, text = lines[0].kind, lines[-1].text
    if kind in ("bullet", "dash", "number"):
        return "item"
    if kind == "table":
        return "table"
    if kind == "markdown":
        return "heading"
    if kind == "rule" or len(lines) > 2 or text[0].islower() or STOPPED.search(text[-8:]) or text[-1] in ",;" or "@" in text:
        return "body"
    words = sum(len(line.text.split()) for line in lines)
    return "heading" if words <= (5 if text[-1] == ":" else 30) else "body"
