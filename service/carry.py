"""Names, figures, dates, acronyms and addresses pass around the model as ⟦0⟧ … ⟦9⟧ and come back in their English form.

A small model cannot spell every name and copy every figure, and need not. It was trained on pairs in which such spans were replaced
on both sides, numbered from left to right in the French. Which kinds are worth carrying was measured: docs/carrying.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

from service.glossary import Glossary, Match
from service.invariants.addresses import ADDRESS, PHONE
from service.invariants.dates import FRENCH_DATE, english_date
from service.invariants.figures import english_figure, figures
from service.invariants.names import ACRONYM, ROMAN, mostly_capitals

PLACEHOLDER = re.compile(r"⟦(\d)⟧")
MOST = 10
KINDS = frozenset({"address", "phone", "date", "time", "figure", "term", "acronym", "name"})
NAME = re.compile(
    r"(?<![\w’'⟦.-])[A-ZÀ-Þ][\w’'-]*\w(?:[ \u00a0](?:(?:de|du|des|d|la|le|al|el|ben|bin|von|van|et)[ \u00a0])?[A-ZÀ-Þ][\w’'-]*\w)+"
)
HONORIFIC = r"(?:M\.|MM\.|Mme|Mmes|Mlle|Dr|Pr|Me|S\.E\.M\.|S\.E\.)"
TITLED = re.compile(
    rf"(?<!\w)(?:{HONORIFIC}[ \u00a0])+(?P<name>[A-ZÀ-Þ][\w’'-]*\w(?:[ \u00a0](?:(?:de|du|des|la|el|al|ben|bin|von|van)[ \u00a0])?[A-ZÀ-Þ][\w’'-]*\w)*)"
)
COMMON = re.compile(
    r"^(?:Minist|Présid|Direct|Secrét|Conseil|Commiss|Premier|Organis|Union|Nations|Unies|État|Républi|Assembl|Comit|Fond|Banque|Centr|"
    r"Programm|Agence|Instit|Univers|Écol|Ecol|Journée|Plan|Stratég|Semaine|Forum|Sommet|Conférenc|Déclar|Accord|Charte|Convention|Prix|Le|La|Les|"
    r"L|Un|Une|Des|Du|De|Ce|Cette|Ces|En|Au|Aux|À|A|Par|Pour|Dans|Avec|Sur|Selon|Depuis|Après|Avant|Il|Elle|Ils|Elles|Nous|Vous|On|Et|Mais|Si|"
    r"Son|Sa|Ses|Leur|Notre|Nos|Haut|Grand|Sous|Développement|Affaires|Santé|Éducation|Culture|Sciences|Monde|Objectifs|Droits|Cour|Parlement|"
    r"Sénat|Chambre|Fédération|Fondation|Association|Ambassad|Consul|Délég|Gouverne|Coopération|Ligue|Communauté|Office|Réseau|Projet|Région|Ville|"
    r"Mairie|Maire|Province|Départe|Palais|Musée|Festival|Salon|Académie|Groupe|Société|Chef|Roi|Reine|Prince|Sa|Son|Monsieur|Madame|Docteur|Professeur|"
    r"Général|Colonel|Père|Mission|Coupe|Jeux|Constitution|Loi|Code|Afrique|Asie|Europe|Amérique|Mer|Océan|Golfe|Rive|Sud|Nord|Est|Ouest|Saint-Siège)"
)


class Span(NamedTuple):
    """A piece of the French and what it becomes; the French from `start` to `end` gives way, `before` standing in for an article."""

    start: int
    end: int
    kind: str
    english: str
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A French sentence with placeholders, and the English of each."""

    text: str
    values: tuple[str, ...] = ()

    @classmethod
    def plain(cls, french: str) -> Self:
        """A sentence of which nothing is carried."""
        return cls(text=french)

    def restore(self, english: str) -> str | None:
        """The English with the values in place; None where a placeholder was lost, doubled or made up."""
        found = [int(m[1]) for m in PLACEHOLDER.finditer(english)]
        if sorted(found) != list(range(len(self.values))):
            return None
        return _smooth(PLACEHOLDER.sub(lambda m: f"⟦{self.values[int(m[1])]}⟧", english))


def mask(
    french: str,
    *,
    glossary: Glossary | None = None,
    names: bool = True,
    dates: str = "day-month",
    kinds: frozenset[str] = KINDS,
) -> Carried:
    """The sentence with at most ten placeholders; `names=False` leaves people to the model. `kinds` is for measuring."""
    if "⟦" in french:
        return Carried.plain(french)
    wanted = kinds if names else kinds - {"name"}
    chosen = _disjoint(span for span in _spans(french, glossary, dates) if span.kind in wanted)[:MOST]
    text, at = "", 0
    for index, span in enumerate(chosen):
        text += f"{french[at : span.start]}{span.before}⟦{index}⟧"
        at = span.end
    return Carried(text=text + french[at:], values=tuple(span.english for span in chosen))


def _spans(french: str, glossary: Glossary | None, dates: str) -> Iterator[Span]:
    """Every span, the kinds that must win over others first."""
    for found in ADDRESS.finditer(french):
        yield Span(found.start(), found.end(), "address", found.group())
    for found in PHONE.finditer(french):
        yield Span(found.start(), found.end(), "phone", found.group())
    for found in FRENCH_DATE.finditer(french):
        yield Span(found.start(), found.end(), "date", english_date(found, dates))
    for figure in figures(french):
        yield Span(figure.start, figure.end, figure.kind, english_figure(figure, dates))
    for match in glossary.find(french) if glossary else ():
        yield _term_span(french, match)
    if mostly_capitals(french):
        return
    for found in TITLED.finditer(french):
        yield Span(found.start("name"), found.end("name"), "name", found["name"])
    for found in NAME.finditer(french):
        if not any(COMMON.match(word) for word in re.split(r"[ \u00a0]", found.group())):
            yield Span(found.start(), found.end(), "name", found.group())
    for found in ACRONYM.finditer(french):
        if len(found.group()) > 1 and not ROMAN.fullmatch(found.group()):
            yield Span(found.start(), found.end(), "acronym", found.group())


def _term_span(french: str, match: Match) -> Span:
    """A proper name takes its French article along, so that English gets its own: `du FMI` → `de ⟦0⟧` → `of the IMF`."""
    term, article = match.term, match.article
    if term.common or term.kind in ("keep", "term"):
        return Span(match.start, match.end, "term", match.english)
    english = f"the {match.english}" if term.article else match.english
    start = match.start - len(article)
    before = {"du": "de ", "des": "de ", "au": "à ", "aux": "à ", "d'": "de ", "de": "de "}.get(
        article.strip().lower().replace("’", "'"), "")  # fmt: skip
    return Span(start, match.end, "term", english, before)


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    """In order of place; of two that overlap, the one that came first in `spans`."""
    chosen: list[Span] = []
    for span in spans:
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    return sorted(chosen)


def _smooth(english: str) -> str:
    """Articles and capitals around the values: one `the`, none where the value has none, a capital at the head."""
    text = re.sub(r"\b([Tt]he|[Aa]n?) ⟦the ", lambda m: "⟦The " if m[1][0] == "T" else "⟦the ", english)
    text = re.sub(r"^(\W*)⟦the ", r"\1⟦The ", text)
    return text.replace("⟦", "").replace("⟧", "")
