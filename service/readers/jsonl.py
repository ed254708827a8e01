"""JSON Lines: one document a line, at constant memory; and JSON files, whole."""

from __future__ import annotations

import json
from collections.abc import Iterator

from service.errors import TooLarge, UnreadableInput
from service.readers.columns import choose
from service.readers.file import File, mapped
from service.types import Document


def read_jsonl(file: File) -> Iterator[Document]:
    """A source is the file and the number of the line, from 1. A line is an object, or a text by itself."""
    with mapped(file.name, "JSON Lines file"):
        lines = file.reader()
        try:
            for number in range(1, 1 << 62):
                line = lines.readline(file.limits.bytes + 1)
                if not line:
                    return
                source = f"{file.name}#{number}"
                if len(line) > file.limits.bytes:
                    raise TooLarge(f"{source} has more than the {file.limits.bytes:,} bytes of limits.bytes.")
                try:
                    found = _document(line, source, file) if line.strip("\ufeff\x00 \r\n\t") else None
                except UnreadableInput as error:
                    file.refuse(source, error)
                    continue
                if found is not None:
                    yield found
        finally:
            lines.detach()


def read_json(file: File) -> Iterator[Document]:
    """One object, or an array of them; a file of many lines that are objects is read as JSON Lines."""
    text = file.text()
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        yield from read_jsonl(file)
        return
    if not isinstance(value, list):
        yield _of(value, file.name, file)
        return
    for number, entry in enumerate(value, 1):
        source = f"{file.name}#{number}"
        try:
            found = _of(entry, source, file)
        except UnreadableInput as error:
            file.refuse(source, error)
            continue
        yield found


def _document(line: str, source: str, file: File) -> Document:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"{source} is no valid JSON: {error}.") from error
    return _of(value, source, file)


def _of(value: object, source: str, file: File) -> Document:
    if isinstance(value, str):
        return Document(text=value, source=source)
    if not isinstance(value, dict):
        raise UnreadableInput(f"{source} is neither an object nor a text but {type(value).__name__}.")
    return choose(list(value), asked=file.column, source=source).document(value, source)
