"""The other tabs, light and dark, wide and narrow."""

import zipfile

import docx
import pytest
from browser_steps import brief_of, sample, serious, until

pytestmark = pytest.mark.browser


def background(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_dark_follows_the_system_until_the_reader_chooses(visit):
    page = visit(dark=True)
    assert background(page) == "rgb(22, 24, 28)"
    brief_of(page, sample("banque-centrale"))
    assert page.evaluate("getComputedStyle(document.querySelector('#result .headline')).color") == "rgb(233, 231, 226)"
    assert serious(page) == []
    page.locator("#theme").click()
    assert until(lambda: background(page) == "rgb(253, 252, 250)")
    page.reload()
    page.locator("#go").wait_for()
    assert until(lambda: background(page) == "rgb(253, 252, 250)")


def test_a_telephone_shows_the_brief_first_and_nothing_too_wide(visit):
    page = visit(width=390, height=844, touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    brief_of(page, sample("communique"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    card, texts = (page.locator(where).bounding_box() for where in ("#result", "#texts"))
    assert card["y"] < texts["y"]
    page.locator("#s4 .no").tap()
    assert page.locator("#result .lit").count() >= 1
    assert serious(page) == []


def test_translation_of_a_text_and_of_a_word_file(visit, tmp_path):
    page = visit()
    page.get_by_role("tab", name="Translate").click()
    page.locator("#french textarea").fill("Le port rouvre.\n\n- lundi ;\n- mardi.")
    page.locator("#translate").click()
    page.locator("#took-text").wait_for()
    assert page.locator(".english").inner_text().count("\n") >= 3
    written = docx.Document()
    written.add_heading("Communiqué", 1)
    written.add_paragraph("Le port de Sfax rouvre le 3 mars.")
    written.save(str(tmp_path / "note.docx"))
    page.locator("#document input[type=file]").set_input_files(str(tmp_path / "note.docx"))
    page.locator("#take-document").wait_for()
    with page.expect_download() as waiting:
        page.locator("#take-document").click()
    assert waiting.value.suggested_filename == "note.en.docx"
    waiting.value.save_as(tmp_path / "back.docx")
    assert len(docx.Document(str(tmp_path / "back.docx")).paragraphs) == 2
    assert serious(page) == []


def test_many_files_give_a_table_a_quarantine_and_a_zip(visit, tmp_path):
    page = visit()
    page.get_by_role("tab", name="Archive").click()
    (tmp_path / "festival.txt").write_text(sample("festival"), encoding="utf-8")
    (tmp_path / "broken.docx").write_bytes(b"no docx")
    page.locator("#archive input[type=file]").set_input_files([str(tmp_path / "festival.txt"), str(tmp_path / "broken.docx")])
    until(lambda: page.locator("#archive .file").count() == 2)
    page.locator("#brief-all").click()
    page.locator("#take-zip").wait_for()
    assert "1 brief, 1 set aside." in page.locator("#outcomes").inner_text()
    assert "broken.docx is no readable docx file" in page.locator("#outcomes .aside").inner_text()
    with page.expect_download() as waiting:
        page.locator("#take-zip").click()
    waiting.value.save_as(tmp_path / "all.zip")
    assert "digest.html" in zipfile.ZipFile(tmp_path / "all.zip").namelist()
    assert serious(page) == []


def test_terms_of_ones_own_are_imported_tried_used_and_stay_in_their_window(visit, tmp_path):
    page, stranger = visit(), visit()
    page.get_by_role("tab", name="Glossary").click()
    (tmp_path / "mots.csv").write_text("french,english\nguichet,window\n", encoding="utf-8")
    page.locator("#terms-file input[type=file]").set_input_files(str(tmp_path / "mots.csv"))
    assert until(lambda: "guichet = window" in page.locator("#terms textarea").input_value())
    page.locator("#use-terms").click()
    page.locator("#take-terms").wait_for()
    page.locator("#try-text textarea").fill("Le guichet ferme.")
    page.locator("#try").click()
    page.locator("#tried .pair").wait_for()
    assert "window" in page.locator("#tried .en").inner_text()
    assert serious(page) == []
    page.locator("#terms textarea").fill("seul")
    page.locator("#use-terms").click()
    page.locator("#terms-note .wrong").wait_for()
    for visitor, said in ((page, True), (stranger, False)):
        visitor.get_by_role("tab", name="Brief").click()
        brief_of(visitor, "Le guichet de la mairie ferme le 3 mars 2024. Il rouvre en avril.")
        assert ("window" in visitor.locator("#texts").inner_text()) is said


def test_about_says_what_runs_and_where_the_text_goes(visit):
    page = visit()
    page.get_by_role("tab", name="About").click()
    said = page.locator(".about").inner_text()
    assert "apache-2.0" in said.lower()
    assert "Nowhere." in said
    assert serious(page) == []
