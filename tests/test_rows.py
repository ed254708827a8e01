"""Rows of tables: cells stay in their columns, and their figures come by rule."""

import pytest
from test_translate import Scripted

from service.config import Settings
from service.glossary import Glossary
from service.rows import cells, wordy
from service.translate import SentenceTranslator
from service.types import Candidate

ROWS = [
    ("| Emballage vendu | 1 012 | +4,5 % |", "| Packaging sold | 1,012 | +4.5% |", ["Emballage vendu"]),
    ("| T3 2025 | S1 2024 | 276 M€ |", "| Q3 2025 | H1 2024 | €276 million |", []),
    ("|---|:-:|", "|---|:-:|", []),
    ("Emballage vendu\t12,5", "Packaging sold\t12.5", ["Emballage vendu"]),
    ("Emballage vendu     655     590", "Packaging sold     655     590", ["Emballage vendu"]),
]


@pytest.mark.parametrize(("french", "english", "asked"), ROWS)
def test_a_row_is_translated_cell_by_cell(french, english, asked):
    engine = Scripted(lambda source, _: [Candidate("Packaging sold", -0.1)])
    (rendering,) = SentenceTranslator(engine, Settings()).translate([french], glossary=Glossary())
    assert rendering.english == english
    assert list(dict.fromkeys(source for source, _ in engine.asked)) == asked
    assert not [f for f in rendering.findings if f.severe]


@pytest.mark.parametrize("text", ["Il a dit : a | b.", "Deux mots  ici.", "Une phrase\navec   deux   lignes", ""])
def test_running_text_is_no_row(text):
    assert cells(text) == ()


def test_the_parts_of_a_row_are_the_row():
    for french, *_ in ROWS:
        assert "".join(cells(french)) == french
    assert not wordy("1,84 Md€")
