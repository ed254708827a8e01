"""HTML → HTML: the text is replaced in place, and every byte of a tag, comment, script or style stays as it is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from service.readers.blocks import BLOCKS, CELLS, DECLARED, SAME, page_text
from service.readers.file import File
from service.writers.spread import Piece, Translate, translated

RAW = frozenset({"script", "style", "textarea", "template", "noscript", "iframe", "svg", "math", "object", "xmp"})
FIXED = frozenset({"code", "kbd", "samp", "var", "tt"})
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BREAKS = BLOCKS | CELLS | {"title", "br", "head", "button", "select", "caption"}
TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*+)>""")
OTHER = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*>", re.DOTALL)
ATTRIBUTE = re.compile(r"""(?<![\w:-])(?:xml:)?(lang|translate)\s*=\s*["']?([\w-]*)""", re.IGNORECASE)
FRENCH = re.compile(r"""((?<![\w:-])(?:xml:)?lang\s*=\s*["']?)fr(?:-\w+)?(?=["'\s/>]|\Z)""", re.IGNORECASE)
LONGEST, UNCLOSED, SHORT = 10_000_000, 50, 200  # letters of a tag; after so many that never end, tags are short


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, comment or script as it is, or a text with its place in a paragraph."""

    raw: str
    unit: int = -1  # -1: no text that is translated
    style: tuple[str, ...] = ()
    fixed: bool = False


@dataclass(slots=True)
class Open:
    """The elements around a text, innermost last, with what they say of language and translation."""

    names: list[tuple[str, bool, bool]] = field(default_factory=list)  # name, French, to be translated
    unit: int = 0

    def start(self, name: str, attributes: str) -> None:
        if name in ("p", "li", "dt", "dd", "tr", "td", "th", "option") and self.names and self.names[-1][0] == name:
            self.names.pop()  # HTML lets their end tags out
        french, wanted = self.names[-1][1:] if self.names else (True, True)
        for key, value in ATTRIBUTE.findall(attributes):
            if key.lower() == "lang":
                french = value.lower().startswith("fr") or not value
            else:
                wanted = value.lower() != "no"
        self.names.append((name, french, wanted and name not in FIXED))

    def end(self, name: str) -> None:
        if any(name == around for around, *_ in self.names):
            while self.names.pop()[0] != name:
                pass

    def text(self, raw: str) -> Token:
        french, wanted = self.names[-1][1:] if self.names else (True, True)
        inline: list[str] = []
        for name, *_ in reversed(self.names):
            if name in BREAKS:
                break
            inline.append(name)
        whole = not wanted and not inline
        return Token(raw, -1 if not french or whole else self.unit, tuple(inline), fixed=not wanted)


def write_html(file: File, translate: Translate) -> bytes:
    """Same encoding; `lang` says "en" where it said "fr". A letter that the encoding lacks becomes a reference."""
    data = file.content()
    text = page_text(data, source=file.name)
    tokens = list(_tokens(text))
    units: dict[int, list[int]] = {}
    for i, token in enumerate(tokens):
        if token.unit >= 0:
            units.setdefault(token.unit, []).append(i)
    paragraphs = [part for places in units.values() for part in _menu(places, tokens)]
    pieces = [[_piece(tokens[i]) for i in places] for places in paragraphs]
    out = [token.raw for token in tokens]
    for places, before, after in zip(paragraphs, pieces, translated(pieces, translate), strict=True):
        for i, old, new in zip(places, before, after, strict=True):
            if new != old.text:
                out[i] = html.escape(new, quote=False)
    return _encoded("".join(out), data)


def _menu(places: list[int], tokens: list[Token]) -> list[list[int]]:
    """Links with nothing between them are no sentence: each is translated by itself."""
    words = [i for i in places if tokens[i].raw.strip()]
    menu = len(words) > 1 and all("a" in tokens[i].style for i in words)
    return [[i] for i in words] if menu else [places]


def _piece(token: Token) -> Piece:
    return Piece(html.unescape(token.raw), token.style, token.fixed)


def _tokens(text: str) -> Iterator[Token]:
    around, place, unclosed = Open(), 0, 0
    while place < len(text):
        tag = text.find("<", place)
        if tag < 0:
            break
        match = OTHER.match(text, tag) or TAG.match(text, tag, tag + (LONGEST if unclosed < UNCLOSED else SHORT))
        if match is None:  # a "<" that begins no tag is text
            unclosed += text[tag + 1 : tag + 2].isalpha()
            after = text.find("<", tag + 1)
            after = len(text) if after < 0 else after
            yield around.text(text[place:after])
            place = after
            continue
        if tag > place:
            yield around.text(text[place:tag])
        end = match.end()
        if match.re is TAG:
            end = _raw_end(text, match)
            yield _tag(match, around, text[tag:end])
        else:
            yield Token(match.group())
        place = end
    if place < len(text):
        yield around.text(text[place:])


def _raw_end(text: str, tag: re.Match[str]) -> int:
    """Past the end tag of what holds no text of the page."""
    name = tag[2].lower()
    if tag[1] or name not in RAW or tag[3].endswith("/"):
        return tag.end()
    found = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, tag.end())
    return found.end() if found else len(text)


def _tag(tag: re.Match[str], around: Open, raw: str) -> Token:
    name = tag[2].lower()
    if name in BREAKS:
        around.unit += 1
    if tag[1]:
        around.end(name)
    elif name not in VOID and name not in RAW and not tag[3].endswith("/"):
        around.start(name, tag[3])
    raw = FRENCH.sub(r"\1en", raw) if name not in RAW else raw
    if name == "html" and not tag[1] and not re.search(r"\blang\s*=", tag[3], re.IGNORECASE):
        raw = raw[: 1 + len(name)] + ' lang="en"' + raw[1 + len(name) :]
    return Token(raw)


def _encoded(text: str, data: bytes) -> bytes:
    """In the encoding that the page declares, or that it had."""
    declared = DECLARED.search(data[:4096])
    codec = declared[1].decode("ascii").lower() if declared else ""
    for mark, marked in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            codec = marked
    try:
        if data.decode(SAME.get(codec, codec or "utf-8")):
            return text.encode(SAME.get(codec, codec or "utf-8"), "xmlcharrefreplace")
    except (LookupError, UnicodeDecodeError):
        pass
    return text.encode("ascii", "xmlcharrefreplace")
