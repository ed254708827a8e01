"""`make screenshots`: the page in its states, with the embedded model, into docs/images/. Look at every one."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]
from browser_steps import CHROMIUM, FLAGS, sample  # noqa: E402 (the folders of the tests are no package)
from page_server import ROOT, served  # noqa: E402

IMAGES = ROOT / "docs" / "images"
WAIT = 180_000


class Photographer:
    """Opens the page as a visitor and keeps what it sees."""

    def __init__(self, browser, url):
        self.browser, self.url = browser, url

    def visit(self, *, width=1280, height=800, dark=False):
        scheme = "dark" if dark else "light"
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        page.set_default_timeout(WAIT)
        page.goto(self.url)
        page.locator("#go").wait_for()
        page.wait_for_timeout(800)
        return page

    def keep(self, page, name):
        page.wait_for_timeout(500)
        page.screenshot(path=IMAGES / f"{name}.png")
        size = (IMAGES / f"{name}.png").stat().st_size
        print(f"{name}.png {size / 1000:.0f} kB")
        assert size < 300_000, f"{name}.png is too large for the README"


def take(camera):
    page = camera.visit()
    camera.keep(page, "empty")
    page.get_by_role("button", name="Education, copied").click()
    page.locator("#texts .pair").first.wait_for()
    page.screenshot(path=IMAGES / "working.png")
    page.locator("#take-json").wait_for()
    page.locator("#result .points li").first.hover()
    camera.keep(page, "brief")
    other_tabs(camera, page)
    page.get_by_role("tab", name="Brief").click()
    page.locator("#again").click()
    page.locator("#source textarea").fill(
        "The court sat on Monday and it ruled against the city, which will appeal the decision."
    )
    page.locator("#go").click()
    page.locator("#anyway").wait_for()
    camera.keep(page, "error")
    narrow_and_dark(camera)


def other_tabs(camera, page):
    page.get_by_role("tab", name="Translate").click()
    page.locator("#french textarea").fill(sample("communique"))
    page.locator("#translate").click()
    page.locator("#took-text").wait_for()
    camera.keep(page, "translate")
    page.get_by_role("tab", name="Archive").click()
    broken = {"name": "statement.docx", "mimeType": "application/octet-stream", "buffer": b"no docx"}
    names = ("alerte-sante", "banque-centrale", "resultats-societe")
    files = [{"name": f"{name}.txt", "mimeType": "text/plain", "buffer": sample(name).encode()} for name in names]
    page.locator("#archive input[type=file]").set_input_files([*files, broken])
    page.locator("#archive .file").nth(3).wait_for()
    page.locator("#brief-all").click()
    page.locator("#take-zip").wait_for()
    camera.keep(page, "archive")
    page.get_by_role("tab", name="Glossary").click()
    page.locator("#terms textarea").fill("jeune pousse = start-up\nle Grand Prix = the Grand Prix\nOIEC = OIEC")
    page.locator("#use-terms").click()
    page.locator("#try-text textarea").fill("Les jeunes pousses de Rabat recevront 3 millions d’euros le 12 mars 2024.")
    page.locator("#try").click()
    page.locator("#tried .pair").wait_for()
    camera.keep(page, "glossary")


def narrow_and_dark(camera):
    page = camera.visit(dark=True)
    page.get_by_role("button", name="Central bank").click()
    page.locator("#take-json").wait_for()
    page.locator("#result .lead").hover()
    camera.keep(page, "dark")
    page = camera.visit(width=390, height=844)
    page.get_by_role("button", name="Central bank").click()
    page.locator("#take-json").wait_for()
    camera.keep(page, "phone")


def main():
    IMAGES.mkdir(parents=True, exist_ok=True)
    with served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        take(Photographer(browser, url))
        browser.close()


if __name__ == "__main__":
    main()
