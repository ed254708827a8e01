"""The dictionary: forms that are right, sentences that agree."""

import random
import re

import pytest

from training import dictionary
from training.inflect import EnglishVerb, FrenchVerb, agreed


@pytest.mark.parametrize(
    ("french", "present", "future", "past"),
    [
        ("répéter", "répète", "répétera", "répéta"),
        ("appeler", "appelle", "appellera", "appela"),
        ("acheter", "achète", "achètera", "acheta"),
        ("ennuyer", "ennuie", "ennuiera", "ennuya"),
        ("lancer", "lance", "lancera", "lança"),
        ("manger", "mange", "mangera", "mangea"),
        ("interpeller", "interpelle", "interpellera", "interpella"),
        ("finir", "finit", "finira", "finit"),
    ],
)
def test_regular_french_verbs_have_their_forms(french: str, present: str, future: str, past: str):
    forms = FrenchVerb.read(french).forms()
    assert (forms["pres"], forms["fut"], forms["ps"]) == (present, future, past)


def test_an_irregular_french_verb_has_only_the_forms_that_are_given():
    assert FrenchVerb.read("perdre, perdu").forms() == {"inf": "perdre", "pp": "perdu"}


@pytest.mark.parametrize(
    ("english", "third", "past", "ing"),
    [
        ("carry", "carries", "carried", "carrying"),
        ("push back", "pushes back", "pushed back", "pushing back"),
        ("ban, banned, banned", "bans", "banned", "banning"),
        ("win, won, won", "wins", "won", "winning"),
        ("give up, gave up, given up", "gives up", "gave up", "giving up"),
        ("flee, fled, fled", "flees", "fled", "fleeing"),
        ("lie", "lies", "lied", "lying"),
    ],
)
def test_english_verbs_have_their_forms(english: str, third: str, past: str, ing: str):
    forms = EnglishVerb.read(english).forms()
    assert (forms["s"], forms["past"], forms["ing"]) == (third, past, ing)


@pytest.mark.parametrize(("one", "many"), [("royal", "royaux"), ("heureux", "heureux"), ("rebelle", "rebelles")])
def test_adjectives_agree(one: str, many: str):
    assert agreed(one) == many


def test_every_word_of_the_dictionary_stands_in_sentences_that_agree():
    pairs = list(dictionary.sentences(1, random.Random(1)))
    assert len(pairs) > 20_000
    assert ("un abcès", "an abscess") in pairs
    assert ("une haine", "a hatred") not in pairs  # no article where English has none
    french = " ".join(french for french, _ in pairs)
    for word in ("la haine", "de l'hésitation", "du hibou", "aux loups", "les évêchés"):
        assert word in french
    assert all("from Quebec" in en for fr, en in pairs if "québécois" in fr)
    assert not any(re.search(r"\b(a|the|and) from Quebec", en) for _, en in pairs)
    assert not any("{" in side for pair in pairs for side in pair)
    nouns = {row[0].split()[-1] for row in dictionary.rows("nouns.txt")}
    assert nouns <= set(french.replace("'", " ").replace(".", "").replace(",", "").split())
