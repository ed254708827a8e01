"""A translated release becomes a Brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from service.brief.budget import Budget, budget
from service.brief.figures import figures
from service.brief.issued import embargoes, in_english, organisations
from service.brief.lines import clipped, points, tell, tell_headline
from service.brief.people import described
from service.brief.quotations import best_quote, unattributed
from service.brief.units import unit_above
from service.compress import headline
from service.config import Settings
from service.engines import Summarizer
from service.glossary import Glossary
from service.release import Release
from service.summarize import rank
from service.summarize.abstract import abstract
from service.types import Brief, Figure, Finding, Line, Passage, Quote, Role, Translation

MOST_FIGURES, MOST_NAMES = 6, 8
SPARE = 5  # sentences beyond the points: the lead, and what stands in where the gate or the budget stops one


@dataclass(frozen=True)
class Editor:
    """Makes briefs of translated releases. `summarizer`: an abstractive model, or None for the release's own sentences."""

    settings: Settings
    glossary: Glossary
    summarizer: Summarizer | None = None

    def brief(self, source: str, release: Release, translation: Translation) -> Brief:
        """Select, shorten, gate and gather. Every line names its passages; words never exceed `most_words` of the settings."""
        passages, room = translation.passages, budget(self.settings.brief)
        titles = [i for i, p in enumerate(passages) if p.role == "title"]
        chosen = _ranked(passages, titles, room, self.settings, unattributed(release, passages) | _dependent(passages))
        quote = best_quote(release, passages, frozenset(chosen[:1])) if room.quote else None
        lead, lines, doubts = self._told(chosen, passages, room, quote)
        top = tell_headline(titles, lead, passages, room.headline)
        brief = Brief(
            headline=top, dateline=in_english(release.dateline, self.glossary), lead=lead, points=lines, quote=quote,
            source=source, passages=passages, removed=translation.removed, signature=translation.signature,
            findings=tuple(_doubts(translation, release, self.settings.brief.dates)) + doubts,
        )  # fmt: skip
        brief = replace(brief, quote=None) if brief.words > room.most else _headed(brief, room)
        return replace(
            brief,
            figures=tuple(islice(_figures(passages, brief.told), MOST_FIGURES)),
            people=tuple(described(p.name, [x.english for x in passages]) for p in release.people[:MOST_NAMES]),
            organisations=tuple(islice(organisations(release, passages, self.glossary), MOST_NAMES)),
        )

    def _told(
        self, chosen: Sequence[int], passages: Sequence[Passage], room: Budget, quote: Quote | None
    ) -> tuple[Line, tuple[Line, ...], tuple[Finding, ...]]:
        """Lead, points, doubts: in the model's words where there is one and the gate lets it, else in the release's."""
        quoted = len(f"{quote.text} {quote.speaker}".split()) if quote else 0
        left = room.words - room.headline - quoted
        chosen = [i for i in chosen if not quote or i not in quote.sources]
        if self.summarizer:
            lead, *others = self._abstract(sorted(chosen[: self.settings.brief.points + 1]), passages, self.summarizer)
            if len(lead.text.split()) <= room.most - room.headline:
                return lead, _fitting(others, room, left - len(lead.text.split())), ()
        lead, doubts = _lead(chosen, passages, room)
        rest = [i for i in chosen if i not in (*lead.sources, chosen[0])]
        lines, dropped = points(rest, passages, room, left - len(lead.text.split()))
        return lead, lines, (*doubts, *dropped)

    def _abstract(self, chosen: Sequence[int], passages: Sequence[Passage], model: Summarizer) -> list[Line]:
        english, french = [passages[i].english for i in chosen], [passages[i].french for i in chosen]
        lines, _ = abstract(english, model, settings=self.settings.summarizer, french=french)
        return [replace(line, sources=tuple(chosen[i] for i in line.sources)) for line in lines]


def _headed(brief: Brief, room: Budget) -> Brief:
    """With a headline of twice the words where the usual number breaks off in the middle of a sense."""
    if not brief.headline.text.endswith("…"):
        return brief
    title = "" if brief.headline.sources == brief.lead.sources else brief.passages[brief.headline.sources[0]].english
    longer = replace(brief, headline=replace(brief.headline, text=headline(title, brief.lead.text, 2 * room.headline)))
    return brief if longer.headline.text.endswith("…") or longer.words > room.most else longer


