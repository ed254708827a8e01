import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.clauses import join, split

SENTENCE = (
    "Réuni à Rabat sous la présidence de la ministre, le Conseil a adopté le budget 2021, qui s'élève à 12,5 millions de dollars, "
    "et a créé un fonds ; la question du siège (reportée en 2020, faute de quorum) sera examinée en mai, tandis que le vote attendra."
)


def up_to(words):
    return lambda text: len(text.split()) <= words


def test_a_sentence_that_fits_is_left_alone():
    assert [c.text for c in split(SENTENCE, up_to(100))] == [SENTENCE]


@pytest.mark.parametrize("words", [8, 12, 20, 30])
def test_joining_the_clauses_gives_the_sentence_back(words):
    parts = split(SENTENCE, up_to(words))
    assert len(parts) > 1
    assert join([p.text for p in parts], parts).replace(" ;", ";") == SENTENCE.replace(" ;", ";")


def test_the_semicolon_is_the_first_joint():
    first, second = split(SENTENCE, up_to(30))
    assert first.joint == "; "
    assert second.text.startswith("la question du siège")


def test_no_cut_inside_a_figure_or_a_bracket():
    for part in split(SENTENCE, up_to(14)):
        assert part.text.count("(") == part.text.count(")")
        assert not part.text.endswith("12")


def test_inner_stops_and_capitals_of_a_model_are_taken_off():
    parts = split("Le conseil a siégé hier soir à Rabat ; il a voté le budget de la ville.", up_to(10))
    assert join(["The council met last night in Rabat.", "It voted the city's budget."], parts) == (
        "The council met last night in Rabat; it voted the city's budget."
    )


@given(st.text(alphabet="abcé ,;:.()«»12–", max_size=400), st.integers(1, 12))
def test_no_word_is_ever_lost(text, words):
    parts = split(text, up_to(words))
    kept = "".join(p.text + p.joint for p in parts)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_megabyte_without_a_space_is_split_and_not_cut():
    parts = split("a" * 1_000_000, lambda text: len(text) <= 500)
    assert sum(len(p.text) for p in parts) == 1_000_000
    assert max(len(p.text) for p in parts) <= 500
