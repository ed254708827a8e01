"""CSV and TSV: one document a row, at constant memory."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from service.errors import UnreadableInput
from service.readers.columns import choose, obvious
from service.readers.file import File, mapped
from service.readers.kinds import suffix
from service.types import Document

SEPARATORS = ",;\t|"


def read_table(file: File) -> Iterator[Document]:
    """A source is the file and the number of the row under the heading, from 1. Empty rows are passed over."""
    with mapped(file.name, "table"):
        lines = file.reader()
        try:
            yield from _rows(lines, file)
        finally:
            lines.detach()


def _rows(lines: TextIO, file: File) -> Iterator[Document]:
    csv.field_size_limit(max(csv.field_size_limit(), file.limits.characters + 1))  # the module has one for all readers
    mark = separator(lines, file.name)
    rows = csv.reader(_no_nuls(lines), delimiter=mark, strict=False)
    first = next(rows, None)
    if first is None:
        return
    headed = len(first) > 1 or bool(file.column) or obvious(first[0])
    names = first if headed else ["text"]
    columns = choose(names, asked=file.column, source=file.name)
    for number, row in enumerate(rows if headed else _with(first, rows), start=1):
        if not any(cell.strip() for cell in row):
            continue
        source = f"{file.name}#{number}"
        cells = [mark.join(row)] if len(names) == 1 else row  # one column: a comma is a comma of the text
        if any(cell.strip() for cell in cells[len(names) :]):
            told = f"{source} has {len(cells)} cells under {len(names)} headings; put quotes around a text that holds {mark!r}."
            file.refuse(source, UnreadableInput(told))
        else:
            yield columns.document(dict(zip(names, cells, strict=False)), source)


def separator(lines: TextIO, name: str) -> str:
    """What stands most often in the heading, outside quotes; a tab for the suffix tsv. The stream is rewound."""
    heading = lines.readline()
    lines.seek(0)
    if suffix(name) in ("tsv", "tab"):
        return "\t"
    outside = "".join(heading.split('"')[::2])
    return max(SEPARATORS, key=outside.count)


def _no_nuls(lines: TextIO) -> Iterator[str]:
    return (line.replace("\x00", "") for line in lines)


def _with(first: list[str], rows: Iterator[list[str]]) -> Iterator[list[str]]:
    yield first
    yield from rows
