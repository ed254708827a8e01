"""A Word document: real headings, lists and a table of both texts; each line links to a bookmark at its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.shared import Cm

from service.render.digest import Digest
from service.render.paper import ACCENT, ALARM, DOUBT, INK, QUIET, Paper, link, row, run, shade, spoken
from service.render.sheet import Item, Sheet, counted, listed, notice, reason, sheet
from service.types import Brief, Finding, Passage

_WIDTHS = (1.1, 7.75, 7.75)  # centimetres


def brief(brief: Brief, dates: str) -> bytes:
    laid_out = sheet(brief, dates)
    paper = Paper(laid_out.headline.text, laid_out.signature)
    _story(paper, laid_out, "Title", "")
    if laid_out.passages:
        paper.paragraph("Sentence by sentence", "Heading 2")
        _aligned(paper, laid_out.passages, range(len(laid_out.passages)), "")
    _appendix(paper, laid_out)
    _origin(paper, laid_out)
    return paper.saved()


def digest(digest: Digest, dates: str) -> bytes:
    signatures = dict.fromkeys(entry.sheet.signature for entry in digest.entries)
    paper = Paper(digest.title, " · ".join(signatures))
    paper.paragraph(digest.title, "Title")
    paper.paragraph(counted(len(digest.entries), "brief"), "Subtitle")
    for section in digest.sections:
        link(paper.paragraph("", "Heading 2"), section.theme, section.anchor)
        for entry in section.entries:
            item = paper.paragraph("", "List Bullet")
            link(item, entry.sheet.headline.text, entry.anchor)
            if entry.sheet.severe:
                run(item, "  Check before use", colour=ALARM)
    for section in digest.sections:
        paper.bookmark(paper.paragraph(section.theme, "Heading 1"), section.anchor)
        for day in section.days:
            paper.paragraph(day.label, "Heading 2")
            for entry in day.entries:
                _story(paper, entry.sheet, "Heading 3", entry.anchor)
                _origin(paper, entry.sheet)
    behind = [entry for entry in digest.entries if entry.sheet.behind]
    if behind:
        paper.paragraph("The sentences behind the briefs", "Heading 1")
    for entry in behind:
        paper.paragraph(entry.sheet.headline.text, "Heading 2")
        _aligned(paper, entry.sheet.passages, entry.sheet.behind, entry.anchor)
    return paper.saved()


def _story(paper: Paper, laid_out: Sheet, style: str, anchor: str) -> None:
    warnings = notice(laid_out.severe)
    if warnings:
        alarm = paper.paragraph("", "Normal")
        alarm.paragraph_format.keep_with_next = True
        shade(alarm, "FDECEB")
        run(alarm, "Check before use: ", bold=True, colour=ALARM)
        run(alarm, " ".join(warnings))
    headline = paper.paragraph(laid_out.headline.text, style)
    if anchor:
        paper.bookmark(headline, anchor)
    if laid_out.dateline:
        paper.paragraph(laid_out.dateline, "Subtitle")
    _doubts(paper, laid_out.headline.doubts)
    _item(paper, laid_out.lead, "Normal", anchor)
    for point in laid_out.points:
        _item(paper, point, "List Bullet", anchor)
    if laid_out.quote:
        _item(paper, laid_out.quote, "Quote", anchor)
    if laid_out.figures:
        run(paper.paragraph("", "Subtitle"), "Figures", bold=True)
    for figure in laid_out.figures:
        _item(paper, figure, "List Bullet", anchor)
    for title, names in (("People", laid_out.people), ("Organisations", laid_out.organisations)):
        if names:
            line = paper.paragraph("", "Subtitle")
            run(line, f"{title}: ", bold=True)
            run(line, "; ".join(names), colour=INK)
    _listed(paper, "Also to check", map(listed, laid_out.elsewhere))


def _item(paper: Paper, item: Item, style: str, anchor: str) -> None:
    """The lead a little larger, a figure with its value in bold, a quote with its speaker below."""
    figure = style == "List Bullet" and bool(item.label)
    paragraph = paper.paragraph("", style)
    run(paragraph, item.text, bold=figure, size=12 if style == "Normal" else None)
    if figure:
        run(paragraph, f" – {item.label}")
    for i in item.sources:
        run(paragraph, "\u00a0")
        link(paragraph, f"[{i + 1}]", _sentence(anchor, i), size=8)
    if style == "Quote" and item.label:
        speaker = paper.paragraph(f"— {item.label}", "Subtitle")
        speaker.paragraph_format.left_indent = Cm(0.63)
    _doubts(paper, item.doubts)


def _doubts(paper: Paper, doubts: Iterable[Finding]) -> None:
    for finding in doubts:
        paragraph = paper.paragraph("", "Subtitle")
        paragraph.paragraph_format.left_indent = Cm(0.63)
        _doubt(paragraph, finding)


def _doubt(paragraph: Any, finding: Finding) -> None:
    kind, colour = ("Serious doubt", ALARM) if finding.severe else ("To check", DOUBT)
    run(paragraph, f"{kind}: {finding.note}", colour=colour, size=9)


def _aligned(paper: Paper, passages: Sequence[Passage], shown: Iterable[int], anchor: str) -> None:
    table = paper.table(_WIDTHS, ("No.", "English", "Français"))
    for i in shown:
        cells = row(table, _WIDTHS)
        number, english, french = (cell.paragraphs[0] for cell in cells)
        run(number, str(i + 1), colour=ACCENT, size=8.5)
        run(english, passages[i].english, size=9)
        spoken(run(french, passages[i].french, colour=QUIET, size=9), "fr-FR")
        paper.bookmark(number, _sentence(anchor, i))
        for finding in passages[i].findings:
            if finding.level != "note":
                _doubt(cells[1].add_paragraph(), finding)


def _appendix(paper: Paper, laid_out: Sheet) -> None:
    _listed(paper, "Notes", map(reason, laid_out.notes))
    cut = (f"{i.text} — left out: {'; '.join(f'“{w}”' for w in i.deleted)}" for i in laid_out.shortened)
    _listed(paper, "Words left out of a line", cut)
    gone = (f"line {r.line}, {r.reason}: {r.text}" for r in laid_out.removed)
    _listed(paper, "Lines of the page that are not the release", gone)


def _listed(paper: Paper, title: str, entries: Iterable[str]) -> None:
    for number, entry in enumerate(entries):
        if not number:
            paper.paragraph(title, "Heading 2")
        run(paper.paragraph("", "List Bullet"), entry, size=9)


def _origin(paper: Paper, laid_out: Sheet) -> None:
    if laid_out.source:
        paper.paragraph(f"Source: {laid_out.source}", "Subtitle")


def _sentence(anchor: str, index: int) -> str:
    return f"{anchor}_s{index + 1}" if anchor else f"s{index + 1}"
