"""People with their functions: "la ministre de la Santé, Mme Awa Sarr", "M. Salim Berrada, directeur général de l’OIEC"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from service.release.functions import ORDERS
from service.release.nouns import Person
from service.types import Sentence

LONGEST = 4000  # characters of one sentence that are searched: beyond them it is no sentence, and time is lost
_WOMAN = re.compile(r"\b(?:Mmes?|Mlles?|Madame|Dre|Pre|[Dd]octeure|[Pp]rofesseure)\b")
_MAN = re.compile(r"\bMM?\.|\bMonsieur\b|\bMgr\b")
_WOMAN_HEAD = re.compile(
    r"(?:\w+-)*(?:présidente|\w+rice|\w+euse|\w+ée|cheffe|mairesse|gouverneure|rectrice|ministre déléguée|première|représentante"
    r"|doyenne|conseillère|députée|préfète|avocate|adjointe|professeure|docteure|romancière|infirmière|trésorière|commandante)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person where a sentence names it; `start` and `end` cover function and name."""

    person: Person
    start: int
    end: int


def mentions(sentence: str, index: int) -> tuple[Mention, ...]:
    """The people whom one sentence names in full, in order; a name is taken once, with its function where it has one."""
    found: list[Mention] = []
    for pattern in ORDERS:
        for match in pattern.finditer(sentence[:LONGEST]):
            mention = _mention(match, index)
            if mention and not any(m.start < mention.end and mention.start < m.end for m in found):
                found.append(mention)
    return tuple(sorted(found, key=lambda m: m.start))


def _mention(match: re.Match[str], index: int) -> Mention | None:
    name = " ".join(match["name"].split())
    function = " ".join(match["function"].split()).strip(" ,")
    if not match.start("function"):  # "Commissaire de l’exposition, Mme …": the capital is the sentence's
        function = function[:1].lower() + function[1:]
    holds_name = match.re is not ORDERS[2] and ORDERS[2].fullmatch(f"le {function}")
    if holds_name or len(function.split()) > 22 or (name.isupper() and not match["courtesy"]):
        return None
    person = Person(name=name, function=function, sentence=index, woman=_gender(match["courtesy"], match[0], function))
    return Mention(person, match.start(), match.end())


_EITHER = re.compile(r"(?:capitaine|colonel|général|lieutenant|commandant|médecin|chef|maire|juge|préfet)\b")


def _gender(courtesy: str, whole: str, function: str) -> bool | None:
    if _WOMAN.search(courtesy) or _WOMAN_HEAD.match(function) or re.match(r"(?:[Ll]a|[Uu]ne|[Ss]a)\s", whole):
        return True
    man = re.match(r"(?:[Ll]e|[Uu]n|[Aa]u|[Dd]u)\s", whole) and not _EITHER.match(function)
    return False if _MAN.search(courtesy) or man else None


def find_people(sentences: Sequence[Sentence]) -> tuple[Person, ...]:
    """Every person named in full, in the order of first mention, with the first function that any mention gives."""
    known: dict[str, Person] = {}
    for index, sentence in enumerate(sentences):
        if sentence.role in ("contact", "about", "title", "heading"):
            continue
        for mention in mentions(" ".join(sentence.text.split()), index):
            now = mention.person
            name = next((n for n in known if n == now.name or n.endswith(" " + now.name)), now.name)
            known[name] = _merged(known.get(name), now)
    return tuple(known.values())


def _merged(before: Person | None, now: Person) -> Person:
    if before is None:
        return now
    woman = before.woman if before.woman is not None else now.woman
    return replace(before, function=before.function or now.function, woman=woman)


def surnames(people: Iterable[Person]) -> Iterator[tuple[str, Person]]:
    """What later sentences call them: every ending of the name, the longest first ("Awa Ndiaye Sarr" → "Ndiaye Sarr", "Sarr")."""
    for person in people:
        parts = person.name.split()
        yield from ((" ".join(parts[n:]), person) for n in range(len(parts)))
