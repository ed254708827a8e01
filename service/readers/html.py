"""Web pages: trafilatura says what belongs to the article and what its metadata are; the text is taken from the page itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import trafilatura

from service.readers.blocks import Block, blocks, joined, page_text, parse_markup
from service.readers.file import File, mapped
from service.readers.metadata import iso_date
from service.types import Document, Removed

FURNITURE = frozenset({"nav", "footer", "aside", "form", "header"})
ASIDE = re.compile(r"share|social|cookie|consent|newsletter|related|breadcrumb|sidebar|comment|partag", re.IGNORECASE)
LETTERS = re.compile(r"\W+")
FEW = 4  # words: a shorter block must be a whole line of the article, since "Contact" stands inside many sentences

logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def read_html(file: File) -> Iterator[Document]:
    """The article of a page; what was left out is listed in `removed`, with its line in the HTML."""
    text = page_text(file.content(), source=file.name)
    page = list(blocks(parse_markup(text, source=file.name)))
    with mapped(file.name, "web page"):
        found = trafilatura.bare_extraction(
            parse_markup(text, source=file.name),
            include_comments=False,
            favor_recall=True,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    article = found if found is not None and not isinstance(found, dict) else None
    kept = _kept(page, (article.text or "") if article is not None else "")
    yield Document(
        text=joined([block for block, keep in zip(page, kept, strict=True) if keep]),
        source=file.name,
        title=(article.title if article is not None else None) or None,
        published=iso_date(article.date) if article is not None else None,
        site=(article.sitename if article is not None else None) or None,
        removed=tuple(
            Removed(line=block.element.sourceline or 0, text=block.text, reason="outside the article")
            for block, keep in zip(page, kept, strict=True)
            if not keep
        ),
    )


def _kept(page: list[Block], article: str) -> list[bool]:
    """Blocks of the article, and those that stand between them under the same parent (short lines get lost easily)."""
    lines = {_letters(line) for line in article.splitlines()}
    whole = _letters(article)
    kept = [_in_article(block, lines, whole) for block in page]
    if not any(kept):
        return [not _furniture(block.element) for block in page]
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    parents = {id(_parent(block)) for block, keep in zip(page, kept, strict=True) if keep}
    for i in range(first, last + 1):
        kept[i] = kept[i] or (id(_parent(page[i])) in parents and not _furniture(page[i].element))
    return kept


def _in_article(block: Block, lines: set[str], whole: str) -> bool:
    letters = [_letters(line) for line in block.text.splitlines()]
    return all(line in lines or (line.count(" ") >= FEW - 1 and line in whole) for line in letters)


def _letters(text: str) -> str:
    return LETTERS.sub(" ", text).strip()


def _parent(block: Block) -> Any:
    """What holds the paragraph, the list or the table."""
    outer = block.element
    while outer.tag in ("li", "ul", "ol", "tr", "tbody", "thead", "table") and outer.getparent() is not None:
        outer = outer.getparent()
    return outer if outer is not block.element else outer.getparent()


def _furniture(element: Any) -> bool:
    return any(
        around.tag in FURNITURE or ASIDE.search(f"{around.get('class', '')} {around.get('id', '')}")
        for around in (element, *element.iterancestors())
        if around.tag not in ("body", "html")
    )
