"""SRT and VTT: sentences that run over cues are translated whole and laid back over the same times."""

from __future__ import annotations

import re

from service.errors import UnreadableInput
from service.readers.file import File
from service.readers.subtitles import PAUSE, TAGS, Cue, cues
from service.writers.plain import encoded
from service.writers.spread import Piece, Translate, translated

WIDTH = 42  # letters that a line of a subtitle holds
WHOLE = re.compile(r"\s*(<[ibuc][^<>]*>|\{\\[^{}]*\}|<v [^<>]*>)(.*?)(</\w+>)?\s*\Z", re.DOTALL)


def write_subtitles(file: File, translate: Translate) -> bytes:
    """Times, numbers and settings stay. Marks around a whole cue stay, those around some of its words are dropped."""
    text = file.text()
    found = cues(text)
    if not found:
        raise UnreadableInput(f"{file.name} has no subtitle with a time such as 00:00:01,000 --> 00:00:03,000.")
    units = _units(found)
    pieces = [[Piece(_plain(cue.text) + " ", i) for i, cue in enumerate(unit)] for unit in units]
    out, place = [], 0
    for unit, old, new in zip(units, pieces, translated(pieces, translate), strict=True):
        for cue, before, after in zip(unit, old, new, strict=True):
            out.append(text[place : cue.first])
            out.append(cue.text if before.text.strip() == after.strip() else _laid(after.strip(), cue.text))
            place = cue.last
    return encoded("".join([*out, text[place:]]), file.content())


def _units(found: list[Cue]) -> list[list[Cue]]:
    """Cues that may share a sentence: not after a pause, a sentence's end, or before a new speaker."""
    units: list[list[Cue]] = []
    for cue in found:
        words = _plain(cue.text)
        before = units[-1][-1] if units else None
        ended = before is None or _plain(before.text).endswith((".", "!", "?", "…", "»"))
        if before is None or ended or cue.start - before.end > PAUSE or words.startswith(("-", "–", "—")):
            units.append([])
        units[-1].append(cue)
    return units


def _plain(text: str) -> str:
    return " ".join(TAGS.sub("", text).split())


def _laid(words: str, original: str) -> str:
    """One line, or two of like length; with the marks that stood around the whole cue."""
    if len(words) > WIDTH and " " in words:
        spaces = [m.start() for m in re.finditer(" ", words)]
        at = min(spaces, key=lambda place: abs(place - len(words) / 2))
        words = words[:at] + "\n" + words[at + 1 :]
    marks = WHOLE.match(original)
    return f"{marks[1]}{words}{marks[3] or ''}" if marks and not TAGS.search(marks[2]) else words
