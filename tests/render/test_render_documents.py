"""Plain text, DOCX and RSS."""

import dataclasses
import io
import re
import xml.etree.ElementTree as ET
import zipfile

import pytest
from docx import Document
from render_samples import ALL, FOREIGN, HOSTILE, RICH

from service.render import render


@pytest.mark.parametrize("name", ["rich", "severe", "long", "bare"])
def test_plain_text_is_wrapped_and_every_reference_resolves(name):
    text = render(ALL[name], "text")
    assert max(map(len, text.splitlines())) <= 78
    story, _, sentences = text.partition("Sentence by sentence")
    referred = set(re.findall(r"\[\d+\]", story))
    assert referred <= set(re.findall(r"^\[\d+\]", sentences, re.M))


def test_plain_text_keeps_a_long_address_whole():
    address = "https://example.org/" + "a-b/" * 40
    assert address in render(dataclasses.replace(RICH, source=address), "text")


@pytest.mark.parametrize("name", ALL)
def test_docx_opens_and_each_link_has_its_bookmark(name):
    made = render(ALL[name], "docx")
    body = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    bookmarks = re.findall(r'<w:bookmarkStart [^>]*w:name="(\w+)"', body)
    assert len(bookmarks) == len(set(bookmarks)) == len(ALL[name].passages)
    assert set(re.findall(r'w:anchor="(\w+)"', body)) <= set(bookmarks)
    tables = Document(io.BytesIO(made)).tables
    assert [len(t.rows) for t in tables] == ([len(ALL[name].passages) + 1] if ALL[name].passages else [])


def test_docx_has_headings_a_list_and_both_texts():
    document = Document(io.BytesIO(render(RICH, "docx")))
    styles = {p.style.name for p in document.paragraphs}
    assert {"Title", "Heading 2", "List Bullet", "Quote"} <= styles
    row = document.tables[0].rows[3].cells
    assert [cell.text for cell in row] == ["3", RICH.passages[2].english, RICH.passages[2].french]


def test_docx_keeps_the_order_of_the_schema_in_its_tables():
    table = Document(io.BytesIO(render(RICH, "docx"))).tables[0]
    tags = [child.tag.rpartition("}")[2] for child in table._tbl.tblPr]
    order = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblLook"]
    assert tags == [tag for tag in order if tag in tags]
    assert "tblBorders" in tags


def test_docx_has_no_time_in_it():
    with zipfile.ZipFile(io.BytesIO(render(RICH, "docx"))) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", ALL)
def test_rss_is_a_channel_with_one_item(name):
    channel = ET.fromstring(render(ALL[name], "rss")).find("channel")
    assert all(channel.findtext(tag) for tag in ("title", "link", "description"))
    (item,) = channel.findall("item")
    assert item.findtext("guid").startswith("urn:depeche:")
    assert item.find("guid").get("isPermaLink") == "false"


def test_rss_dates_an_item_by_its_event_and_links_its_address():
    item = ET.fromstring(render(RICH, "rss")).find("channel/item")
    assert item.findtext("pubDate") == "Tue, 12 Mar 2024 00:00:00 +0000"
    assert item.findtext("link") == RICH.source
    assert item.findtext("category") == "Health"
    assert ET.fromstring(render(FOREIGN, "rss")).find("channel/item/pubDate") is None
    assert ET.fromstring(render(HOSTILE, "rss")).find("channel/item/link") is None
