"""The Brief tab in a real browser, from the paste to the file on disk."""

import json
import re

import docx
import pytest
from browser_steps import brief_of, sample, serious, until

from service.types import Brief

pytestmark = pytest.mark.browser

LONG = "Le conseil régional a adopté le budget de 2024 par 31 voix contre 12. " * 1430  # 20,020 words
HOSTILE = (
    'Le port <script>window.hit = 1</script> de Sfax rouvre le 3 mars 2024 <img src=x onerror="window.hit = 2">.\n\n'
    "Le ministre a déclaré que {{value}} et ${window.hit = 3} restent des mots. Le port emploie 240 personnes <b>en tout</b>."
)

# A key in our box, and in a bare one of the same size and text: what is lost on a busy machine is lost by both
TYPING = """async () => {
    const ours = document.querySelector("#source textarea"), bare = document.createElement("textarea");
    bare.style.cssText = `width: ${ours.clientWidth}px; height: ${ours.clientHeight}px; font: ${getComputedStyle(ours).font}`;
    bare.value = ours.value;
    document.body.append(bare);
    const took = [];
    for (const box of [ours, bare]) {
        const began = performance.now();
        for (let n = 0; n < 10; n++) {
            box.setRangeText("x", 0, 0, "end");
            box.dispatchEvent(new Event("input", {bubbles: true}));
            await new Promise(requestAnimationFrame);
        }
        took.push((performance.now() - began) / 10);
    }
    bare.remove();
    return took;
}"""


SLACK = """button => { const text = document.createRange(); text.selectNodeContents(button);
    return button.getBoundingClientRect().right - text.getBoundingClientRect().right; }"""


def lit(page, where):
    return page.locator(f"{where} .lit")


def test_a_pasted_page_becomes_a_brief_beside_both_texts(visit):
    page = visit(width=1280)
    assert page.locator("#result h1").inner_text() == "Your brief will stand here"
    brief_of(page, sample("communique"))
    assert page.locator("#result .headline").is_visible()
    assert page.locator("#texts .pair").count() == 25
    assert page.locator("#texts .pair .fr").first.get_attribute("lang") == "fr"
    assert page.locator("#texts .pair .en").first.get_attribute("lang") == "en"
    page.locator("#texts .gone summary").click()
    assert "Nous utilisons des cookies" in page.locator("#texts .gone").inner_text()
    assert page.locator("#texts mark.date").count() > 2
    assert page.locator("#bar .copy").evaluate(SLACK) > 4
    assert serious(page) == []
    page.locator("#again").click()
    assert page.locator("#source textarea").input_value() == sample("communique")


def test_a_line_and_its_sentences_light_each_other(visit):
    page = visit()
    brief_of(page, sample("banque-centrale"))
    line = page.locator("#result .lead")
    numbers = re.findall(r"\[(\d+)\]", line.inner_text())
    line.hover()
    assert until(lambda: [p.get_attribute("data-n") for p in lit(page, "#texts").all()] == numbers)
    page.locator(f"#s{numbers[0]} .fr").hover()
    assert until(lambda: "lit" in (line.get_attribute("class") or ""))
    page.locator("#result .lead .refs a").first.click()
    source = page.locator("#result .lead .refs a").first.inner_text().strip("[]")
    assert until(lambda: page.evaluate("document.activeElement.closest('.pair')?.dataset.n") == source)


