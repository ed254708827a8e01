"""A brief or a text as files to take away. They live as long as the caller needs them."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.render import FORMS, render
from service.render.characters import line
from service.render.sheet import Sheet
from service.types import Brief

OFFERED = {"Markdown": "markdown", "HTML": "html", "Word": "docx", "JSON": "json", "Text": "text"}


@contextmanager
def written(brief: Brief, dates: str) -> Iterator[dict[str, str]]:
    """The path of each form on offer, by its label; the files are gone when the context is left."""
    with tempfile.TemporaryDirectory(prefix="depeche-") as folder:
        name = named(brief.headline.text)
        paths = {}
        for label, form in OFFERED.items():
            content = render(brief, form, dates=dates)
            path = Path(folder) / f"{name}.{FORMS[form].extension}"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths[label] = str(path)
        yield paths


def named(title: str) -> str:
    """A file name from a headline: "ioec-launches-a-distance-learning"."""
    words = re.findall(r"[a-z0-9]+", title.lower())
    return "-".join(words)[:48].rstrip("-") or "brief"


def pasted(laid_out: Sheet) -> str:
    """The brief alone as plain text, for the clipboard."""
    parts = [laid_out.headline.text, laid_out.dateline, laid_out.lead.text]
    parts.append("\n".join(f"- {point.text}" for point in laid_out.points))
    if laid_out.quote:
        parts.append(laid_out.quote.text + (f" – {laid_out.quote.label}" if laid_out.quote.label else ""))
    return "\n\n".join(part for part in (line(parts[0]), *parts[1:]) if part)
