"""What every translator promises, on the same small model, on the embedded one, and on none."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from small_marian import FRENCH, PAIRS

from service.engines import Decoding, load_translator
from service.errors import InputError

ENGINES = ["ct2-tiny", "hf-tiny", "echo", "ct2-embedded"]
NAMES = {"ct2": "ctranslate2", "hf": "transformers", "echo": "echo"}
REAL = [name for name in ENGINES if name != "echo"]


@pytest.fixture(scope="module")
def engines(configure, tiny):
    loaded = {}

    def get(name):
        if name not in loaded:
            engine, _, model = name.partition("-")
            where = str(tiny) if model == "tiny" else "embedded"
            loaded[name] = load_translator(configure(translator__engine=NAMES[engine], translator__model=where))
        return loaded[name]

    return get


@pytest.fixture(params=ENGINES)
def translator(request, engines):
    return engines(request.param)


def texts(result):
    return [[candidate.text for candidate in candidates] for candidates in result]


def test_each_sentence_gets_its_candidates_in_order(translator):
    sentences = [french for french, _ in PAIRS]
    result = translator.translate(sentences, Decoding(beam=1))
    assert len(result) == len(sentences)
    assert all(len(candidates) == 1 for candidates in result)
    assert texts(result) == [texts(translator.translate([s], Decoding(beam=1)))[0] for s in sentences]


def test_nothing_gives_nothing(translator):
    assert translator.translate([], Decoding()) == []


def test_an_empty_sentence_is_no_error(translator):
    (first, second) = translator.translate(["", PAIRS[1][0]], Decoding(beam=1))
    assert len(first) == len(second) == 1


@pytest.mark.parametrize("candidates", [1, 3])
def test_candidates_come_best_first(translator, candidates):
    for found in translator.translate([PAIRS[0][0], PAIRS[3][0]], Decoding(beam=4, candidates=candidates)):
        assert 1 <= len(found) <= candidates
        assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
        assert all(c.score <= 0 and isinstance(c.text, str) for c in found)


def test_the_company_of_a_sentence_changes_nothing(translator):
    sentences = [*FRENCH[:6], *[french for french, _ in PAIRS]]
    together = texts(translator.translate(sentences, Decoding(beam=2, candidates=2)))
    backwards = texts(translator.translate(sentences[::-1], Decoding(beam=2, candidates=2)))[::-1]
    alone = [texts(translator.translate([s], Decoding(beam=2, candidates=2)))[0] for s in sentences]
    assert together == backwards == alone


def test_threads_may_share_a_translator(translator):
    sentences = [french for french, _ in PAIRS]
    expected = texts(translator.translate(sentences, Decoding(beam=2)))
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: texts(translator.translate(sentences, Decoding(beam=2))), range(4)))
    assert results == [expected] * 4


def test_count_includes_the_end_of_the_sentence(translator):
    assert translator.count("") == 1
    assert translator.count("Douze écoles ouvrent à Rabat.") > translator.count("Douze écoles")


def test_a_sentence_beyond_the_positions_is_refused_and_not_cut(translator):
    long = "écoles " * 600
    with pytest.raises(InputError, match=rf"Sentence 2 has {translator.count(long)} tokens .* split it"):
        translator.translate(["Merci.", long], Decoding(beam=1))


def test_the_name_says_which_weights_and_how(translator):
    assert re.fullmatch(r"echo|(ct2|hf)/[\w.-]+@[0-9a-f]{7}/(int8|float32)", translator.name)


@pytest.mark.parametrize("name", REAL)
def test_a_hypothesis_stopped_by_its_length_says_so(engines, name):
    tight = Decoding(beam=1, length_ratio=0.0, length_extra=2)
    ((cut,),) = engines(name).translate([PAIRS[4][0]], tight)
    ((whole,),) = engines(name).translate([PAIRS[4][0]], Decoding(beam=1))
    assert not cut.complete
    assert whole.complete
    assert len(cut.text) < len(whole.text)


@pytest.mark.parametrize("name", ["ct2-tiny", "hf-tiny"])
def test_the_small_model_says_what_it_learnt(engines, name):
    result = engines(name).translate([french for french, _ in PAIRS], Decoding(beam=4))
    assert [candidates[0].text for candidates in result] == [english for _, english in PAIRS]


@pytest.mark.parametrize("name", REAL)
def test_pad_and_unknown_are_never_said(engines, name):
    odd = ["漢字 и Ж ☃", "", *FRENCH[:4]]
    for candidates in engines(name).translate(odd, Decoding(beam=4, candidates=4)):
        assert not any(mark in c.text for c in candidates for mark in ("<pad>", "</s>", "<unk>", "⁇"))


@pytest.mark.parametrize("name", REAL)
def test_no_ngram_comes_twice_where_that_is_asked(engines, name):
    for (candidate,) in engines(name).translate(FRENCH[:6], Decoding(beam=2, no_repeat=2)):
        words = re.findall(r"\w+", candidate.text.lower())
        triples = list(zip(words, words[1:], words[2:], strict=False))
        assert len(triples) == len(set(triples))


def test_scores_of_both_engines_are_the_same_number(configure, tiny):
    both = [
        load_translator(configure(translator__engine=e, translator__model=str(tiny), translator__compute="float32"))
        for e in ("ctranslate2", "transformers")
    ]
    for decoding in (Decoding(beam=1), Decoding(beam=4, candidates=4)):
        one, other = (engine.translate(FRENCH[:3], decoding) for engine in both)
        for ours, theirs in zip(one, other, strict=True):
            assert [c.text for c in ours] == [c.text for c in theirs]
            assert [c.score for c in ours] == pytest.approx([c.score for c in theirs], abs=1e-3)
