"""Acronyms that no term covers: `OIEC` stays, is spelled out, or is answered by an acronym of English's own."""

from __future__ import annotations

import difflib
import re

from service.glossary import Glossary
from service.invariants.fact import Fact
from service.invariants.names import acronyms, fold

_SMALL = frozenset("of the and for de la le les des du d l et en à pour un une".split())
_PLURAL = re.compile(r"(?<=[A-Z]{2})s\b")  # KPIs, PDFs


def lost_acronyms(french: str, english: str, glossary: Glossary | None) -> list[Fact]:
    """Those that are neither there nor spelled out (initials in a row), and that no acronym of English answers: one that is not
    the glossary's word for something, for then the French would have its term."""
    english = _PLURAL.sub("", english)
    there = fold(english)
    ours = [fact for fact in _uncovered(french, english, glossary) if not _spelled(fold(fact.text), there)]
    if not ours:
        return []
    theirs = [fact for fact in acronyms(english) if fact.text not in french]
    known = glossary.english_acronyms | glossary.institutions if glossary else frozenset()
    answers = [fact for fact in theirs if fact.text not in known and not any(_alike(fact.text, own.text) for own in ours)]
    lost = [fact for fact in ours if len(fact.text) < 3 or fact.text.lower() not in _initials(english)]
    if not strange_institutions(french, english, glossary):
        lost = [fact for fact in lost if not _explained(french, fact)]
    return lost[len(answers) :]


def _spelled(word: str, english: str) -> bool:
    """COVID answers COVID-19, COVID-18 does not."""
    bare = re.sub(r"-\d+$", "", word)
    return bool(re.search(rf"(?<!\w)(?:{re.escape(word)}(?!\w)|{re.escape(bare)}(?![\w-]))", english))


def strange_institutions(french: str, english: str, glossary: Glossary | None) -> list[str]:
    """Acronyms of institutions in the English that answer nothing of the French."""
    if not glossary:
        return []
    taken = {form.removeprefix("the ") for match in glossary.find(french) for form in (match.english, *match.term.also)}
    said = (fact.text for fact in acronyms(english))
    return [word for word in said if word in glossary.institutions and word not in taken and word not in french]


def _uncovered(french: str, english: str, glossary: Glossary | None) -> list[Fact]:
    """Acronyms outside every term; the `UE` of `2013/36/UE` is no term there, yet its `EU` answers it."""
    terms = glossary.find(french) if glossary else ()
    out = [fact for fact in acronyms(french) if not any(m.start <= fact.start < m.end for m in terms)]
    own = {fact.text: glossary.lookup(fact.text) for fact in out} if glossary else {}
    said = set(re.findall(r"[^\W_]+", english))
    return [fact for fact in out if not ((term := own.get(fact.text)) and said & {term.english, *term.also})]


def _initials(text: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", text.lower()) if word not in _SMALL)


def _explained(french: str, fact: Fact) -> bool:
    """`Service numérique canadien (SNC)`: English that has the name in full has lost nothing."""
    return french[: fact.start].endswith("(") and _initials(french[: fact.start]).endswith(fact.text.lower())


def _alike(one: str, other: str) -> bool:
    """A misspelling and not a translation: same first letter, and all but one of the letters in their order; or a code."""
    if re.search(r"\d", one):
        return True
    if one[0] != other[0] or abs(len(one) - len(other)) > 1 or sorted(one) == sorted(other):
        return False
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.7
