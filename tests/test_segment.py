"""Sentences: 40 shared cases, two hundred of our own by category, and what holds for any text."""

from __future__ import annotations

import json
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.segment import segment

DATA = Path(__file__).parent / "data"
SHARED = [json.loads(line) for line in (DATA / "segmentation.jsonl").read_text(encoding="utf-8").splitlines()]
ESCAPES = {r"\n": "\n", r"\r": "\r", r"\t": "\t", "~": "\u00a0"}


def own_cases() -> list[tuple[str, str]]:
    lines = (DATA / "sentences.txt").read_text(encoding="utf-8").splitlines()
    cases = [line.split("\t", 1) for line in lines if line and not line.startswith("#")]
    for written, meant in ESCAPES.items():
        cases = [[category, text.replace(written, meant)] for category, text in cases]
    return [(category, text) for category, text in cases]


OWN = own_cases()


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("case", SHARED, ids=lambda case: f"{case['id']}-{case['tag']}")
def test_the_shared_cases_are_exact(case):
    assert [one_line(s.text) for s in segment(case["text"])] == [one_line(s) for s in case["expected"]]


@pytest.mark.parametrize(("category", "marked"), OWN, ids=[f"{i}-{c}" for i, (c, _) in enumerate(OWN)])
def test_our_own_cases_are_exact(category, marked):
    wanted = [piece.strip() for piece in marked.split("¦")]
    assert [s.text.strip() for s in segment(marked.replace("¦", ""))] == wanted


def test_the_table_is_as_wide_as_promised():
    assert len(SHARED) == 40
    assert len(OWN) >= 190
    assert len({category for category, _ in OWN}) >= 25


FRENCH_ALPHABET = (
    "aeéÀLMSJ.!?…,;:-–—«»\"'’()[] \n\r\t\u00a0\u202f0123•*#|>\x00\x0c\x85\u2028\u200b\ud800\udfff🎉ة字",
    ["M. ", "etc. ", "n° ", "« ", " »", "S.E.M. ", "\n\n", "\r\n", "- ", "1. ", "art. ", "O.N.U.", "www.a.fr", " Le "],
)
hostile = st.lists(st.sampled_from([*FRENCH_ALPHABET[0], *FRENCH_ALPHABET[1]]), max_size=60).map("".join)
anything = st.text(st.characters(codec=None), max_size=80)


@settings(max_examples=400, deadline=None)
@given(st.one_of(anything, hostile))
def test_any_text_comes_back_whole_in_order_and_without_empty_sentences(text):
    sentences = segment(text)
    assert "".join(s.text + s.gap for s in sentences) == text
    assert all(s.text for s in sentences)
    assert all(not s.gap.strip() for s in sentences)
    assert all(s.text.strip() for s in sentences) or not text.strip()
    paragraphs = [s.paragraph for s in sentences]
    assert paragraphs == sorted(paragraphs)


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_a_sentence_alone_keeps_its_beginning_and_end(text):
    for sentence in segment(text):
        assert not sentence.text[-1:].isspace() or not text.strip()


@pytest.mark.parametrize(("text", "count"), [("", 0), (" \n\t", 1), ("Oui.", 1), ("\x00", 1), ("\ud800", 1)])
def test_the_smallest_texts(text, count):
    assert len(segment(text)) == count


def test_white_space_before_the_text_belongs_to_its_first_sentence():
    (only,) = segment("\n  Le conseil siège.\n")
    assert (only.text, only.gap) == ("\n  Le conseil siège.", "\n")


def test_paragraphs_are_counted_by_blank_lines():
    text = "TITRE\nUn. Deux.\n\nTrois.\n \t\n\n- quatre\n- cinq"
    assert [s.paragraph for s in segment(text)] == [0, 0, 0, 1, 2, 2]


ROLES = [
    ("COMMUNIQUÉ DE PRESSE", "heading"), ("Un accord pour l'eau", "heading"), ("## Contexte", "heading"),
    ("Contact presse :", "heading"), ("Les axes retenus sont les trois suivants :", "body"), ("Le conseil siège.", "body"),
    ("- former ;", "item"), ("• former", "item"), ("1. Former.", "item"), ("a) former", "item"), ("II. Contexte", "item"),
    ("Pays\t2019\t2020", "table"), ("-----", "body"), ("et la culture", "body"), ("Qui sommes-nous ?", "body"),
    ("Presse : a@exemple.org", "body"), ("Un siège. Rabat", "body"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "role"), ROLES)
def test_the_look_of_a_line_gives_its_role(line, role):
    first, *_ = segment(f"{line}\n\nLe conseil siège à Rabat.")
    assert first.role == role


PARAGRAPH = (
    "Le directeur général de l'Organisation, M. Salim Berrada, a reçu mardi à Rabat S.E. Mme Awa Sarr, ministre de la Culture "
    "du Sénégal, venue présenter le programme « Mémoires vivantes » et ses douze chantiers. Doté de 2,5 M€, il couvrira les "
    "musées, les archives, etc. des quatorze régions. « Nous commencerons à Saint-Louis », a-t-elle annoncé. Le comité se "
    "réunira le 12 janv. 2022 à Dakar, au siège de la Fondation Léopold Sédar Senghor, sous la présidence de M. Bâ."
)


@pytest.mark.parametrize("width", range(60, 101, 5))
@pytest.mark.parametrize("ending", ["\n", "\r\n", " \n", "\n   "])
def test_wrapping_a_paragraph_changes_no_sentence(width, ending):
    wrapped = ending.join(textwrap.wrap(PARAGRAPH, width, break_on_hyphens=False))
    assert [one_line(s.text) for s in segment(wrapped)] == [s.text for s in segment(PARAGRAPH)]


def test_a_title_above_a_wrapped_text_stands_alone():
    text = "Un programme pour les mémoires vivantes du Sénégal\n" + "\n".join(textwrap.wrap(PARAGRAPH, 72))
    assert segment(text)[0].text == "Un programme pour les mémoires vivantes du Sénégal"


HOSTILE = [
    ".", ". ", "A. ", "« ", "« “Ah ! ", "! » ", "(", " ", "a", "mot ", "Fin." + " " * 400, "\n", "Un mot\n", "1.", "- ", "a   b",
    "« Où ? Oui ! » est ", "M. ", "!\n", "a.B", "[1]", "\x00", "'", "Oui ! 🎉",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece):
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    segment(text)
    assert time.process_time() - start < 4  # quadratic time would be minutes
