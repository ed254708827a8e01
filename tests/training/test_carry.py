"""What is carried around the model: found once on both sides, numbered from left to right in the French."""

import random
from itertools import pairwise

import pytest

from training.carry import PLACEHOLDERS, mask, number_forms, spans

SENTENCE = (
    "Mme Awa Sarr a remis 1 250,5 tonnes de riz à l'UNICEF le 13 janvier 2021 (www.exemple.org).",
    "Awa Sarr handed over 1,250.5 tonnes of rice to UNICEF on 13 January 2021 (www.exemple.org).",
)
MASKED = [
    (
        *SENTENCE,
        "Mme ⟦0⟧ a remis ⟦1⟧ tonnes de riz à l'⟦2⟧ le ⟦3⟧ (⟦4⟧).",
        "⟦0⟧ handed over ⟦1⟧ tonnes of rice to ⟦2⟧ on ⟦3⟧ (⟦4⟧).",
    ),
    ("Le 1er mai, à Rabat.", "In Rabat on May 1st.", "Le 1er mai, à ⟦0⟧.", "In ⟦0⟧ on May 1st."),
    ("Le 1er mai 2020, à Rabat.", "In Rabat on the 1st of May 2020.", "Le ⟦0⟧, à ⟦1⟧.", "In ⟦1⟧ on ⟦0⟧."),
    ("En 12 jours, 12 élèves.", "In 12 days, 12 pupils.", "En 12 jours, 12 élèves.", "In 12 days, 12 pupils."),
    ("Le film « Baara » sort.", 'The film "Baara" is out.', "Le film « ⟦0⟧ » sort.", 'The film "⟦0⟧" is out.'),
    (
        "Visite de l'Union par Mme Ana Lo.",
        "Visit to the Union by Ana Lo.",
        "Visite de l'Union par Mme ⟦0⟧.",
        "Visit to the Union by ⟦0⟧.",
    ),
    ("Paris a dit non.", "Paris said no.", "Paris a dit non.", "Paris said no."),
    (
        "Le budget est de 3,4 milliards.",
        "The budget is 4.3 billion.",
        "Le budget est de 3,4 milliards.",
        "The budget is 4.3 billion.",
    ),
]


@pytest.mark.parametrize(("french", "english", "masked_french", "masked_english"), MASKED)
def test_everything_on_both_sides_once_becomes_a_placeholder(french: str, english: str, masked_french: str, masked_english: str):
    assert mask(french, english, random.Random(0), share=1.0) == (masked_french, masked_english)


def test_a_share_of_the_spans_is_masked_and_the_rest_stays():
    counts = [mask(*SENTENCE, random.Random(seed), share=0.5)[0].count("⟦") for seed in range(40)]
    assert min(counts) < 2
    assert max(counts) > 3


def test_no_more_than_ten_placeholders_and_each_on_both_sides():
    french = ", ".join(f"{n} lots" for n in range(100, 120))
    english = ", ".join(f"{n} batches" for n in range(100, 120))
    masked = mask(french, english, random.Random(0), share=1.0)
    assert [[side.count(mark) for side in masked] for mark in PLACEHOLDERS] == [[1, 1]] * 10


def test_spans_do_not_overlap_and_are_the_same_thing():
    found = spans(*SENTENCE)
    assert len(found) == 5
    assert all(a.end <= b.start for a, b in pairwise(found))


FORMS = [
    ("1 234,5", ["1,234.5", "1234.5"]),
    ("1 234", ["1,234", "1234", "1 234"]),
    ("12", ["12"]),
    ("3,4", ["3.4"]),
    ("2021", ["2,021", "2021"]),
]


@pytest.mark.parametrize(("french", "forms"), FORMS)
def test_number_forms(french: str, forms: list[str]):
    assert number_forms(french) == forms
