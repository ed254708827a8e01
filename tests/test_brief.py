"""Assembling a brief, with English written by hand so that only the editor is tested."""

from dataclasses import replace

import pytest

from service.brief import Editor
from service.brief.budget import budget
from service.brief.figures import figures
from service.brief.people import described
from service.config import Settings
from service.engines.echo import EchoSummarizer
from service.errors import ConfigError
from service.glossary import institutions
from service.release import read_release
from service.segment import segment
from service.types import Finding, Passage, Signature, Translation

SIGNATURE = Signature(version="0", translator="hand", summarizer="extractive", settings="x")
FRENCH = """Le Sénégal ouvre une école de médecine à Thiès

THIÈS, le 12 mars 2024 – Le ministre de la Santé, M. Ibrahima Sow, a inauguré mardi à Thiès une école de médecine de 400 places.

L'établissement a coûté 12,5 millions d'euros, financés par l'OMS.

« Cette école formera les médecins de demain pour tout le pays », a déclaré M. Sow.

Les cours débuteront en octobre.
"""
ENGLISH = [
    "Senegal opens a medical school in Thiès",
    "Thiès, 12 March 2024 – The Minister of Health, Ibrahima Sow, on Tuesday opened a medical school with 400 places in Thiès.",
    "The school cost €12.5 million, financed by WHO.",
    "“This school will train tomorrow's doctors for the whole country,” said Mr Sow.",
    "Classes will begin in October.",
]


def made(english=ENGLISH, findings=None, overrides=None, summarizer=None):
    settings = Settings.load(overrides=overrides)
    release = read_release(segment(FRENCH))
    assert len(release.sentences) == len(english)
    passages = tuple(
        Passage(
            french=s.text, english=e, gap=s.gap, paragraph=s.paragraph, role=s.role, findings=tuple((findings or {}).get(i, ()))
        )
        for i, (s, e) in enumerate(zip(release.sentences, english, strict=True))
    )
    translation = Translation(passages=passages, signature=SIGNATURE)
    return Editor(settings, institutions(), summarizer).brief("text", release, translation)


def test_each_part_has_its_place_and_its_source():
    brief = made()
    assert brief.headline.text == "Senegal opens a medical school in Thiès"
    assert (brief.dateline.place, brief.dateline.date) == ("Thiès", "2024-03-12")
    assert brief.lead.text.startswith("The Minister of Health, Ibrahima Sow")
    assert brief.lead.sources == (1,)
    assert brief.lead.deleted[0].startswith("Thiès, 12 March 2024")
    assert "The school cost €12.5 million, financed by WHO." in [p.text for p in brief.points]
    assert [f.value for f in brief.figures] == ["400", "€12.5 million"]
    assert brief.organisations == ("WHO",)


def test_a_quotation_comes_with_its_speaker_and_function():
    brief = made()
    assert brief.quote is not None
    assert 3 not in [i for p in brief.points for i in p.sources]
    assert brief.quote.text == "This school will train tomorrow's doctors for the whole country"
    assert brief.quote.speaker == "Ibrahima Sow, Minister of Health"


def test_a_sentence_with_a_severe_doubt_is_passed_over_and_the_brief_is_calm():
    brief = made(findings={2: [Finding("number_kept", "12 is lost.", "severe")]})
    assert 2 not in brief.told
    assert not brief.severe


def test_a_lead_with_a_severe_doubt_warns():
    assert made(findings={1: [Finding("number_kept", "400 is lost.", "severe")]}).severe


def test_a_title_that_was_not_translated_gives_way_to_the_lead():
    untranslated = ["⟦Le Sénégal ouvre une école⟧", *ENGLISH[1:]]
    brief = made(untranslated, findings={0: [Finding("loop", "x", "severe")]})
    assert "⟦" not in brief.headline.text
    assert brief.headline.sources == (1,)


def test_a_release_of_which_nothing_passes_still_gives_a_line_that_says_so():
    broken = [f"⟦{e}⟧" for e in ENGLISH]
    brief = made(broken, findings={i: [Finding("loop", "x", "severe")] for i in range(5)})
    assert brief.severe
    assert brief.words <= 150


@pytest.mark.parametrize("words", [20, 40, 80, 120])
def test_the_budget_is_kept(words):
    brief = made(overrides={"brief.words": words, "brief.most_words": round(words * 1.25)})
    assert brief.words <= words * 1.25


def test_an_abstractive_model_speaks_and_every_line_keeps_its_sources():
    brief = made(summarizer=EchoSummarizer(), overrides={"summarizer.max_words": 30, "summarizer.min_words": 5})
    assert brief.lead.sources
    assert brief.told <= set(range(len(ENGLISH)))


WRONG = [({"brief.words": 200}, "more than brief.most_words"), ({"brief.form": "novel"}, "known are wire, brief, long")]


@pytest.mark.parametrize(("overrides", "sentence"), WRONG)
def test_a_budget_that_cannot_be_is_refused(overrides, sentence):
    with pytest.raises(ConfigError, match=sentence):
        budget(Settings.load(overrides=overrides).brief)


def test_a_wire_has_no_points():
    room = budget(replace(Settings().brief, form="wire"))
    assert (room.points, room.quote) == (0, False)


FIGURES = [
    ("The fund provides €12.5 million for 300 schools.", [("€12.5 million", "for 300 schools"), ("300", "schools")]),
    ("It opened on 12 March 2024 at 8.15 a.m. in Room 4.", []),
    ("Of these, 71% of them found a job.", [("71%", "of them found a job")]),
    ("Article 12 of Law No. 45 entered into force in 2019.", []),
    ("From Wednesday 22 to Sunday 26 March the fair is open.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), FIGURES)
def test_figures_come_with_what_they_count(sentence, expected):
    assert [(f.value, f.label) for f in figures(sentence, 0)] == expected


PEOPLE = [
    ("said the Minister of Health, Awa Sarr, on Friday.", "Awa Sarr, Minister of Health"),
    ("Awa Sarr, Director-General of the Institute, spoke.", "Awa Sarr, Director-General of the Institute"),
    ("chaired by Awa Sarr in Dakar", "Awa Sarr"),
    ("the President of the Republic and Awa Sarr met", "Awa Sarr"),
]


@pytest.mark.parametrize(("sentence", "expected"), PEOPLE)
def test_a_person_gets_the_function_that_stands_beside_the_name(sentence, expected):
    assert described("Awa Sarr", [sentence]) == expected
