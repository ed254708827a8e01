"""A brief laid out for printing: what stands where, each doubt at its line, before any syntax.

All text in a `Sheet` is fit to be shown (`characters.line`); a form only adds its own escapes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from service.errors import ConfigError
from service.render.characters import isolated, line
from service.types import Brief, Finding, Line, Passage, Removed

_MONTHS = (
    "January February March April May June July August September October November December".split()  # no locale
)
_NAMELESS = ("", "text", "stdin", "-")
MOST_IN_NOTICE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing a reader reads, with the passages it came from and the doubts about them."""

    text: str
    sources: tuple[int, ...] = ()  # indexes of passages that the brief holds
    doubts: tuple[Finding, ...] = ()  # "doubt" and "severe"
    deleted: tuple[str, ...] = ()
    label: str = ""  # the speaker of a quote, what a figure counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything a form shows of one brief, in reading order."""

    severe: tuple[Finding, ...]  # what the first line warns of: the severe doubts about what the brief tells
    dateline: str  # "Rabat, 12 March 2024 · published 13 March 2024 · example.org"; "" where nothing is known
    headline: Item
    lead: Item
    points: tuple[Item, ...]
    quote: Item | None
    figures: tuple[Item, ...]
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    elsewhere: tuple[Finding, ...]  # doubts about the whole text or about sentences that no line shows
    notes: tuple[Finding, ...]
    passages: tuple[Passage, ...]
    removed: tuple[Removed, ...]
    source: str  # "" for text without a name
    signature: str

    @property
    def lines(self) -> tuple[Item, ...]:
        """Headline, lead, points and quote."""
        return (self.headline, self.lead, *self.points, *((self.quote,) if self.quote else ()))

    @property
    def cited(self) -> tuple[int, ...]:
        """The passages that something in the sheet came from, in the order of the text."""
        return tuple(sorted({i for item in (*self.lines, *self.figures) for i in item.sources}))

    @property
    def behind(self) -> tuple[int, ...]:
        """The cited passages and those that a finding is about: what a digest shows of the texts."""
        doubtful = (f.sentence for f in (*self.severe, *self.elsewhere, *self.notes) if f.sentence is not None)
        return tuple(sorted({*self.cited, *(i for i in doubtful if 0 <= i < len(self.passages))}))

    @property
    def shortened(self) -> tuple[Item, ...]:
        """The lines from which words were left out."""
        return tuple(item for item in self.lines if item.deleted)


def sheet(brief: Brief, dates: str) -> Sheet:
    """Places each doubt at the lines that show its sentence; the headline repeats none of them."""
    findings = _shown(brief.all_findings)
    doubts = [f for f in findings if f.level != "note"]
    body = [_item(entry, brief, doubts) for entry in (brief.lead, *brief.points)]
    quote = _quote(brief, doubts)
    placed = {f for item in (*body, *([quote] if quote else [])) for f in item.doubts}
    headline = _item(brief.headline, brief, [f for f in doubts if f not in placed])
    placed.update(headline.doubts)
    figures = tuple(
        Item(
            text=line(figure.value),
            label=line(figure.label),
            sources=_held(figure.sources, brief),
            doubts=_about(figure.sources, [f for f in doubts if f not in placed]),
        )
        for figure in brief.figures
    )
    placed.update(f for figure in figures for f in figure.doubts)
    return Sheet(
        severe=tuple(_shown(brief.warnings)),
        dateline=dateline(brief, dates),
        headline=headline,
        lead=body[0],
        points=tuple(body[1:]),
        quote=quote,
        figures=figures,
        people=tuple(line(name) for name in brief.people),
        organisations=tuple(line(name) for name in brief.organisations),
        elsewhere=tuple(f for f in doubts if f not in placed),
        notes=tuple(f for f in findings if f.level == "note"),
        passages=tuple(_tidy(passage) for passage in brief.passages),
        removed=tuple(dataclasses.replace(r, text=line(r.text), reason=line(r.reason)) for r in brief.removed),
        source="" if brief.source in _NAMELESS else line(brief.source),
        signature=line(str(brief.signature)),
    )


