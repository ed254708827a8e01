"""The counts of evaluate.py, on outputs that are written by hand."""

from service.types import Candidate
from training import probes


def test_placeholders_kept_counts_each_that_stands_exactly_once():
    french = ["⟦0⟧ et ⟦1⟧", "le ⟦0⟧"]
    assert probes.placeholders_kept(french, ["⟦1⟧ and ⟦0⟧", "the ⟦0⟧"]) == 1.0
    assert probes.placeholders_kept(french, ["⟦0⟧ and ⟦0⟧", "the ⟦0⟧"]) == 1 / 3
    assert probes.lines_whole(french, ["⟦1⟧ and ⟦0⟧", "the ⟦0⟧ ⟦3⟧"]) == 0.5


def test_figures_right_asks_for_what_both_sides_have_and_forgives_separators():
    pairs = [("1 250,5 tonnes, 13 et quatorze", "1,250.5 tonnes, 13 and 14"), ("à 17 h", "at 5 p.m.")]
    assert probes.figures_right(pairs, ["1,250.5 tonnes, 31 and 14", "at 17"]) == (1, 2)


def test_looping_finds_repetition_and_what_never_ended():
    loop = Candidate("the the the the the the the the the")
    assert probes.looping(["a", "b", "c"], [Candidate("fine"), loop, Candidate("cut", complete=False)]) == [1, 2]


def test_masked_lines_are_those_in_which_something_can_be_carried():
    pairs = [("Rien ici.", "Nothing here."), ("En 2021, tout.", "Everything in 2021.")]
    assert probes.masked_lines(pairs, count=5) == ["En ⟦0⟧, tout."]
