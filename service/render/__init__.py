"""The forms of a result: a table from names to modules that are imported only when used.

Every form module has a function for each noun that it renders: `brief`, `digest`, `translation`, `summary`.
The same noun gives the same bytes: nothing here reads a clock, a locale or a random number.
"""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from service.errors import ConfigError
from service.render.digest import Digest, arrange
from service.types import Brief, Summary, Translation


@dataclass(frozen=True, slots=True)
class Form:
    """Where a form is made, how its files are called, and which nouns it renders."""

    module: str
    extension: str
    media: str
    nouns: tuple[str, ...]


FORMS = {
    "json": Form("service.render.data", "json", "application/json", ("brief", "digest", "translation", "summary")),
    "markdown": Form(
        "service.render.markdown", "md", "text/markdown; charset=utf-8", ("brief", "digest", "translation", "summary")
    ),
    "html": Form("service.render.html", "html", "text/html; charset=utf-8", ("brief", "digest", "translation", "summary")),
    "text": Form("service.render.text", "txt", "text/plain; charset=utf-8", ("brief", "digest", "translation", "summary")),
    "docx": Form(
        "service.render.docx",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ("brief", "digest"),
    ),
    "wire": Form("service.render.wire", "txt", "text/plain; charset=utf-8", ("brief", "digest")),
    "rss": Form("service.render.rss", "rss", "application/rss+xml", ("brief", "digest")),
    "tsv": Form("service.render.data", "tsv", "text/tab-separated-values; charset=utf-8", ("translation",)),
}


def forms(noun: str = "brief") -> list[str]:
    """The names of the forms that render this noun."""
    return [name for name, form in FORMS.items() if noun in form.nouns]


def render(brief: Brief, form: str, *, dates: str = "day-month") -> str | bytes:
    """One brief; bytes for `docx`, text for all others. Raises `ConfigError` for an unknown form or date style."""
    return _maker(form, "brief")(brief, dates)


def render_digest(briefs: Iterable[Brief], form: str, *, title: str = "News digest", dates: str = "day-month") -> str | bytes:
    """Many briefs, grouped by theme and date, with a table of contents where the form has room for one."""
    maker: Callable[[Digest, str], str | bytes] = _maker(form, "digest")
    return maker(arrange(briefs, title=title, dates=dates), dates)


def render_translation(translation: Translation, form: str) -> str | bytes:
    """The English text alone (`text`), or both languages aligned."""
    return _maker(form, "translation")(translation)


def render_summary(summary: Summary, form: str) -> str | bytes:
    """The lines alone (`text`), or with the sentences that they come from."""
    return _maker(form, "summary")(summary)


def _maker(form: str, noun: str) -> Callable[..., str | bytes]:
    known = forms(noun)
    if form not in known:
        close = difflib.get_close_matches(form, known, n=1, cutoff=0.4)
        hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}."
        raise ConfigError(f"There is no form {form!r} of a {noun}; {hint}")
    name = f"{noun}_{form}" if FORMS[form].module.endswith(".data") else noun
    return cast("Callable[..., str | bytes]", getattr(importlib.import_module(FORMS[form].module), name))
