"""Page chrome off, line by line: what is left is the release, what went is listed with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from service.clean.page import Line, mark, read_lines, zones
from service.clean.rules import key
from service.dates import first_date
from service.types import Document, Removed

__all__ = ["clean"]

_DATE_REASONS = ("view count", "publication line")
_UPDATED = re.compile(r"(?:dernière |date de )?(?:mise? à jour|modifi|actualis|updated|last updated)", re.IGNORECASE)


def clean(document: Document) -> Document:
    """The document without page chrome; text that is chrome only becomes "". Prose is never dropped.

    `removed` gains every dropped line with its number in the text as given; `title` and `published` are filled, where
    metadata left them empty, from the lines of the page that say so.
    """
    title, lines = _repeated_title(mark(read_lines(document.text)))
    lines = _only_chrome(lines)
    dropped = tuple(Removed(line=x.number, text=x.text.strip(), reason=x.reason) for x in lines if x.reason)
    if not dropped:
        return document
    return replace(
        document,
        text=_joined(lines),
        title=document.title or title,
        published=document.published or _published(lines),
        removed=document.removed + dropped,
    )


def _repeated_title(lines: tuple[Line, ...]) -> tuple[str | None, tuple[Line, ...]]:
    """A title that the breadcrumb, the tab or a second heading repeats above the text: the last one stays."""
    head = [i for i in range(min(zones(lines).first, len(lines))) if not lines[i].blank]
    kept = [i for i in head if not lines[i].reason and len(lines[i].text.split()) >= 4]
    for i in reversed(kept):
        mine = key(lines[i].text)
        twins = [j for j in kept if j < i and re.fullmatch(re.escape(mine) + r"(?: ?[|–—-] .{1,80})?", key(lines[j].text))]
        crumbs = [j for j in head if lines[j].reason == "breadcrumb" and key(lines[j].text).endswith(mine)]
        if twins or crumbs:
            site = {key(lines[j].text)[len(mine) :].strip(" |–—-") for j in twins} - {""}
            names = [j for j in head if not lines[j].reason and key(lines[j].text) in site]
            reasons = dict.fromkeys(twins, "repeated title") | dict.fromkeys(names, "site name")
            marked = tuple(replace(x, reason=reasons.get(n, x.reason)) for n, x in enumerate(lines))
            return lines[i].text.strip(), marked
    return None, lines


def _only_chrome(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A page of menus without a line of text: the few short lines that are left are menu as well."""
    left = [x for x in lines if not x.blank and not x.reason]
    gone = sum(x.reason is not None for x in lines)
    if not left or gone < max(3, len(left)) or any(x.prose or len(x.text.split()) >= 5 or x.content for x in left):
        return lines
    return tuple(x if x.blank or x.reason else replace(x, reason="menu") for x in lines)


def _published(lines: Sequence[Line]) -> str | None:
    """The page's own date: its first date line, and one that says "updated" only where there is no other."""
    top = zones(lines).first
    dated = [x for i, x in enumerate(lines) if x.reason in _DATE_REASONS and (i < top or _says_published(x))]
    dated += [x for x in lines if x.reason in _DATE_REASONS and x not in dated][:1] if not dated else []
    ordered = sorted(dated, key=lambda x: bool(_UPDATED.match(x.text.strip())))
    return next(filter(None, (first_date(x.text) for x in ordered)), None)


def _says_published(line: Line) -> bool:
    return line.text.strip().lower().startswith(("publié", "mis en ligne", "published", "date de"))


def _joined(lines: Sequence[Line]) -> str:
    """The kept lines; where chrome stood between two lines of text, a blank line keeps them apart."""
    out: list[str] = []
    cut = False
    for line in lines:
        if line.reason:
            cut = True
            continue
        if line.blank and cut and (not out or not out[-1].strip()):
            continue
        if cut and not line.blank:
            if out and out[-1].strip() and not _broken(out[-1], line.text):
                out.append("")
            cut = False
        out.append(line.text)
    while out and cut and not out[-1].strip():
        out.pop()
    return "\n".join(out) + ("\n" if cut and out else "") if any(x.strip() for x in out) else ""


def _broken(before: str, after: str) -> bool:
    """A sentence that a page number or a button had cut in two."""
    return not re.search(r"[.!?:;»…]\s*$", before) and after.lstrip()[:1].islower()
