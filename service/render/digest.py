"""Many briefs in the order of a digest: by theme, then by day, newest first, each with its place in the contents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.render.characters import line
from service.render.sheet import Sheet, sheet, written
from service.render.themes import THEMES, theme
from service.types import Brief

UNDATED = "No date given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One brief of a digest. `anchor` is its name in links: "b1", and "b1_s3" for its third sentence."""

    anchor: str
    brief: Brief
    sheet: Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The briefs of one theme and one day: the event's, or where it is not known that of publication."""

    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One theme."""

    theme: str
    anchor: str
    days: tuple[Day, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for day in self.days for entry in day.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What the digest forms render."""

    title: str
    sections: tuple[Section, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for section in self.sections for entry in section.entries)


def arrange(briefs: Iterable[Brief], *, title: str, dates: str) -> Digest:
    """Themes in the order of their table, days newest first, undated briefs last, else in the order given."""
    by_theme: dict[str, dict[str, list[Brief]]] = {name: {} for name in THEMES}
    for brief in briefs:
        by_theme[theme(brief)].setdefault(day_of(brief), []).append(brief)
    number = 0
    sections = []
    for place, (name, by_day) in enumerate(by_theme.items(), 1):
        days = []
        for iso in sorted(by_day, reverse=True):
            entries = []
            for brief in by_day[iso]:
                number += 1
                entries.append(Entry(anchor=f"b{number}", brief=brief, sheet=sheet(brief, dates)))
            days.append(Day(label=written(iso, dates) or UNDATED, entries=tuple(entries)))
        if days:
            sections.append(Section(theme=name, anchor=f"t{place}", days=tuple(days)))
    return Digest(title=line(title), sections=tuple(sections))


def day_of(brief: Brief) -> str:
    """The ISO day a brief is filed under; "" where neither event nor publication is dated."""
    return (brief.dateline.date or brief.dateline.published or "").partition("T")[0]
