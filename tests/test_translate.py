"""The ladder of attempts, with engines that fail in known ways."""

import re
from collections.abc import Callable, Sequence

import pytest

from service.config import Settings
from service.engines import Decoding
from service.glossary import Glossary, institutions
from service.translate import SentenceTranslator
from service.types import Candidate

FRENCH = "Le conseil de Rabat a adopté hier le budget de 12 millions pour les écoles."
ENGLISH = "The Rabat council yesterday adopted the budget of 12 million for schools."


class Scripted:
    """An engine that answers by a function of source and decoding; it keeps what it was asked."""

    name = "scripted"
    calibration = None
    words = frozenset()

    def __init__(self, answer: Callable[[str, Decoding], list[Candidate]], *, placeholders: bool = False) -> None:
        self.answer, self.placeholders, self.asked = answer, placeholders, []

    def count(self, sentence: str, /) -> int:
        return len(sentence.split())

    def translate(self, sentences: Sequence[str], decoding: Decoding, /) -> list[list[Candidate]]:
        self.asked += [(sentence, decoding) for sentence in sentences]
        return [self.answer(sentence, decoding) for sentence in sentences]


def render(engine, french=FRENCH, glossary=None):
    translator = SentenceTranslator(engine, Settings())
    (rendering,) = translator.translate([french], glossary=glossary or Glossary())
    return rendering


def test_a_right_first_hypothesis_is_taken_and_nothing_is_asked_again():
    engine = Scripted(lambda s, d: [Candidate(ENGLISH, -0.1)])
    assert render(engine).english == ENGLISH
    assert len(engine.asked) == 1


def test_the_candidate_that_keeps_the_figures_wins_over_the_likelier_one():
    engine = Scripted(lambda s, d: [Candidate(ENGLISH.replace("of 12 million ", ""), -0.1), Candidate(ENGLISH, -0.4)])
    assert render(engine).english == ENGLISH


def test_the_candidate_that_leaves_a_word_out_loses():
    engine = Scripted(lambda s, d: [Candidate(ENGLISH.replace(" for schools", ""), -0.10), Candidate(ENGLISH, -0.12)])
    assert render(engine).english == ENGLISH


def test_a_loop_is_tried_again_without_repeated_ngrams():
    engine = Scripted(lambda s, d: [Candidate(ENGLISH if d.no_repeat else "the city of the city of the city of the city of")])
    assert render(engine).english == ENGLISH
    assert [d.no_repeat for _, d in engine.asked] == [0, 3]


def test_a_lost_placeholder_is_tried_again_without_carrying():
    answers = Scripted(lambda s, d: [Candidate(ENGLISH if "⟦" not in s else "The council adopted the budget.")], placeholders=True)
    rendering = render(answers, glossary=institutions())
    assert rendering.english == ENGLISH
    assert answers.asked[0][0].count("⟦") >= 1
    assert "⟦" not in answers.asked[-1][0]


def test_figures_are_carried_only_where_the_model_gets_them_wrong():
    wrong, right = ENGLISH.replace("of 12 million ", ""), ENGLISH.replace("12 million", "⟦0⟧")
    assert render(engine := Scripted(lambda s, d: [Candidate(ENGLISH)], placeholders=True)).english == ENGLISH
    assert [source for source, _ in engine.asked] == [FRENCH]
    assert render(Scripted(lambda s, d: [Candidate(right if "⟦" in s else wrong)], placeholders=True)).english == ENGLISH


def test_a_rung_that_carries_nothing_more_asks_nothing_again():
    engine = Scripted(lambda s, d: [Candidate(ENGLISH.replace("of 12 million ", ""))], placeholders=True)
    assert any(finding.severe for finding in render(engine).findings)
    assert len(engine.asked) == len(set(engine.asked))


def test_a_made_up_word_asks_for_a_wider_beam_and_all_its_hypotheses():
    made_up = ENGLISH.replace("budget", "budgetteers")
    engine = Scripted(lambda s, d: [Candidate(ENGLISH if d.beam > 8 and i > 7 else made_up, -0.1) for i in range(d.candidates)])
    engine.words = frozenset(ENGLISH.lower().rstrip(".").split())
    rendering = render(engine)
    assert rendering.english == ENGLISH
    assert [(d.beam, d.candidates) for _, d in engine.asked] == [(8, 8), (12, 12)]
    assert len(rendering.candidates) <= 4


def test_carried_values_come_back_in_their_english_form():
    engine = Scripted(lambda s, d: [Candidate(s.replace("Il coûte", "It costs").replace("depuis le", "since"))], placeholders=True)
    assert render(engine, "Il coûte 1 234,5 euros depuis le 13 janvier 2021.").english == "It costs €1,234.5 since 13 January 2021."


HOPELESS = [
    ("", "empty"),
    ("the city of the city of the city of the city of the city of", "loop"),
    ("Le conseil de Rabat a adopté hier le budget pour les écoles de la ville.", "untranslated"),
]


@pytest.mark.parametrize(("answer", "check"), HOPELESS)
def test_what_no_attempt_can_translate_is_kept_in_french_and_flagged(answer, check):
    rendering = render(Scripted(lambda s, d: [Candidate(answer)]))
    assert rendering.english == f"⟦{FRENCH}⟧"
    assert rendering.confidence == "low"
    assert [(f.check, f.level) for f in rendering.findings] == [(check, "severe")]


def test_an_unfinished_hypothesis_is_never_passed_on():
    rendering = render(Scripted(lambda s, d: [Candidate(ENGLISH, -0.1, complete=False)]))
    assert rendering.english.startswith("⟦")
    assert rendering.findings[0].check == "unfinished"


def test_a_long_sentence_goes_to_the_engine_in_clauses_and_comes_back_as_one():
    french = " ; ".join(f"le conseil numéro {i} a adopté le budget de la ville hier soir" for i in range(2, 14)) + "."
    told = re.compile(r"le conseil numéro (\d+) a adopté le budget de la ville hier soir")
    engine = Scripted(lambda s, d: [Candidate(told.sub(r"The council number \1 adopted the budget last night", s))])
    rendering = render(engine, french)
    assert len(engine.asked) > 1
    assert all(len(s.split()) <= Settings().translator.comfort for s, _ in engine.asked)
    assert all(f" number {i} " in rendering.english for i in range(2, 14))


def test_repeated_sentences_are_translated_once():
    engine = Scripted(lambda s, d: [Candidate(ENGLISH)])
    translator = SentenceTranslator(engine, Settings())
    assert len(translator.translate([FRENCH] * 5, glossary=Glossary())) == 5
    assert len(engine.asked) == 1


KEPT = ["***", "12 345", "https://exemple.org/a", "The minister said that the new school would open in September."]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_french_passes_through_untouched(text):
    engine = Scripted(lambda s, d: [Candidate("wrong")])
    assert render(engine, text).english == text


def test_a_severe_doubt_makes_confidence_low():
    engine = Scripted(lambda s, d: [Candidate("The Rabat council yesterday adopted the budget for schools.", -0.01)])
    rendering = render(engine)
    assert rendering.confidence == "low"
    assert any(f.severe for f in rendering.findings)
