"""Plain text → plain text, paragraph by paragraph; and what the text formats share."""

from __future__ import annotations

import codecs
import re

from service.readers.decode import BOMS, recognise
from service.readers.file import File
from service.writers.spread import Translate

PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t]*(?:\n|\Z)))*")


def write_text(file: File, translate: Translate) -> bytes:
    text = file.text()
    return encoded(translated_text(text, translate), file.content())


def translated_text(text: str, translate: Translate) -> str:
    """Blank lines and the white space at the ends stay as they are."""
    return translated_texts([text], translate)[0]


def translated_texts(texts: list[str], translate: Translate) -> list[str]:
    """Every text by its paragraphs, all in one call."""
    found = [[m.group().rstrip() for m in PARAGRAPH.finditer(text)] for text in texts]
    wanted = [p for p in dict.fromkeys(p for paragraphs in found for p in paragraphs) if any(c.isalpha() for c in p)]
    answers = translate(wanted) if wanted else []
    english = dict(zip(wanted, answers, strict=True))

    def put(match: re.Match[str]) -> str:
        whole = match.group()
        words = whole.rstrip()
        return english.get(words, words) + whole[len(words) :]

    return [PARAGRAPH.sub(put, text) for text in texts]


def encoded(text: str, data: bytes) -> bytes:
    """As the original was: its mark, its line ends, its encoding; UTF-8 where that lacks a letter of the English."""
    codec = recognise(data, source="the original")
    if b"\r\n" in data or (codec.startswith("utf-16") and "\r\n".encode(codec.replace("utf-16", "utf-16-le")[:9]) in data):
        text = text.replace("\n", "\r\n")
    for mark, marked in BOMS:
        if data.startswith(mark):
            little = marked.endswith("16") and mark == codecs.BOM_UTF16_LE
            return mark + text.encode({"utf-8-sig": "utf-8"}.get(marked, f"{marked}-{'le' if little else 'be'}"))
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return text.encode("utf-8")
