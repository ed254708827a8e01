"""The name of a document becomes the name of a file below the output folder, and never of one outside it."""

from __future__ import annotations

import hashlib
import re

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
LONGEST_PART, LONGEST = 120, 600  # bytes; file systems allow 255 in a part and add suffixes while writing


def file_name(source: str, extension: str) -> str:
    """`a.zip!b/c.docx` and `md` give `a.zip!b/c.docx.md`. A name that had to be changed gets a digest, so that no two meet."""
    parts = [_fit(part) for part in re.split(r"[/\\]", source) if part not in ("", ".", "..")]
    name = "/".join(parts)
    if len(name.encode()) > LONGEST or not parts:
        name = _cut(name.replace("/", "_"))
    if name != source:
        name += "~" + hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{name}.{extension}" if extension else name


def _fit(part: str) -> str:
    part = _UNFIT.sub("_", part.encode("utf-8", "replace").decode()).rstrip(". ") or "_"
    if part.startswith("."):
        part = "_" + part[1:]
    return _cut(part) if len(part.encode()) > LONGEST_PART else part


def _cut(part: str) -> str:
    return part.encode()[-LONGEST_PART:].decode("utf-8", "ignore").lstrip(". ") or "_"
