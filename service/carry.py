"""Names, figures, dates, acronyms and addresses pass around the model as ⟦0⟧ … ⟦9⟧ and come back in their English form.

A small model cannot spell every name and copy every figure, and need not. It was trained on pairs in which such spans were
replaced on both sides, numbered from left to right in the French. What each kind is worth was measured: docs/carrying.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

from service.glossary import Glossary, Match
from service.invariants.addresses import addresses, phones
from service.invariants.dates import FRENCH_DATE, NUMERIC, english_date, english_day
from service.invariants.figures import Figure, english_figure, figures
from service.invariants.names import acronyms, mostly_capitals, names, unknown_names
from service.invariants.nations import demonym

PLACEHOLDER = re.compile(r"⟦(\d)⟧")
MOST = 10
SPELLED = frozenset({"address", "phone", "time", "title", "article", "name", "term"})  # what no model of words can know
KINDS = SPELLED | {"date", "figure", "ordinal", "words", "known", "acronym"}
OF = re.compile(r"[ \u00a0](?:de(?=[ \u00a0])|d['’](?=\w))")
NAMED = (
    "programme|projet|initiative|campagne|opération|plateforme|label|exposition|film|livre|roman|ouvrage|concours|prix|plan|"
    "émission|spectacle|festival|application|réseau|association|collectif|revue|collection|série"
)
TITLE = re.compile(rf"\b(?:{NAMED}) [«“\"][ \u00a0\u202f]?(?P<title>[A-ZÀ-Þ][\w’'-]*(?: [\w’'-]+){{1,5}})[ \u00a0\u202f]?[»”\"]")
_CAP = r"[A-ZÀ-Þ][\w’'-]*"
_AND = r"(?: (?:(?:de|du|des|la|le|les|et) )*)"
QUOTED_NAME = re.compile(rf"[«“\"][ \u00a0\u202f]?(?P<title>{_CAP}(?:{_AND}{_CAP}){{1,4}})[ \u00a0\u202f]?[»”\"]")
NATIONAL = re.compile(  # la Nigériane Blessing Okafor
    r"\b(?P<article>[Ll][ea] |[Ll]['’]|[Dd]u |[Aa]u )"
    rf"(?P<people>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)?) (?P<name>{_CAP}(?: {_CAP})+)"
)
_FOREIGN = "[\u0370-\u1dff\u2c00-\ud7ff]{2,}"  # Greek, Cyrillic, Arabic, Chinese …
FOREIGN = re.compile(rf"(?<!\w){_FOREIGN}(?: {_FOREIGN})*(?!\w)")
WITHOUT_ARTICLE = {"du": "de ", "des": "de ", "au": "à ", "aux": "à ", "d'": "de ", "de": "de "}


class Span(NamedTuple):
    """A piece of the French and what it becomes; `before` and `after` keep the French grammatical around it."""

    start: int
    end: int
    kind: str
    english: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A French sentence with placeholders, and the English of each."""

    text: str
    values: tuple[str, ...] = ()
    capital: bool = True  # whether the French begins with a capital, as a clause inside a sentence does not

    @classmethod
    def plain(cls, french: str) -> Self:
        """A sentence of which nothing is carried."""
        return cls(text=french, capital=_capital(french))

    def restore(self, english: str) -> str | None:
        """The English with the values in place; None where a placeholder was lost, doubled or made up."""
        found = [int(m[1]) for m in PLACEHOLDER.finditer(english)]
        if sorted(found) != list(range(len(self.values))):
            return None
        text = _smooth(PLACEHOLDER.sub(lambda m: f"⟦{self.values[int(m[1])]}⟧", english), self.capital)
        return text.replace("⟦", "").replace("⟧", "")


def mask(
    french: str, *, glossary: Glossary | None = None, names: bool = True, dates: str = "day-month", kinds: frozenset[str] = KINDS
) -> Carried:
    """The sentence with at most ten placeholders; `names=False` leaves people to the model. `kinds` is for measuring."""
    if "⟦" in french:
        return Carried.plain(french)
    wanted = kinds if names else kinds - {"name"}
    spans = (*_copied(french), *_terms(french, glossary), *_dated(french, dates), *_named(french))
    chosen = _disjoint(span for span in spans if span.kind in wanted)[:MOST]
    text, at = "", 0
    for index, span in enumerate(chosen):
        text += f"{french[at : span.start]}{span.before}⟦{index}⟧{span.after}"
        at = span.end
    return Carried(text=text + french[at:], values=tuple(span.english for span in chosen), capital=_capital(french))


