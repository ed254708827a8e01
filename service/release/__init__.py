"""Reading a French release: what each sentence is, where and when, who issues it, who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.dates import written_dates
from service.release.bounds import find_starts
from service.release.cast import Cast
from service.release.issuer import find_issuer
from service.release.nouns import Event, Person, Release, Speech
from service.release.opening import Opening, read_closing, read_head_date, read_opening
from service.release.people import find_people
from service.release.quotes import find_speeches
from service.release.roles import give_roles
from service.release.wording import INVITES, line_of
from service.types import Dateline, Finding, Sentence

__all__ = ["Event", "Person", "Release", "Speech", "read_release"]

_HOUR = re.compile(r"\b\d{1,2}\s?(?:h\b|heures?\b)")
_REPORTS = re.compile(r"(?:communiqué|compte[- ]rendu|relevé de décisions|procès-verbal)\b.*\bdu\s", re.IGNORECASE)
_TEXT = ("body", "quote", "item", "table")


def read_release(sentences: Sequence[Sentence], *, published: str | None = None) -> Release:
    """What a release says of itself. Nothing is guessed: a part that the French does not say is None.

    `published` is the date of the page or file, where the caller knows it. In a text of several releases `starts` says
    where each begins; title, dateline and issuer are the first one's, people and quotations those of all.
    """
    starts = find_starts(sentences)
    parts = [_read(sentences[a:b], a) for a, b in zip(starts, [*starts[1:], len(sentences)], strict=True)]
    first = parts[0]
    return replace(
        first,
        dateline=replace(first.dateline, published=published),
        sentences=tuple(s for part in parts for s in part.sentences),
        people=tuple(p for part in parts for p in part.people),
        speeches=tuple(s for part in parts for s in part.speeches),
        events=tuple(e for part in parts for e in part.events),
        findings=tuple(f for part in parts for f in part.findings),
        starts=starts,
    )


def _read(sentences: Sequence[Sentence], offset: int) -> Release:
    """One release; its indexes count from the beginning of the whole text."""
    given = give_roles(sentences)
    dateline, length, where = _dateline(given)
    people = find_people(given)
    speeches = find_speeches(given, Cast(given, people))
    events = tuple(_events(given, length, where))
    return Release(
        sentences=given,
        dateline=dateline,
        opening=length,
        issuer=find_issuer(given, length),
        people=tuple(replace(p, sentence=p.sentence + offset) for p in people),
        speeches=tuple(replace(s, sentences=tuple(i + offset for i in s.sentences)) for s in speeches),
        events=tuple(replace(e, sentence=e.sentence + offset) for e in events),
        findings=tuple(_weekdays(given, offset)),
    )


def _dateline(sentences: Sequence[Sentence]) -> tuple[Dateline, int, int]:
    """Place and date with the characters that they take of the first body sentence, and the index of their sentence."""
    place = date = None
    invites = any(INVITES.match(line_of(s)) for s in sentences[:3] if s.role == "heading")
    for index, sentence in enumerate(sentences):
        words = line_of(sentence)
        opening: Opening | None = None
        if sentence.role == "dateline":
            opening = read_head_date(words) if not invites or not _HOUR.search(words) else None  # of the event
        elif sentence.role == "title" and _REPORTS.match(words):  # "Communiqué du Conseil des ministres du 25 novembre 2026"
            date = date or next((d.iso for d in written_dates(words)), None)
        elif sentence.role in _TEXT:
            opening = read_opening(words)
        if opening and (opening.place or opening.date):
            date, place = date or opening.date, place or opening.place
            if sentence.role in _TEXT:
                return Dateline(place=place, date=date), opening.length, index
        if sentence.role in _TEXT:
            break
    if date is None:
        under = (line_of(s) for s in sentences if s.role == "dateline")
        closing = next((c for words in under if (c := read_closing(words) or read_opening(words))), None)
        place, date = (place or closing.place, closing.date) if closing else (place, date)
    return Dateline(place=place, date=date), 0, -1


def _events(sentences: Sequence[Sentence], length: int, where: int) -> Iterator[Event]:
    for index, sentence in enumerate(sentences):
        if sentence.role in _TEXT:
            for date in written_dates(line_of(sentence)):
                if index != where or date.start >= length:
                    yield Event(date=date.iso, sentence=index, agrees=date.agrees)


def _weekdays(sentences: Sequence[Sentence], offset: int) -> Iterator[Finding]:
    """A weekday that its date contradicts: the slip is the release's own, and a reader should know."""
    for index, sentence in enumerate(sentences):
        words = line_of(sentence)
        for date in written_dates(words):
            if not date.agrees:
                note = f"The release writes “{words[date.start : date.end]}”, but that date is another day of the week."
                yield Finding("weekday", note, sentence=index + offset)
