"""The nouns of Dépêche: frozen, without behaviour beyond reading themselves. JSON is their truth (`to_dict`, `from_dict`)."""

from __future__ import annotations

import dataclasses
import importlib
from dataclasses import dataclass, field
from typing import Literal

from service.record import Record

Level = Literal["note", "doubt", "severe"]
Confidence = Literal["high", "medium", "low"]
Role = Literal[
    "title", "subtitle", "dateline", "embargo", "heading", "body", "item", "table", "quote", "about", "contact", "notes"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """One text as it was read: what it says, where it came from, what its file said about it."""

    text: str
    source: str = "text"  # a path, an address, "stdin": shown to the reader, never opened again
    title: str | None = None  # from metadata (HTML, DOCX …), not guessed from the text
    published: str | None = None  # ISO date from metadata or from a date line of the page
    site: str | None = None
    removed: tuple[Removed, ...] = ()  # what a reader or the cleaner dropped, in order


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed(Record):
    """One line that is page chrome and not the release."""

    line: int  # counted from 1 in the text as given
    text: str
    reason: str  # "menu", "share buttons", "view count" …


@dataclass(frozen=True, slots=True)
class Sentence(Record):
    """One sentence and the white space that followed it: joining `text + gap` of all gives back the input."""

    text: str
    gap: str = ""
    paragraph: int = 0  # counted from 0
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Candidate(Record):
    """One hypothesis of a model for one source sentence."""

    text: str
    score: float = 0.0  # mean log-probability of a target token, natural logarithm, ≤ 0; 0.0: not known
    complete: bool = True  # False: stopped by the length limit and not by end-of-sentence


@dataclass(frozen=True, slots=True)
class Finding(Record):
    """A doubt, or a repair, written down where the reader looks."""

    check: str  # "numbers_kept", "loop", "repaired_date" …
    note: str  # a sentence for the reader
    level: Level = "doubt"
    sentence: int | None = None  # index of the passage, where it is about one

    @property
    def severe(self) -> bool:
        return self.level == "severe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering(Record):
    """The English of one sentence wherever it stands, and what is known about it."""

    english: str
    confidence: Confidence = "high"
    findings: tuple[Finding, ...] = ()
    candidates: tuple[str, ...] = ()  # other hypotheses, best first
    score: float = 0.0  # of the model, as in `Candidate`; the smallest of its clauses


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Record):
    """One French sentence, its English, and the white space that followed it."""

    french: str
    english: str
    gap: str = ""
    paragraph: int = 0
    role: Role = "body"
    confidence: Confidence = "high"
    findings: tuple[Finding, ...] = ()
    candidates: tuple[str, ...] = ()  # other hypotheses, best first, where they were asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Record):
    """How a result was made: two results with the same signature and source are the same bytes."""

    version: str  # of Dépêche
    translator: str  # "ct2/embedded@3f2a91c/int8/beam4"
    summarizer: str  # "extractive" or an engine name like the translator's
    settings: str  # the first 12 hex digits of the SHA-256 of the settings that change text

    def __str__(self) -> str:
        return f"depeche {self.version} | {self.translator} | {self.summarizer} | {self.settings}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(Record):
    """A whole text in English, sentence by sentence; `text` keeps paragraphs, bullets and blank lines."""

    passages: tuple[Passage, ...]
    signature: Signature
    removed: tuple[Removed, ...] = ()
    findings: tuple[Finding, ...] = ()  # about the whole text; those of a sentence are in its passage

    @property
    def text(self) -> str:
        return "".join(p.english + p.gap for p in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Record):
    """One line of a summary or brief and where it stands in the source."""

    text: str
    sources: tuple[int, ...]  # indexes of the sentences or passages it came from, counted from 0
    deleted: tuple[str, ...] = ()  # words of the source sentence that were left out, in order


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Record):
    """An English text in a few of its sentences; `sources` of each line index `sentences`."""

    lines: tuple[Line, ...]
    sentences: tuple[str, ...]
    signature: Signature
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline(Record):
    """Where and when, as the release says; parts that it does not say are None and never guessed."""

    place: str | None = None
    date: str | None = None  # the release's own date, ISO
    published: str | None = None  # of the page or file, ISO; not the date of the event


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Record):
    """Words of a named person, inside one translated quotation."""

    text: str
    speaker: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Record):
    """A quantity of the release with the words that say what it counts."""

    value: str
    label: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief(Record):
    """What a reader gets. Every line names the passages it came from; every doubt is in `findings` or in its passage."""

    headline: Line
    dateline: Dateline
    lead: Line
    points: tuple[Line, ...] = ()
    quote: Quote | None = None
    figures: tuple[Figure, ...] = ()
    people: tuple[str, ...] = ()  # "Awa Sarr, Minister of Health"
    organisations: tuple[str, ...] = ()
    source: str = "text"
    passages: tuple[Passage, ...] = field(default=(), repr=False)
    removed: tuple[Removed, ...] = ()
    findings: tuple[Finding, ...] = ()
    signature: Signature

    def to_markdown(self, *, dates: str = "day-month") -> str:
        """The brief as Markdown; `service.render` has the other forms. It lies above the nouns, so it is asked for by name."""
        return str(importlib.import_module("service.render").render(self, "markdown", dates=dates))

    @property
    def words(self) -> int:
        """Words of the running text: headline, lead, points and quote."""
        quoted = [self.quote.text, self.quote.speaker] if self.quote else []
        return sum(len(t.split()) for t in [self.headline.text, self.lead.text, *(p.text for p in self.points), *quoted])

    @property
    def told(self) -> frozenset[int]:
        """The passages that headline, lead, points and quotation come from."""
        lines = (self.headline, self.lead, *self.points, *((self.quote,) if self.quote else ()))
        return frozenset(i for line in lines for i in line.sources)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The severe doubts about what the brief itself says: those of the whole, and of the passages that it tells."""
        return tuple(f for f in self.all_findings if f.severe and (f.sentence is None or f.sentence in self.told))

    @property
    def severe(self) -> bool:
        """Whether a reader must be warned before the first line."""
        return bool(self.warnings)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Those of the brief, then those of its passages, each with the index of its passage."""
        inside = [dataclasses.replace(f, sentence=i) for i, p in enumerate(self.passages) for f in p.findings]
        return (*self.findings, *inside)
