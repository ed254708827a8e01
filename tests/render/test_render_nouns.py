"""Translations and summaries, and texts of any kind."""

import dataclasses
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render_page import paragraphs
from render_samples import HOSTILE, HOSTILE_TEXT, SUMMARY, TRANSLATION

from service.render import forms, render, render_summary, render_translation
from service.render.characters import line, plain
from service.types import Line, Passage


def test_a_translation_as_text_is_its_text():
    assert render_translation(TRANSLATION, "text") == TRANSLATION.text


def test_a_translation_as_tsv_has_a_row_for_each_passage():
    rows = [row.split("\t") for row in render_translation(TRANSLATION, "tsv").splitlines()]
    assert rows[0] == ["sentence", "french", "english", "confidence", "findings"]
    assert rows[1] == ["1", r"Un\ttitre", r"A\ttitle", "high", ""]
    assert {len(row) for row in rows} == {5}
    assert len(rows) == len(TRANSLATION.passages) + 1


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_translation_aligns_both_texts_and_tells_its_findings(form):
    made = render_translation(TRANSLATION, form)
    for passage in TRANSLATION.passages:
        assert line(passage.french).replace("’", "’") in made
        assert line(passage.english) in made
    assert "Two sentences are in English already." in made


@pytest.mark.parametrize("form", forms("summary"))
def test_a_summary_has_its_lines(form):
    assert "The bridge opens on Monday." in render_summary(SUMMARY, form)


def test_a_summary_links_its_lines_to_their_sentences():
    assert 'href="#s2"' in render_summary(SUMMARY, "html")
    assert "[[2]](#s2)" in render_summary(SUMMARY, "markdown")


def test_the_hostile_text_is_hostile():
    assert "\x00" in HOSTILE_TEXT
    assert "\ud800" in HOSTILE_TEXT


SHOWN = [
    ("a\x00b\x1b[31m", "a␀b␛[31m"),
    ("a\ud800b\ufffe", "a\ufffdb\ufffd"),
    ("5\u00a0% \u202f!", "5\u00a0% \u202f!"),
    ("a\r\n b\tc\u2028d", "a b c d"),
    ("\u202eabc", "abc"),
    ("\u2067abc", "\u2067abc\u2069"),
    ("abc\u2069d", "abcd"),
    ("\u2067a\u2069 b", "\u2067a\u2069 b"),
    ("\u200fא\u200e 🎉", "\u200fא\u200e 🎉"),
]


@pytest.mark.parametrize(("text", "expected"), SHOWN)
def test_a_text_is_made_fit_to_be_shown(text, expected):
    assert line(text) == expected
    assert plain(expected) == expected


@given(st.text(st.characters(), max_size=40))
@settings(max_examples=25, deadline=None)
def test_any_text_passes_through_every_form(text):
    entry = Line(text=text, sources=(0,), deleted=(text,))
    brief = dataclasses.replace(
        HOSTILE, headline=entry, lead=entry, points=(entry,), source=text, passages=(Passage(french=text, english=text),)
    )
    for form in forms():
        made = render(brief, form)
        if form == "rss":
            ET.fromstring(made)
        if form == "docx":
            assert paragraphs(made)[0] == line(text)
        else:
            made.encode()
