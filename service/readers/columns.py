"""Which columns of a table hold the text, the title and the date: the obvious names, or the one that is asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.errors import UnreadableInput
from service.readers.metadata import iso_date
from service.types import Document

TEXT = ("text", "texte", "texte_fr", "text_fr", "body", "corps", "contenu", "content", "communique", "article", "french",
        "francais", "fr", "message", "description", "source_text")  # fmt: skip
TITLE = ("title", "titre", "headline", "objet", "sujet", "subject")
DATE = ("published", "date", "date_publication", "publication_date", "published_at", "date_de_publication", "pubdate")
SITE = ("site", "sitename", "source", "media", "editeur", "publisher")


@dataclass(frozen=True, slots=True)
class Columns:
    text: str
    title: str | None
    published: str | None
    site: str | None

    def document(self, row: Mapping[str, Any], source: str) -> Document:
        return Document(
            text=_cell(row.get(self.text)),
            source=source,
            title=_cell(row.get(self.title)) or None if self.title else None,
            published=iso_date(_cell(row.get(self.published))) if self.published else None,
            site=_cell(row.get(self.site)) or None if self.site else None,
        )


def choose(names: Sequence[str], *, asked: str, source: str) -> Columns:
    """Raises `UnreadableInput`, with the names there are, where the column of the text is missing or not obvious."""
    plain = {_plain(name): name for name in reversed(names)}
    text = plain.get(_plain(asked)) if asked else _first(TEXT, plain)
    if text is None:
        what = f"no column {asked!r}" if asked else "no column that is obviously its text"
        raise UnreadableInput(f"{source} has {what}; its columns are {_listed(names)}: name one with --column.")
    return Columns(text, *(_first(kind, plain) for kind in (TITLE, DATE, SITE)))


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(name if len(name) <= 40 else name[:40] + "…" for name in names[:20])
    return f"{shown} and {len(names) - 20} more" if len(names) > 20 else shown


def obvious(name: str) -> bool:
    """Whether a name is that of a known column and so the first row is a heading."""
    return _plain(name) in (*TEXT, *TITLE, *DATE, *SITE)


def _first(wanted: Sequence[str], plain: Mapping[str, str]) -> str | None:
    return next((plain[name] for name in wanted if name in plain), None)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold().strip().strip("\ufeff"))
    return "".join(c for c in letters if not unicodedata.combining(c)).replace(" ", "_").replace("-", "_")


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\x00", "").strip()
