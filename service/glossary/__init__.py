"""Terms that must come out as given: read from files, found in French by their words and not by their letters."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Self

from service.config import config_folder
from service.errors import GlossaryError
from service.glossary.files import Entry, read_terms
from service.glossary.terms import (
    ARTICLES,
    TOKEN,
    Match,
    Term,
    case_fits,
    forms,
    inflected,
    plain,
    stem,
    term_of,
    together,
)
from service.invented import plain_words

__all__ = ["Glossary", "Match", "Term", "institutions"]


@dataclass(frozen=True)
class Glossary:
    """Terms by their French. Of two entries with the same French the later wins, and `conflicts` says so."""

    terms: tuple[Term, ...] = ()
    conflicts: tuple[str, ...] = ()
    _index: dict[str, list[tuple[tuple[str, ...], Term]]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for term in self.terms:
            stems = tuple(stem(token) for token in TOKEN.findall(term.french))
            self._index.setdefault(stems[0], []).append((stems, term))
        for entries in self._index.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    @classmethod
    def load(cls, paths: Iterable[str | Path] = (), *, institutions: bool = False) -> Self:
        """TOML, CSV and TBX files; later files win, and all win over the shipped institutions, countries and cities.
        Raises `GlossaryError` with the file, the entry and what is wrong."""
        shipped = sorted((config_folder() / "glossary").glob("*.toml")) if institutions else []
        return cls._of([term_of(entry) for path in (*shipped, *paths) for entry in read_terms(Path(path))])

    @classmethod
    def _of(cls, terms: Iterable[Term]) -> Self:
        kept: dict[str, Term] = {}
        conflicts = []
        for term in terms:
            key = term.french if term.acronym else " ".join(stem(token) for token in TOKEN.findall(term.french))
            if not key:
                raise GlossaryError(f"{term.source or 'The glossary'}: the entry {term.french!r} has no word to look for.")
            old = kept.get(key)
            if old and old.english != term.english:
                if old.source == term.source and term.source and not term.source.endswith("(shipped)"):
                    raise GlossaryError(
                        f"{term.source}: {term.french!r} is to be both {old.english!r} and {term.english!r}; keep one."
                    )
                conflicts.append(f"{term.french}: {old.english} ({old.source}) gives way to {term.english} ({term.source})")
            kept[key] = term
        return cls(tuple(kept.values()), tuple(conflicts))

    def with_terms(self, terms: Mapping[str, str]) -> Self:
        """A glossary in which these terms win: `glossary.with_terms({"jeune pousse": "start-up"})`."""
        given = [term_of(Entry(french=fr, english=en, kind="term", source="request")) for fr, en in terms.items()]
        return type(self)._of([*self.terms, *given])

    def joined(self, other: Glossary) -> Self:
        """Both, the terms of `other` winning."""
        return type(self)._of([*self.terms, *other.terms])

    def lookup(self, french: str) -> Term | None:
        """The entry of these words, article and number aside."""
        found = self.find(french)
        return found[0].term if found and len(found) == 1 else None

    def find(self, text: str) -> tuple[Match, ...]:
        """Every term of a French text, the longest first where two overlap, in order of place."""
        return self._find(text)

    @cached_property
    def _find(self) -> Callable[[str], tuple[Match, ...]]:
        """Kept: each rung, check and candidate of a sentence asks again."""
        return lru_cache(maxsize=4096)(self._search)

    def _search(self, text: str) -> tuple[Match, ...]:
        tokens = [(found.group(), found.start(), found.end()) for found in TOKEN.finditer(text)]
        out, at = [], 0
        while at < len(tokens):
            match = self._match(text, tokens, at)
            if match:
                out.append(match)
                at = next((i for i in range(at, len(tokens)) if tokens[i][1] >= match.end), len(tokens))
            else:
                at += 1
        return tuple(out)

    def missing(self, french: str, english: str) -> tuple[Match, ...]:
        """Terms of the French whose English, in any of its right forms, is not there."""
        folded = plain(english)
        lost = [m for m in self.find(french) if not any(plain(form) in folded for form in forms(m, folded))]
        if any(match.term.kind == "place" for match in lost) and not self._strange_place(french, english):
            lost = [match for match in lost if match.term.kind != "place"]
        return tuple(lost)

    def _strange_place(self, french: str, english: str) -> bool:
        """Whether the English names a place that the French does not: else a place left out is the writer's choice."""
        named = {match.term.english for match in self.find(french)}
        return any(name in english and name not in named for name in self._places)

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(term.english for term in self.terms if term.kind == "place" and len(term.english) > 3)

    @cached_property
    def place_words(self) -> frozenset[str]:
        """The French words of places: what keeps its capital in a line that is set in capitals."""
        places = (word for term in self.terms if term.kind == "place" for word in TOKEN.findall(term.french))
        return frozenset(word for word in places if word[:1].isupper() and len(word) > 3)

    @cached_property
    def english_words(self) -> frozenset[str]:
        """Every word of the English of every term, small and without accents."""
        return frozenset(plain_words(" ".join(form for term in self.terms for form in (term.english, *term.also))))

    def unused(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """The terms that no text holds."""
        used = {match.term for text in texts for match in self.find(text)}
        return tuple(term for term in self.terms if term not in used)

    @cached_property
    def digest(self) -> str:
        """The first 12 hex digits of the SHA-256 of every entry, in their order."""
        return hashlib.sha256("\n".join(map(repr, self.terms)).encode("utf-8", "backslashreplace")).hexdigest()[:12]

    @cached_property
    def english_acronyms(self) -> frozenset[str]:
        """English forms in capitals, with `also`: what may stand in an English text without standing in the French."""
        return frozenset(f for t in self.terms for f in (t.english, *t.also) if f[:2].isupper() and " " not in f)

    @cached_property
    def institutions(self) -> frozenset[str]:
        """English acronyms of institutions: one of them in the English stands for no other body."""
        shorts = {form.removeprefix("the ") for term in self.terms if term.kind == "institution" for form in term.also}
        return frozenset(short for short in shorts if short.isupper() and " " not in short)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The French acronyms, in capitals."""
        return frozenset(term.french for term in self.terms if term.acronym)

    def _match(self, text: str, tokens: list[tuple[str, int, int]], at: int) -> Match | None:
        for stems, term in self._index.get(stem(tokens[at][0]), ()):
            span = tokens[at : at + len(stems)]
            if tuple(stem(token[0]) for token in span) != stems or not together(text, span):
                continue
            start, end = span[0][1], span[-1][2]
            if (
                case_fits(term, text[start:end])
                and not (term.kind == "place" and _joined(text, start, end))
                and text[end : end + 1] != "@"
                and text[max(0, start - 1) : start] not in tuple("@#/⟦_")
            ):
                before = ARTICLES.search(text, 0, start)
                article = before.group() if before else ""
                return Match(term=term, text=text[start:end], start=start, end=end, article=article,
                             english=inflected(term, text, start, end))  # fmt: skip
        return None


def _joined(text: str, start: int, end: int) -> bool:
    """Part of another name: Port-Soudan, Paris-Dakar."""
    return (text[start - 1 : start] == "-" and text[max(0, start - 2)].isalpha()) or (
        text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper()
    )


@cache
def institutions() -> Glossary:
    """The shipped glossary: institutions, countries, cities."""
    return Glossary.load(institutions=True)
