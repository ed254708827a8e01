"""Safe deletions: what goes, what never goes, and that the outputs that were read and judged have not changed."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.compress import compress, headline, without_dateline

TABLE = (Path(__file__).parent / "data" / "compressions.tsv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TABLE.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_two_hundred_inspected_outputs_are_grammatical_and_unchanged():
    """Each output was read; of the first 208, four were wrong (a list cut open, a comparison cut, a label taken for a
    dateline) and the rules were mended. A change here asks for a new reading of the line, not for a new file."""
    changed = [row["source"] for row in ROWS if compress(row["source"], 10)[0] != row["output"]]
    assert len(ROWS) >= 200
    assert sum(row["verdict"] == "grammatical" for row in ROWS) >= 0.95 * len(ROWS)
    assert changed == []


DELETED = [
    ("RABAT, 12 March 2024 – The Ministry signed an agreement with two unions.", "RABAT, 12 March 2024 –"),
    ("On this occasion, the Minister thanked all the teams of the centre.", "On this occasion"),
    ("The Board also approved the accounts for the year just ended.", "also"),
    ("The World Health Organization (WHO) sent four epidemiologists to the region.", "(WHO)"),
    ("The talks, which lasted just over an hour, focused on the reform of the law.", "which lasted just over an hour"),
    ("Boats that break the ban face a fine, as well as confiscation of their pots.", "as well as confiscation of their pots"),
    ("The park protects the lake and its birds, an essential step towards lasting peace.",
     "an essential step towards lasting peace"),
    ("According to the Institute, prices are rising in the south, it said.", "it said"),
    ("The Council adopted the plan yesterday; the text was sent to the committee.",
     "; the text was sent to the committee"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "piece"), DELETED)
def test_what_a_reader_can_do_without_goes_and_is_named(sentence, piece):
    text, deleted = compress(sentence, 5)
    assert piece in deleted
    assert len(text.split()) < len(sentence.split())
    assert text[0].isupper()
    assert text.endswith(".")


DATELINES = [
    ("RABAT, 12 March 2024 – The Board met on Monday.", "RABAT, 12 March 2024 –"),
    ("Fribourg/Antsirabe, 3 June 2022 – The rectors met in town.", "Fribourg/Antsirabe, 3 June 2022 –"),
    ("Rabat, 22 January 2024. The Board met on Monday.", "Rabat, 22 January 2024."),
    ("Thiès, 11 July 2023 (ILO News) – The Board met on Monday.", "Thiès, 11 July 2023 (ILO News) –"),
    ("GENEVA (AFP) – The Board met on Monday.", "GENEVA (AFP) –"),
    ("Three results are targeted by 2027: to learn, to read and to write.", None),
    ("The plan – the first since 12 March 2024 – was adopted by all.", None),
    ("The Board, which met on 12 March 2024 – a Tuesday – agreed.", None),
]


@pytest.mark.parametrize(("sentence", "dateline"), DATELINES)
def test_a_dateline_goes_and_nothing_else(sentence, dateline):
    text, deleted = without_dateline(sentence)
    assert deleted == ((dateline,) if dateline else ())
    assert text == sentence.removeprefix(dateline or "").strip()


KEPT = [
    "The bridge, which cost 12 million euros, was closed to traffic on Friday.",
    "The talks, which did not last long, focused on the reform of the law.",
    "The plant, which may close next year, employs many people of the town.",
    "The law, which applies only if parliament agrees, concerns all the regions.",
    "The Minister, who met Awa Sarr in the morning, signed the agreement afterwards.",
    "The price, set at a level including all taxes, will fall for small households.",
    "In addition to the fine, the company must destroy the files of its customers.",
    "The fund pays for schools, wells, including repairs, roads and two bridges.",
    "The agreement covers not only the coast but also the whole of the interior.",
    "Cases were fewer in the group given the vaccine together with tablets than in the other.",
    '"The road, which is long, will be hard, as well as costly, for everyone," he said.',
    "Members of the village, whose inhabitants filmed, recorded and commented on their practices, were thanked.",
    "The town hosts the festival, whose programme, unveiled by its organisers on Tuesday, gives pride of place to women.",
    "The pools may be filled in all the towns, where this is still permitted.",
]


@pytest.mark.parametrize("sentence", KEPT)
def test_figures_names_negations_modals_conditions_and_quotations_stay(sentence):
    assert compress(sentence, 5) == (sentence, ())


def test_a_sentence_within_its_budget_is_not_touched():
    sentence = "On this occasion, the Board also met."
    assert compress(sentence, 7) == (sentence, ())


@given(st.text(max_size=200), st.integers(0, 30))
def test_any_text_gives_a_text_that_is_no_longer(text, words):
    assert len(compress(text, words)[0].split()) <= len(text.split())


HEADLINES = [
    ("Press release: Niger launches a literacy programme", "", "Niger launches a literacy programme"),
    ("Niger launches a literacy programme.", "", "Niger launches a literacy programme"),
    ("Research vessel Marie-Galante sets sail for a 54-day expedition in the Indian Ocean", "",
     "Research vessel Marie-Galante sets sail for a 54-day expedition"),
    ("", "RABAT, 12 March 2024 – Meeting in Rabat on Tuesday, the Board of the Fund approved a loan of 3 million euros to Mali.",
     "The Board of the Fund approved a loan of 3 million euros"),
    ("", "The Ministry of Higher Education categorically denies reports of a postponement of all the exams.",
     "The Ministry of Higher Education categorically denies reports of a postponement…"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "lead", "expected"), HEADLINES)
def test_a_headline_is_the_title_or_the_main_clause_cut_at_a_boundary(title, lead, expected):
    assert headline(title, lead) == expected


@given(st.text(max_size=300), st.text(max_size=300), st.integers(1, 15))
def test_a_headline_never_exceeds_its_words(title, lead, words):
    assert len(headline(title, lead, words).split()) <= words
