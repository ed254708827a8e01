"""Inline HTML and Markdown inside a sentence: taken off before the model sees it, put back around the same words.

Tags nest in the English as they nest in the French, whatever the word order: a child stays inside its parent, neighbours do not
overlap, so that well-formed input gives well-formed output.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from service.alignment import Span, project

INLINE = (
    "a abbr b bdi bdo br cite code del dfn em font i img ins kbd mark q s samp small span strong sub sup time u var wbr x g"
).split()
_TAG = re.compile(rf"<(?P<close>/?)(?P<name>{'|'.join(INLINE)})\b(?P<rest>[^<>]*?)(?P<empty>/?)>", re.IGNORECASE)
_VOID = frozenset({"br", "img", "wbr"})
_MARKDOWN = re.compile(
    r"(?P<code>`[^`\n]+`)|\[(?P<label>[^\[\]\n]+)\](?P<link>\([^()\s]+\))"
    r"|(?P<mark>\*\*|__|\*|(?<!\w)_)(?=\S)(?P<inner>[^*_\n]+?)(?<=\S)(?P=mark)(?!\w)"
)
_KEEP = re.compile(r"translate\s*=\s*[\"']?no|class\s*=\s*[\"'][^\"']*\bnotranslate\b", re.IGNORECASE)


@dataclass
class Mark:
    """One tag pair over characters of the plain text; equal ends for an empty tag."""

    start: int
    end: int
    opening: str
    closing: str
    keep: bool = False
    inside: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its inline markup."""

    plain: str
    marks: tuple[Mark, ...] = ()
    escaped: bool = False  # HTML: the text goes back with its entities

    @property
    def kept(self) -> tuple[str, ...]:
        """Words of code and of `translate="no"`, which stay as they are."""
        return tuple(text for m in _all(self.marks) if m.keep and (text := self.plain[m.start : m.end].strip()))

    def restore(self, english: str) -> str:
        """The English with every mark in place."""
        return _placed(self.marks, self.plain, english, (0, len(english)), self.escaped)


def unmark(text: str) -> Marked:
    """Plain text and marks; the text itself where it has none, or where tags are not well nested."""
    if _TAG.search(text):
        return _from_html(text)
    if _MARKDOWN.search(text):
        return _from_markdown(text)
    return Marked(text)


def _from_html(text: str) -> Marked:
    plain, at = "", 0
    top: list[Mark] = []
    open_marks: list[tuple[str, Mark]] = []
    for tag in _TAG.finditer(text):
        plain += html.unescape(text[at : tag.start()])
        at, name = tag.end(), tag["name"].lower()
        if tag["close"]:
            if not open_marks or open_marks[-1][0] != name:
                return Marked(text)
            mark = open_marks.pop()[1]
            mark.end, mark.closing = len(plain), tag.group()
            continue
        mark = Mark(len(plain), len(plain), tag.group(), "", bool(_KEEP.search(tag["rest"])) or name in ("code", "kbd", "samp"))
        (open_marks[-1][1].inside if open_marks else top).append(mark)
        if not tag["empty"] and name not in _VOID:
            open_marks.append((name, mark))
    return Marked(text) if open_marks else Marked(plain + html.unescape(text[at:]), tuple(top), escaped=True)


def _from_markdown(text: str) -> Marked:
    plain, at = "", 0
    marks: list[Mark] = []
    for m in _MARKDOWN.finditer(text):
        plain += text[at : m.start()]
        at = m.end()
        inner, opening, closing = (
            (m["code"][1:-1], "`", "`") if m["code"]
            else (m["label"], "[", "]" + m["link"]) if m["label"]
            else (m["inner"], m["mark"], m["mark"])
        )  # fmt: skip
        marks.append(Mark(len(plain), len(plain) + len(inner), opening, closing, bool(m["code"])))
        plain += inner
    return Marked(plain + text[at:], tuple(marks))


def _placed(marks: tuple[Mark, ...] | list[Mark], french: str, english: str, within: Span, escaped: bool) -> str:
    """`english[within]` with these marks, each recursively with those inside it."""
    out, at = "", within[0]
    write = (lambda piece: html.escape(piece, quote=False)) if escaped else str
    placed = sorted(((_where(m, french, english, within), m) for m in marks), key=lambda pair: pair[0])
    for (start, end), mark in placed:
        start, end = max(start, at), max(end, start, at)
        inner = _placed(mark.inside, french, english, (start, end), escaped)
        out += write(english[at:start]) + mark.opening + inner + mark.closing
        at = end
    return out + write(english[at : within[1]])


def _where(mark: Mark, french: str, english: str, within: Span) -> Span:
    """Where a mark belongs: exactly where its own words stand, else by alignment, else at the same share of the sentence."""
    words = french[mark.start : mark.end]
    if mark.start == mark.end:
        place = _boundary(round(mark.start / max(1, len(french)) * len(english)), english)
        return _clipped((place, place), within)
    if words.strip() and english.count(words, *within) == 1:
        start = english.index(words, *within)
        return start, start + len(words)
    if mark.start == 0 and mark.end >= len(french.rstrip()):
        return within
    found = project((mark.start, mark.end), french, english)
    if found is None:
        share = len(english) / max(1, len(french))
        end = len(english[: _boundary(round(mark.end * share), english)].rstrip())
        found = _boundary(round(mark.start * share), english), end
    return _clipped(found, within)


def _boundary(place: int, text: str) -> int:
    """The nearest beginning of a word at or before `place`; the end of the text stays the end."""
    if place >= len(text.rstrip()):
        return len(text)
    return text.rfind(" ", 0, place) + 1


def _clipped(span: Span, within: Span) -> Span:
    start = min(max(span[0], within[0]), within[1])
    return start, min(max(span[1], start), within[1])


def _all(marks: tuple[Mark, ...] | list[Mark]) -> list[Mark]:
    return [m for mark in marks for m in (mark, *_all(mark.inside))]
