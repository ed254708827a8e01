"""British and American English, both ways; names, titles and addresses stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.spelling import american, british, day_first, month_first, to_american, to_british

BOTH_WAYS = [
    ("The organisers recognised the programme of the centre.", "The organizers recognized the program of the center."),
    ("Organisers expect a favourable harbour.", "Organizers expect a favorable harbor."),
    ("a labour dispute about defence and metres of fibre", "a labor dispute about defense and meters of fiber"),
    ("12 per cent, 3 tonnes", "12 percent, 3 metric tons"),
    ("The traveller cancelled his enrolment.", "The traveler canceled his enrollment."),
    ("COLOUR", "COLOR"),
]


@pytest.mark.parametrize(("here", "there"), BOTH_WAYS)
def test_word_families_change_sides(here, there):
    assert to_american(here) == there
    if "meters" not in there:
        assert to_british(there) == here


KEPT = [
    "the World Health Organization and the Organisation internationale de la Francophonie",
    "the Ministry of Defence, the Centre Pompidou and the Labour Party",
    "Centre Pompidou opens on Monday.",
    "the festival « Lumières et couleurs du theatre »",
    'the novel "The Colour Purple" and “The Theatre”',
    "write to labour.centre@organisation.example or see https://centre.example/programme",
    "an hour of tour, four pouring rains, the contour, a promise, advertise, exercise, surprise, wise, rise",
]


@pytest.mark.parametrize("text", KEPT)
def test_names_titles_addresses_and_words_of_both_sides_stay(text):
    assert to_american(text) == text


def test_american_words_with_another_british_sense_are_not_turned_back():
    text = "a check, a draft, a story, a practice and an electricity meter"
    assert to_british(text) == text


DATES = [
    ("Signed on 13 January 2021.", "Signed on January 13, 2021."),
    ("From 4 to 7 June.", "From June 4 to 7."),
    ("On 4 and 5 December 2024.", "On December 4 and 5, 2024."),
    ("Monday 13 January", "Monday January 13"),
]


@pytest.mark.parametrize(("day", "month"), DATES)
def test_dates_change_their_order(day, month):
    assert month_first(day) == month
    assert day_first(month) == day


def test_an_american_year_is_followed_by_a_comma_within_a_sentence():
    assert month_first("By 13 January 2021 the works will end.") == "By January 13, 2021, the works will end."
    assert month_first("By 13 January 2021, the works end.") == "By January 13, 2021, the works end."


@pytest.mark.parametrize("text", ["the film « 13 January 2021 »", "“14 July 1789”", "2,013 January sales", "in May 2021"])
def test_titles_and_what_is_no_date_stay(text):
    assert month_first(text) == text


def test_the_table_has_many_families_and_no_word_that_is_its_own():
    assert len(american()) > 1000
    assert all(here != there for here, there in american().items())
    assert not set(british()) & set(american())


@given(st.text(max_size=200))
def test_any_text_passes_and_a_second_time_changes_nothing(text):
    for change in (to_american, to_british, month_first, day_first):
        assert change(change(text)) == change(text)