def test_the_keyboard_is_enough(visit):
    page = visit()
    page.locator("#source textarea").focus()
    page.keyboard.insert_text(sample("banque-centrale"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "go"
    page.keyboard.press("Enter")
    page.locator("#take-json").wait_for()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('#texts .no')"):
            break
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Sentence 1")
    assert lit(page, "#texts").count() == 1
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_dropped_file_stands_in_the_box_and_gives_its_name(visit, tmp_path):
    page = visit()
    page.locator("#file .upload-container").evaluate(
        """(area, text) => {
            const given = new DataTransfer();
            given.items.add(new File([text], "dépêche.txt", {type: "text/plain"}));
            area.dispatchEvent(new DragEvent("drop", {dataTransfer: given, bubbles: true, cancelable: true}));
        }""",
        sample("festival"),
    )
    page.locator("#note .noted").wait_for()
    assert until(lambda: page.locator("#source textarea").input_value() == sample("festival"))
    page.locator("#go").click()
    page.locator("#take-json").wait_for()
    assert ".txt" in page.locator("#result footer").inner_text()


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(visit, tmp_path):
    page = visit()
    broken = tmp_path / "rapport.docx"
    broken.write_bytes(b"no docx")
    page.locator("#file input[type=file]").set_input_files(str(broken))
    page.locator("#note .wrong").wait_for()
    assert "rapport.docx is no readable docx file" in page.locator("#note").inner_text()


def test_failures_are_sentences_and_the_text_stays(visit):
    page = visit()
    page.locator("#go").click()
    page.locator("#result .failed").wait_for()
    assert "There is no text yet" in page.locator("#result").inner_text()
    english = "The court sat on Monday and it ruled against the city, which will appeal the decision of the judges."
    page.locator("#source textarea").fill(english)
    page.locator("#go").click()
    page.locator("#anyway").wait_for()
    said = page.locator("#result").inner_text()
    assert "looks English" in said
    assert not re.search(r"Error|Traceback|--force|WrongLanguage", said)
    assert page.locator("#source textarea").input_value() == english
    assert page.locator(".toast-body").count() == 0
    assert serious(page) == []
    page.locator("#anyway").click()
    page.locator("#result article").wait_for()


def test_markup_in_the_text_is_shown_as_text(visit):
    page = visit()
    brief_of(page, HOSTILE)
    assert "<script>window.hit = 1</script>" in page.locator("#s1 .fr").inner_text()
    assert page.locator("#texts script, #result script, #texts img, #result img, #texts b").count() == 0
    assert page.evaluate("window.hit") is None


def test_downloads_open_and_say_what_the_page_says(visit, tmp_path):
    page = visit()
    brief_of(page, sample("resultats-societe"))
    headline = page.evaluate("document.querySelector('#result .headline').firstChild.textContent").strip()
    found = {}
    for form in ("markdown", "html", "docx", "json", "text"):
        with page.expect_download() as waiting:
            page.locator(f"#take-{form}").click()
        found[form] = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(found[form])
    assert Brief.from_dict(json.loads(found["json"].read_text("utf-8"))).headline.text == headline
    assert headline in " ".join(p.text for p in docx.Document(str(found["docx"])).paragraphs)
    assert headline.split()[0] in found["markdown"].read_text("utf-8").splitlines()[0]
    assert "<article" in found["html"].read_text("utf-8")
    assert headline.split()[0] in found["text"].read_text("utf-8")


def test_twenty_thousand_words_do_not_slow_the_typing_and_can_be_stopped(visit):
    page = visit()
    box = page.locator("#source textarea")
    box.fill(LONG)
    ours, bare = page.evaluate(TYPING)
    assert ours < 3 * bare + 50  # milliseconds a key, against what the same text costs in any textarea of this browser
    assert until(lambda: f"{len(LONG.split()):,} words" in page.locator("#count").inner_text())
    page.locator("#go").click()
    page.locator("#texts .pair").first.wait_for()
    assert " of " in page.locator("#result .stages").inner_text()
    page.locator("#stop").click()
    assert until(lambda: page.locator("#result h1").inner_text() == "Stopped")
    assert until(box.is_visible)
    assert len(box.input_value()) > 100_000
    page.wait_for_timeout(1500)
    assert page.locator("#result article").count() == 0


def test_two_visitors_never_see_each_others_text(visit):
    one, other = visit(), visit()
    one.locator("#source textarea").fill(sample("festival"))
    other.locator("#source textarea").fill(sample("banque-centrale"))
    one.locator("#go").click()
    other.locator("#go").click()
    one.locator("#take-json").wait_for()
    other.locator("#take-json").wait_for()
    assert "Bastia" in one.locator("body").inner_text()
    assert "Bastia" not in other.locator("body").inner_text()
    assert "BCEAO" not in one.locator("#texts").inner_text()
    other.reload()
    other.locator("#go").wait_for()
    assert other.locator("#source textarea").input_value() == ""
