"""CSV, TSV and JSON Lines: every row and column stays, and one column is added, named after that of the text: "texte_en"."""

from __future__ import annotations

import csv
import io
import json

from service.errors import UnreadableInput
from service.readers.columns import choose, obvious
from service.readers.file import File
from service.readers.table import separator
from service.writers.plain import encoded, translated_texts
from service.writers.spread import Translate


def write_table(file: File, translate: Translate) -> bytes:
    text = file.text()
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    mark = separator(io.StringIO(text), file.name)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as error:
        raise UnreadableInput(f"{file.name} is no readable table: {error}.") from error
    if not rows:
        return file.content()
    headed = len(rows[0]) > 1 or bool(file.column) or obvious(rows[0][0])
    names = rows[0] if headed else ["text"]
    at = names.index(choose(names, asked=file.column, source=file.name).text)
    body = rows[1:] if headed else rows
    cells = translated_texts([row[at] if at < len(row) else "" for row in body], translate)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator="\n")
    if headed:
        writer.writerow([*names, f"{names[at]}_en"])
    writer.writerows([*row, *[""] * (len(names) - len(row)), cell] if row else [] for row, cell in zip(body, cells, strict=True))
    return encoded(out.getvalue(), file.content())


def write_jsonl(file: File, translate: Translate) -> bytes:
    """A line that is a text by itself becomes an object of "text" and "text_en"."""
    lines = file.text().split("\n")
    values = [_value(line, f"{file.name}#{number}") for number, line in enumerate(lines, start=1)]
    keys = [_key(value, f"{file.name}#{number}", file) for number, value in enumerate(values, start=1)]
    french = [str(value[key]) if value and value[key] is not None else "" for value, key in zip(values, keys, strict=True)]
    out = []
    for line, value, key, english in zip(lines, values, keys, translated_texts(french, translate), strict=True):
        out.append(json.dumps({**value, f"{key}_en": english}, ensure_ascii=False) if value else line)
    return encoded("\n".join(out), file.content())


def _key(value: dict[str, object], source: str, file: File) -> str:
    return choose(list(value), asked=file.column, source=source).text if value else ""


def _value(line: str, source: str) -> dict[str, object]:
    if not line.strip():
        return {}
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"{source} is no valid JSON: {error}.") from error
    if isinstance(value, str):
        return {"text": value}
    if not isinstance(value, dict):
        raise UnreadableInput(f"{source} is neither an object nor a text but {type(value).__name__}.")
    return value
