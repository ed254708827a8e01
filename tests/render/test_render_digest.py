"""Many briefs: grouped by theme and day, with contents that lead to each."""

import dataclasses
import io
import re
import xml.etree.ElementTree as ET
import zipfile

import pytest
from docx import Document
from markdown_it import MarkdownIt
from render_page import Page
from render_samples import ALL, BARE, FOREIGN, HOSTILE, LONG, RICH, SEVERE

from service.render import forms, render_digest
from service.render.digest import arrange
from service.types import Dateline, Line

MANY = [BARE, LONG, FOREIGN, RICH, SEVERE]


def dated(text, **parts):
    return dataclasses.replace(BARE, headline=Line(text=text, sources=()), dateline=Dateline(**parts))


def test_briefs_stand_by_theme_then_day_newest_first():
    briefs = [
        dated("Hospital one", date="2024-01-01"),
        dated("Football one", date="2024-01-01"),
        dated("Hospital two", date="2024-02-01"),
        dated("Hospital three"),
        dated("Hospital four", published="2024-02-01"),
        dated("Hospital five", date="2023-12", published="2024-05-05"),
    ]
    arranged = arrange(briefs, title="t", dates="day-month")
    shown = [
        (section.theme, day.label, [entry.brief.headline.text for entry in day.entries])
        for section in arranged.sections
        for day in section.days
    ]
    assert shown == [
        ("Health", "1 February 2024", ["Hospital two", "Hospital four"]),
        ("Health", "1 January 2024", ["Hospital one"]),
        ("Health", "December 2023", ["Hospital five"]),
        ("Health", "No date given", ["Hospital three"]),
        ("Sport", "1 January 2024", ["Football one"]),
    ]


@pytest.mark.parametrize("form", forms("digest"))
def test_a_digest_is_the_same_bytes_each_time_and_takes_any_iterable(form):
    assert render_digest(MANY, form) == render_digest(iter(MANY), form)


@pytest.mark.parametrize("form", forms("digest"))
def test_a_digest_of_nothing_is_a_document(form):
    made = render_digest([], form, title="Quiet day")
    assert isinstance(made, bytes if form == "docx" else str)
    assert form == "docx" or form == "wire" or "Quiet day".casefold() in made.casefold()


def test_html_contents_lead_to_every_brief_and_every_link_arrives():
    page = Page(render_digest([*MANY, HOSTILE], "html", title="Week 12"))
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert set(page.links) <= set(page.ids)
    assert {f"b{n}" for n in range(1, 7)} <= set(page.links)
    assert page.text.count("⚠ check before use") == 2


def test_markdown_contents_lead_to_every_brief_and_every_link_arrives():
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(render_digest([*MANY, HOSTILE], "markdown"))
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    assert set(page.links) <= set(page.ids)
    assert {f"b{n}" for n in range(1, 7)} <= set(page.links)
    assert "script" not in {tag for tag, _ in page.tags}


def test_docx_contents_lead_to_every_brief_and_every_link_arrives():
    made = render_digest([*MANY, HOSTILE], "docx", title="Week 12")
    body = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    bookmarks = re.findall(r'<w:bookmarkStart [^>]*w:name="(\w+)"', body)
    assert len(bookmarks) == len(set(bookmarks))
    links = set(re.findall(r'w:anchor="(\w+)"', body))
    assert links <= set(bookmarks)
    assert {f"b{n}" for n in range(1, 7)} <= links
    styles = [p.style.name for p in Document(io.BytesIO(made)).paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Heading 3") == 6


def test_rss_has_an_item_for_each_brief_with_its_own_identity():
    channel = ET.fromstring(render_digest([BARE, LONG, FOREIGN, RICH], "rss", title="A & B")).find("channel")
    assert channel.findtext("title") == "A & B"
    assert channel.findtext("link") == RICH.source
    guids = [item.findtext("guid") for item in channel.findall("item")]
    assert len(set(guids)) == 4


@pytest.mark.parametrize("form", ["markdown", "html", "text", "docx"])
def test_a_severe_brief_is_warned_of_before_its_headline(form):
    made = render_digest([SEVERE], form)
    shown = made
    if form == "docx":
        shown = "\n".join(p.text for p in Document(io.BytesIO(made)).paragraphs)
    story = shown[re.search("check before use:?(</strong>|\\**) ?", shown, re.I).end() :]
    assert SEVERE.headline.text in story


def test_dates_follow_the_style_that_was_asked_for():
    assert "March 12, 2024" in render_digest([RICH], "markdown", dates="month-day")
    assert "12 March 2024" in render_digest([RICH], "markdown")


def test_all_samples_make_a_digest():
    for form in forms("digest"):
        assert render_digest(ALL.values(), form)
