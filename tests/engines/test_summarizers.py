"""Each family on each engine: a toy task that was learnt is done, lengths are in words, nothing is cut."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
import small_summarizers

from service.engines import load_summarizer
from service.errors import BrokenModel, InputError

ENGINES = ["ctranslate2", "transformers"]
STEPS = {"bart": 250, "pegasus": 250, "t5": 600}


@pytest.fixture(scope="session")
def trained(tmp_path_factory):
    made = {}

    def get(kind):
        if kind not in made:
            made[kind] = tmp_path_factory.mktemp(f"small-{kind}")
            small_summarizers.make(kind, made[kind], STEPS[kind])
        return made[kind]

    return get


@pytest.fixture
def load(configure, trained):
    def get(kind, engine, **more):
        model = {"summarizer__model": str(trained(kind)), "summarizer__engine": engine}
        return load_summarizer(configure(translator__compute="float32", **model, **more))

    return get


QUICK = [pytest.param("bart", engine) for engine in ENGINES]
SLOW = [pytest.param(kind, engine, marks=pytest.mark.slow) for kind in ("pegasus", "t5") for engine in ENGINES]


@pytest.mark.parametrize(("kind", "engine"), QUICK + SLOW)
def test_the_first_sentence_is_the_summary_that_was_learnt(load, kind, engine):
    model = load(kind, engine)
    articles = [small_summarizers.article(random.Random(seed), 3) for seed in range(40, 60)]
    found = model.summarize([text for text, _ in articles], min_words=2, max_words=12)
    right = sum(candidate.text == first for candidate, (_, first) in zip(found, articles, strict=True))
    assert right >= 18
    assert all(candidate.score <= 0 for candidate in found)
    alone = [model.summarize([text], min_words=2, max_words=12)[0] for text, _ in articles[:5]]
    assert alone == found[:5]


@pytest.mark.parametrize("kind", ["bart", *(pytest.param(k, marks=pytest.mark.slow) for k in ("pegasus", "t5"))])
@pytest.mark.parametrize("beam", [1, 4])
def test_both_engines_summarize_alike(load, kind, beam):
    texts = [small_summarizers.article(random.Random(seed), 3)[0] for seed in range(20)]
    one, other = (load(kind, e, summarizer__beam=beam).summarize(texts, min_words=2, max_words=12) for e in ENGINES)
    assert sum(a.text == b.text for a, b in zip(one, other, strict=True)) >= 19


@pytest.mark.parametrize("engine", ENGINES)
def test_a_text_over_the_window_is_refused_and_not_cut(load, engine):
    model = load("bart", engine)
    long = "Rabat opened a school . " * 13
    assert model.window == 64
    assert model.count(long) == 67
    with pytest.raises(InputError, match=r"Text 2 has 67 tokens and .* reads 64; summarize it in parts"):
        model.summarize(["Rabat opened a school .", long], min_words=2, max_words=10)


@pytest.mark.parametrize("engine", ENGINES)
def test_lengths_are_in_words(load, engine):
    text = small_summarizers.article(random.Random(2), 4)[0]
    (short,) = load("bart", engine).summarize([text], min_words=1, max_words=3)
    (long,) = load("bart", engine).summarize([text], min_words=8, max_words=20)
    assert len(short.text.split()) <= 5
    assert len(long.text.split()) >= 6


def test_summarizing_does_not_import_torch_once_converted(load, configure, trained, cache):
    load("bart", "ctranslate2")
    script = f"""
import sys
from service.config import Settings
from service.engines import load_summarizer
model = load_summarizer(Settings.load(overrides={{"cache": {str(cache)!r}, "summarizer.model": {str(trained("bart"))!r},
    "translator.compute": "float32"}}))
print(model.summarize(["Rabat opened a school . Dakar closed a port ."], min_words=2, max_words=9)[0].text)
assert "torch" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_translator_is_no_summarizer(configure, tiny, engine):
    with pytest.raises(BrokenModel):
        load_summarizer(configure(summarizer__model=str(tiny), summarizer__engine=engine))


def test_no_model_means_extractive(configure):
    assert load_summarizer(configure()) is None


def test_echo_summarizes_by_its_first_words(configure):
    model = load_summarizer(configure(summarizer__model="none", summarizer__engine="echo"))
    assert [c.text for c in model.summarize(["one two three", "four"], min_words=1, max_words=2)] == ["one two", "four"]
    with pytest.raises(InputError):
        model.summarize(["word " * 2000], min_words=1, max_words=2)
