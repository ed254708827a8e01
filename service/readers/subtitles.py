"""SubRip and WebVTT: the words of the cues as running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.errors import UnreadableInput
from service.readers.file import File
from service.types import Document

TIME = r"(?:(\d+):)?(\d\d):(\d\d)[.,](\d{3})"
TIMES = re.compile(rf"^[ \t]*{TIME}[ \t]+-->[ \t]+{TIME}.*$", re.MULTILINE)
TAGS = re.compile(r"<[^<>\n]*>|\{\\[^{}\n]*\}")
PAUSE = 3.0  # seconds without a word: a new paragraph


@dataclass(frozen=True, slots=True)
class Cue:
    """`start` and `end` in seconds; `first` and `last` are where its text stands in the file."""

    start: float
    end: float
    text: str
    first: int
    last: int


def read_subtitles(file: File) -> Iterator[Document]:
    """Cues follow each other as lines, since sentences run over them; a pause or a new speaker makes a paragraph."""
    found = cues(file.text())
    if not found:
        raise UnreadableInput(f"{file.name} has no subtitle with a time such as 00:00:01,000 --> 00:00:03,000.")
    lines: list[str] = []
    for before, cue in zip([None, *found], found, strict=False):
        text = TAGS.sub("", cue.text).strip()
        if not text:
            continue
        new = before is not None and (cue.start - before.end > PAUSE or text.startswith(("-", "–", "—")))
        lines.append(("\n\n" if new else "\n") + text if lines else text)
    yield Document(text="".join(lines), source=file.name)


def cues(text: str) -> list[Cue]:
    """Every cue with where its text stands: from after its times to the next blank line."""
    found = []
    for times in TIMES.finditer(text):
        first = min(times.end() + 1, len(text))
        blank = re.compile(r"\n[ \t]*(?:\n|\Z)|\Z").search(text, first - 1)
        last = max(first, blank.start() if blank else len(text))
        numbers = [int(n or 0) for n in times.groups()]
        start, end = (h * 3600 + m * 60 + s + ms / 1000 for h, m, s, ms in (numbers[:4], numbers[4:]))
        found.append(Cue(start, end, text[first:last], first, last))
    return found
