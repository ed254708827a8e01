"""Short sentences around the words that press releases need: each word of lexicon.txt in each frame of its kind.

    python training/frames.py --out frames.tsv [--times 2] [--seed 1]

A word that a small model has met twice is copied in pieces; met in twenty sentences, it is translated. Grammar only: gender,
plural, du and au. What the sentences claim is chance.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that it runs from a checkout that is not installed

from service.lexicon import MONTHS, WEEKDAYS
from training.pairs import Pair, write_pairs

HERE = Path(__file__).parent
CITIES = ("Rabat", "Dakar", "Tunis", "Lomé", "Cotonou", "Bamako", "Niamey", "Kigali", "Moroni", "Abidjan", "Lyon", "Lille")
CITIES += ("Nantes", "Liège", "Namur", "Fribourg", "Genève", "Québec", "Beyrouth", "Oran", "Sfax", "Agadir", "Thiès", "Douala")
ENGLISH_CITIES = {"Genève": "Geneva", "Beyrouth": "Beirut", "Québec": "Québec City", "Lyon": "Lyon"}
FRENCH_PLURALS = {"bail": "baux", "festival": "festivals", "naval": "navals", "accord-cadre": "accords-cadres"}
FRENCH_PLURALS |= {"poste frontière": "postes frontières", "parc éolien": "parcs éoliens"}
ENGLISH_PLURALS = {"call for tenders": "calls for tenders"}
NUMBERS = {"trois": "three", "quatre": "four", "cinq": "five", "six": "six", "sept": "seven", "huit": "eight", "neuf": "nine"}
NUMBERS |= {"dix": "ten", "onze": "eleven", "douze": "twelve"}
# a vowel, or an h that is not heard: l'hésitation, but la haine
VOWEL = re.compile(
    r"[aeéèêiîoôuœâAEÉIO]|h(?!ach|aï|ain|aleter|alle|ameau|amster|anch|angar|ant|arc|aricot|arpe|auss?|aut|ernie|érisson|éros\b|"
    r"eurt|ibou|iss|oche|ollande|omard|ont|oublon|oul|ouss|ublot|ue|urle)"
)
SAME = frozenset({"aircraft", "sheep", "fish", "barracks"})


@dataclass(frozen=True, slots=True)
class Word:
    """French without its article, whether it is feminine, and the English; both as the lexicon gives them, singular or not."""

    french: str
    feminine: bool
    english: str

    @property
    def the(self) -> str:
        return f"l'{self.french}" if VOWEL.match(self.french) else f"{'la' if self.feminine else 'le'} {self.french}"

    def after(self, preposition: str) -> str:
        """du, de la, de l'; au, à la, à l'."""
        whole = f"{preposition} {self.the}"
        return re.sub(r"^à le ", "au ", re.sub(r"^de le ", "du ", whole))

    @property
    def plural(self) -> str:
        """Noun and adjectives up to the first preposition."""
        if self.french in FRENCH_PLURALS:
            return FRENCH_PLURALS[self.french]
        head, gap, tail = re.match(r"(.*?)((?: (?:de|des|du|à|d'\w+)\b)|$)(.*)", self.french).groups()  # type: ignore[union-attr]
        return " ".join(_french_plural(word) for word in head.split()) + gap + tail

    @property
    def english_plural(self) -> str:
        if self.english in ENGLISH_PLURALS:
            return ENGLISH_PLURALS[self.english]
        if self.english.endswith(tuple(SAME)):
            return self.english
        ending = "es" if re.search(r"(?:s|x|ch|sh)$", self.english) else "s"
        return re.sub(r"(?<=[^aeiou])y$", "ie", self.english) + ending


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--times", type=int, default=2, help="fillings of each word in each frame")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    from training import verbs  # which imports this module

    rng = random.Random(options.seed)
    pairs = list(dict.fromkeys([*sentences(options.times, rng), *verbs.sentences(options.times, rng)]))
    print(f"{write_pairs(options.out, iter(pairs))} pairs in {options.out}")


def sentences(times: int, rng: random.Random) -> Iterator[Pair]:
    """Every word in every frame of its kind, in random order."""
    words = {kind: [read_word(*sides) for sides in rows] for kind, rows in sections(HERE / "lexicon.txt").items()}
    frames = sections(HERE / "frames.txt")
    tasks = [(kind, frame, word) for kind in frames for frame in frames[kind] for word in words[kind]] * times
    rng.shuffle(tasks)
    for kind, (french, english), word in tasks:
        slots = chance(words, rng) | forms(kind, word)
        yield upper(elided(french.format_map(slots))), upper(articles(english.format_map(slots)))


def sections(path: Path) -> dict[str, list[Pair]]:
    """[kind] headings with lines "French = English" under them."""
    found: dict[str, list[Pair]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = rows = []
        elif line and not line.startswith("#"):
            french, _, english = line.partition(" = ")
            rows.append((french.strip(), english.strip()))
    return found


def read_word(french: str, english: str) -> Word:
    article, _, noun = re.match(r"(une|un|des|les|le|la|l')( ?)(.*)", french).groups()  # type: ignore[union-attr]
    feminine = article in ("une", "la") or noun.endswith(" (f)")
    return Word(noun.removesuffix(" (f)"), feminine, english)


def forms(kind: str, word: Word) -> dict[str, str]:
    """What the frames of one kind may ask of their word."""
    if kind == "person":
        english = {"p_en": word.english, "P_en": upper(word.english), "The_p": f"The {word.english}"}
        return english | {"p": word.french, "Les_p": f"Les {word.french}", "pe": "e" if word.feminine else ""}
    article = "une" if word.feminine else "un"
    french = {"le": word.the, "Le": upper(word.the), "le_n": word.the, "Le_n": upper(word.the), "du": word.after("de")}
    french |= {"au": word.after("à"), "un": f"{article} {word.french}", "Un": upper(f"{article} {word.french}")}
    french |= {"e": "e" if word.feminine else "", "sgf": word.french}
    if kind in ("goods", "trouble"):
        return french | {"x": word.english, "X": upper(word.english), "de_n": f"de {word.french}"}
    many = word.plural
    french |= {"pl": many, "des": f"des {many}", "les": f"les {many}", "Les": f"Les {many}"}
    one, more = word.english, word.english_plural
    english = {"the": f"the {one}", "The": f"The {one}", "a": f"a {one}", "A": f"A {one}", "sg": one}
    return french | english | {"pls": more, "The_pls": f"The {more}"}


def chance(words: dict[str, list[Word]], rng: random.Random) -> dict[str, str]:
    """People, an event, an object, a trouble, days, places and figures for the rest of the sentence."""
    person, event, thing, trouble = (rng.choice(words[kind]) for kind in ("person", "event", "object", "trouble"))
    month, day, city = rng.choice(list(MONTHS)), rng.choice(list(WEEKDAYS)), rng.choice(CITIES)
    first, hour = rng.randint(2, 20), rng.randint(9, 20)
    few = rng.choice(list(NUMBERS))
    french = {"p": person.french, "pe": "e" if person.feminine else "", "n2": few}
    french |= {"au_e2": event.after("à"), "le_e2": event.the, "e2": "e" if event.feminine else ""}
    english = {"p_en": person.english, "P_en": upper(person.english), "the_e2": f"the {event.english}"}
    english["few"] = NUMBERS[few]
    both = {"n": str(rng.choice((rng.randint(12, 99), rng.randint(100, 990))))}
    both |= {"pct": str(rng.randint(2, 48)), "an0": str(rng.randint(1994, 2024)), "an1": str(rng.randint(2026, 2035))}
    both |= {"j": str(first), "j2": str(first + rng.randint(1, 8)), "h": str(hour)}
    french |= {"le_o2": thing.the, "troublef": trouble.the, "mois": month, "jour": day, "ville": city}
    english |= {"the_o2": f"the {thing.english}", "trouble_e": trouble.english, "month": MONTHS[month], "day": WEEKDAYS[day]}
    english |= {"city": ENGLISH_CITIES.get(city, city), "h_en": _clock(hour)}
    return french | english | both


def _clock(hour: int) -> str:
    return "noon" if hour == 12 else f"{hour - 12} p.m." if hour > 12 else f"{hour} a.m."


def _french_plural(word: str) -> str:
    if word in FRENCH_PLURALS:
        return FRENCH_PLURALS[word]
    if word.endswith(("s", "x", "z")):
        return word
    return f"{word[:-2]}aux" if word.endswith("al") else f"{word}x" if word.endswith("eau") else f"{word}s"


def elided(french: str) -> str:
    """de → d' before a vowel that is heard."""
    return re.sub(rf"\b([Dd])e (?={VOWEL.pattern})", r"\1'", french)


def articles(english: str) -> str:
    """a → an before a vowel that is heard."""
    return re.sub(r"\b([Aa]) (?=(?!uni|use|eu|one)[aeiou])", r"\1n ", english)


def upper(text: str) -> str:
    return text[:1].upper() + text[1:]


if __name__ == "__main__":
    main()
