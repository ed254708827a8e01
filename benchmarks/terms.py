"""Whether glossary terms come out as given: 200 sentences of frames and terms through the service's own steps.

    python benchmarks/terms.py [--count 200] [--seed 1] [--show]

A term is right where the English has its forced form; a sentence may be read with --show to see that it is still grammatical.
"""

from __future__ import annotations

import argparse
import random
import sys

from service.config import Settings
from service.engines import load_translator
from service.glossary import Glossary, Term, institutions
from service.glossary.terms import plural_of
from service.translate import SentenceTranslator

OWN = {
    "jeune pousse": "start-up", "zone franche": "free zone", "appel à projets": "call for projects", 
    "chaîne de froid": "cold chain",
    "titre foncier": "land title", "guichet unique": "one-stop shop", "feuille de route": "roadmap", "bailleur de fonds": "donor",
    "agent de santé communautaire": "community health worker", "puits de carbone": "carbon sink",
}  # fmt: skip
PROPER = (
    "{A} a publié un rapport sur la santé.", "Le directeur {de} a ouvert la réunion.", "Le projet est financé par {a}.",
    "Les experts {de} ont visité la ville.", "La réunion avec {a} a eu lieu à Dakar le 3 mars 2021.",
    "Selon {a}, la situation est difficile.", "Une délégation {de} a été reçue par le ministre.",
    "Le ministre a signé un accord avec {a}.", "{A} a adopté une nouvelle stratégie.", "Le rapport a été remis {à}.",
)  # fmt: skip
COMMON = (
    "Le ministre a présenté la nouvelle {t}.", "Les {ts} du pays sont importantes.", "Le programme aide les {ts}.",
    "Nous voulons une {t} pour la région.", "Le gouvernement a lancé des {ts} en 2021.",
)  # fmt: skip


def with_article(term: Term, french: str) -> dict[str, str]:
    """`{a}`, `{A}`, `{de}`, `{à}` of a French name with its article, contracted as French contracts them."""
    lower = french[0].lower() + french[1:]
    for article, de, to in (("le ", "du ", "au "), ("les ", "des ", "aux ")):
        if lower.startswith(article):
            bare = french[len(article) :]
            return {"a": lower, "A": french[0].upper() + french[1:], "de": de + bare, "à": to + bare}
    named = lower if lower.startswith(("la ", "l’", "l'")) else french
    return {"a": named, "A": french[0].upper() + french[1:], "de": f"de {named}", "à": f"à {named}"}


def plural(words: str) -> str:
    """Enough French for the terms above: their first noun and a following adjective."""
    first, _, rest = words.partition(" ")
    second = rest if not rest or rest.startswith(("de ", "à ")) else rest + "s"
    return f"{first if first[-1] in 'sx' else first + ('x' if first.endswith('eau') else 's')} {second}".strip()


def sentences(rng: random.Random, count: int) -> list[tuple[str, str]]:
    """(French, the English term that must come out): four in five proper names of the shipped glossary, one in five OWN."""
    out = []
    shipped = [t for t in institutions().terms if t.kind in ("institution", "acronym") and not t.common and t.source]
    for index in range(count):
        if index % 5 == 4:
            french, english = rng.choice(list(OWN.items()))
            frame = rng.choice(COMMON)
            many = "{ts}" in frame
            out.append((frame.format(t=french, ts=plural(french)), plural_of(english) if many else english))
        else:
            term = rng.choice(shipped)
            out.append((rng.choice(PROPER).format(**with_article(term, term.given)), term.english))
    return out


def main() -> None:
    """Print the share, and with --show every sentence."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    settings = Settings.load()
    glossary: Glossary = institutions().with_terms(OWN)
    given = sentences(random.Random(options.seed), options.count)
    made = SentenceTranslator(load_translator(settings), settings).translate([fr for fr, _ in given], glossary=glossary)
    right = 0
    for (french, english), rendering in zip(given, made, strict=True):
        good = english.lower() in rendering.english.lower()
        right += good
        if options.show or not good:
            sys.stdout.write(f"{'   ' if good else 'NOT'} {french}\n    {rendering.english}\n    ({english})\n")
    sys.stdout.write(f"{right} of {len(given)} terms right ({right / len(given):.1%})\n")


if __name__ == "__main__":
    main()
