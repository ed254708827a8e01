"""All briefs of a run in one SQLite file that can be searched in French and English, with or without accents."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

TABLE = """CREATE VIRTUAL TABLE briefs USING fts5(
    source UNINDEXED, day UNINDEXED, headline, brief, english, french, tokenize = "unicode61 remove_diacritics 2")"""
WEIGHTS = "INSERT INTO briefs(briefs, rank) VALUES ('rank', 'bm25(0, 0, 8, 4, 1, 1)')"  # a word of the headline counts most


class Index:
    """Briefs are added as plain data, in order; the same briefs give the same bytes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    @contextmanager
    def written(cls, path: Path) -> Iterator[Index]:
        """A new file at `path`. It is whole when the block has ended."""
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")  # it is written aside and thrown away if anything fails
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN")
            connection.execute(TABLE)
            connection.execute(WEIGHTS)
            yield cls(connection)
            connection.execute("COMMIT")

    def add(self, brief: dict[str, Any]) -> None:
        dateline, quote = brief["dateline"], brief["quote"]
        told = [brief["lead"]["text"], *(p["text"] for p in brief["points"]), *([quote["text"]] if quote else [])]
        self._connection.execute(
            "INSERT INTO briefs VALUES (?, ?, ?, ?, ?, ?)",
            (
                brief["source"],
                dateline["date"] or dateline["published"] or "",
                brief["headline"]["text"],
                " ".join(told),
                " ".join(p["english"] for p in brief["passages"]),
                " ".join(p["french"] for p in brief["passages"]),
            ),
        )
