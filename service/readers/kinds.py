"""Which reader reads what: by the first bytes, then the suffix of the name. Readers are imported on use."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from typing import cast

from service.errors import MissingExtra, UnreadableInput
from service.readers.decode import MAGIC, recognise
from service.readers.file import File, mapped
from service.types import Document

Reader = Callable[[File], Iterator[Document]]

READERS = {
    "txt": "service.readers.plain:read_text",
    "md": "service.readers.plain:read_markdown",
    "html": "service.readers.html:read_html",
    "docx": "service.readers.docx:read_docx",
    "odt": "service.readers.odt:read_odt",
    "pdf": "service.readers.pdf:read_pdf",
    "eml": "service.readers.mail:read_mail",
    "mbox": "service.readers.mail:read_mailbox",
    "feed": "service.readers.feed:read_feed",
    "csv": "service.readers.table:read_table",
    "json": "service.readers.jsonl:read_json",
    "jsonl": "service.readers.jsonl:read_jsonl",
    "parquet": "service.readers.parquet:read_parquet",
    "srt": "service.readers.subtitles:read_subtitles",
    "xliff": "service.readers.xliff:read_xliff",
    "zip": "service.readers.zipped:read_zip",
    "tar": "service.readers.tarred:read_tar",
    "gz": "service.readers.packed:read_packed",
    "bz2": "service.readers.packed:read_packed",
    "zst": "service.readers.packed:read_packed",
}
SUFFIXES = {
    "txt": "txt", "text": "txt", "md": "md", "markdown": "md", "html": "html", "htm": "html", "xhtml": "html",
    "docx": "docx", "docm": "docx", "odt": "odt", "pdf": "pdf", "eml": "eml", "mbox": "mbox", "rss": "feed",
    "atom": "feed", "csv": "csv", "tsv": "csv", "tab": "csv", "json": "json", "jsonl": "jsonl", "ndjson": "jsonl",
    "parquet": "parquet",
    "srt": "srt", "vtt": "srt", "xlf": "xliff", "xliff": "xliff", "zip": "zip", "tar": "tar", "tgz": "gz", "gz": "gz",
    "bz2": "bz2", "tbz2": "bz2", "zst": "zst", "tzst": "zst",
}  # fmt: skip
CONTAINERS = frozenset({"zip", "tar", "gz", "bz2", "zst", "csv", "jsonl", "parquet", "mbox"})
"""Kinds that are read piece by piece; `limits.bytes` bounds each piece and not the whole."""

FIRST_BYTES = (
    (b"%PDF-", "pdf"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\x28\xb5\x2f\xfd", "zst"),
    (b"PAR1", "parquet"),
    (b"PK\x05\x06", "zip"),  # an empty one
)
FIRST_WORDS = (
    (r"\s*(<\?xml[^>]*>)?\s*(<!--.*?-->\s*)*(<!doctype html|<html|<head|<body)", "html"),
    (r"\s*(<\?xml[^>]*>)?\s*(<!--.*?-->\s*)*(<!doctype[^>]*>\s*)?<(\w+:)?(rss|feed|RDF)\b", "feed"),
    (r"\s*(<\?xml[^>]*>)?\s*(<!--.*?-->\s*)*(<!doctype[^>]*>\s*)?<xliff\b", "xliff"),
    (r"WEBVTT\b|\s*\d+\s*\n\d\d:\d\d:\d\d,\d{3} -->", "srt"),
    (r"From \S+.*\n(>?[A-Za-z-]+:.*\n)", "mbox"),
    (r"(?=([A-Za-z-]+:.*\n([ \t].*\n)*){2})(.*\n)*?(From|Received|Return-Path|MIME-Version|Message-ID):", "eml"),
    (r'\s*\{\s*"[^"\n]*"\s*:.*\}\s*\n', "jsonl"),
)


def suffix(name: str) -> str:
    """The last suffix, in small letters and without its dot; "" if there is none."""
    last = re.split(r"[/\\!]", name)[-1]
    return last.rpartition(".")[2].lower() if "." in last else ""


def kind_of(file: File) -> str:
    """A key of `READERS`. Raises `UnreadableInput` for formats that have no text or no reader."""
    head = file.head()
    if head.startswith(b"PK\x03\x04"):
        return cast(str, importlib.import_module("service.readers.office").office_kind(file))
    for magic, kind in FIRST_BYTES:
        if head.startswith(magic):
            return kind
    if head[257:262] == b"ustar":
        return "tar"
    named = SUFFIXES.get(suffix(file.name), "")
    for magic, what in MAGIC:
        if head.startswith(magic):
            raise UnreadableInput(f"{file.name} is {what}, which Dépêche does not read; {KNOWN}.")
    if named in ("zip", "docx", "odt", "pdf", "gz", "bz2", "zst", "tar", "parquet"):
        return named if not head else _mismatch(file, named)
    return named or _kind_of_text(head, file)


def load(kind: str, *, name: str) -> Reader:
    """The function that reads this kind. Raises `MissingExtra` if a package that it needs is not installed."""
    module, _, function = READERS[kind].partition(":")
    try:
        return cast(Reader, getattr(importlib.import_module(module), function))
    except ImportError as error:
        raise missing(error, name=name) from error


def missing(error: ImportError, *, name: str) -> Exception:
    """`MissingExtra`, or the error itself where a module of ours is not found: that is a bug."""
    package = (error.name or "").partition(".")[0]
    if package == "service":
        return error
    what = f"the package {package!r}, which is not installed" if package else f"packages that are not installed ({error})"
    return MissingExtra(f'Reading {name} needs {what}: pip install "depeche[archive]".')


def _mismatch(file: File, named: str) -> str:
    """A text that only pretends to be another format is a broken file; the old tar format has no mark."""
    if named == "tar":
        return named
    raise UnreadableInput(f"{file.name} is no readable {named} file: its first bytes are not those of one.")


def _kind_of_text(head: bytes, file: File) -> str:
    """No suffix that says anything: look at the first words."""
    with mapped(file.name, "text"):
        words = head.decode(recognise(head, source=file.name), errors="ignore").lstrip("\ufeff").replace("\r\n", "\n")
    for pattern, kind in FIRST_WORDS:
        if re.match(pattern, words, re.IGNORECASE if kind == "html" else 0):
            return kind
    if words.lstrip().startswith("<?xml"):
        raise UnreadableInput(f"{file.name} is XML of a kind that Dépêche does not read; {KNOWN}.")
    return "txt"


KNOWN = f"it reads {', '.join(sorted(SUFFIXES))}"
