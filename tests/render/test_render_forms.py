"""Every form of every sample: warned, traceable, the same bytes each time; doubts at their line."""

import dataclasses
import io
import re
import xml.etree.ElementTree as ET

import pytest
from docx import Document
from render_page import Page, paragraphs
from render_samples import ALL, BARE, LOST_NUMBER, RICH, SEVERE

from service.errors import ConfigError
from service.render import FORMS, forms, render
from service.render.sheet import written
from service.types import Brief, Dateline, Finding


def first_line(brief, form):
    made = render(brief, form)
    if form == "docx":
        return paragraphs(made)[0]
    if form == "html":
        return Page(made.partition("<body")[2].partition(">")[2].partition("</body>")[0]).text[:60]
    if form == "rss":
        return ET.fromstring(made).findtext("channel/item/title")
    return made.splitlines()[0]


@pytest.mark.parametrize("form", [form for form in forms() if form != "json"])
def test_a_severe_brief_says_so_first(form):
    assert "check before use" in first_line(SEVERE, form).casefold()
    assert "check before use" not in first_line(RICH, form).casefold()


@pytest.mark.parametrize("form", ["markdown", "html", "text", "docx"])
def test_the_warning_counts_what_it_does_not_name(form):
    many = dataclasses.replace(RICH, findings=tuple(dataclasses.replace(LOST_NUMBER, note=f"n{i}.") for i in range(5)))
    made = render(many, form)
    text = "\n".join(paragraphs(made)) if form == "docx" else made
    assert "and 2 more below." in text
    assert all(f"n{i}." in text for i in range(5))


@pytest.mark.parametrize("form", forms())
@pytest.mark.parametrize("name", ALL)
def test_the_same_brief_gives_the_same_bytes(name, form):
    twin = Brief.from_dict(ALL[name].to_dict())
    made = render(ALL[name], form)
    assert made == render(twin, form)
    assert made
    if isinstance(made, str):
        made.encode()


@pytest.mark.parametrize("form", ["markdown", "html", "text", "docx", "rss"])
@pytest.mark.parametrize("name", ["rich", "severe", "foreign", "long"])
def test_every_line_is_there(name, form):
    brief = ALL[name]
    made = render(brief, form)
    shown = "\n".join(paragraphs(made)) if form == "docx" else made
    shown = " ".join(shown.split())
    for entry in (brief.headline, brief.lead, *brief.points):
        assert entry.text in shown
    if form != "rss":
        assert str(brief.signature).split(" | ")[1] in (shown if form != "docx" else footer(made))


def footer(document):
    return Document(io.BytesIO(document)).sections[0].footer.paragraphs[0].text


PLACES = [
    ("markdown", "subject to the state of the roads. [[4]](#s4)\n  - *To check: The model was unsure"),
    ("text", "of the roads. [4]\n  (To check: The model was unsure"),
    ("html", '[4]</a></span><span class="doubt" dir="auto">To check: The model was unsure'),
]


@pytest.mark.parametrize(("form", "expected"), PLACES)
def test_a_doubt_stands_at_its_line(form, expected):
    assert expected in render(RICH, form)


@pytest.mark.parametrize("form", ["markdown", "html", "text"])
def test_a_note_stands_after_the_texts(form):
    made = render(RICH, form)
    assert made.index("was written as") > made.index("Press contact")


@pytest.mark.parametrize("form", ["markdown", "html", "text", "docx"])
def test_a_doubt_about_no_line_is_still_told(form):
    doubts = (Finding("coverage", "A paragraph is missing.", "doubt"), Finding("loop", "It repeats itself.", "severe", 5))
    made = render(dataclasses.replace(RICH, findings=doubts), form)
    shown = "\n".join(paragraphs(made)) if form == "docx" else made
    assert (
        shown.index("Also to check") < shown.index("A paragraph is missing.") < shown.index("Serious doubt: It repeats itself.")
    )
    assert "check before use" not in shown.casefold()


DATES = [
    ("2021-01-13", "day-month", "13 January 2021"),
    ("2021-01-13", "month-day", "January 13, 2021"),
    ("2021-01-03T10:00:00", "day-month", "3 January 2021"),
    ("2021-12", "month-day", "December 2021"),
    ("2021", "day-month", "2021"),
    ("2021-13-01", "day-month", "2021-13-01"),
    ("spring", "day-month", "spring"),
    (None, "day-month", ""),
    ("", "month-day", ""),
]


@pytest.mark.parametrize(("iso", "dates", "expected"), DATES)
def test_a_date_in_words(iso, dates, expected):
    assert written(iso, dates) == expected


DATELINES = [
    (Dateline(place="Rabat", date="2024-03-12"), "Rabat, 12 March 2024"),
    (Dateline(place="Rabat"), "Rabat"),
    (Dateline(date="2024-03-12", published="2024-03-13"), "12 March 2024 · published 13 March 2024"),
    (Dateline(published="2024-03-13"), "Published 13 March 2024"),
    (Dateline(place="الرباط", date="2024-03-12"), "\u2068الرباط\u2069, 12 March 2024"),
]


@pytest.mark.parametrize(("dateline", "expected"), DATELINES)
def test_a_dateline_leaves_out_what_is_not_known(dateline, expected):
    assert render(dataclasses.replace(BARE, dateline=dateline), "text").splitlines()[3] == expected


WRONG = [("htlm", "'html'"), ("markdwon", "'markdown'"), ("word", "'wire'"), ("xyz", "known are json"), ("tsv", "text")]


@pytest.mark.parametrize(("form", "hint"), WRONG)
def test_an_unknown_form_names_the_nearest(form, hint):
    with pytest.raises(ConfigError, match=re.escape(hint)):
        render(RICH, form)


def test_an_unknown_date_style_is_refused():
    with pytest.raises(ConfigError, match="month-day"):
        render(RICH, "text", dates="iso")


def test_the_table_names_each_form_once():
    assert forms() == ["json", "markdown", "html", "text", "docx", "wire", "rss"]
    assert forms("digest") == ["json", "markdown", "html", "text", "docx", "wire", "rss"]
    assert forms("translation") == ["json", "markdown", "html", "text", "tsv"]
    assert len({(form.extension, form.module) for form in FORMS.values()}) == len(FORMS)
