"""What the page shows when there is no brief to show: nothing yet, work in progress, a failure in words."""

from __future__ import annotations

import logging
import re

from service.errors import DepecheError
from service.glossary import Glossary
from service.render.characters import line, plain
from service.render.characters import markup as h
from service.types import Passage, Translation
from service.ui.pairs import gone, legend, pairs

STAGES = ("Reading", "Translating", "Writing the brief")


def header() -> str:
    return (
        '<header class="top"><p class="name">Dépêche</p><p class="claim">French press releases in, short English briefs out. '
        "Nothing leaves this machine.</p>"
        '<button type="button" id="theme" aria-label="Change between light and dark">'
        '<span class="to-dark">Dark</span><span class="to-light">Light</span></button></header>'
    )


def empty() -> str:
    return (
        '<section class="blank"><h1>Your brief will stand here</h1>'
        "<p>Paste a release as you found it, page menus and all. Every line of the brief points to the French sentence "
        "it comes from, and every doubt is written down.</p>"
        "<p>No release at hand? Choose one of the samples.</p></section>"
    )


def working(stage: int, done: int = 0, total: int = 0) -> str:
    """The stages, with sentences counted where they are known."""
    items = []
    for i, name in enumerate(STAGES):
        state = "done" if i < stage else "now" if i == stage else "next"
        counted = f" <b>{done} of {total} sentences</b>" if i == 1 and total and stage == 1 else ""
        items.append(f'<li class="{state}">{name}{counted}</li>')
    share = f' max="{total}" value="{done}"' if total else ""
    bar = f'<progress aria-label="Sentences translated"{share}></progress>'
    lines = "".join(f'<span style="width:{width}%"></span>' for width in (82, 64, 96, 91, 58, 88, 73))
    return (
        f'<section class="working"><ol class="stages" role="status">{"".join(items)}</ol>{bar}'
        f'<div class="ghost" aria-hidden="true">{lines}</div></section>'
    )


def stopped() -> str:
    return (
        '<section class="blank" role="status"><h1>Stopped</h1><p>There is no brief of half a release. '
        "Your text is still there.</p></section>"
    )


def empty_translation() -> str:
    return (
        '<section class="blank"><h1>The whole text in English</h1>'
        "<p>Paragraphs, bullets and blank lines stay where they are; doubtful sentences are marked.</p>"
        "<p>A Word, OpenDocument, HTML, Markdown, subtitle or table file comes back in its own format.</p></section>"
    )


def empty_archive() -> str:
    return (
        '<section class="blank"><h1>A whole folder at once</h1>'
        "<p>Drop files of any kind, or a zip of them. Each document gets a row here as it is done; one that cannot be read is "
        "set aside with its reason, and the rest goes on.</p>"
        "<p>At the end one zip holds a digest, every brief, and the list of what was set aside.</p></section>"
    )


def empty_glossary() -> str:
    return (
        '<section class="blank"><h1>Say it your way</h1>'
        "<p>Your terms win over what the model would say, and over the institutions, countries and cities that Dépêche knows.</p>"
        "<p>Write <b>the</b> before the English where it belongs: <b>le Grand Prix = the Grand Prix</b>. "
        "Plurals are found by themselves.</p></section>"
    )


def translated(translation: Translation, glossary: Glossary) -> str:
    """The English as running text, doubtful sentences marked, and both texts beneath."""
    sentences = "".join(_sentence(passage) + h(plain(passage.gap)) for passage in translation.passages)
    whole = "".join(passage.english + passage.gap for passage in translation.passages)
    copy = f'<button type="button" class="copy" data-copy="{h(plain(whole))}">Copy the English</button>'
    count = f'<p class="count">{len(translation.passages)} sentences</p>'
    rows = legend() + pairs(translation.passages, glossary, prefix="t_")
    both = f'<details class="both"><summary>Sentence by sentence</summary>{rows}</details>'
    shown = f'<div class="english" lang="en" dir="auto">{sentences}</div>'
    warned = "".join(noted(line(f.note), wrong=True) for f in translation.findings if f.severe)  # another language, say
    return f'<div class="bar">{count}{copy}</div>{warned}{shown}{gone(translation.removed)}{both}'


def _sentence(passage: Passage) -> str:
    english = h(plain(passage.english))
    doubts = [line(f.note) for f in passage.findings if f.level != "note"]
    if passage.confidence == "low" and not doubts:
        doubts = ["Low confidence"]
    return f'<span class="unsure" title="{h(" ".join(doubts))}">{english}</span>' if doubts else english


def noted(words: str, *, wrong: bool = False) -> str:
    """A line beneath a control."""
    return f'<p class="noted{" wrong" if wrong else ""}" role="{"alert" if wrong else "status"}" dir="auto">{h(words)}</p>'


def failed(error: Exception, title: str = "No brief could be made") -> str:
    """The message of the error, in words for a reader of the page."""
    return (
        f'<section class="failed" role="alert"><h1>{h(title)}</h1><p dir="auto">{h(spoken(error))}</p>'
        "<p>The text is still there: change it and try again.</p></section>"
    )


def spoken(error: Exception) -> str:
    """What the command line is told, without its options; text without a name is called so."""
    if not isinstance(error, DepecheError):
        logging.getLogger("depeche").error("The page met a fault.", exc_info=error)
        return "Dépêche met a fault of its own and could not go on. It is written in the log of the service."
    words = re.sub(r"^text\b", "The text", str(error))
    return re.sub(r"; force it \(--force\) if it is French after all", "", words)
