"""Map and reduce over texts of any length, and the gate behind them; with engines that ship and small ones made here."""

import dataclasses

import pytest

from service.config import Settings, SummarizerSettings
from service.engines.echo import EchoSummarizer
from service.summarize import abstract
from service.summarize.abstract import grouped, split
from service.types import Candidate

LONG = [f"The town of Alpha{i} will open {i + 2} schools and {i + 30} libraries in the next year." for i in range(60)]
ASKED = SummarizerSettings(min_words=10, max_words=40)


class Small(EchoSummarizer):
    """The first sentence of each text, within a window so small that a long text needs several rounds."""

    window = 60

    def __init__(self):
        self.seen = []

    def summarize(self, texts, /, *, min_words, max_words):
        self.seen.append(list(texts))
        assert all(self.count(text) <= self.window for text in texts)
        return [Candidate(split(text)[0]) for text in texts]


class Inventive(EchoSummarizer):
    def summarize(self, texts, /, *, min_words, max_words):
        return [Candidate("The town of Alpha0 will open 99 schools. The town of Alpha1 will open 3 schools.")]


def test_every_sentence_is_read_and_no_text_exceeds_the_window():
    model = Small()
    abstract(LONG, model, settings=ASKED)
    assert " ".join(model.seen[0]) == " ".join(LONG)
    assert len(model.seen) > 2
    assert len(model.seen[-1]) == 1


def test_each_line_names_the_sentence_it_came_from():
    lines, findings = abstract(LONG, Small(), settings=ASKED)
    assert [(line.text, line.sources) for line in lines] == [(LONG[0], (0,))]
    assert findings == ()


def test_what_the_gate_stops_is_replaced_by_its_source_and_said():
    lines, findings = abstract(LONG, Inventive(), settings=ASKED)
    assert [line.text for line in lines] == [LONG[0], "The town of Alpha1 will open 3 schools."]
    assert [line.sources for line in lines] == [(0,), (1,)]
    ((note, level, sentence),) = [(f.note, f.level, f.sentence) for f in findings]
    assert "99" in note
    assert (level, sentence) == ("note", 0)


def test_the_echo_engine_gives_the_beginning_without_its_broken_end():
    lines, findings = abstract(LONG, EchoSummarizer.load(Settings()), settings=ASKED)
    assert [line.text for line in lines] == LONG[:2]
    assert sum(len(line.text.split()) for line in lines) <= ASKED.max_words
    assert len(findings) <= 1


def test_a_short_text_is_left_alone():
    model = Small()
    lines, _ = abstract(LONG[:2], model, settings=ASKED)
    assert [line.text for line in lines] == LONG[:2]
    assert model.seen == []


def test_nothing_gives_nothing():
    assert abstract([], Small(), settings=ASKED) == ((), ())


def test_a_model_that_does_not_shorten_ends():
    class Parrot(Small):
        def summarize(self, texts, /, *, min_words, max_words):
            return [Candidate(text) for text in texts]

    lines, _ = abstract(LONG, Parrot(), settings=dataclasses.replace(ASKED, max_words=30))
    assert lines[0].text == LONG[0]


def test_a_sentence_beyond_the_window_is_halved_and_never_cut():
    giant = " ".join(f"word{i}" for i in range(500))
    texts = list(grouped([giant, "The end."], Small()))
    assert " ".join(texts) == f"{giant} The end."
    assert all(len(text.split()) < Small.window for text in texts)


SPLIT = [
    ("Mr. Diop spoke. He left.", ["Mr. Diop spoke.", "He left."]),
    ('"We won." The crowd sang.', ['"We won."', "The crowd sang."]),
    ("It cost 3.5 million. In all!", ["It cost 3.5 million.", "In all!"]),
    ("No end", ["No end"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "sentences"), SPLIT)
def test_what_a_model_says_is_split_into_sentences(text, sentences):
    assert split(text) == sentences