def _fitting(lines: Sequence[Line], room: Budget, left: int) -> tuple[Line, ...]:
    kept: list[Line] = []
    for line in lines:
        left -= len(line.text.split())
        if left < 0 or len(kept) == room.points:
            break
        kept.append(line)
    return tuple(kept)


def _ranked(
    passages: Sequence[Passage], titles: Sequence[int], room: Budget, settings: Settings, shunned: frozenset[int]
) -> list[int]:
    """The passages that carry the news, in order of worth, the lead first; one that is `shunned` or has a severe doubt only
    if need be."""
    roles: list[Role] = ["notes" if _severe(p) or i in shunned else p.role for i, p in enumerate(passages)]
    leads = [i for i, p in enumerate(passages) if p.role in ("body", "quote", "item", "table") and not _asks(p)]
    news = [i for i in leads if not _announces(passages, i)] or leads
    if news and not passages[news[0]].english.startswith("⟦"):
        roles[news[0]] = passages[news[0]].role  # the first news sentence is the lead even where a doubt is left
    english = [p.english for p in passages]
    title = english[titles[0]] if titles else ""
    return list(rank(english, title=title, roles=roles, weights=settings.select, count=room.points + SPARE))


def _dependent(passages: Sequence[Passage]) -> frozenset[int]:
    """What says nothing by itself: a question, whose answer is the news; a figure whose unit stands in its heading; what only
    announces; a sentence with a word that the model made up."""
    alone = frozenset(i for i, p in enumerate(passages) if _asks(p) or _made_up(p) or unit_above(passages, i))
    return alone | frozenset(i for i in range(len(passages)) if _announces(passages, i))


def _announces(passages: Sequence[Passage], index: int) -> bool:
    """ "Le procureur communique les éléments suivants :" over running text: what follows is the news."""
    followed = index + 1 < len(passages) and passages[index + 1].role == "body"
    return followed and passages[index].role == "body" and passages[index].french.rstrip().endswith(":")


def _made_up(passage: Passage) -> bool:
    return any(f.check in ("invented_word", "invented_name") for f in passage.findings)


def _asks(passage: Passage) -> bool:
    return passage.french.rstrip().endswith("?")


def _lead(chosen: Sequence[int], passages: Sequence[Passage], room: Budget) -> tuple[Line, tuple[Finding, ...]]:
    """The first news sentence; where it may not be said, the next that may, with a warning that the first is missing."""
    most = room.most - room.headline
    for index in chosen:
        told = tell(index, passages, room.lead, most)
        if told.line and index == chosen[0]:
            return told.line, told.findings
        if told.line:
            note = f"The opening sentence [{chosen[0] + 1}] did not pass every check and is not told; read it beside its French."
            return told.line, (Finding("gate", note, "severe"),)
    return clipped(chosen[0], passages, min(room.lead, most))


def _severe(passage: Passage) -> bool:
    return any(f.severe for f in passage.findings)


def _misquoted(passage: Passage) -> bool:
    """Whether its figures may be wrong; a lost weekday or name says nothing against them."""
    return any(f.severe and f.check not in ("weekday_kept", "name_kept", "acronym_kept") for f in passage.findings)


def _doubts(translation: Translation, release: Release, dates: str) -> Iterator[Finding]:
    """About the text as a whole: the embargo first."""
    yield from embargoes(translation.passages, dates)
    yield from (*translation.findings, *release.findings)
    if len(release.starts) > 1:
        note = f"The text holds {len(release.starts)} releases; this brief is about all of them."
        yield Finding("several_releases", note)


def _figures(passages: Sequence[Passage], told: frozenset[int]) -> Iterator[Figure]:
    """Those of the brief's own lines first, then those of the rest; no value twice."""
    seen = set()
    body = [i for i, p in enumerate(passages) if p.role in ("body", "quote", "item", "table") and not _misquoted(p)]
    for index in sorted(body, key=lambda i: (i not in told, i)):
        unit = unit_above(passages, index)
        for figure in figures(passages[index].english, index):
            if unit and figure.value[-1].isdigit():
                figure = replace(figure, value=f"{figure.value} ({unit})")
            if figure.value not in seen:
                seen.add(figure.value)
                yield figure
