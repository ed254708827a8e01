"""The hard cases of figures, dates and names, from French to the English that the service gives with the embedded model."""

import json
from pathlib import Path

import pytest

from service.config import Settings
from service.engines import load_translator
from service.glossary import institutions
from service.translate import SentenceTranslator

CASES = [json.loads(line) for line in (Path(__file__).parent / "data/invariants.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def english():
    translator = SentenceTranslator(load_translator(Settings()), Settings())
    french = [case["fr"] for case in CASES]
    return dict(zip(french, translator.translate(french, glossary=institutions()), strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_it_comes_out_right(case, english):
    said = english[case["fr"]].english
    assert all(any(text.lower() in said.lower() for text in one_of) for one_of in case["all_of"])
    assert not any(text in said for text in case["none_of"])
