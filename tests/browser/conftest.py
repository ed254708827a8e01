"""A real Chromium before the page. Every test fails if the page asks anyone but its own server for anything."""

import os

import pytest
from browser_steps import CHROMIUM, FLAGS, PATIENCE
from page_server import served


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright  # `make test-browser` installs it; `make test` only collects

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def echo_url():
    if "PAGE" in os.environ:  # one that runs already, to try a single test again and again
        yield os.environ["PAGE"]
        return
    with served("--set", "translator.engine=echo") as url:
        yield url


@pytest.fixture
def visit(browser, echo_url):
    """`visit(width=…, dark=…)` opens the page as a new visitor."""
    contexts, strangers = [], []

    def watch(request):
        if not request.url.startswith((echo_url, "data:", "blob:")):
            strangers.append(request.url)

    def opened(*, width=1440, height=900, dark=False, touch=False):
        scheme = "dark" if dark else "light"
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=touch, accept_downloads=True, reduced_motion="reduce",
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("request", watch)
        page.on("pageerror", lambda error: strangers.append(f"script error: {error}"))
        page.goto(echo_url)
        page.locator("#go").wait_for()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert strangers == []
