"""Both texts, sentence by sentence, as HTML: what the French said stands under or beside every English sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from service.glossary import Glossary
from service.render.characters import line
from service.render.characters import markup as h
from service.types import Finding, Passage, Removed
from service.ui.matches import Mark, marks

_SURE = {"high": "high confidence", "medium": "medium confidence", "low": "low confidence"}
_KINDS = {"figure": "figure", "date": "date", "name": "name"}


def pairs(passages: Sequence[Passage], glossary: Glossary, *, prefix: str = "", cited: Iterable[int] = ()) -> str:
    """An ordered list; the id of a sentence is `prefix` + "s" + its number, counted from 1."""
    told = frozenset(cited)
    rows = [
        _pair(i, passage, glossary, f'id="{prefix}s{i + 1}" class="{_classes(i, passages, i in told)}"')
        for i, passage in enumerate(passages)
    ]
    return f'<ol class="pairs">{"".join(rows)}</ol>' if rows else ""


def gone(removed: Sequence[Removed]) -> str:
    """What was taken for page furniture, folded away."""
    if not removed:
        return ""
    rows = "".join(
        f'<li><span class="line">{r.line}</span><span lang="fr" dir="auto">{h(line(r.text))}</span>'
        f"<em>{h(line(r.reason))}</em></li>"
        for r in removed
    )
    count = f"{len(removed)} lines" if len(removed) > 1 else "1 line"
    title = f"{count} of the page left out: menus, share buttons, notices"
    return f'<details class="gone"><summary>{title}</summary><ul>{rows}</ul></details>'


def legend() -> str:
    """The colours in words."""
    shown = "".join(f'<li><mark class="{name}">{name}</mark></li>' for name in _KINDS)
    return f'<ul class="legend" aria-label="Colours">{shown}<li><mark class="lost">not found in the English</mark></li></ul>'


def marked(text: str, found: Iterable[Mark]) -> str:
    """The text, escaped, with its marks."""
    parts, at = [], 0
    for mark in found:
        kind = mark.kind if mark.answered else "lost"
        parts.append(f'{h(text[at : mark.start])}<mark class="{kind}">{h(text[mark.start : mark.end])}</mark>')
        at = mark.end
    return "".join(parts) + h(text[at:])


def _classes(i: int, passages: Sequence[Passage], told: bool) -> str:
    passage = passages[i]
    opens = i > 0 and passage.paragraph != passages[i - 1].paragraph
    names = (("pair", True), ("told", told), ("opens", opens), ("strong", passage.role in ("title", "heading")))
    return " ".join(name for name, holds in names if holds)


def _pair(i: int, passage: Passage, glossary: Glossary, attributes: str) -> str:
    french, english = line(passage.french), line(passage.english)
    ours, theirs = marks(french, english, glossary)
    sure = _SURE[passage.confidence]
    return (
        f'<li {attributes} data-n="{i + 1}">'
        f'<button type="button" class="no {passage.confidence}" title="{sure}" aria-label="Sentence {i + 1}, {sure}">'
        f'{i + 1}</button><div class="en" lang="en"><p dir="auto">{marked(english, theirs)}</p>'
        f"{_doubts(passage.findings)}{_others(passage)}</div>"
        f'<p class="fr" lang="fr" dir="auto">{marked(french, ours)}</p></li>'
    )


def _doubts(findings: Iterable[Finding]) -> str:
    shown = dict.fromkeys((f.level, line(f.note)) for f in findings if f.level != "note")
    return "".join(
        f'<p class="doubt severe">Serious doubt: {h(note)}</p>'
        if level == "severe"
        else f'<p class="doubt">To check: {h(note)}</p>'
        for level, note in shown
    )


def _others(passage: Passage) -> str:
    texts = [line(c) for c in passage.candidates if c.strip() and line(c) != line(passage.english)]
    if not texts:
        return ""
    others = list(dict.fromkeys(texts))
    items = "".join(f'<li dir="auto">{h(text)}</li>' for text in others)
    count = f"{len(others)} other translations" if len(others) > 1 else "1 other translation"
    return f'<details class="others"><summary>{count}</summary><ul>{items}</ul></details>'
