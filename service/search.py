"""The briefs of a run that hold some words, in French or English, best first."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from service.errors import ArchiveError
from service.record import Record

INDEX = "index.sqlite"
_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')
_QUERY = """SELECT source, day, headline, snippet(briefs, -1, ?, ?, '…', 16) FROM briefs
    WHERE briefs MATCH ? ORDER BY rank, rowid LIMIT ?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit(Record):
    """One brief. `excerpt`: the place of the words, in the language that they were found in."""

    source: str
    day: str  # ISO; "" where the release gives none
    headline: str
    excerpt: str


def search(folder: Path, words: str, *, limit: int = 20, marks: tuple[str, str] = ("", "")) -> Iterator[Hit]:
    """Briefs with all the words: capitals and accents do not matter, `"two words"` stand together, `presid*` begins a word.

    `marks` go around the words in the excerpt. Raises `ArchiveError` where there is no index or no word to look for.
    """
    path = folder / INDEX
    if not path.is_file():
        raise ArchiveError(f"{folder} holds no {INDEX}; `depeche batch` writes it at the end of a run.")
    query = _query(words)
    if not query:
        raise ArchiveError(f"There is no word to look for in {words!r}.")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            for source, day, headline, excerpt in connection.execute(_QUERY, (*marks, query, limit)):
                yield Hit(source=source, day=day, headline=headline, excerpt=" ".join(excerpt.split()))
    except sqlite3.Error as error:
        raise ArchiveError(f"{path} cannot be searched: {error}. Delete it and run `depeche batch` again.") from error


def _query(words: str) -> str:
    """Every word quoted, so that nothing a person types is syntax but the star at the end of a word."""
    parts = []
    for match in _WORD.finditer(words):
        phrase, word = match[1] or "", match[2] or ""
        text = phrase or word.rstrip("*")
        if any(letter.isalnum() for letter in text):
            parts.append(f'"{text}"' + "*" * word.endswith("*"))
    return " ".join(parts)
