"""One self-contained page: no script, nothing loaded; `article` alone is what the web page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from service.render.characters import line
from service.render.characters import markup as h
from service.render.digest import Digest
from service.render.sheet import Item, Sheet, address, counted, sheet, split_notice
from service.types import Brief, Finding, Passage, Summary, Translation

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def brief(brief: Brief, dates: str) -> str:
    laid_out = sheet(brief, dates)
    return page(laid_out.headline.text, article(laid_out))


def digest(digest: Digest, dates: str) -> str:
    count = counted(len(digest.entries), "brief")
    parts = [f'<header class="masthead"><h1 dir="auto">{h(digest.title)}</h1><p class="dateline">{count}</p></header>']
    contents = []
    for section in digest.sections:
        links = "".join(_entry_link(e.anchor, e.sheet) for e in section.entries)
        contents.append(f'<li><a href="#{section.anchor}">{h(section.theme)}</a><ul>{links}</ul></li>')
        parts.append(f'<section class="theme" id="{section.anchor}"><h2>{h(section.theme)}</h2>')
        for day in section.days:
            parts.append(f'<h3 class="day">{h(day.label)}</h3>')
            parts += [article(e.sheet, anchor=e.anchor, level=4) for e in day.entries]
        parts.append("</section>")
    parts.insert(1, f'<nav class="contents" aria-label="Contents"><ul>{"".join(contents)}</ul></nav>' if contents else "")
    return page(digest.title, f'<div class="depeche digest">{"".join(parts)}</div>')


def translation(translation: Translation) -> str:
    severe = tuple(f for f in translation.findings if f.severe)
    others = [f for f in translation.findings if not f.severe]
    passages = translation.passages
    title = next((line(p.english) for p in passages if p.role == "title"), "") or "Translation"
    body = f"{_notice(severe)}{aligned(passages, range(len(passages)))}{_findings('Notes', others)}"
    return page(title, f'<article class="depeche">{body}{_footer("", line(str(translation.signature)))}</article>')


def summary(summary: Summary) -> str:
    points = "".join(f'<li dir="auto">{h(line(entry.text))}{_links(entry.sources, "")}</li>' for entry in summary.lines)
    rows = "".join(f'<li id="s{n}" dir="auto">{h(line(s))}</li>' for n, s in enumerate(summary.sentences, 1))
    warned = _notice(tuple(f for f in summary.findings if f.severe))
    notes = _findings("Notes", [f for f in summary.findings if not f.severe])
    body = f'{warned}<ul class="points">{points}</ul><h2>The text</h2><ol class="sentences">{rows}</ol>{notes}'
    return page("Summary", f'<article class="depeche">{body}{_footer("", line(str(summary.signature)))}</article>')


def page(title: str, body: str) -> str:
    """A whole document around one `.depeche` element."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="Dépêche">\n'
        f"<title>{h(title)}</title>\n<style>\n{stylesheet()}</style>\n</head>\n"
        f'<body class="depeche-page">\n{body}\n</body>\n</html>\n'
    )


@cache
def stylesheet() -> str:
    """`brief.css` without its comments; its head names the variables that a host page may set."""
    written = Path(__file__).with_name("brief.css").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/\s*", "", written, flags=re.DOTALL)


def article(laid_out: Sheet, *, anchor: str = "", level: int = 1) -> str:
    """One brief as an `article.depeche`. `anchor` is its id and begins the ids of its sentences; `level` its heading."""
    prefix, mark = (f"{anchor}_", f' id="{anchor}"') if anchor else ("", "")
    return (
        f'<article class="depeche" lang="en"{mark}>{_notice(laid_out.severe, prefix)}{_head(laid_out, level, prefix)}'
        f'<div class="story"><div class="column">{_column(laid_out, prefix)}</div>{_facts(laid_out, prefix)}</div>'
        f"{_findings('Also to check', laid_out.elsewhere, prefix)}{_behind(laid_out, level, prefix)}"
        f"{_footer(laid_out.source, laid_out.signature)}</article>"
    )


def _behind(laid_out: Sheet, level: int, prefix: str) -> str:
    """Both texts and the small print; folded away where the brief is one of many."""
    table = aligned(laid_out.passages, range(len(laid_out.passages)), prefix=prefix, cited=laid_out.cited)
    small = _appendix(laid_out, prefix)
    if level > 1:
        return f"<details><summary>Both texts and notes</summary>{table}{small}</details>" if table or small else ""
    return f'<section class="sources"><h2>Sentence by sentence</h2>{table}</section>{small}' if table else small


def aligned(passages: Sequence[Passage], shown: Iterable[int], *, prefix: str = "", cited: Sequence[int] = ()) -> str:
    """Both texts side by side; on a narrow screen the French stands under its English."""
    rows = []
    for i in shown:
        passage = passages[i]
        kind = " ".join(
            name
            for name, holds in (
                ("cited", i in cited),
                ("opens", i > 0 and passage.paragraph != passages[i - 1].paragraph),
                ("strong", passage.role in ("title", "heading")),
            )
            if holds
        )
        doubts = _doubts([f for f in passage.findings if f.level != "note"])
        unsure = '<span class="doubt">Low confidence</span>' if passage.confidence == "low" and not doubts else ""
        rows.append(
            f'<tr id="{prefix}s{i + 1}" class="{kind}"><th scope="row">{i + 1}</th>'
            f'<td dir="auto">{h(line(passage.english))}{doubts}{unsure}</td>'
            f'<td lang="fr" dir="auto">{h(line(passage.french))}</td></tr>'
        )
    if not rows:
        return ""
    head = '<thead><tr><th scope="col">No.</th><th scope="col">English</th><th scope="col" lang="fr">Français</th></tr></thead>'
    return f'<table class="aligned">{head}<tbody>{"".join(rows)}</tbody></table>'


