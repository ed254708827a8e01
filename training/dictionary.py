"""A dictionary as sentence pairs: every word of dictionary/ by itself and in short frames, in the forms that news uses.

    python training/dictionary.py --out dictionary.tsv [--times 1] [--seed 1]

The words are those that stand high in French word lists and hardly ever in the pairs. What the sentences claim is chance; they
teach which word is which, and `pairs/` and the corpora teach how it is said.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that it runs from a checkout that is not installed

from service.lexicon import WEEKDAYS
from training.frames import CITIES, ENGLISH_CITIES, Word, articles, elided, read_word, sections, upper
from training.inflect import EnglishVerb, FrenchVerb, agreed, feminine
from training.pairs import Pair, write_pairs

HERE = Path(__file__).parent / "dictionary"
CARRIERS = (  # French, feminine, English
    ("projet", False, "project"), ("histoire", True, "story"), ("personnage", False, "character"), ("ville", True, "town"),
    ("groupe", False, "group"), ("idée", True, "idea"), ("monde", False, "world"), ("image", True, "image"),
    ("film", False, "film"), ("question", True, "question"), ("secteur", False, "sector"), ("zone", True, "area"),
    ("problème", False, "problem"),
    ("région", True, "region"), ("peuple", False, "people"), ("politique", True, "policy"), ("service", False, "service"),
)  # fmt: skip
SLOT = re.compile(r"\{(\w+)\}")
UNCOUNTED = re.compile(
    "(?:isms?|ness|anity|hood|ology|aphy|tics|ship)$|^(?:poverty|glory|nostalgia|jealousy|boxing|cavalry|looting|mud|hail|hatred|"
    "pity|blood|hair|lead|copper|traffic|cinnamon|sweat|foam|dust|shame|pride|remorse|relentlessness|greed|mercy)$"
)
IRREGULAR = dict(
    pair.split(":")
    for pair in "wolf:wolves knife:knives calf:calves leaf:leaves mouse:mice goose:geese mafioso:mafiosi headscarf:headscarves "
    "cod:cod trout:trout".split()
) | {"fallow deer": "fallow deer"}


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--times", type=int, default=1, help="fillings of each word in each frame")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    pairs = list(dict.fromkeys(sentences(options.times, random.Random(options.seed))))
    print(f"{write_pairs(options.out, iter(pairs))} pairs in {options.out}")


def sentences(times: int, rng: random.Random) -> Iterator[Pair]:
    """Every word in every frame of its class, in random order; frames that an irregular word has no form for are left out."""
    words = {kind: [forms(row) for row in rows(f"{kind}.txt")] for kind, forms in READERS.items()}
    frames = sections(HERE / "frames.txt")
    tasks = [(kind, frame, word) for kind in frames for frame in frames[kind] for word in words[kind]] * times
    rng.shuffle(tasks)
    for kind, (french, english), word in tasks:
        filled = chance(words, rng)
        for number, one in zip(("", "2", "3"), (word, rng.choice(words[kind]), rng.choice(words[kind])), strict=True):
            filled |= carried(one, number, rng) if kind == "adjectives" else numbered(one, number)
        if set(SLOT.findall(french + english)) <= filled.keys():
            yield sentence(elided(french.format_map(filled))), sentence(articles(english.format_map(filled)))


def numbered(forms: dict[str, str], number: str) -> dict[str, str]:
    return {f"{name}{number}": form for name, form in forms.items()}


def rows(name: str) -> Iterator[tuple[str, str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            french, _, english = line.partition(" = ")
            yield french, english


def noun(row: tuple[str, str]) -> dict[str, str]:
    word = read_word(*row)
    the = word.the
    both = {"le": the, "Le": upper(the), "du": word.after("de"), "au": word.after("à")}
    if UNCOUNTED.search(word.english):
        return both | {"the": word.english, "The": upper(word.english)}
    many = english_plural(word)
    both |= {"un": row[0], "Un": upper(row[0]), "pl": word.plural, "pls": many, "Pls": upper(many), "the": f"the {word.english}"}
    return both | {"a": f"a {word.english}", "A": f"A {word.english}", "The": f"The {word.english}"}


def english_plural(word: Word) -> str:
    """airmen, wives, mice …"""
    many = re.sub(r"(?<![uU])man$", "men", word.english)
    return many if many != word.english else IRREGULAR.get(word.english, word.english_plural)


def adjective(row: tuple[str, str]) -> dict[str, str]:
    masculine, _, other = row[0].partition(", ")
    return {"adjective": masculine, "feminine": other or feminine(masculine), "english": row[1]}


def verb(row: tuple[str, str]) -> dict[str, str]:
    return FrenchVerb.read(row[0]).forms() | EnglishVerb.read(row[1]).forms()


def adverb(row: tuple[str, str]) -> dict[str, str]:
    return {"adv": row[0], "adv_e": row[1], "Adv": upper(row[0]), "Adv_e": upper(row[1])}


def carried(word: dict[str, str], number: str, rng: random.Random) -> dict[str, str]:
    """An adjective with a noun that carries it: "from Quebec" comes after it in English."""
    french, is_feminine, english = rng.choice(CARRIERS)
    one = word["feminine"] if is_feminine else word["adjective"]
    after = word["english"].startswith(("from ", "of "))
    both, many = (f"{n} {word['english']}" if after else f"{word['english']} {n}" for n in (english, plural(english)))
    the = f"l'{french}" if french[0] in "aeiouh" else f"{'la' if is_feminine else 'le'} {french}"
    filled = {"un_c": f"{'une' if is_feminine else 'un'} {french}", "le_c": the, "A": one, "As": agreed(one), "cs": f"{french}s"}
    filled |= {"a_c": f"a {both}", "the_c": f"the {both}", "E_cs": many}
    filled |= {"Le_c": upper(the), "The_c": f"The {both}"}
    return numbered(filled, number)


def plural(english: str) -> str:
    return english if english == "people" else re.sub(r"(?<=[^aeiou])y$", "ie", english) + "s"


def chance(words: dict[str, list[dict[str, str]]], rng: random.Random) -> dict[str, str]:
    """A place, a day, a year, a noun and an adverb for the rest of the sentence."""
    city, day, someone = rng.choice(CITIES), rng.choice(list(WEEKDAYS)), rng.choice(words["nouns"])
    around = {
        "ville": city,
        "city": ENGLISH_CITIES.get(city, city),
        "jour": day,
        "day": WEEKDAYS[day],
        "an1": str(rng.randint(2026, 2035)),
    }
    return around | {"le_n": someone["le"], "the_n": someone["the"]} | rng.choice(words["adverbs"])


def sentence(text: str) -> str:
    """A capital where it is a sentence and not a word by itself."""
    return upper(text) if text.endswith((".", "?")) else text


READERS = {"nouns": noun, "adjectives": adjective, "verbs": verb, "adverbs": adverb}

if __name__ == "__main__":
    main()
