"""What the page shows when there is no brief to show: nothing yet, work in progress, a failure in words."""

from __future__ import annotations

import re

from service.errors import DepecheError
from service.render.characters import markup as h

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


def noted(words: str, *, wrong: bool = False) -> str:
    """A line beneath a control."""
    return f'<p class="noted{" wrong" if wrong else ""}" role="{"alert" if wrong else "status"}" dir="auto">{h(words)}</p>'


def failed(error: DepecheError) -> str:
    """The message of the error, in words for a reader of the page."""
    return (
        f'<section class="failed" role="alert"><h1>No brief could be made</h1><p dir="auto">{h(spoken(error))}</p>'
        "<p>The text is still there: change it and try again.</p></section>"
    )


def spoken(error: DepecheError) -> str:
    """What the command line is told, without its options; text without a name is called so."""
    words = re.sub(r"^text\b", "The text", str(error))
    return re.sub(r"; force it \(--force\) if it is French after all", "", words)
