"""Rare nouns are looked up where the model makes words up, and nowhere else."""

import pytest

from service.attempts import Attempt, Trial, goes_on
from service.carry import SPELLED, mask
from service.glossary import institutions
from service.rare import rare_nouns, with_rare

LOOKED_UP = [
    ("Les récits des piroguiers", "Les récits des ⟦0⟧", ("canoeists",)),
    ("Un lexique de chevaux", "Un ⟦0⟧ de chevaux", ("lexicon",)),
    ("Des paniers de pêche pour tous", "Des paniers de pêche pour tous", ()),  # no sins, no coughs
    ("Un fromage à pâte molle", "Un fromage à pâte molle", ()),  # no pâté
]


@pytest.mark.parametrize(("french", "text", "values"), LOOKED_UP)
def test_a_rare_noun_is_carried_in_its_number_and_a_like_one_is_not(french, text, values):
    carried = mask(french, glossary=with_rare(institutions(), french), kinds=SPELLED)
    assert (carried.text, carried.values) == (text, values)


def test_the_glossary_of_the_reader_wins():
    own = institutions().with_terms({"piroguier": "boatman"})
    assert "canoeist" not in str(mask("Les piroguiers", glossary=with_rare(own, "Les piroguiers"), kinds=SPELLED).values)


def test_only_a_sentence_with_words_made_up_goes_there():
    rung = Attempt(SPELLED, rare=True)
    assert goes_on(rung, Trial(english="A lexics", score=0.0, invented=1))
    assert not goes_on(rung, Trial(english="A lexicon", score=0.0))


def test_no_noun_of_the_list_stands_twice():
    assert len({term.french for term in rare_nouns().terms}) == len(rare_nouns().terms) > 1300
