"""Who is meant: later sentences say "Mme Ndiaye", "la ministre" or "elle" of a person named in full before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.release.functions import COURTESY, HEAD, NAME
from service.release.nouns import Person
from service.release.people import LONGEST, mentions, surnames
from service.types import Sentence

_BY_SURNAME = re.compile(
    rf"(?<![\w’'])(?P<lead>{COURTESY}\s?|(?:[Ll]e|[Ll]a|[Ll][’'])\s?{HEAD}\s(?:{COURTESY}\s)?)(?P<name>{NAME})"
)
_BY_HEAD = re.compile(
    rf"(?<![\w’'])(?P<article>[Ll]e|[Ll]a|[Ll][’']|[Ss]on|[Ss]a|[Ll]eur)\s?(?P<head>{HEAD})(?P<rest>(?:\s(?!a\s|ont\s|est\s|s[’'])[\w’'-]+){{0,8}})"
)
_BARE = re.compile(rf"(?<![\w’'-])(?P<name>{NAME})")


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person or function where a sentence speaks of it; `person` is None for a function nobody was named for."""

    start: int
    end: int
    words: str
    person: Person | None
    woman: bool | None


class Cast:
    """The people of one release and how each sentence calls them."""

    def __init__(self, sentences: Sequence[Sentence], people: Sequence[Person]) -> None:
        self._people = people
        self._by_surname: dict[str, Person] = {}
        for name, person in surnames(people):
            self._by_surname.setdefault(name, person)
        self._texts = [" ".join(s.text.split()) for s in sentences]
        self._seen: dict[int, tuple[Appearance, ...]] = {}

    def in_sentence(self, index: int) -> tuple[Appearance, ...]:
        """Everybody whom the sentence speaks of, in order."""
        if index not in self._seen:
            self._seen[index] = self.appearances(self._texts[index], index)
        return self._seen[index]

    def appearances(self, text: str, index: int) -> tuple[Appearance, ...]:
        """The same for a part of the sentence."""
        text = text[:LONGEST]
        found = [
            Appearance(m.start, m.end, m.person.name, self._known(m.person.name) or m.person, m.person.woman)
            for m in mentions(text, index)
        ]
        for match in _BY_SURNAME.finditer(text):
            person = self._known(match["name"])
            lead = match["lead"].strip()
            woman = person.woman if person else re.match(r"Mmes?|Mlles?|[Ll]a\b", lead) is not None
            words = match["name"] if person else f"{lead} {match['name']}"
            _add(found, Appearance(match.start(), match.end(), words, person, woman))
        for match in _BARE.finditer(text):
            if person := self._known(match["name"]):
                _add(found, Appearance(match.start(), match.end(), person.name, person, person.woman))
        for match in _BY_HEAD.finditer(text):
            woman = True if match["article"].lower() == "la" else (False if match["article"].lower() == "le" else None)
            person = self._by_head(match["head"].lower(), index, woman)
            words = _function(match[0])
            _add(found, Appearance(match.start(), match.start() + len(words), words, person, woman))
        return tuple(sorted(found, key=lambda a: a.start))

    def only(self, woman: bool, upto: int) -> Appearance | None:
        """The one man or woman named up to a sentence, where there is only one."""
        fit = [p for p in self._people if p.sentence <= upto and p.woman is woman]
        return Appearance(0, 0, fit[0].name, fit[0], woman) if len(fit) == 1 else None

    def _known(self, name: str) -> Person | None:
        words = name.replace("\u00a0", " ")
        return self._by_surname.get(words) or next((p for p in self._people if p.name.startswith(words + " ")), None)

    def _by_head(self, head: str, index: int, woman: bool | None) -> Person | None:
        """The one person named up to here whose function begins so: "la ministre" → "ministre de la Santé"."""
        fit = [
            p for p in self._people
            if p.sentence <= index and p.function.lower().startswith(head) and (woman is None or p.woman in (None, woman))
        ]  # fmt: skip
        return fit[-1] if len(fit) == 1 or (fit and len({p.name for p in fit}) == 1) else None


def _add(found: list[Appearance], new: Appearance) -> None:
    if not any(a.start < new.end and new.start < a.end for a in found):
        found.append(new)


def _function(words: str) -> str:
    """A bare function up to where the clause goes on: "la ministre devant les députés" → "la ministre"."""
    cut = re.split(
        r"\s(?:devant|lors|en|dans|après|avant|à|au|aux|pour|avec|sous|par|dont|qui|que|sur|hier|lundi|mardi|mercredi|jeudi|vendredi"
        r"|samedi|dimanche|ce|cette|aujourd[’']hui|n[’']\w+|ne)\b",
        words,
    )[0]
    return cut.strip()
