"""English words that are none: what a small model makes up, or leaves in French, for a word that it hardly knows ("Lateers",
"esclaves").

A model of pieces can spell any string. One that is no word of the English that it was trained on, nor a name or a quoted word of
the French sentence, nor of the glossary, is almost always wrong; measured in docs/confidence.md.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from service.coverage import STEM, counterparts, stems
from service.errors import BrokenModel
from service.types import Finding

FILE = "words.txt.xz"  # lies with the weights: the words that they have met, one a line, small letters without accents
NEAR = 0.85  # share of letters in common, from which a word that is none is taken for a slip of the pen
LONGER = 3  # letters, at most, that the word which was meant is longer or shorter
LIKELY = 0.1  # probability of the lexicon
SHORTEST = 4  # letters: shorter ones are units, initials, particles of names
_WORD = re.compile(r"[^\W\d_]+")
_PREFIX = re.compile(r"(?:anti|micro|nano|bio|neuro|agro|eco|multi|inter|hydro|geo|socio|cyber|mini|ultra|auto)(?=[a-z]{4})")
_QUOTED = re.compile(r"[«“\"][^«»“”\"]*[»”\"]")
_OF = re.compile(r"\bde l(?:a |')\w[\w-]*")  # inside a name: "Chantiers de l'Estuaire"
_ALIKE = re.compile(r"(?:[st]ion|us|um|lite|[kwy])s?$")
_ENDINGS = dict(s=("",), es=("",), ies=("y",), d=("",), ed=("",), ied=("y",), ing=("", "e"), ly=("",), er=("",), ise=("ize",))
_LEARNED = dict(tique="tic", iste="ist", logie="logy", graphie="graphy", isme="ism", euse="ous", eux="ous", lite="lity")
_ENDINGS |= dict(ize=("ise",), ised=("ized",), ized=("ised",), ising=("izing",), izing=("ising",))


def read_words(folder: Path) -> frozenset[str]:
    """Those of a model's folder; none where it does not say. Raises `BrokenModel`."""
    path = folder / FILE
    if not path.is_file():
        return frozenset()
    try:
        return frozenset(lzma.decompress(path.read_bytes()).decode().split())
    except (OSError, ValueError, lzma.LZMAError) as error:
        raise BrokenModel(f"{path} is no list of words: {error}. Delete it, or make it again: training/words.py.") from error


def plain_words(text: str) -> set[str]:
    """The words of a text in small letters without accents."""
    spread = unicodedata.normalize("NFD", text.lower())
    return set(_WORD.findall("".join(c for c in spread if not unicodedata.combining(c))))


def invented(french: str, english: str, words: frozenset[str], known: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """A doubt for each word of the English that is in none of `words` and `known` and that English may not take over from the
    French; () where `words` is empty."""
    if not words:
        return ()
    spoken = plain_words(french)
    given = _copied(french) | known | {cognate for word in spoken for cognate in _cognates(word)}
    spelled = [word for word in dict.fromkeys(_WORD.findall(english)) if len(word) >= SHORTEST and not word.isupper()]
    first = next(iter(_WORD.findall(english)), "")
    strange = [
        word for word in spelled
        if not any(own in given or _met(own, words, joined=word[0].islower() or word == first) for own in plain_words(word))
    ]  # fmt: skip
    mixed = [phrase for phrase in _OF.findall(english) if phrase not in french]  # "de la Estuaire", "de l'Estuary"
    return (
        *(Finding("invented_word", f"{word!r} is no English word that the model has met.", "doubt") for word in strange),
        *(Finding("invented_name", f"{name!r} is neither English nor in the French.", "doubt") for name in mixed),
    )


def respelled(
    french: str, english: str, words: frozenset[str], strange: Iterable[Finding]
) -> tuple[str, tuple[Finding, ...]]:
    """The English with the words that `invented` found said as they were meant, where that is plain, and a note for each."""
    notes = []
    for word in (finding.note.split("'")[1] for finding in strange if finding.check == "invented_word"):
        if meant := _meant(french, word, words):
            english = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", meant, english)
            notes.append(Finding("respelled", f"{word!r} became {meant!r}.", "note"))
    return english, tuple(notes)


def _meant(french: str, word: str, words: frozenset[str]) -> str | None:
    """The English word that was meant by one that is none: it is spelled much like it and is what the lexicon gives for a word of
    the French: "Htorians" beside "historiens" is Historians. None where no word is both."""
    plain = "".join(sorted(plain_words(word)))
    if plain in plain_words(french):
        return None  # French that was left
    likely = {e for stem in stems(french) for e, share in counterparts(stem).items() if share >= LIKELY}
    every = (option for stem in likely for option in _by_stem(words).get(stem, ()))
    options = [o for o in every if o[0] == plain[:1] and abs(len(o) - len(plain)) <= LONGER]
    near = max(options, key=lambda option: _alike(plain, option), default="")
    if not near or _alike(plain, near) < NEAR:
        return None
    return near.capitalize() if word[0].isupper() else near


def _alike(word: str, other: str) -> float:
    return SequenceMatcher(None, word, other).ratio()


@lru_cache(maxsize=4)
def _by_stem(words: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(word[:STEM], []).append(word)
    return found


def _copied(french: str) -> set[str]:
    """The words that English may take over: names, what stands in quotation marks or beside a foreign word, learned ones that
    are spelled alike (sédation); not "esclaves"."""
    names = plain_words(" ".join(word for word in _WORD.findall(_QUOTED.sub("", french)) if not word.islower()))
    quoted = plain_words(" ".join(_QUOTED.findall(french)))
    return names | quoted | {word for word in plain_words(french) if _ALIKE.search(word)}


def _cognates(word: str) -> Iterator[str]:
    """The English of a learned French word by its ending: asthmatique, styliste, nanotechnologie."""
    word = word.removesuffix("s")
    for french, english in _LEARNED.items():
        if word.endswith(french) and len(word) > len(french) + 2:
            yield word.removesuffix(french) + english
            yield word.removesuffix(french) + english + "s"


def _met(word: str, words: frozenset[str], *, joined: bool) -> bool:
    """The word, its stem, or two words in one: heavyweight; not in a name, which is in the French then (Bashrooms is not)."""
    if word in words or any(
        word.removesuffix(end) + put in words for end, puts in _ENDINGS.items() if word.endswith(end) for put in puts
    ):
        return True
    if (learned := _PREFIX.match(word)) and word[learned.end() :] in words:
        return True  # biopesticide
    return joined and any(word[:i] in words and word[i:] in words for i in range(SHORTEST, len(word) - SHORTEST + 1))