def _notice(severe: Sequence[Finding], prefix: str = "") -> str:
    if not severe:
        return ""
    named, rest = split_notice(severe)
    items = "".join(f'<li dir="auto">{_reason(finding, prefix)}</li>' for finding in named)
    items += f"<li>{rest}</li>" if rest else ""
    return f'<aside class="notice" role="note"><strong>Check before use</strong><ul>{items}</ul></aside>'


def _head(laid_out: Sheet, level: int, prefix: str) -> str:
    dateline = f'<p class="dateline">{h(laid_out.dateline)}</p>' if laid_out.dateline else ""
    headline = _text(laid_out.headline) + _links(laid_out.headline.sources, prefix)
    return (
        f'<header>{dateline}<h{level} class="headline" dir="auto">{headline}</h{level}>'
        f"{_doubts(laid_out.headline.doubts)}</header>"
    )


def _column(laid_out: Sheet, prefix: str) -> str:
    parts = [f'<p class="lead" dir="auto">{_text(laid_out.lead)}{_links(laid_out.lead.sources, prefix)}</p>']
    parts.append(_doubts(laid_out.lead.doubts))
    points = "".join(
        f'<li dir="auto">{_text(point)}{_links(point.sources, prefix)}{_doubts(point.doubts)}</li>' for point in laid_out.points
    )
    parts.append(f'<ul class="points">{points}</ul>' if points else "")
    if quote := laid_out.quote:
        speaker = f'<figcaption dir="auto">{h(quote.label)}</figcaption>' if quote.label else ""
        words = f'<blockquote dir="auto">{_text(quote)}{_links(quote.sources, prefix)}</blockquote>'
        parts.append(f'<figure class="quote">{words}{speaker}{_doubts(quote.doubts)}</figure>')
    return "".join(parts)


def _facts(laid_out: Sheet, prefix: str) -> str:
    figures = "".join(
        f'<div><dt dir="auto">{h(figure.text)}</dt>'
        f'<dd dir="auto">{h(figure.label)}{_links(figure.sources, prefix)}{_doubts(figure.doubts)}</dd></div>'
        for figure in laid_out.figures
    )
    parts = [f'<dl class="figures">{figures}</dl>' if figures else ""]
    for title, names in (("People", laid_out.people), ("Organisations", laid_out.organisations)):
        items = "".join(f'<li dir="auto">{h(name)}</li>' for name in names)
        parts.append(f'<p class="label">{title}</p><ul class="names">{items}</ul>' if items else "")
    return f'<aside class="facts" aria-label="Figures and names">{"".join(parts)}</aside>' if any(parts) else ""


def _text(item: Item) -> str:
    if not item.deleted:
        return h(item.text)
    left_out = h("Left out: " + "; ".join(f"“{words}”" for words in item.deleted))
    return f'{h(item.text)} <span class="cut" title="{left_out}">shortened</span>'


def _links(sources: Iterable[int], prefix: str) -> str:
    links = "".join(f'<a href="#{prefix}s{i + 1}" aria-label="Source sentence {i + 1}">[{i + 1}]</a>' for i in sources)
    return f'<span class="refs">{links}</span>' if links else ""


def _doubts(doubts: Iterable[Finding]) -> str:
    return "".join(
        f'<span class="doubt{" severe" if f.severe else ""}" dir="auto">'
        f"{'Serious doubt' if f.severe else 'To check'}: {h(line(f.note))}</span>"
        for f in doubts
    )


def _findings(title: str, findings: Iterable[Finding], prefix: str = "") -> str:
    items = "".join(f'<li dir="auto">{"Serious doubt: " if f.severe else ""}{_reason(f, prefix)}</li>' for f in findings)
    return f'<section class="small"><p class="label">{title}</p><ul>{items}</ul></section>' if items else ""


def _reason(finding: Finding, prefix: str) -> str:
    return h(line(finding.note)) + _links(() if finding.sentence is None else (finding.sentence,), prefix)


def _appendix(laid_out: Sheet, prefix: str) -> str:
    cut = "".join(
        f'<li dir="auto">{h(item.text)} <em>Left out: {h("; ".join(f"“{w}”" for w in item.deleted))}</em></li>'
        for item in laid_out.shortened
    )
    gone = "".join(
        f'<li dir="auto"><span lang="fr">{h(r.text)}</span> <em>line {r.line}, {h(r.reason)}</em></li>' for r in laid_out.removed
    )
    parts = [_findings("Notes", laid_out.notes, prefix)]
    for title, items in (("Words left out of a line", cut), ("Lines of the page that are not the release", gone)):
        body = f'<details class="small"><summary>{title}</summary><ul>{items}</ul></details>'
        parts.append(body if items else "")
    return "".join(parts)


def _footer(source: str, signature: str) -> str:
    where = h(source)
    if address(source):
        where = f'<a href="{h(source)}" rel="noreferrer">{where}</a>'
    named = f'<span class="origin">Source: {where}</span>' if source else ""
    return f'<footer>{named}<span class="signature">{h(signature)}</span></footer>'


def _entry_link(anchor: str, laid_out: Sheet) -> str:
    flag = '<span class="flag"> ⚠ check before use</span>' if laid_out.severe else ""
    return f'<li dir="auto"><a href="#{anchor}">{h(laid_out.headline.text)}</a>{flag}</li>'