def _copied(french: str) -> Iterator[Span]:
    """What is the same in both languages, letter by letter."""
    for fact in addresses(french):
        yield Span(fact.start, fact.end, "address", fact.text)
    for fact in phones(french):
        yield Span(fact.start, fact.end, "phone", fact.text)
    for found in FOREIGN.finditer(french):
        yield Span(found.start(), found.end(), "name", found.group())


def _dated(french: str, dates: str) -> Iterator[Span]:
    """Dates first, for a figure may be a part of one."""
    for found in FRENCH_DATE.finditer(french):
        yield Span(found.start(), found.end(), "date", english_date(found, dates))
    for found in NUMERIC.finditer(french):
        if 1 <= int(found[3]) <= 12:
            yield Span(found.start(), found.end(), "date", english_day(int(found[1]), int(found[3]), found[4], dates))
    for figure in figures(french):
        yield _figure_span(french, figure, dates)


def _figure_span(french: str, figure: Figure, dates: str) -> Span:
    """`3 millions de personnes` → `⟦0⟧ personnes`: English has no `of` after a million."""
    english = english_figure(figure, dates)
    of = OF.match(french, figure.end) if english.endswith("illion") else None
    if not of:
        kind = "article" if figure.text.lower().startswith("art.") else figure.kind  # which Canadian law calls `s. 3`
        return Span(figure.start, figure.end, kind, english)
    return Span(figure.start, of.end(), figure.kind, english, after="" if french[of.end()] in " \u00a0" else " ")


def _terms(french: str, glossary: Glossary | None) -> Iterator[Span]:
    """A proper name takes its French article along, so that English gets its own: `du FMI` → `de ⟦0⟧` → `of the IMF`."""
    for match in glossary.find(french) if glossary else ():
        if match.term.common or match.term.kind in ("keep", "term"):
            yield Span(match.start, match.end, "term", match.english)
        else:
            yield _proper(match)


def _proper(match: Match) -> Span:
    english = f"the {match.english}" if match.term.article else match.english
    before = WITHOUT_ARTICLE.get(match.article.strip().lower().replace("’", "'"), "")
    said = match.term.acronym or match.term.french.startswith("ministère")  # its name may go on: de la Santé publique, Hygiène …
    kind = "known" if said else "term"
    return Span(match.start - len(match.article), match.end, kind, english, before)


def _named(french: str) -> Iterator[Span]:
    """Titles of works and programmes, people, acronyms that no glossary knows."""
    if mostly_capitals(french):
        return
    for found in NATIONAL.finditer(french):
        if english := demonym(found["people"]):
            before = WITHOUT_ARTICLE.get(found["article"].strip().lower(), "")
            yield Span(found.start(), found.end(), "name", f"{english} {found['name']}", before)
    for found in (*TITLE.finditer(french), *QUOTED_NAME.finditer(french)):
        yield Span(found.start("title"), found.end("title"), "title", found["title"])
    for fact in (*names(french), *acronyms(french), *unknown_names(french)):
        yield Span(fact.start, fact.end, fact.kind, fact.text)


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    """In order of place; of two that overlap, the one that came first in `spans`."""
    chosen: list[Span] = []
    for span in spans:
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    return sorted(chosen)


def _capital(french: str) -> bool:
    return next((letter.isupper() for letter in french if letter.isalpha()), False)


def _smooth(english: str, capital: bool) -> str:
    """Articles and capitals around the values: one `the`, none where the value has none, a capital at the head."""
    text = re.sub(r"\b([Tt]he|[Aa]n?) ⟦the ", lambda m: "⟦The " if m[1][0].isupper() else "⟦the ", english)
    text = re.sub(r"[€$£](?=⟦[A-Za-z])", "", text)  # €⟦reduced rate⟧: the model expects amounts after a colon
    text = re.sub(r"\b([Aa]) ⟦(?=[aeiou])", r"\1n ⟦", text)
    if capital:
        text = re.sub(r"^(\W*⟦)([a-z])(?=[\w -]*⟧)", lambda m: m[1] + m[2].upper(), text)
    return text.replace(".⟧.", ".⟧")
