"""Wrong briefs are caught and right ones pass; each miss and false alarm is listed by name."""

import json
from pathlib import Path

import pytest

from service.compress import compress
from service.gate import check_line
from service.gate.facts import quantities

HERE = Path(__file__).parent
GROUPS = [json.loads(line) for line in (HERE / "data" / "adversarial.jsonl").read_text(encoding="utf-8").splitlines()]
WRONG = [(kind, line, group["sources"]) for group in GROUPS for kind, line in group["wrong"]]
RIGHT = [(line, group["sources"]) for group in GROUPS for line in group["right"]]


def test_at_least_95_of_100_wrong_lines_are_caught():
    missed = [f"{kind}: {line}" for kind, line, sources in WRONG if not check_line(line, sources)]
    assert len(WRONG) >= 150
    assert len(missed) <= 0.05 * len(WRONG), "\n".join(missed)


def test_at_most_3_of_100_right_lines_are_refused():
    refused = [f"{line} {found[0]}" for line, sources in RIGHT if (found := check_line(line, sources))]
    assert len(refused) <= 0.03 * len(RIGHT), "\n".join(refused)


@pytest.mark.parametrize("group", GROUPS, ids=lambda g: g["sources"][0][:30])
def test_what_stands_in_the_source_passes_whole_and_compressed(group):
    sources = group["sources"]
    for sentence in sources:
        assert check_line(sentence, sources) == ()
        assert check_line(compress(sentence, 8)[0], sources) == ()


SOURCES = [
    "The Ministry of Health launched a campaign costing €3.5 million on Monday 4 March 2024.",
    "The campaign will not reach the north before June.",
    '"We owe it to our children," said the Minister, Awa Sarr.',
]
CAUGHT = [
    ("The Ministry of Health launched a campaign costing €3.5 billion.", "quantities"),
    ("The Ministry of Health launched a campaign on Tuesday 4 March 2024.", "calendar"),
    ("The Ministry of Finance launched a campaign costing €3.5 million.", "names"),
    ("The campaign will reach the north before June.", "force"),
    ("The campaign will not reach the north after June.", "opposite"),
    ('"We owe it to our parents," said the Minister, Awa Sarr.', "quotes"),
    ("The Ministry of Health launched a campaign costing ⟦0⟧.", "shape"),
    ("The Ministry of Health launched a vaccination campaign.", "new_words"),
    ("The Ministry of Health will not reach the north.", "one_event"),
    ("Awa Sarr reached the Ministry before the north launched Health.", "containment"),
]


@pytest.mark.parametrize(("line", "check"), CAUGHT)
def test_a_finding_names_the_check_that_caught_the_line(line, check):
    findings = check_line(line, SOURCES)
    assert check in {f.check for f in findings}
    assert all(f.severe and f.note.endswith(".") for f in findings)


UNREADABLE = [
    "Jobs rose earlier earlier than expected.",
    "Prices fell after the following analysis of the following analysis of the Board.",
    "The Board adopted ⟦1⟧ rules.",
    " ",
]


@pytest.mark.parametrize("line", UNREADABLE)
def test_what_no_reader_should_see_is_refused_even_where_the_source_says_it(line):
    assert [f.check for f in check_line(line, [line])] == ["shape"]


def test_a_line_without_a_source_may_not_be_said():
    assert [f.check for f in check_line("Anything.", [])] == ["source"]


AMOUNTS = [
    ("€3.5m", "3500000", "EUR"),
    ("3.5 million euros", "3500000", "EUR"),
    ("EUR 3,500,000", "3500000", "EUR"),
    ("twelve per cent", "12", "%"),
    ("CFAF 16.8 billion", "16800000000", "CFA"),
    ("two hundred and fifty people", "250", ""),
]


@pytest.mark.parametrize(("text", "value", "unit"), AMOUNTS)
def test_a_quantity_is_its_value_and_unit_however_it_is_written(text, value, unit):
    (quantity,) = quantities(text)
    assert (int(quantity.value), quantity.unit) == (int(value), unit)


def test_the_french_of_the_source_may_hold_a_name_that_its_english_lost():
    line = "The OMS launched a campaign costing €3.5 million."
    assert check_line(line, SOURCES)
    assert check_line(line, SOURCES, french=["L’OMS a lancé", "", ""]) == ()
