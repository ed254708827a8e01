"""RSS 0.9 to 2.0, RDF and Atom: one document an entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.readers.blocks import fragment_text
from service.readers.file import File, mapped
from service.readers.metadata import iso_date
from service.readers.office import parse_xml
from service.types import Document

ENTRIES = ("item", "entry")
TEXTS = ("encoded", "content", "description", "summary")  # the fuller first
DATES = ("pubDate", "published", "issued", "date", "updated", "modified")


def read_feed(file: File) -> Iterator[Document]:
    root = parse_xml(file.content(), name=file.name)
    with mapped(file.name, "feed"):
        site = next((_plain(e) for e in root.iter("{*}title") if not _within_entry(e)), None)
        entries = [e for e in root.iter("{*}*") if _tag(e) in ENTRIES]
        for number, entry in enumerate(entries, start=1):
            yield _document(entry, site, f"{file.name}#{number}")


def _document(entry: Any, site: str | None, source: str) -> Document:
    """An entry that has no text of its own is its title."""
    title = _first(entry, ("title",))
    return Document(
        text=_text(entry, source) or title or "",
        source=source,
        title=title,
        published=next((d for name in DATES if (d := iso_date(_first(entry, (name,))))), None),
        site=site,
    )


def _text(entry: Any, source: str) -> str:
    for name in TEXTS:
        for child in entry:
            if _tag(child) == name and (text := _markup(child, source)):
                return text
    return ""


def _markup(child: Any, source: str) -> str:
    """Escaped HTML, or XHTML in place."""
    if len(child):
        from lxml import etree

        return fragment_text(etree.tostring(child, encoding="unicode", with_tail=False), source=source)
    text = child.text or ""
    return fragment_text(text, source=source) if "<" in text or "&" in text else text.strip()


def _first(entry: Any, names: tuple[str, ...]) -> str | None:
    return next((text for child in entry if _tag(child) in names and (text := _plain(child))), None)


def _plain(element: Any) -> str | None:
    text = " ".join("".join(element.itertext()).split())
    return (fragment_text(text, source="title") if "<" in text or "&" in text else text) or None


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _within_entry(element: Any) -> bool:
    return any(_tag(around) in (*ENTRIES, "image") for around in element.iterancestors())
