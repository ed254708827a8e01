"""What the service would carry is masked on both sides, numbered from left to right in the French."""

import random

import pytest

from service.carry import mask as carried_by_the_service
from service.glossary import institutions
from training.carry import PLACEHOLDERS, mask

MASKED = [
    (
        "Mme Awa Sarr a remis 1 250,5 tonnes de riz à l'UNICEF le 13 janvier 2021 (www.exemple.org).",
        "Awa Sarr handed over 1,250.5 tonnes of rice to UNICEF on 13 January 2021 (www.exemple.org).",
        "Mme ⟦0⟧ a remis ⟦1⟧ tonnes de riz à ⟦2⟧ le ⟦3⟧ (⟦4⟧).",
        "⟦0⟧ handed over ⟦1⟧ tonnes of rice to ⟦2⟧ on ⟦3⟧ (⟦4⟧).",
    ),
    ("Le FMI prête 25 millions d'euros.", "The IMF is lending €25 million.", "⟦0⟧ prête ⟦1⟧.", "⟦0⟧ is lending ⟦1⟧."),
    (
        "Les 12 élèves ont 12 livres.",
        "The 12 pupils have 12 books.",
        "Les ⟦0⟧ élèves ont ⟦1⟧ livres.",
        "The ⟦0⟧ pupils have ⟦1⟧ books.",
    ),
    (
        "Les 12 élèves ont 12 livres.",
        "The twelve pupils have 12 books.",
        "Les 12 élèves ont 12 livres.",
        "The twelve pupils have 12 books.",
    ),
    (
        "Le taux de 12 % vaut 12 points.",
        "The 12% rate is 12 points.",
        "Le taux de ⟦0⟧ vaut ⟦1⟧ points.",
        "The ⟦0⟧ rate is ⟦1⟧ points.",
    ),
    ("Le budget est de 3,4 points.", "The budget is 4.3 points.", "Le budget est de 3,4 points.", "The budget is 4.3 points."),
    ("Cela coûte 12 500 francs.", "It costs 12.500 francs.", "Cela coûte 12 500 francs.", "It costs 12.500 francs."),
    ("Rien à porter.", "Nothing to carry.", "Rien à porter.", "Nothing to carry."),
]


@pytest.mark.parametrize(("french", "english", "masked_french", "masked_english"), MASKED)
def test_what_both_sides_have_becomes_a_placeholder(french: str, english: str, masked_french: str, masked_english: str):
    assert mask(french, english, random.Random(0), share=1.0) == (masked_french, masked_english)


@pytest.mark.parametrize(("french", "english"), [row[:2] for row in MASKED[:3]])
def test_the_frame_is_the_one_that_the_service_hands_to_the_model(french: str, english: str):
    assert mask(french, english, random.Random(0), share=1.0)[0] == carried_by_the_service(french, glossary=institutions()).text


def test_a_kind_that_disagrees_does_not_keep_the_others_away():
    masked = mask("Le 3 mai 2021, 14 élèves.", "On 3 May 2021, fourteen pupils.", random.Random(0), share=1.0)
    assert masked == ("Le ⟦0⟧, 14 élèves.", "On ⟦0⟧, fourteen pupils.")


def test_a_share_of_the_kinds_is_masked_and_the_rest_stays():
    counts = [mask(*MASKED[0][:2], random.Random(seed), share=0.5)[0].count("⟦") for seed in range(40)]
    assert min(counts) < 2
    assert max(counts) > 3


def test_no_more_than_ten_placeholders_and_each_on_both_sides():
    french = ", ".join(f"{n} lots" for n in range(100, 110))
    english = ", ".join(f"{n} batches" for n in range(100, 110))
    masked = mask(french, english, random.Random(0), share=1.0)
    assert [[side.count(mark) for side in masked] for mark in PLACEHOLDERS] == [[1, 1]] * 10
