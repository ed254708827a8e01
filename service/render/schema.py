"""JSON Schema (2020-12) of the results, made from the dataclasses, so that it cannot drift from them.

`python -m service.render.schema docs` writes the files again.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import sys
import types
import typing
from pathlib import Path
from typing import Any

from service.record import Record
from service.types import Brief, Summary, Translation

DOCUMENTED: dict[str, type[Record]] = {"brief": Brief, "translation": Translation, "summary": Summary}
_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema(kind: type[Record]) -> dict[str, Any]:
    """What `kind.to_dict()` gives and `kind.from_dict()` takes; a field with a default may be missing."""
    definitions: dict[str, Any] = {}
    top = _object(kind, definitions)
    definitions.pop(kind.__name__, None)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.__name__}
    return {**head, **top, "$defs": dict(sorted(definitions.items()))}


def write(folder: Path) -> None:
    """`brief.schema.json`, `translation.schema.json` and `summary.schema.json`."""
    for name, kind in DOCUMENTED.items():
        (folder / f"{name}.schema.json").write_text(text(kind), encoding="utf-8")


def text(kind: type[Record]) -> str:
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def _object(kind: type[Record], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)  # type: ignore[arg-type]  # every Record but the base is a dataclass
    missing = dataclasses.MISSING
    return {
        "description": " ".join((inspect.getdoc(kind) or "").split()),
        "type": "object",
        "properties": {field.name: _typed(hints[field.name], definitions) for field in fields},
        "required": [f.name for f in fields if f.default is missing and f.default_factory is missing],
        "additionalProperties": False,
    }


def _typed(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _typed(inner[0], definitions)}
    if origin in (typing.Union, types.UnionType):
        kinds = [{"type": "null"} if kind is type(None) else _typed(kind, definitions) for kind in inner]
        return {"anyOf": kinds}
    if hint in _SIMPLE:
        return {"type": _SIMPLE[hint]}
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}  # before its fields, which may name it again
        definitions[hint.__name__] = _object(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


if __name__ == "__main__":
    write(Path(sys.argv[1]))
