"""One brief as the page sees it come: stages, passages as they are translated, the card, and its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.desk import BriefService
from service.errors import TooLarge
from service.glossary import Glossary
from service.render.characters import markup as h
from service.render.html import article
from service.render.sheet import sheet
from service.types import Brief, Document, Passage
from service.ui import states
from service.ui.downloads import pasted
from service.ui.pairs import gone, legend, pairs

MOST_CHARACTERS = 400_000  # of one text on the page: some 60,000 words; longer ones go through the command line
WHILE_WORKING = 60  # sentences that are shown before all are there


@dataclass(frozen=True, slots=True)
class View:
    """What stands on the page at one moment: the right side, the left side, and the brief once it is there."""

    result: str
    texts: str = ""
    brief: Brief | None = None
    bar: str = ""  # the count of words and the copy button


def briefed(desk: BriefService, document: Document, *, force: bool = False) -> Iterator[View]:
    """Every view until the brief. Raises `DepecheError` where there is none."""
    bounded(document)
    yield View(states.working(0))
    counted = [0, 0]

    def told(_stage: str, done: int, total: int) -> None:
        counted[:] = [done, total]

    passages: list[Passage] = []
    for item in desk.stream(document, force=force, progress=told):
        if isinstance(item, Brief):
            yield _finished(item, desk)
            return
        passages.append(item)
        if len(passages) == counted[0]:
            yield _underway(passages, counted[1], desk.glossary)


def bounded(document: Document) -> None:
    """Raises `TooLarge` for what a page should not be asked to do."""
    if len(document.text) > MOST_CHARACTERS:
        raise TooLarge(
            f"{document.source} has {len(document.text):,} characters; the page takes {MOST_CHARACTERS:,}. "
            "For longer texts there is the command: depeche brief FILE."
        )


def _underway(passages: list[Passage], total: int, glossary: Glossary) -> View:
    done = len(passages)
    left = "" if done <= WHILE_WORKING else f'<p class="more">… and {done - WHILE_WORKING} more sentences.</p>'
    texts = legend() + pairs(passages[:WHILE_WORKING], glossary) + left
    return View(states.working(1 if done < total else 2, done, total), texts)


def _finished(brief: Brief, desk: BriefService) -> View:
    laid_out = sheet(brief, desk.settings.brief.dates)
    card = article(replace(laid_out, passages=(), removed=()))
    count = f'<p class="count">{brief.words} words from {len(brief.passages)} sentences</p>'
    copy = f'<button type="button" class="copy" data-copy="{h(pasted(laid_out))}">Copy the brief</button>'
    texts = legend() + pairs(brief.passages, desk.glossary, cited=laid_out.cited) + gone(brief.removed)
    return View(card, texts, brief, f'<div class="bar">{count}{copy}</div>')
