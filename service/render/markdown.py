"""CommonMark with GitHub's tables: links from each line to its sentence in the table at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from service.render.characters import line
from service.render.characters import markdown as md
from service.render.digest import Digest, Entry
from service.render.sheet import Item, Sheet, counted, sheet, split_notice
from service.types import Brief, Finding, Passage, Summary, Translation


def brief(brief: Brief, dates: str) -> str:
    laid_out = sheet(brief, dates)
    blocks = [*_head(laid_out, "#"), *_body(laid_out), *_table(laid_out.passages, range(len(laid_out.passages)))]
    return _joined([*blocks, *_appendix(laid_out), f"---\n\n{_origin(laid_out)}"])


def digest(digest: Digest, dates: str) -> str:
    blocks = [f"# {md(digest.title)}", counted(len(digest.entries), "brief") + "."]
    for section in digest.sections:
        items = [f"- [{md(e.sheet.headline.text)}](#{e.anchor}){_flag(e)}" for e in section.entries]
        blocks.append(f"**[{section.theme}](#{section.anchor})**\n\n" + "\n".join(items))
    for section in digest.sections:
        blocks.append(f'<a id="{section.anchor}"></a>\n\n## {section.theme}')
        for day in section.days:
            blocks.append(f"### {md(day.label)}")
            for entry in day.entries:
                blocks += [f'<a id="{entry.anchor}"></a>', *_head(entry.sheet, "####", _prefix(entry))]
                blocks += [*_body(entry.sheet, _prefix(entry)), _origin(entry.sheet)]
    if any(entry.sheet.behind for entry in digest.entries):
        blocks.append("## The sentences behind the briefs")
    for entry in digest.entries:
        if entry.sheet.behind:
            blocks.append(f"**{md(entry.sheet.headline.text)}**")
            blocks += _rows(entry.sheet.passages, entry.sheet.behind, _prefix(entry))
    return _joined(blocks)


def translation(translation: Translation) -> str:
    about_all = [f"- {md(line(f.note))}" for f in translation.findings]
    blocks = ["## About this text\n\n" + "\n".join(about_all)] if about_all else []
    passages = translation.passages
    return _joined([*_table(passages, range(len(passages))), *blocks, f"*{md(line(str(translation.signature)))}*"])


def summary(summary: Summary) -> str:
    lines = "\n".join(f"- {md(line(entry.text))}{_links(entry.sources)}" for entry in summary.lines)
    rows = "\n".join(f'| <a id="s{n}"></a>{n} | {md(line(s))} |' for n, s in enumerate(summary.sentences, 1))
    findings = "\n".join(f"- {_reason(f)}" for f in summary.findings)
    blocks = [lines, f"| | Sentence |\n|---:|---|\n{rows}" if rows else ""]
    return _joined([*blocks, findings, f"*{md(line(str(summary.signature)))}*"])


def _head(laid_out: Sheet, level: str, prefix: str = "") -> list[str]:
    named, rest = split_notice(laid_out.severe)
    warnings = [_reason(f, prefix) for f in named] + ([rest] if rest else [])
    blocks = [f"> **⚠ Check before use:** {' '.join(warnings)}"] if warnings else []
    blocks.append(f"{level} {md(laid_out.headline.text)}{_links(laid_out.headline.sources, prefix)}")
    if laid_out.dateline:
        blocks.append(f"*{md(laid_out.dateline)}*")
    return [*blocks, *_doubts(laid_out.headline.doubts, "")]


def _body(laid_out: Sheet, prefix: str = "") -> list[str]:
    blocks = [f"**{md(laid_out.lead.text)}**{_links(laid_out.lead.sources, prefix)}", *_doubts(laid_out.lead.doubts, "")]
    if laid_out.points:
        blocks.append("\n".join(_bullet(point, prefix) for point in laid_out.points))
    if quote := laid_out.quote:
        said = f"> {md(quote.text)}{_links(quote.sources, prefix)}\n>\n> — {md(quote.label)}"
        blocks += [said, *_doubts(quote.doubts, "")]
    if laid_out.figures:
        blocks.append("**Figures**\n\n" + "\n".join(_figure(figure, prefix) for figure in laid_out.figures))
    for title, names in (("People", laid_out.people), ("Organisations", laid_out.organisations)):
        if names:
            blocks.append(f"**{title}:** " + "; ".join(md(name) for name in names))
    if laid_out.elsewhere:
        blocks.append("**Also to check**\n\n" + "\n".join(f"- {_severity(f)}{_reason(f, prefix)}" for f in laid_out.elsewhere))
    return blocks


def _bullet(item: Item, prefix: str) -> str:
    return "\n".join([f"- {md(item.text)}{_links(item.sources, prefix)}", *_doubts(item.doubts, "  - ")])


def _figure(item: Item, prefix: str) -> str:
    label = f" – {md(item.label)}" if item.label else ""
    return "\n".join([f"- **{md(item.text)}**{label}{_links(item.sources, prefix)}", *_doubts(item.doubts, "  - ")])


def _doubts(doubts: Sequence[Finding], indent: str) -> list[str]:
    return [f"{indent}*{'Serious doubt' if f.severe else 'To check'}: {md(f.note)}*" for f in doubts]


def _severity(finding: Finding) -> str:
    return "Serious doubt: " if finding.severe else ""


def _reason(finding: Finding, prefix: str = "") -> str:
    return md(line(finding.note)) + _links(() if finding.sentence is None else (finding.sentence,), prefix)


def _links(sources: Iterable[int], prefix: str = "") -> str:
    return "".join(f" [[{i + 1}]](#{prefix}s{i + 1})" for i in sources)


def _table(passages: Sequence[Passage], shown: Iterable[int]) -> list[str]:
    return ["## Sentence by sentence", *_rows(passages, shown)] if passages else []


def _rows(passages: Sequence[Passage], shown: Iterable[int], prefix: str = "") -> list[str]:
    rows = []
    for i in shown:
        doubts = "".join(f"<br>{doubt}" for f in passages[i].findings for doubt in _doubts([f], "") if f.level != "note")
        number = f'<a id="{prefix}s{i + 1}"></a>{i + 1}'
        rows.append(f"| {number} | {md(line(passages[i].english))}{doubts} | {md(line(passages[i].french))} |")
    return ["| | English | Français |\n|---:|---|---|\n" + "\n".join(rows)]


def _appendix(laid_out: Sheet) -> list[str]:
    blocks = []
    if laid_out.notes:
        blocks.append("## Notes\n\n" + "\n".join(f"- {_reason(f)}" for f in laid_out.notes))
    if laid_out.shortened:
        cut = [f"- {md(i.text)} — left out: {'; '.join(f'“{md(w)}”' for w in i.deleted)}" for i in laid_out.shortened]
        blocks.append("## Words left out of a line\n\n" + "\n".join(cut))
    if laid_out.removed:
        gone = [f"- line {r.line}, {md(r.reason)}: {md(r.text)}" for r in laid_out.removed]
        blocks.append("## Lines of the page that are not the release\n\n" + "\n".join(gone))
    return blocks


def _origin(laid_out: Sheet) -> str:
    source = f"Source: {md(laid_out.source)}  \n" if laid_out.source else ""
    return f"{source}*{md(laid_out.signature)}*"


def _flag(entry: Entry) -> str:
    return " ⚠" if entry.sheet.severe else ""


def _prefix(entry: Entry) -> str:
    return entry.anchor + "_"


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"
