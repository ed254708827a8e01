"""HTML and Markdown: well-formed, safe, each reference linked to both texts."""

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from render_page import Page
from render_samples import ALL, BARE, HOSTILE, RICH

from service.render import render
from service.render.characters import line
from service.types import Line


@pytest.mark.parametrize("name", ALL)
def test_html_is_well_formed_and_loads_nothing(name):
    source = render(ALL[name], "html")
    page = Page(source)
    assert page.open == []
    assert not {tag for tag, _ in page.tags} & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert not any(key.startswith("on") or key in ("src", "srcset", "style") for _, a in page.tags for key in a)
    for url in re.findall(r"url\(|@import", source):
        raise AssertionError(url)
    for _, attributes in page.tags:
        assert attributes.get("href", "#").startswith(("#", "https://", "http://"))


@pytest.mark.parametrize("name", ALL)
def test_html_links_each_reference_to_a_row_with_both_texts(name):
    page = Page(render(ALL[name], "html"))
    assert len(page.ids) == len(set(page.ids))
    assert set(page.links) <= set(page.ids)
    assert len([i for i in page.ids if i.startswith("s")]) == len(ALL[name].passages)
    if name == "rich":
        assert page.links[:4] == ["s1", "s2", "s3", "s4"]


def test_html_names_the_language_of_each_text():
    page = Page(render(RICH, "html"))
    assert ("html", {"lang": "en"}) in page.tags
    french = [a for tag, a in page.tags if tag == "td" and a.get("lang") == "fr"]
    assert len(french) == len(RICH.passages)


@pytest.mark.parametrize("form", ["html", "rss"])
def test_markup_in_a_text_is_shown_as_text(form):
    made = render(HOSTILE, form)
    assert "<script" not in made
    assert "<img" not in made
    if form == "html":
        assert Page(made).text.count("<script>alert('1 & 2')</script> | *bold* _it_ `code`") >= 10


def test_html_tells_the_words_that_were_left_out():
    page = Page(render(RICH, "html"))
    assert [a["title"] for _, a in page.tags if "title" in a] == ["Left out: “as well as in the reception centres”"]
    assert "Left out: “as well as in the reception centres”" in page.text


def test_html_of_a_bare_brief_has_no_empty_parts():
    source = render(BARE, "html")
    body = source.partition("<body")[2]
    for part in ("dateline", "<table", "<ul", "<aside", "<dl", "details", "Source:"):
        assert part not in body


@pytest.mark.parametrize("name", ALL)
def test_markdown_renders_to_the_texts_themselves(name):
    brief = ALL[name]
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(render(brief, "markdown"))
    page = Page(html)
    assert not {tag for tag, _ in page.tags} & {"script", "img", "pre", "code"}
    for entry in (brief.headline, brief.lead, *brief.points):
        assert " ".join(line(entry.text).split()) in page.text
    assert len([tag for tag, _ in page.tags if tag == "tr"]) == len(brief.passages) + bool(brief.passages)
    assert html.count("<h1>") == 1
    assert set(page.links) <= set(page.ids)


MARKED = ["# no heading", "- no item", "+ 5", "1. first", "12) x", "> no quote", "a | b", "*a* __b__ `c`", "[a](b) ![c](d)"]
MARKED += ["&copy; &#65; AT&T", "<b>x</b> <!-- c -->", "--", "- -", "---", "***", "===", "~~~", "```", "\\* \\", "snake_case_name", "a_ _b"]


@given(st.one_of(st.sampled_from(MARKED), st.text(alphabet="ab1 *_`[]()<>#|~!&;:.\\+-=$'\"", max_size=25)))
@settings(max_examples=150, deadline=None)
def test_markdown_of_any_text_shows_it_unchanged(text):
    brief = dataclasses.replace(BARE, points=(Line(text="x", sources=()), Line(text=text, sources=())))
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(render(brief, "markdown"))
    page = Page(html.partition("<ul>")[2].partition("</ul>")[0])
    assert [tag for tag, _ in page.tags] == ["li", "li"]
    assert page.text == f"x {line(text)}".strip().replace("  ", " ") or page.text.split() == ["x", *line(text).split()]
