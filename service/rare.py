"""A small dictionary of nouns that the embedded model hardly met, for the sentences in which it makes words up."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from service.config import config_folder
from service.coverage import stems, unknown
from service.glossary import Glossary, Match

FILE = "rare_nouns.txt"  # "un hangar = shed", one a line


@cache
def rare_nouns() -> Glossary:
    """Its entries as terms, which take the number of the French."""
    lines = (config_folder() / FILE).read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" = ") for line in lines if not line.startswith("#"))
    return Glossary().with_terms({french: english for french, _, english in pairs})


def with_rare(glossary: Glossary, text: str) -> Glossary:
    """The glossary with the rare nouns of one sentence; its own terms win."""
    known = {match.term.french for match in glossary.find(text)}
    found = {
        match.term.given: match.term.english
        for match in rare_nouns().find(text)
        if match.term.french not in known and _accents_fit(match)
    }
    return glossary.with_terms(found) if found else glossary


def unanswered(french: str, english: str, lost: Collection[str]) -> int:
    """How many rare nouns of the French nothing in the English answers for: those among the words `lost`, and those that no
    lexicon knows and whose own English is not there."""
    there = set(stems(english))
    rare = [match for match in rare_nouns().find(french) if _accents_fit(match)]
    strange = set(unknown(french))
    return sum(
        m.text in lost or (m.text in strange and not there.issuperset(stems(m.term.english))) for m in rare
    )


def _accents_fit(match: Match) -> bool:
    """A glossary looks past accents and endings; among single nouns "péché" is no "pêche" and "tous" no "toux"."""
    said, own = match.text.lower(), match.term.french.lower()
    return said in (own, f"{own}s", f"{own}x", f"{own[:-1]}ux") or " " in own
