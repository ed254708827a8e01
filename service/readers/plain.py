"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.readers.file import File
from service.readers.metadata import iso_date
from service.types import Document

FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"""^(title|titre|date|published|site)\s*:\s*(["']?)(.*?)\2\s*$""", re.MULTILINE | re.IGNORECASE)


def read_text(file: File) -> Iterator[Document]:
    yield Document(text=file.text(), source=file.name)


def read_markdown(file: File) -> Iterator[Document]:
    """The text with its markup, which the translation keeps; a front matter becomes title and date."""
    text = file.text()
    front = FRONT.match(text)
    fields = {key.lower(): value for key, _, value in FIELD.findall(front[1])} if front else {}
    yield Document(
        text=text[front.end() :].lstrip("\n") if front else text,
        source=file.name,
        title=fields.get("title") or fields.get("titre"),
        published=iso_date(fields.get("date") or fields.get("published")),
        site=fields.get("site"),
    )
