"""Wording: enough of it from one place, in an order that keeps who does what to whom, and no word turned to its opposite."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from service.english import STOP, WORD, stem, words
from service.gate.reading import Reading, containment, stems

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
_LINK = re.compile(r"[,;:.–—]\s*$|\b(?:and|but|while|which|who|as|after|with|where|when|that|to|for|in|on|by|from)\s*$")


def contained(reading: Reading) -> Iterator[str]:
    if (share := containment(reading.line, reading.sentences)) < CONTAINED:
        yield f"Only {share:.0%} of the wording stands in the source in this order."


def one_event(reading: Reading) -> Iterator[str]:
    """Words that stand in the text, but in another sentence than the rest of the line, tie two events together."""
    own = set(stems(reading.source))
    elsewhere = set(stems(" ".join(reading.rest))) - own
    strange = [w for w in words(reading.line) if w not in STOP and stem(w) in elsewhere]
    if len(strange) >= 2:
        yield f"“{strange[0]}” and “{strange[1]}” belong to another sentence."
    yield from _joined(reading)


def _joined(reading: Reading) -> Iterator[str]:
    """A line from two sentences passes from one to the other at a mark or a conjunction, not in the middle of a clause."""
    if len(reading.sentences) < 2:
        return
    first, second = (set(stems(s)) for s in reading.sentences)
    found = list(WORD.finditer(reading.line))
    sides = [(m, _side(stem(m[0].lower()), first, second)) for m in found if m[0].lower() not in STOP]
    told = [(m, side) for m, side in sides if side]
    for (m, side), (after, next_side) in itertools.pairwise(told):
        between = reading.line[m.end() : after.start()]
        if side != next_side and not any(_LINK.search(between[: i + 1]) for i in range(len(between))):
            yield f"“{m[0]}” and “{after[0]}” belong to two sentences."


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
    found = [stem(w) if w not in STOP else "" for w in words(text)]
    return {w: i for i, w in enumerate(found) if w and found.count(w) == 1}


_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?(\w+)(?:\s+\w+){0,2}?\s+by\b", re.IGNORECASE)


def _passives(text: str) -> set[str]:
    """Stems of the verbs that are passive with an agent: "was adopted by"."""
    return {stem(m[1].lower()) for m in _PASSIVE.finditer(text)}


def _active(verbs: set[str], source: str) -> bool:
    return any(v in stems(source) for v in verbs) and " by " not in source
