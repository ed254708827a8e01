"""Terms that must come out as given: read from files, found in French by their words and not by their letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Self

from service.config import config_folder
from service.errors import GlossaryError
from service.termfiles import Entry, read_terms

ARTICLES = re.compile(r"(?:(?<=[^\w])|^)(?:[lL]['’]|[dD]['’]|(?:[lL]es?|[lL]a|[dD]u|[dD]es|[aA]ux?|[dD]e)[ \u00a0])$")
INDEFINITE = re.compile(r"^(?:an?|the|les?|la|une?|des) |^l['’]", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+|,")
_BETWEEN = re.compile(r"[ \u00a0\u202f'’\n-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry. French and English stand without their articles; `article` says whether English wants `the`."""

    french: str
    english: str
    article: bool = False
    common: bool = False  # a common noun, whose number the French sentence decides: une PME, des PME
    also: tuple[str, ...] = ()  # other English that is right: World Health Organization for OMS
    kind: str = "term"  # "term", "institution", "acronym", "place" or "keep"
    source: str = ""

    @property
    def acronym(self) -> bool:
        """Whether the French is matched letter by letter: OMS, and never `oms`."""
        return self.french.isupper() and " " not in self.french or self.kind == "acronym"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A term where it stands: `start:end` are the term's own letters, `article` the French article before them."""

    term: Term
    text: str
    start: int
    end: int
    article: str = ""
    english: str = ""  # inflected, without article


