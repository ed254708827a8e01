"""Markdown → Markdown: code, front matter, addresses, HTML and the marks of blocks stay; marks inside a paragraph move along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.readers.file import File
from service.readers.plain import FRONT
from service.writers.plain import encoded
from service.writers.spread import Piece, Translate, translated

FENCE = re.compile(r"[ \t]*(```+|~~~+)")
BLOCK_MARK = re.compile(r"[ \t]*(?:>[ \t]?|#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+)")
UNTOUCHED = re.compile(
    r"[ \t]*(?:\[[^\]]+\]:\s.*|(?:[-*_][ \t]*){3,}|[=-]{2,}|\|?[ \t:|-]*-[ \t:|-]*|<[!/a-zA-Z][^<>]*>|\$\$.*)?[ \t]*\Z"
)
MARKS = re.compile(
    r"(?P<code>`+[^`]+`+|\$[^$\s][^$\n]*\$)|(?P<image>!\[[^\]]*\]\([^()\s]*(?:\s+\"[^\"]*\")?\))"
    r"|(?P<address><(?:https?|mailto):[^<>\s]+>|https?://[^\s<>()\]]+)|(?P<tag></?[a-zA-Z][^<>]*>)"
    r"|(?P<close>\]\([^()\s]*(?:\([^()\s]*\))?[^()\s]*(?:\s+\"[^\"]*\")?\)|\]\[[^\]]*\])|(?P<open>\[(?=[^\]]+\][(\[]))"
    r"|(?P<strong>\*\*\*|\*\*|__|~~)|(?P<soft>(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))"
)
Token = tuple[str, Piece | None]  # as it is written; None: a mark


def write_markdown(file: File, translate: Translate) -> bytes:
    text = file.text()
    front = FRONT.match(text)
    start = front.end() if front else 0
    parts = list(_parts(text[start:]))
    tokens = [list(_inline(words)) if words is not None else [] for _, words in parts]
    pieces = [[piece for _, piece in unit if piece is not None] for unit in tokens]
    out = [text[:start]]
    for (raw, _), unit, new in zip(parts, tokens, translated(pieces, translate), strict=True):
        words = iter(new)
        out.append(raw)
        out.extend(written if piece is None else next(words) for written, piece in unit)
    return encoded("".join(out), file.content())


def _parts(text: str) -> Iterator[tuple[str, str | None]]:
    """What stays, and the words that follow it up to the next: a paragraph, heading, item or cell."""
    fence = ""
    held: list[str] = []
    for line in text.splitlines(keepends=True):
        mark = FENCE.match(line)
        if fence or mark:
            yield from _held(held)
            fence = ("" if mark and mark[1].startswith(fence) else fence) if fence else mark[1] if mark else ""
            yield line, None
        elif UNTOUCHED.match(line.rstrip("\n")) or (line.startswith(("    ", "\t")) and not held):
            yield from _held(held)
            yield line, None
        elif line.lstrip().startswith("|"):
            yield from _held(held)
            yield from _cells(line)
        else:
            if BLOCK_MARK.match(line) or (held and held[-1].endswith(("  \n", "\\\n"))) or (held and held[0][:1] == "#"):
                yield from _held(held)
            held.append(line)
    yield from _held(held)


def _held(held: list[str]) -> Iterator[tuple[str, str | None]]:
    """A block with its mark; nested marks ("> - ") are all taken."""
    if not held:
        return
    whole = "".join(held)
    held.clear()
    end = 0
    while mark := BLOCK_MARK.match(whole, end):
        end = mark.end()
    trail = re.search(r"(?:\\|[ \t]*)\n?\Z|\Z", whole[end:])
    words = whole[end : end + trail.start()] if trail else whole[end:]
    yield whole[:end], words
    yield whole[end + len(words) :], None


def _cells(line: str) -> Iterator[tuple[str, str | None]]:
    for cell in re.findall(r"\||(?:\\\||[^|])+", line):
        inner = cell.strip()
        if cell == "|" or not inner:
            yield cell, None
        else:
            before = cell[: cell.index(inner)]
            yield before, inner
            yield cell[len(before) + len(inner) :], None


def _inline(words: str) -> Iterator[Token]:
    """Texts with the marks that are open around them, and the marks."""
    around: list[str] = []
    place = 0
    for mark in MARKS.finditer(words):
        if mark.start() > place:
            yield words[place : mark.start()], Piece(words[place : mark.start()], tuple(around))
        place = mark.end()
        if mark.lastgroup in ("code", "address"):
            yield from _fixed(mark.group(), place)
            continue
        yield mark.group(), None
        _turn(mark, around)
    if place < len(words):
        yield words[place:], Piece(words[place:], tuple(around))


def _fixed(written: str, place: int) -> Iterator[Token]:
    """Code and addresses, without the marks around them: in the sentence they are words like others."""
    inner = written.strip("`$<>") or written
    before, _, after = written.partition(inner)
    yield before, None
    yield inner, Piece(inner, ("fixed", place), fixed=True)
    yield after, None


def _turn(mark: re.Match[str], around: list[str]) -> None:
    if mark.lastgroup == "image":
        return
    key = {"open": "[", "close": "["}.get(mark.lastgroup or "", mark.group())
    if mark.lastgroup == "tag":
        key = mark.group().strip("</>").split()[0] if mark.group().strip("</>") else mark.group()
    if key in around:
        around.remove(key)
    elif mark.lastgroup != "close":
        around.append(key)
