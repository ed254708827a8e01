"""A document in French → the same document in English, in its own format."""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable
from typing import cast

from service.config import LimitSettings
from service.errors import UnreadableInput
from service.readers import File, kinds
from service.writers.spread import Translate

__all__ = ["WRITERS", "Translate", "write_translated"]

WRITERS = {
    "txt": "service.writers.plain:write_text",
    "md": "service.writers.markdown:write_markdown",
    "html": "service.writers.html:write_html",
    "docx": "service.writers.docx:write_docx",
    "odt": "service.writers.odt:write_odt",
    "csv": "service.writers.table:write_table",
    "jsonl": "service.writers.table:write_jsonl",
    "srt": "service.writers.subtitles:write_subtitles",
    "xliff": "service.writers.xliff:write_xliff",
}
Writer = Callable[[File, Translate], bytes]


def write_translated(
    data: bytes, *, name: str, translate: Translate, column: str = "", limits: LimitSettings | None = None
) -> bytes:
    """The bytes of the translated file; the original is only read.

    `translate` gets paragraphs of French (and short fragments of them, to find where formatting goes) and gives as many
    of English. `column` names the text of a table. Raises `UnreadableInput` for formats that are only read, `TooLarge`.
    """
    file = File(name=name, stream=io.BytesIO(data), limits=limits or LimitSettings(), column=column)
    kind = kinds.kind_of(file)
    if kind not in WRITERS:
        raise UnreadableInput(f"{name} is {kind}, which is read but not written; written are {', '.join(WRITERS)}.")
    module, _, function = WRITERS[kind].partition(":")
    write = cast(Writer, getattr(importlib.import_module(module), function))
    return write(file, translate)