@dataclass(frozen=True)
class Glossary:
    """Terms by their French. Of two entries with the same French the later wins, and `conflicts` says so."""

    terms: tuple[Term, ...] = ()
    conflicts: tuple[str, ...] = ()
    _index: dict[str, list[tuple[tuple[str, ...], Term]]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for term in self.terms:
            stems = tuple(stem(token) for token in _TOKEN.findall(term.french))
            self._index.setdefault(stems[0], []).append((stems, term))
        for entries in self._index.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    @classmethod
    def load(cls, paths: Iterable[str | Path] = (), *, institutions: bool = False) -> Self:
        """TOML, CSV and TBX files; later files win, and all win over the shipped institutions, countries and cities.
        Raises `GlossaryError` with the file, the entry and what is wrong."""
        shipped = sorted((config_folder() / "glossary").glob("*.toml")) if institutions else []
        return cls._of([_term(entry) for path in (*shipped, *paths) for entry in read_terms(Path(path))])

    @classmethod
    def _of(cls, terms: Iterable[Term]) -> Self:
        kept: dict[str, Term] = {}
        conflicts = []
        for term in terms:
            key = term.french if term.acronym else " ".join(stem(token) for token in _TOKEN.findall(term.french))
            if not key:
                raise GlossaryError(
                    f"{term.source or 'The glossary'}: the entry {term.french!r} has no word to look for."
                )
            old = kept.get(key)
            if old and old.english != term.english:
                if old.source == term.source and term.source and not term.source.endswith("(shipped)"):
                    raise GlossaryError(
                        f"{term.source}: {term.french!r} is to be both {old.english!r} and {term.english!r}; keep one."
                    )
                conflicts.append(
                    f"{term.french}: {old.english} ({old.source}) gives way to {term.english} ({term.source})"
                )
            kept[key] = term
        return cls(tuple(kept.values()), tuple(conflicts))

    def with_terms(self, terms: Mapping[str, str]) -> Self:
        """A glossary in which these terms win: `glossary.with_terms({"jeune pousse": "start-up"})`."""
        given = [_term(Entry(french=fr, english=en, kind="term", source="request")) for fr, en in terms.items()]
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
        tokens = [(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text)]
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
        folded = _plain(english)
        lost = [m for m in self.find(french) if not any(_plain(form) in folded for form in _forms(m, folded))]
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

    def unused(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """The terms that no text holds."""
        used = {match.term for text in texts for match in self.find(text)}
        return tuple(term for term in self.terms if term not in used)

    @cached_property
    def english_acronyms(self) -> frozenset[str]:
        """English forms in capitals, with `also`: what may stand in an English text without standing in the French."""
        return frozenset(f for t in self.terms for f in (t.english, *t.also) if f[:2].isupper() and " " not in f)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The French acronyms, in capitals."""
        return frozenset(term.french for term in self.terms if term.acronym)

    def _match(self, text: str, tokens: list[tuple[str, int, int]], at: int) -> Match | None:
        for stems, term in self._index.get(stem(tokens[at][0]), ()):
            span = tokens[at : at + len(stems)]
            if tuple(stem(token[0]) for token in span) != stems or not _together(text, span):
                continue
            start, end = span[0][1], span[-1][2]
            if (
                _case_fits(term, text[start:end])
                and text[end : end + 1] != "@"
                and text[start - 1 : start] not in "@#/⟦_"
            ):
                before = ARTICLES.search(text, 0, start)
                article = before.group() if before else ""
                return Match(term=term, text=text[start:end], start=start, end=end, article=article,
                             english=_inflected(term, text, start, end))  # fmt: skip
        return None


@cache
def stem(token: str) -> str:
    """A French word without case, accents and plural: `Régionaux` and `régional` are one."""
    plain = "".join(c for c in unicodedata.normalize("NFD", token.lower()) if not unicodedata.combining(c))
    plain = plain.replace("œ", "oe")
    if len(plain) > 4 and plain.endswith("aux"):
        return plain[:-3] + "al"
    return plain[:-1] if len(plain) > 3 and plain[-1] in "sx" else plain


@cache
def institutions() -> Glossary:
    """The shipped glossary: institutions, countries, cities."""
    return Glossary.load(institutions=True)


def _term(entry: Entry) -> Term:
    french, english = entry.french.strip(), entry.english.strip()
    bare = (
        re.sub(r"^(?:l['’]|l[ea]s? |une? |des )", "", french, flags=re.IGNORECASE) if entry.kind != "keep" else french
    )
    return Term(
        french=bare, english=re.sub(r"^(?:the|an?) ", "", english), article=english.startswith("the "),
        common=bool(re.match("une? |des ", french)) or (entry.kind == "term" and english.islower()), also=entry.also,
        kind=entry.kind, source=entry.source,
    )  # fmt: skip


def _together(text: str, span: list[tuple[str, int, int]]) -> bool:
    return all(
        second[0] == "," or _BETWEEN.fullmatch(text, first[2], second[1])
        for first, second in zip(span, span[1:], strict=False)
    )


def _case_fits(term: Term, text: str) -> bool:
    if term.acronym:
        return text == term.french or (len(text) > 3 and text == term.french.capitalize())
    if term.kind in ("place", "keep"):
        return text[0].isupper()
    return True


def _inflected(term: Term, text: str, start: int, end: int) -> str:
    plural = term.common and _is_plural(term, text, start, end)
    english = plural_of(term.english) if plural else term.english
    alone = text[start:end].isupper() and len(text[start:end]) > 3 and not term.acronym
    return english.upper() if alone and not term.english.isupper() and text.isupper() else english


def _is_plural(term: Term, text: str, start: int, end: int) -> bool:
    if term.acronym:
        return bool(
            re.search(r"(?:\b(?:les|des|aux|ces|nos|leurs|plusieurs|ses|entre)|\d) $", text[:start], re.IGNORECASE)
        )
    words = zip(_TOKEN.findall(text[start:end]), _TOKEN.findall(term.french), strict=True)
    return any(len(found) > len(own) and found[-1] in "sx" for found, own in words) or (
        text[start:end].endswith("aux") and not term.french.endswith("aux"))  # fmt: skip


def plural_of(english: str) -> str:
    """The plural of an English noun phrase by its last word."""
    if re.search(r"[^aeiou]y$", english):
        return english[:-1] + "ies"
    if re.search(r"(?:s|x|ch|sh)$", english):
        return english if english.endswith("ss") is False and english.endswith("s") else english + "es"
    return english + "s"


def _forms(match: Match, english: str) -> Iterator[str]:
    """What is right for a term. A shipped institution may be worded otherwise, a country be named by its people:
    of the first half the content words are enough, of the second the first three letters."""
    term = match.term
    yield match.english
    yield term.english
    yield from term.also
    if term.kind in ("institution", "place"):
        words = [word[: 3 if term.kind == "place" else 5].lower() for word in term.english.split() if len(word) > 3]
        if words and 2 * sum(word in english for word in words) >= len(words):
            yield ""


def _plain(text: str) -> str:
    return re.sub(r"[\s-]+", " ", text.replace("’", "'").lower()).replace("organisation", "organization")
