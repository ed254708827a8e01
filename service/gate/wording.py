"""Wording: enough of it from one place, in an order that keeps who does what to whom, and no word turned to its opposite."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from service.english import STOP, WORD, stem, words
from service.gate.names import QUOTED, attributed
from service.gate.reading import Reading, containment, stems
from service.lexicon import MONTHS_EN

CONTAINED = 0.6  # share of the line's word pairs that stand in the source in this order
_OPPOSITES = [
    tuple(frozenset(stem(w) for w in side.split()) for side in pair.split(" / "))
    for pair in (
        "increase rise grow up higher raise gain climb jump growth expand improve / decrease fall decline drop down lower cut "
        "loss reduce reduction shrink contract worsen",
        "open launch start begin inaugurate resume / close end suspend stop cease terminate",
        "approve adopt accept ratify authorise allow permit confirm uphold / reject refuse dismiss ban prohibit deny annul "
        "forbid quash",
        "win victory beat / lose defeat", "buy purchase acquire / sell sale", "import / export", "before / after",
        "hire recruit appoint / dismiss resign", "support welcome praise / oppose criticise condemn denounce",
        "more / less fewer", "above / below", "first / last", "public / private", "north / south", "east / west",
        "safe / dangerous", "free / paid", "mandatory compulsory / optional voluntary", "maximum / minimum", "men / women",
        "boy / girl", "lend / borrow", "deficit / surplus", "profit / loss", "majority / minority", "early / late",
        "unanimous / divided", "temporary / permanent", "partial / full total", "national / international regional local",
        "succeed success / fail failure", "present / absent", "innocent acquit / guilty convict", "creation create / abolish",
    )
]  # fmt: skip
_WHOLE = frozenset("all every always only most both entire unanimously".split())
_LINK = re.compile(r"[,;:.–—]\s|\b(?:and|but|while|which|who|as|after|where|when)\b")
# What a summary may say in its own words: it names no fact.
_FREE = frozenset(
    stem(w)
    for w in """said say told announce state report add note explain new year time people include also hold take make give
    according aim year day held made use used first one part number well around nearly about say says set including""".split()
)


def contained(reading: Reading) -> Iterator[str]:
    if (share := containment(reading.line, reading.sentences)) < CONTAINED:
        yield f"Only {share:.0%} of the wording stands in the source in this order."


def nothing_new(reading: Reading) -> Iterator[str]:
    """Every word that carries meaning stands in the source, in this form or a kindred one."""
    own = set(_parts(f"{reading.source} {reading.french}"))
    heads = {w[:5] for w in own if len(w) >= 5}
    elsewhere = set(_parts(" ".join(reading.rest)))
    spoken = QUOTED.sub(" ", reading.line) if attributed(reading.line) else reading.line
    for word in _parts(spoken):
        if word in own or word in _FREE or (word[:5] in heads and len(word) >= 5) or word.isdigit():
            continue
        if attributed(reading.line) and word in elsewhere:  # the function of a speaker
            continue
        told = "belongs to another sentence" if word in elsewhere else "is not in the source"
        yield f"“{word}…” {told}."


def _parts(text: str) -> list[str]:
    """Stems of the words that carry meaning, those of a compound one by one: "three-month" is "three" and "month"."""
    return [stem(p) for w in words(text) for p in re.split(r"[-.&/]", w) if p and p not in STOP and len(p) > 1]


def one_event(reading: Reading) -> Iterator[str]:
    """A line from two sentences passes once from the first to the second, at a mark or a conjunction: anything else ties
    the subject of one event to the verb of another."""
    if len(reading.sentences) < 2:
        return
    first, second = (set(stems(s)) for s in reading.sentences)
    sides = [(m, _side(stem(m[0].lower()), first, second)) for m in WORD.finditer(reading.line) if m[0].lower() not in STOP]
    told = [(m, side) for m, side in sides if side]
    for (m, side), (after, next_side) in itertools.pairwise(told):
        between = reading.line[m.end() : after.start()]
        if side != next_side and (side == 2 or not _LINK.search(between)):
            yield f"“{m[0]}” and “{after[0]}” belong to two sentences."


def figures_attached(reading: Reading) -> Iterator[str]:
    """A figure that follows a word closely in the line, where another figure follows that word in the source."""
    theirs = _followers(reading.source)
    for word, figures in _followers(reading.line).items():
        known = theirs.get(word, set())
        if known and not figures & known:
            yield f"“{word}… {min(figures)}” is “{word}… {min(known)}” in the source."


def _followers(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for m in re.finditer(r"\b([A-ZÀ-Þ][\w-]+) (?:on|by|to|at|of|with|in) (\d[\d.,]*)", text):
        if m[1] not in MONTHS_EN:
            found.setdefault(m[1], set()).add(m[2].rstrip(".,"))
    return found


_RELATION = re.compile(r"\b(by|of|from|to|against|for|over) (?:the |its |their |his |her )?([A-ZÀ-Þ][\w’'-]+)")


def relations_kept(reading: Reading) -> Iterator[str]:
    """The preposition before a name: a defeat by Ghana is no defeat of Ghana."""
    theirs = _RELATION.findall(reading.source)
    for preposition, name in _RELATION.findall(reading.line):
        known = {p for p, n in theirs if n == name}
        if known and preposition not in known:
            yield f"“{preposition} {name}” is “{min(known)} {name}” in the source."


def _side(word: str, first: set[str], second: set[str]) -> int:
    return 1 if word in first - second else 2 if word in second - first else 0


def no_opposite(reading: Reading) -> Iterator[str]:
    """A word of the line whose opposite, and not itself, stands in the source."""
    ours, theirs = set(stems(reading.line)), set(stems(reading.source))
    for pair in _OPPOSITES:
        for side, other in (pair, pair[::-1]):
            wrong = (ours & side) - theirs
            if wrong and theirs & other and not theirs & side:
                yield f"“{min(wrong)}…” turns “{min(theirs & other)}…” of the source around."
    for word in sorted((_WHOLE & set(words(reading.line))) - set(words(reading.source))):
        yield f"“{word}” is not in the source."


def roles_kept(reading: Reading) -> Iterator[str]:
    """Three words that carry meaning in the reverse of their order: subject and object have changed places around a verb,
    unless the voice of the verb changed with them. A phrase moved to the front or the end reverses no three."""
    for sentence in reading.sentences:
        chain = _reversed_chain(reading.line, sentence)
        passive = _passives(reading.line) ^ _passives(sentence)
        if len(chain) >= 3 and not any(stem(w) in passive for w in chain):
            yield f"“{chain[0]}”, “{chain[1]}” and “{chain[2]}” stand in reverse order in the source."
        elif len(chain) < 3 and (turned := _passives(reading.line) - _passives(sentence)) and _active(turned, sentence):
            yield f"“{min(turned)}…” has changed its voice and not its places."


def _reversed_chain(line: str, source: str) -> list[str]:
    """The longest run of words, once in each text, whose places in the source fall while those in the line rise."""
    places = _unique(source)
    ours = [(w, places[w]) for w in _unique(line) if w in places]
    best: list[list[str]] = []
    for index, (word, place) in enumerate(ours):
        before = [best[j] for j in range(index) if ours[j][1] > place]
        best.append([*max(before, key=len, default=[]), word])
    return max(best, key=len, default=[])


def _unique(text: str) -> dict[str, int]:
    found = [stem(w) if w not in STOP or w == "said" else "" for w in words(text)]
    return {w: i for i, w in enumerate(found) if w and found.count(w) == 1}


_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?(\w+)(?:\s+\w+){0,2}?\s+by\b", re.IGNORECASE)


def _passives(text: str) -> set[str]:
    """Stems of the verbs that are passive with an agent: "was adopted by"."""
    return {stem(m[1].lower()) for m in _PASSIVE.finditer(text)}


def _active(verbs: set[str], source: str) -> bool:
    return any(v in stems(source) for v in verbs) and " by " not in source
