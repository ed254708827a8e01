"""The theme of a brief, from its English."""

import dataclasses

import pytest
from render_samples import BARE

from service.render.themes import OTHER, THEMES, theme
from service.types import Line

HEADLINES = [
    ("Ministry of Health launches measles vaccination campaign", "Health"),
    ("WHO warns of cholera outbreak after floods", "Health"),
    ("Twelve new hospitals to open by 2026", "Health"),
    ("New scholarship for 3,000 university students", "Education"),
    ("Teachers to be trained in rural schools", "Education"),
    ("Central bank keeps its key rate at 2.75 per cent", "Economy"),
    ("Company revenue rises 12 per cent in third quarter", "Economy"),
    ("Inflation slows and exports grow", "Economy"),
    ("Carbon emissions to be halved by 2035", "Climate & environment"),
    ("Forest fires: reforestation plan adopted", "Climate & environment"),
    ("Museum of Islamic art opens its first exhibition", "Culture"),
    ("ICESCO film festival honours young artists", "Culture"),
    ("Court sentences former mayor for corruption", "Justice & security"),
    ("Police arrest nine traffickers at the border", "Justice & security"),
    ("Ambassador hands in credentials at bilateral summit", "Diplomacy"),
    ("Joint statement on the ceasefire", "Diplomacy"),
    ("National research agency puts satellite in orbit", "Science & technology"),
    ("Digital startup wins innovation prize", "Science & technology"),
    ("Football federation names new coach", "Sport"),
    ("Athletes bring home nine medals", "Sport"),
    ("Cereal harvest down after poor season for farmers", "Agriculture & food"),
    ("FAO and ministry agree on irrigation for livestock farmers", "Agriculture & food"),
    ("Pensions for families of people with disabilities", "Society"),
    ("Women and youth associations meet", "Society"),
    ("A new bridge opens", OTHER),
    ("", OTHER),
]


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_theme_of_a_headline(headline, expected):
    assert theme(_brief(headline, "")) == expected


def test_every_theme_of_the_table_is_reached():
    assert {expected for _, expected in HEADLINES} == set(THEMES)


WEIGHED = [
    ("headline over points", "Hospital opens", "", ("A bank paid.", "The market grew."), "Health"),
    ("lead over one point", "A decision", "Schools reopen.", ("A bank paid.",), "Education"),
    ("three points over nothing", "A decision", "It was taken.", ("Football.",), "Sport"),
    ("a repeated word counts once", "bank bank bank", "", (), "Economy"),
]


@pytest.mark.parametrize(("case", "headline", "lead", "points", "expected"), WEIGHED)
def test_theme_weighs_the_lines(case, headline, lead, points, expected):
    assert theme(_brief(headline, lead, points)) == expected, case


def _brief(headline, lead, points=()):
    return dataclasses.replace(
        BARE,
        headline=Line(text=headline, sources=()),
        lead=Line(text=lead, sources=()),
        points=tuple(Line(text=p, sources=()) for p in points),
    )
