"""An HTML tree as a list of blocks: paragraphs, headings, list items, table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from service.errors import EmptyInput, UnreadableInput
from service.readers.decode import decode

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody tfoot thead tr ul".split()
)
CELLS = frozenset({"td", "th"})
SKIPPED = frozenset(
    "head script style noscript template svg math iframe object select button textarea audio video canvas".split()
)
SPACES = re.compile(r"[ \t\r\n\f]+")
BREAK = "\x0b"  # of a line inside a block, until white space is collapsed
DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
XML_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>")
SAME = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}


@dataclass(frozen=True, slots=True)
class Block:
    element: Any
    text: str

    @property
    def item(self) -> bool:
        return self.element.tag in ("li", "tr")


def parse_html(data: bytes, *, source: str) -> Any:
    """The root of a page in whatever encoding it declares or has. Raises `EmptyInput`, `UnreadableInput`."""
    return parse_markup(page_text(data, source=source), source=source)


def page_text(data: bytes, *, source: str) -> str:
    """The page as text: a declared encoding is believed where all bytes are valid in it."""
    declared = DECLARED.search(data[:4096])
    if declared and b"\x00" not in data and not data.startswith(b"\xef\xbb\xbf"):
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode(SAME.get(name, name)).replace("\r\n", "\n")
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, source=source)


def parse_markup(text: str, *, source: str) -> Any:
    text = XML_DECLARED.sub("", text).replace("\x00", "")
    if not text.strip():
        raise EmptyInput(f"{source} is empty.")
    try:
        return html.document_fromstring(text, parser=html.HTMLParser(no_network=True, huge_tree=False, encoding=None))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(f"{source} is no readable HTML: {error}.") from error


def fragment_text(markup: str, *, source: str) -> str:
    """The text of a piece of HTML as it stands in feeds and mails, with nothing left out."""
    if not markup.strip():
        return ""
    return joined(list(blocks(parse_markup(markup, source=source))))


def joined(found: list[Block]) -> str:
    """Blocks as text: items and rows on lines of their own, all else in paragraphs."""
    lines: list[str] = []
    for before, block in zip([None, *found], found, strict=False):
        if before is not None:
            lines.append("\n" if before.item and before.element.tag == block.element.tag else "\n\n")
        lines.append(_marked(block))
    return "".join(lines)


def blocks(root: Any) -> Iterator[Block]:
    """Every block that has text of its own, in order; nothing of scripts, styles and forms' controls."""
    pieces: list[str] = []
    owners = [root]
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event in ("comment", "pi"):
            pieces.append(element.tail or "")
            continue
        skipped = element.tag in SKIPPED
        if element.tag in BLOCKS and not skipped:
            yield from _flush(owners[-1], pieces)
        if event == "start":
            _open(element, owners, pieces)
            if skipped:
                walker.skip_subtree()
        else:
            if element.tag in BLOCKS:
                owners.pop()
            pieces.append(element.tail or "" if element is not root else "")
    yield from _flush(root, pieces)


def _open(element: Any, owners: list[Any], pieces: list[str]) -> None:
    if element.tag in SKIPPED:
        return
    if element.tag in BLOCKS:
        owners.append(element)
    if element.tag == "br":
        pieces.append(BREAK)
    if element.tag in CELLS and any(p.strip() for p in pieces):
        pieces.append(" | ")
    pieces.append(element.text or "")


def _flush(owner: Any, pieces: list[str]) -> Iterator[Block]:
    text = SPACES.sub(" ", "".join(pieces))
    pieces.clear()
    text = "\n".join(line.strip(" ") for line in text.split(BREAK)).strip("\n ")
    if text:
        yield Block(owner, text)


def _marked(block: Block) -> str:
    """A list item with its bullet or number, indented by its depth."""
    if block.element.tag != "li":
        return block.text
    lists = [a for a in block.element.iterancestors() if a.tag in ("ul", "ol")]
    mark = "- "
    if lists and lists[0].tag == "ol":
        mark = f"{1 + sum(1 for _ in block.element.itersiblings('li', preceding=True))}. "
    return "  " * (len(lists) - 1) + mark + block.text
