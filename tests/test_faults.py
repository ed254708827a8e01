import pytest

from service.faults import faults, loops
from service.types import Candidate

SOURCE = "Le conseil a adopté le budget de l'année prochaine et nommé trois membres."
WRONG = [
    ("", True, "empty"),
    ("The council adopted next year's budget and appointed", False, "unfinished"),
    ("The council the council the council the council adopted the budget and members.", True, "loop"),
    ("The council adopted the budget of 2022222222222 and named three members.", True, "loop"),
    ("The very very very very good council adopted the budget.", True, "loop"),
    ("The council \ufffd\ufffd adopted next year's budget and appointed three members.", True, "garbled"),
    ("Yes.", True, "too_short"),
    ("The council " + " ".join(f"word{i}" for i in range(60)), True, "too_long"),
]
RIGHT = [
    ("Le 2 000 000 000 est un nombre.", "2,000,000,000 is a number."),
    ("Nous, nous, nous disons non, non, non et non.", "We, we, we say no, no, no and no."),
    ("Rabat", "Rabat"),
    ("« Bravo, bravo, bravo, bravo ! », a crié la foule.", "“Bravo, bravo, bravo, bravo!” cried the crowd."),
    ("Tél. : 05 05 05 05 05", "Tel.: 05 05 05 05 05"),
    ("De plus en plus", "More and more and more"),
    (SOURCE, "The council adopted next year's budget and appointed three members."),
]


@pytest.mark.parametrize(("english", "complete", "name"), WRONG)
def test_a_fault_is_named(english, complete, name):
    assert name in [n for n, _ in faults(SOURCE, Candidate(english, -0.1, complete))]


@pytest.mark.parametrize(("french", "english"), RIGHT)
def test_a_right_hypothesis_has_none(french, english):
    assert list(faults(french, Candidate(english))) == []


def test_loops_count_phrases_that_come_back():
    assert loops("a b c d x a b c d y a b c d z a b c d") > 0
    assert loops("one two three four five six") == 0
