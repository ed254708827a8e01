"""Any text made fit to be shown: nothing that XML forbids, nothing that steers a terminal, nothing that is markup."""

from __future__ import annotations

import html
import re
import unicodedata

_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BLANK = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")  # not the no-break spaces: they are typography
_OVERRIDE = re.compile("[\u202a-\u202e]")  # they can make a reader see another order than the text has
_ISOLATE = re.compile("[\u2066-\u2069]")
_MARKUP = re.compile(r"[\\`*\[\]<|~]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|&(?=#?\w+;)")
_BLOCK = re.compile(r"^(#{1,6}(?= |$)|[-+>=](?= |$)|[-=_]{3,}|[-=_][-=_ ]*$|>)")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?= |$)")


def plain(text: str) -> str:
    """Control characters become their pictures (␛); overrides of the direction go, isolates are closed on their line."""
    text = _FORBIDDEN.sub(_picture, _OVERRIDE.sub("", text)).replace("\x0b", "\n").replace("\x0c", "\n")
    if not _ISOLATE.search(text):
        return text
    return "".join(_closed(row) for row in text.splitlines(keepends=True))


def line(text: str) -> str:
    """`plain` on one line: breaks and runs of spaces become one space, no-break spaces stay."""
    return _BLANK.sub(" ", plain(text)).strip(" ")


def isolated(text: str) -> str:
    """A name in a right-to-left script keeps the figures that follow it on their own side."""
    if any(unicodedata.bidirectional(character) in ("R", "AL") for character in text):
        return f"\u2068{text}\u2069"
    return text


def markup(text: str) -> str:
    """For element content and quoted attributes of HTML and XML."""
    return html.escape(text, quote=True)


def markdown(text: str) -> str:
    """One line of CommonMark that shows the text as it is, in a paragraph, a list item or a table cell."""
    escaped = _MARKUP.sub(lambda m: {"<": "&lt;", "&": "&amp;"}.get(m[0], "\\" + m[0]), text)
    return _NUMBERED.sub(r"\1\\\2", _BLOCK.sub(r"\\\1", escaped))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _closed(row: str) -> str:
    """Unmatched marks at the end of the row, or without a beginning, would move what stands beside it."""
    kept, depth = [], 0
    text = row.rstrip("\r\n\x85\u2028\u2029")
    for character in text:
        depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        if depth < 0:
            depth = 0
            continue
        kept.append(character)
    return "".join(kept) + "\u2069" * depth + row[len(text) :]
