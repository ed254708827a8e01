"""What a release says about itself, on its French: frozen, and each part with the sentences it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.record import Record
from service.types import Dateline, Finding, Role, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A named person and the function that the release gives: "Awa Sarr", "ministre de la Santé"."""

    name: str  # without M., Mme, Dr
    function: str = ""  # French, without its article; "": the release gives none
    sentence: int  # index of the first sentence that names the person in full
    woman: bool | None = None  # None: the French does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech(Record):
    """Words between « and », and who said them. `speaker` is None where the release does not say it clearly."""

    text: str  # French, without the outer marks
    speaker: str | None  # a name, or the function as written where no name is given: "la ministre"
    function: str = ""
    sentences: tuple[int, ...]  # one, or several where the quotation runs on


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """A complete date in the running text: of what the release tells, not of the release itself."""

    date: str  # ISO
    sentence: int
    agrees: bool = True  # False: the weekday beside it is another day's


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Record):
    """The sentences with their roles, and what they say of place, time, people and words spoken."""

    sentences: tuple[Sentence, ...]
    dateline: Dateline = field(default_factory=Dateline)
    opening: int = 0  # characters of the first body sentence that are its dateline ("RABAT, le 12 mars 2024 – ")
    issuer: str | None = None  # the organisation that speaks, where the release says so
    people: tuple[Person, ...] = ()
    speeches: tuple[Speech, ...] = ()
    events: tuple[Event, ...] = ()
    starts: tuple[int, ...] = (0,)  # index of the first sentence of each release in the text
    findings: tuple[Finding, ...] = ()

    def with_role(self, *roles: Role) -> tuple[int, ...]:
        """Indexes of the sentences that have one of the roles."""
        return tuple(i for i, sentence in enumerate(self.sentences) if sentence.role in roles)

    @property
    def title(self) -> str | None:
        """The title on one line, None where the release has none."""
        first = self.sentences[: self.starts[1] if len(self.starts) > 1 else None]
        words = " ".join(s.text for s in first if s.role == "title").split()
        return " ".join(words) or None
