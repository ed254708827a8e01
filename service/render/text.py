"""Plain text for mail and terminals, wrapped at 78 columns; references [3] name the sentences at the end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from service.render.characters import line, plain
from service.render.digest import Digest
from service.render.sheet import Item, Sheet, counted, listed, notice, reason, sheet
from service.types import Brief, Finding, Passage, Summary, Translation

WIDTH = 78


def brief(brief: Brief, dates: str) -> str:
    laid_out = sheet(brief, dates)
    everything = range(len(laid_out.passages))
    blocks = [*_story(laid_out), _aligned(laid_out.passages, everything), *_appendix(laid_out), _footer(laid_out)]
    return _joined(blocks)


def digest(digest: Digest, dates: str) -> str:
    blocks = [f"{digest.title.upper()}\n{counted(len(digest.entries), 'brief')}"]
    for section in digest.sections:
        listed = [_wrapped(e.sheet.headline.text, "  - ") for e in section.entries]
        blocks.append("\n".join([section.theme, *listed]))
    for section in digest.sections:
        blocks.append(f"\n{section.theme.upper()}\n{'=' * len(section.theme)}")
        for day in section.days:
            blocks.append(f"{day.label}\n{'-' * len(day.label)}")
            for entry in day.entries:
                blocks += [*_story(entry.sheet), _aligned(entry.sheet.passages, entry.sheet.behind), _footer(entry.sheet)]
    return _joined(blocks)


def translation(translation: Translation) -> str:
    """The English alone, paragraph for paragraph; its findings are in the other forms."""
    return plain(translation.text)


def summary(summary: Summary) -> str:
    """The lines as one paragraph on one line, for a pipe."""
    return line(summary.text) + "\n"


def _story(laid_out: Sheet) -> list[str]:
    warnings = notice(laid_out.severe)
    blocks = [_wrapped("CHECK BEFORE USE: " + " ".join(warnings))] if warnings else []
    headline = _wrapped(laid_out.headline.text)
    blocks.append(headline + "\n" + "=" * min(WIDTH, max(map(len, headline.splitlines()), default=0)))
    blocks += [_wrapped(laid_out.dateline), *_doubts(laid_out.headline.doubts)]
    blocks.append(_entry(laid_out.lead, ""))
    blocks.append("\n".join(_entry(point, "- ") for point in laid_out.points))
    if quote := laid_out.quote:
        said = _wrapped(quote.text + _references(quote), "    ")
        blocks.append("\n".join([said, _wrapped(f"- {quote.label}", "    "), *_doubts(quote.doubts, "    ")]))
    if laid_out.figures:
        blocks.append("\n".join(["Figures", *(_entry(figure, "- ") for figure in laid_out.figures)]))
    for title, names in (("People", laid_out.people), ("Organisations", laid_out.organisations)):
        blocks.append(_wrapped(f"{title}: {'; '.join(names)}") if names else "")
    blocks.append(_listed("Also to check", map(listed, laid_out.elsewhere)))
    return blocks


def _entry(item: Item, bullet: str) -> str:
    text = " – ".join(part for part in (item.text, item.label) if part) + _references(item)
    return "\n".join([_wrapped(text, bullet), *_doubts(item.doubts, " " * len(bullet))])


def _references(item: Item) -> str:
    return "".join(f" [{i + 1}]" for i in item.sources)


def _doubts(doubts: Sequence[Finding], indent: str = "") -> list[str]:
    return [_wrapped(f"({'Serious doubt' if f.severe else 'To check'}: {f.note})", indent) for f in doubts]


def _aligned(passages: Sequence[Passage], shown: Iterable[int]) -> str:
    rows = []
    for i in shown:
        number = f"[{i + 1}] "
        doubts = _doubts([f for f in passages[i].findings if f.level != "note"], " " * len(number))
        french = _wrapped(passages[i].french, " " * len(number) + "fr: ")
        rows.append("\n".join([_wrapped(passages[i].english, number), french, *doubts]))
    return "\n".join(["Sentence by sentence", "--------------------", *rows]) if rows else ""


def _appendix(laid_out: Sheet) -> list[str]:
    cut = (f"{i.text} - left out: {'; '.join(f'“{w}”' for w in i.deleted)}" for i in laid_out.shortened)
    gone = (f"line {r.line}, {r.reason}: {r.text}" for r in laid_out.removed)
    return [
        _listed("Notes", map(reason, laid_out.notes)),
        _listed("Words left out of a line", cut),
        _listed("Lines of the page that are not the release", gone),
    ]


def _footer(laid_out: Sheet) -> str:
    source = _wrapped(f"Source: {laid_out.source}") + "\n" if laid_out.source else ""
    return f"-- \n{source}{_wrapped(laid_out.signature)}"


def _listed(title: str, entries: Iterable[str]) -> str:
    items = [_wrapped(entry, "- ") for entry in entries]
    return "\n".join([title, *items]) if items else ""


def _wrapped(text: str, first: str = "") -> str:
    """Words are never broken, so that an address stays whole even where it is longer than a line."""
    wrapper = textwrap.TextWrapper(
        width=WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.fill(text) or first.rstrip()


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"
