"""One line for a news wire: date, what happened, who says so, in 40 words at most."""

from __future__ import annotations

import re

from service.render.characters import isolated, line
from service.render.digest import Digest
from service.render.sheet import credit, written
from service.types import Brief

MOST_WORDS = 40
ALARM = "CHECK BEFORE USE:"

_SCALES = frozenset(
    "hundred thousand million millions billion billions trillion per euros euro dollars about around nearly over".split()
)
_LEANING = frozenset(  # words that want the next one: a line must not end on them
    """a an the of to in on at by for from with without and or but nor not no never as than that which who whose whom
    is are was were be been being has have had will would shall should may might must can could do does did if unless
    until when while because its their his her this these those more less most least between under into""".split()
)
_LIMITING = frozenset("unless if except provided subject only not but without pending until although though".split())
_JOINING = frozenset("of for the and de du des la le les al el ben bin van von d' l' &".split())
_CLAUSE_END = re.compile(r"[;:,–—.!?]$")
_DIGIT = re.compile(r"\d")
_FIGURE_AHEAD = re.compile(r"^\W*\d|^[%‰°€$£]")


def brief(brief: Brief, dates: str) -> str:
    """The lead where it fits whole, else the headline: a whole shorter statement says no less than was meant."""
    before = _opening(brief, dates)
    after = f"({credit(brief.source)})" if credit(brief.source) else ""
    room = max(1, MOST_WORDS - len(f"{before} {after}".split()))
    lead, headline = line(brief.lead.text), line(brief.headline.text)
    whole = next((text for text in (lead, headline) if text and len(text.split()) <= room), None)
    said = whole if whole is not None else shorten(headline or lead, room)
    return " ".join(part for part in (before, said, after) if part) + "\n"


def digest(digest: Digest, dates: str) -> str:
    """One line for each brief."""
    return "".join(brief(entry.brief, dates) for entry in digest.entries)


def shorten(text: str, most: int) -> str:
    """The longest beginning of at most `most` words that ends at a clause, else at a word, and never inside a figure
    or a name; "…" says that more follows. A text that offers no such place gives "…" alone."""
    words = text.split()
    if len(words) <= most:
        return text
    places = [n for n in range(1, min(most, len(words) - 1) + 1) if _may_end(words, n)]
    clauses = [n for n in places if _CLAUSE_END.search(words[n - 1]) and 3 * n >= most]
    if not places:
        return "…"
    kept = " ".join(words[: (clauses or places)[-1]])
    return kept.rstrip(";:,–— ") + " …" if kept.endswith((".", "!", "?")) else kept.rstrip(";:,–— ") + "…"


def _opening(brief: Brief, dates: str) -> str:
    place, date = isolated(line(brief.dateline.place or "")), written(brief.dateline.date, dates)
    published = written(brief.dateline.published, dates)
    when = date or (f"{'published' if place else 'Published'} {published}" if published else "")
    dateline = ", ".join(part for part in (place, when) if part)
    return " ".join(part for part in (ALARM if brief.severe else "", f"{dateline} –" if dateline else "") if part)


def _may_end(words: list[str], count: int) -> bool:
    last, following = words[count - 1], words[count]
    bare, ahead = last.strip("“”\"'’()[]«»").casefold(), following.lstrip("“\"'’([«")
    if last in ("–", "—", "-") or bare in _LEANING or bare in _SCALES or ahead.casefold() in _LIMITING:
        return False
    if _CLAUSE_END.search(last):
        return not (_named(last.rstrip(",")) and _named(ahead)) or last[-1] in ";:–—"
    if _DIGIT.search(last) or _FIGURE_AHEAD.search(following) or ahead.casefold().strip(",.;:") in _SCALES:
        return False
    return not _inside_name(words, count)


def _inside_name(words: list[str], count: int) -> bool:
    """Whether "Ministry | of Health", "Awa | Sarr" or "Health | and Sport" would be torn."""
    if not _named(words[count - 1].lstrip("“\"'(")):
        return False
    rest = [word.strip("“”\"'(),.;:") for word in words[count:]]
    if rest and rest[0].casefold() == "the":  # "in Rabat | the Ministry"
        return False
    while rest and rest[0].casefold() in _JOINING:
        rest.pop(0)
    return bool(rest) and _named(rest[0])


def _named(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()
