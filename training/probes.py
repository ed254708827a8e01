"""What a reader would not forgive, counted: lost placeholders, wrong figures, loops, no sense for odd input."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence

from service.faults import loops
from service.types import Candidate
from training.carry import PLACEHOLDERS, mask
from training.noise import bare
from training.pairs import Pair

CHROME = (
    "Aller au contenu principal",
    "Accueil | Actualités | Communiqués | Contact | Plan du site",
    "Partager sur Facebook Partager sur X Partager sur LinkedIn Imprimer",
    "Lire aussi : Lire aussi : Lire aussi :",
    "Menu Menu Menu Fermer Rechercher FR EN AR ES",
    "© 2024 Tous droits réservés",
    "1 2 3 4 5 6 7 8 9 10 Suivant »",
    "Nous utilisons des cookies pour améliorer votre expérience. Accepter | Refuser | Paramétrer",
    "Vues : 1 204 | 13/01/2024 | 15:42 | A+ A- A",
    "www.exemple.org/actualites/2024/01/13/communique-de-presse-n-123",
    "- - - - - - - - - - - - - - - - - -",
    "***",
    "X",
    "?",
    "",
)
ENGLISH_LINES = (
    "The ministers met in Geneva on 12 March and signed a joint statement.",
    "Read the full report in English on our website.",
    "Press contact: communications office, open Monday to Friday.",
    "The programme will train 400 teachers over three years.",
)
_MARK = re.compile(r"⟦\d⟧")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def masked_lines(pairs: Sequence[Pair], *, count: int) -> list[str]:
    """French sentences in which everything that both sides share is a placeholder; the first `count` that have any."""
    rng = random.Random(0)
    lines = (mask(*pair, rng, share=1.0)[0] for pair in pairs)
    return [line for line in lines if _MARK.search(line)][:count]


def placeholders_kept(french: Sequence[str], english: Sequence[str]) -> float:
    """The share of placeholders that stand exactly once in the English."""
    pairs = list(zip(french, english, strict=True))
    asked = sum(mark in line for line, _ in pairs for mark in PLACEHOLDERS)
    kept = sum(mark in line and out.count(mark) == 1 for line, out in pairs for mark in PLACEHOLDERS)
    return kept / asked if asked else 1.0


def lines_whole(french: Sequence[str], english: Sequence[str]) -> float:
    """The share of sentences that keep every placeholder once and invent none: the others are translated again unmasked."""
    whole = [Counter(_MARK.findall(f)) == Counter(_MARK.findall(e)) for f, e in zip(french, english, strict=True)]
    return sum(whole) / len(whole) if whole else 1.0


def figures_right(pairs: Sequence[Pair], english: Sequence[str]) -> tuple[int, int]:
    """(right, asked): figures that the French and the reference both have, and how many of them the English has too."""
    right = asked = 0
    for (french, reference), hypothesis in zip(pairs, english, strict=True):
        wanted = _figures(french) & _figures(reference)
        asked += wanted.total()
        right += (wanted & _figures(hypothesis)).total()
    return right, asked


def looping(sources: Sequence[str], candidates: Sequence[Candidate]) -> list[int]:
    """Indexes of hypotheses that repeat themselves more than their source does, or never ended."""
    found = zip(sources, candidates, strict=True)
    return [i for i, (source, c) in enumerate(found) if not c.complete or loops(c.text) > loops(source)]


def odd_lines(french: Sequence[str]) -> dict[str, list[str]]:
    """Page chrome, capitals with and without accents, English, by name."""
    shouted = [line.upper() for line in french[:40]]
    return {
        "chrome": list(CHROME),
        "capitals": shouted,
        "capitals without accents": [bare(line) for line in shouted],
        "without accents": [bare(line) for line in french[:40]],
        "English": list(ENGLISH_LINES),
    }


def _figures(text: str) -> Counter[str]:
    """Figures without their separators: 1 234,5 and 1,234.5 are both 12345."""
    joined = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))", "", text)
    return Counter(re.sub(r"[.,]", "", figure) for figure in _NUMBER.findall(joined))
