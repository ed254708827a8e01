"""Who issues a release, from where, and not to be published before when: what an English reader is told of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.glossary import Glossary
from service.invariants import repair
from service.normalise import normalise
from service.release import Release
from service.types import Dateline, Finding, Passage

_UNTIL = re.compile(
    r"(?:jusqu['’](?:au|à)?|avant|(?:interdite|autorisée) (?:à partir|à compter))\s+(?:le|du|de)?\s*(?P<when>.+)", re.IGNORECASE
)
_AT = re.compile(r",?\s+à\s+(?=\d)|,\s+(?=\d{1,2}(?:\.\d\d)? [ap]\.m)")
_OPEN = re.compile(r"immédiate|libre|immediate", re.IGNORECASE)


def embargoes(passages: Sequence[Passage], dates: str) -> Iterator[Finding]:
    """A severe finding about the whole brief for an embargo: whoever publishes must see it first. The date is told by rule."""
    for passage in passages:
        if passage.role == "embargo" and not _OPEN.search(passage.french):
            words = " ".join(normalise(passage.french).text.split()).strip(" ()[]*.:")
            english, _ = repair(words, words, dates=dates)
            until = _UNTIL.search(english)
            when = f"until {_AT.sub(' at ', until['when'])}" if until else f"– “{english}”"
            yield Finding("embargo", f"The release is under embargo {when}.".replace("..", "."), "severe")


def in_english(dateline: Dateline, glossary: Glossary) -> Dateline:
    """The place by its English name where the glossary knows one: Bruxelles becomes Brussels."""
    parts = re.split(r"([/,()]\s*)", dateline.place or "")
    for index, part in enumerate(parts):
        for match in reversed(glossary.find(part)):
            if match.term.kind == "place":
                parts[index] = parts[index][: match.start] + match.term.english + parts[index][match.end :]
    return replace(dateline, place="".join(parts) or None)


def organisations(release: Release, passages: Sequence[Passage], glossary: Glossary) -> Iterator[str]:
    """The issuer where the English names it, then the institutions of the glossary by their English names, in the order of
    the text; none twice."""
    seen: set[str] = set()
    issuer = ((name.removeprefix("The "), ()) for name in _issuer(release, passages, glossary))
    for name, also in (*issuer, *_institutions(passages, glossary)):
        if not any(other == name or other.startswith(f"{name} ") for other in seen):  # the Ministry of Transport and …
            yield name
        seen.update((name, *also))


def _issuer(release: Release, passages: Sequence[Passage], glossary: Glossary) -> Iterator[str]:
    """The letterhead in English with its French name behind it, for the model may get it wrong and no list knows it; or a
    name that stays as it is."""
    name = release.issuer or ""
    if not name:
        return
    for passage in passages:
        if passage.role == "heading" and " ".join(passage.french.split()).lower() == name.lower():
            if passage.confidence != "low" and not any(f.level != "note" for f in passage.findings):
                english = passage.english.strip()
                known = any(match.text.lower() == name.lower() for match in glossary.find(name))
                yield english if known or english.lower() == name.lower() else f"{english} ({' '.join(passage.french.split())})"
            return
    if any(name in passage.english for passage in passages):
        yield name


def _institutions(passages: Sequence[Passage], glossary: Glossary) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each with its other names: who wrote WHO need not write World Health Organization. An acronym of no institution (DNA,
    GDP) is none."""
    bodies = {term.english.removeprefix("the ") for term in glossary.terms if term.kind == "institution"}
    for passage in passages:
        for match in glossary.find(passage.french):
            kind, also = match.term.kind, {name.removeprefix("the ") for name in match.term.also}
            if (kind == "institution" or (kind == "acronym" and also & bodies)) and not match.term.common:
                yield match.term.english, match.term.also
