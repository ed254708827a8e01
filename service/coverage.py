"""Which French content words have no counterpart in an English sentence: what a small model leaves out without a trace.

A word is covered where a stem that the lexicon gives for it stands in the English, or one that looks like it. The lexicon holds
English stems for French ones with their probabilities; `training/lexicon.py` learns it from sentence pairs.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).parent / "models" / "lexicon.tsv.xz"
FORMS = LEXICON.with_name("french.txt.xz")  # French words of the pairs: small letters, no accents (training/words.py --french)
_NOUN = re.compile(  # how French nouns and the names of peoples end
    r"(?:[ts]ion|ment|age|ite|isme|iste|i?que|logie|ee|eur|euse|teur|trice|aux|[ae]nce|ade|ture|[ao]is|[ao]ise|ains?|aine|ien|ienne|ane?|erie|al"
    r"|ale|istan|[oe]te|ouzbek|mene|tadjik|kirghizi?e?|kazakh|slovene|moldave|malgache|burkinabe|palestine|mauritanie|wallonie)s?$"
)
STEM = 6  # letters: enough to tell words apart, few enough to join their forms
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    """au aux avec ce ces cet cette dans de des du elle elles en est et etre il ils je la le les leur leurs lui ma mais me meme
    mes moi mon ne ni nos notre nous on ont ou par pas plus pour qu que qui sa se ses si son sont sur ta te tes toi ton tu un une
    vos votre vous y a ai as avait ete sera soit dont ainsi aussi tres tout toute tous toutes cela celle celui ceux comme entre
    afin lors selon sous vers chez sans donc car puis alors encore deja ici peu bien faire fait m mme mlle dr""".split()
)


_SILENT = frozenset(
    "a an and are as at be by for from had has have he her his if in is it its of off on or our she so that the their them they "
    "this to up us was we were which who will with would you your".split()
)
_NUMBERS = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quator quinze seize vingt trente quaran cinqua soixan cent "
    "cents mille".split()
)


def stems(text: str) -> list[str]:
    """The words of a text, small, without accents, cut to six letters; figures are not words."""
    return [_stem(word) for word in _WORD.findall(text)]


@cache
def lexicon() -> dict[str, str]:
    """French stem → its line: English stems with their probabilities in thousandths. Lines are parsed when asked for."""
    lines = lzma.decompress(LEXICON.read_bytes()).decode().splitlines()
    return dict(line.partition("\t")[::2] for line in lines)


@cache
def french_forms() -> frozenset[str]:
    """Words that stand in the French of five sentence pairs or more, four letters at least."""
    return frozenset(lzma.decompress(FORMS.read_bytes()).decode().split())


def never_met(word: str) -> bool:
    """Whether a French word is in none of the pairs: nothing like it is, or only words that begin alike (Meridia, méridien).
    A word with an ending of French nouns or peoples is taken for one of them."""
    if not counterparts(_stem(word)):
        return True
    return _plain(word) not in french_forms() and not (len(word) > STEM and _NOUN.search(_plain(word)))


def spelled_alike(word: str) -> bool:
    """Whether English has no other word for a French one than itself, as for names: Bellevue."""
    return not counterparts(_stem(word)).keys() - {_stem(word)}


@cache
def counterparts(stem: str) -> dict[str, float]:
    """English stem → probability for a French stem, words that say nothing by themselves left out; {} for one not known."""
    pairs = (pair.partition(" ") for pair in lexicon().get(stem, "").split("\t") if pair)
    return {word: int(share) / 1000 for word, _, share in pairs if word not in _SILENT}


def uncovered(french: str, english: str) -> tuple[str, ...]:
    """The French content words, as they stand there, that nothing in the English answers for. Words unknown to the lexicon,
    capitalised ones and small ones are left to other checks."""
    there = set(stems(english))
    out = []
    for word in _WORD.findall(french):
        stem = _stem(word)
        known = counterparts(stem)
        if word[0].isupper() or len(stem) < 4 or stem in _SMALL | _NUMBERS or not known:
            continue
        if not (there & known.keys() or any(other[:4] == stem[:4] for other in there)):
            out.append(word)
    return tuple(out)


def unknown(french: str) -> tuple[str, ...]:
    """The French words that the lexicon does not know: rare ones, which a small model guesses at. Names are not asked about."""
    words = ((word, _stem(word)) for word in _WORD.findall(french) if not word[0].isupper())
    return tuple(word for word, stem in words if len(stem) > 3 and stem not in _SMALL | _NUMBERS and not counterparts(stem))


@cache
def _stem(word: str) -> str:
    return _plain(word)[:STEM]


def _plain(word: str) -> str:
    spread = unicodedata.normalize("NFD", word.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in spread if not unicodedata.combining(c))