def dateline(brief: Brief, dates: str) -> str:
    """Place and date of the event, then the date of publication as such, then who says it."""
    place, date = isolated(line(brief.dateline.place or "")), written(brief.dateline.date, dates)
    published = written(brief.dateline.published, dates)
    event = ", ".join(part for part in (place, date) if part)
    word = "published" if event else "Published"
    parts = (event, f"{word} {published}" if published else "", credit(brief.source))
    return " · ".join(part for part in parts if part)


def written(iso: str | None, dates: str) -> str:
    """An ISO date in words: "13 January 2021" or "January 13, 2021"; what is no ISO date stays as it is."""
    if dates not in ("day-month", "month-day"):
        raise ConfigError(f"Dates are written 'day-month' or 'month-day', not {dates!r}.")
    parts = (iso or "").partition("T")[0].split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
        return line(iso or "")
    if len(parts) > 1 and not 1 <= int(parts[1]) <= 12:
        return line(iso or "")
    month = _MONTHS[int(parts[1]) - 1] if len(parts) > 1 else ""
    day = str(int(parts[2])) if len(parts) > 2 else ""
    if day and dates == "month-day":
        return f"{month} {day}, {parts[0]}"
    return " ".join(part for part in (day, month, parts[0]) if part)


def credit(source: str) -> str:
    """Who says it, in a word or two: the host of an address, the name of a file; "" for text without a name."""
    if source in _NAMELESS:
        return ""
    host = _host(source)
    return line(host.removeprefix("www.") if host else PurePosixPath(source.replace("\\", "/")).name)


def address(source: str) -> str:
    """The source where it can be opened in a browser, else ""."""
    return source if _host(source) else ""


def notice(severe: Sequence[Finding]) -> tuple[str, ...]:
    """What the first line warns of, each with the number of its sentence, the rest counted; () for a sound brief."""
    named, rest = split_notice(severe)
    return (*(reason(f) for f in named), *((rest,) if rest else ()))


def split_notice(severe: Sequence[Finding]) -> tuple[Sequence[Finding], str]:
    """The findings that the first line names, and words for those that it only counts."""
    rest = len(severe) - MOST_IN_NOTICE
    return severe[:MOST_IN_NOTICE], f"and {rest} more below." if rest > 0 else ""


def reason(finding: Finding) -> str:
    """The note with the sentence it is about."""
    return finding.note if finding.sentence is None else f"{finding.note} [{finding.sentence + 1}]"


def listed(finding: Finding) -> str:
    """The same in a list of its own, where nothing else tells a severe doubt from a small one."""
    return f"Serious doubt: {reason(finding)}" if finding.severe else reason(finding)


def counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def _host(source: str) -> str:
    if not source.startswith(("http://", "https://")):
        return ""
    try:
        return urlsplit(source).hostname or ""
    except ValueError:  # "http://[" is no address
        return ""


def _item(entry: Line, brief: Brief, doubts: list[Finding]) -> Item:
    return Item(
        text=line(entry.text),
        sources=_held(entry.sources, brief),
        doubts=_about(entry.sources, doubts),
        deleted=tuple(line(words) for words in entry.deleted),
    )


def _quote(brief: Brief, doubts: list[Finding]) -> Item | None:
    quote = brief.quote
    if not quote:
        return None
    words = line(quote.text).strip('“”"«» \u00a0\u202f')
    return Item(
        text=f"“{words}”",
        label=line(quote.speaker),
        sources=_held(quote.sources, brief),
        doubts=_about(quote.sources, doubts),
    )


def _held(sources: Iterable[int], brief: Brief) -> tuple[int, ...]:
    return tuple(i for i in dict.fromkeys(sources) if 0 <= i < len(brief.passages))


def _about(sources: Iterable[int], doubts: list[Finding]) -> tuple[Finding, ...]:
    wanted = set(sources)
    return tuple(f for f in doubts if f.sentence in wanted)


def _shown(findings: Iterable[Finding]) -> list[Finding]:
    """Each once: a check may have told the brief and the passage."""
    return list(dict.fromkeys(dataclasses.replace(f, note=line(f.note)) for f in findings))


def _tidy(passage: Passage) -> Passage:
    findings = tuple(_shown(passage.findings))
    return dataclasses.replace(passage, french=line(passage.french), english=line(passage.english), findings=findings)
