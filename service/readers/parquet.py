"""Parquet: one document a row, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator

from pyarrow import ArrowException
from pyarrow.parquet import ParquetFile

from service.errors import TooLarge, UnreadableInput
from service.readers.columns import choose
from service.readers.file import CONTAINER, File, mapped
from service.types import Document

ROWS = 64  # at a time


def read_parquet(file: File) -> Iterator[Document]:
    """A source is the file and the number of the row, from 1."""
    with mapped(file.name, "Parquet file"):
        try:
            yield from _rows(file)
        except ArrowException as error:
            raise UnreadableInput(f"{file.name} is no readable Parquet file: {error}.") from error


def _rows(file: File) -> Iterator[Document]:
    table = ParquetFile(file.stream, pre_buffer=False)
    most = CONTAINER * file.limits.bytes
    for group in range(table.num_row_groups):
        if table.metadata.row_group(group).total_byte_size > most:
            raise TooLarge(f"{file.name} has a row group of more than {most:,} bytes; write it with smaller ones.")
    columns = choose(table.schema_arrow.names, asked=file.column, source=file.name)
    wanted = [name for name in (columns.text, columns.title, columns.published, columns.site) if name]
    number = 0
    for batch in table.iter_batches(batch_size=ROWS, columns=wanted, use_threads=False):
        for row in batch.to_pylist():
            number += 1
            yield columns.document(row, f"{file.name}#{number}")
