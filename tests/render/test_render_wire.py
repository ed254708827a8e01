"""One line for the wire: 40 words at most, never cut inside a figure or a name."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render_samples import ALL, BARE, LONG, RICH, SEVERE

from service.render import render, render_digest
from service.render.wire import MOST_WORDS, shorten
from service.types import Dateline, Line

CUTS = [
    ("Growth reached 3.5 per cent in 2024; exports rose by 12 million euros", 4, "Growth…"),
    ("Growth reached 3.5 per cent in 2024; exports rose by 12 million euros", 9, "Growth reached 3.5 per cent in 2024…"),
    ("Exports rose by 12 million euros in a year", 5, "Exports rose…"),
    ("The plant opens on 13 January 2021 in Rabat", 6, "The plant opens…"),
    ("The budget of the city is $ 12 million in all", 7, "The budget of the city…"),
    ("Awa Sarr opens the new school", 1, "…"),
    ("Minister Awa Sarr opens the new school", 4, "Minister Awa Sarr opens…"),
    ("Today the Ministry of Health and Sport opens a school", 4, "Today…"),
    ("The head of the United Nations visits the city of Rabat", 5, "The head…"),
    ("Schools open on Monday, ministers said, after talks", 5, "Schools open on Monday…"),
    ("The plant will close unless the law is changed", 4, "The plant…"),
    ("Nothing is cut here", 4, "Nothing is cut here"),
    ("The dam is not full", 4, "The dam…"),
]


@pytest.mark.parametrize(("text", "most", "kept"), CUTS)
def test_a_cut_spares_figures_names_and_conditions(text, most, kept):
    assert shorten(text, most) == kept


@given(st.text(max_size=300), st.integers(1, 60))
def test_a_cut_is_a_beginning_and_short_enough(text, most):
    kept = shorten(text, most)
    assert len(kept.removesuffix("…").split()) <= most
    if kept != text:
        assert kept.endswith("…")
        assert " ".join(text.split()).startswith(kept.removesuffix("…").rstrip())


@pytest.mark.parametrize("name", ALL)
def test_a_wire_is_one_line_of_at_most_forty_words(name):
    wire = render(ALL[name], "wire")
    assert wire.endswith("\n")
    assert len(wire.splitlines()) == 1
    assert len(wire.split()) <= MOST_WORDS


WIRES = [
    (
        RICH,
        "Rabat, 12 March 2024 – The Ministry of Health will launch on Monday a national vaccination campaign that will "
        "reach 1,250,000 children under five in the twelve regions of the country. (sante.example)\n",
    ),
    (LONG, "25 June 2024 – Central bank keeps its key rate at 2.75 per cent as inflation slows\n"),
    (BARE, "A new bridge opens over the river.\n"),
    (
        dataclasses.replace(BARE, dateline=Dateline(published="2021-01-13")),
        "Published 13 January 2021 – A new bridge opens over the river.\n",
    ),
]


@pytest.mark.parametrize(("brief", "expected"), WIRES)
def test_a_wire_has_date_and_source_where_they_are_known(brief, expected):
    assert render(brief, "wire") == expected


def test_a_severe_wire_warns_first():
    assert render(SEVERE, "wire").startswith("CHECK BEFORE USE: Rabat")


def test_a_long_headline_is_cut_with_the_warning_inside_the_forty_words():
    words = " ".join(["ordinary"] * 60)
    brief = dataclasses.replace(SEVERE, headline=Line(text=words, sources=()), lead=Line(text=words, sources=()), source="text")
    assert len(render(brief, "wire").split()) == MOST_WORDS


def test_a_digest_of_wires_has_a_line_for_each():
    assert len(render_digest([RICH, BARE, LONG], "wire").splitlines()) == 3
