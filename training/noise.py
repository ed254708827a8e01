"""What is kept from training: pairs that are no translations; and what is added: the untidy French that users have."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from training.pairs import Pair

_FRENCH = (
    "le la les des du un une et est dans pour par sur avec qui que ne pas au aux ce cette ces sont il elle nous vous se "
    "ont été plus leur leurs son sa ses ou mais comme sans sous entre afin ainsi dont où"
)
_ENGLISH = (
    "the of and to in is for by with that not this these are it we you was were be been has have their its his her or "
    "but as from at an which will would can may on if than then there"
)
FRENCH, ENGLISH = frozenset(_FRENCH.split()), frozenset(_ENGLISH.split())
WORD = re.compile(r"[^\W\d_]+")
FIGURE = re.compile(r"\d+")
CLOCK = re.compile(r"\b\d{1,2} ?(?:h|heures?)\b(?: ?\d\d\b)?")
Fault = Callable[[str, str], bool]


def language_wrong(french: str, english: str) -> bool:
    """The function words of a side speak for the other language; short lines have too few of them to tell."""
    return _leans(french, ENGLISH, FRENCH) or _leans(english, FRENCH, ENGLISH)


def untranslated(french: str, english: str) -> bool:
    """Both sides are the same words, in lines long enough that it is no name or title."""
    left, right = WORD.findall(french.lower()), WORD.findall(english.lower())
    if min(len(left), len(right)) < 5:
        return False
    same = sum((Counter(left) & Counter(right)).values())
    return same >= 0.8 * max(len(left), len(right))


def length_unlike(french: str, english: str) -> bool:
    """One side is more than 2.5 times as long; 20 characters are forgiven, for acronyms and headings."""
    short, long = sorted((len(french), len(english)))
    return long > 2.5 * short + 20


def figures_differ(french: str, english: str) -> bool:
    """Of two French figures or more, over half are not in the English. Hours are forgiven (14 h is 2 p.m.), and figures that
    only the English has (quatorze is 14)."""
    left = Counter(FIGURE.findall(_joined(CLOCK.sub("", french))))
    kept_ones = left & Counter(FIGURE.findall(_joined(english)))
    return left.total() >= 2 and kept_ones.total() < left.total() / 2


FAULTS: dict[str, Fault] = {
    "language": language_wrong,
    "untranslated": untranslated,
    "length": length_unlike,
    "figures": figures_differ,
}


def kept(pairs: Iterable[Pair], dropped: Counter[str]) -> Iterator[Pair]:
    """The pairs without a fault, each once; `dropped` counts the others by the name of the fault."""
    seen: set[int] = set()
    for french, english in pairs:
        fault = next((name for name, is_fault in FAULTS.items() if is_fault(french, english)), "")
        key = hash((french.casefold(), english.casefold()))
        if not fault and key in seen:
            fault = "duplicate"
        if fault:
            dropped[fault] += 1
        else:
            seen.add(key)
            yield french, english


def bare(text: str) -> str:
    """Without accents: what an old system or a hurried hand leaves (é → e)."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def noisy(pairs: Iterable[Pair], rng: random.Random) -> Iterator[Pair]:
    """Each pair with one kind of untidiness on the French side; its English stays what a reader wants.

    One in twelve is English on both sides: an English sentence in a French release passes through unchanged.
    """
    for french, english in pairs:
        yield _untidy(french, english, rng.random())
        if rng.random() < 1 / 12:
            yield english, english


def _untidy(french: str, english: str, lot: float) -> Pair:
    if lot < 0.25:
        return french.upper(), english
    if lot < 0.45:
        return bare(french.upper()), english
    if lot < 0.65:
        return bare(french), english
    if lot < 0.8:
        return french.replace("« ", '"').replace(" »", '"'), english
    if lot < 0.9:
        return french.removesuffix("."), english.removesuffix(".")
    return french[:1].lower() + french[1:], english


def _leans(text: str, towards: frozenset[str], against: frozenset[str]) -> bool:
    words = WORD.findall(text.lower())
    hits = sum(word in towards for word in words)
    return hits >= 3 and hits > 2 * sum(word in against for word in words)


def _joined(text: str) -> str:
    """Separators inside one number out: 1 234 567 and 1,234,567 become 1234567."""
    return re.sub(r"(?<=\d)[ .,](?=\d{3}(?!\d))", "", text)
