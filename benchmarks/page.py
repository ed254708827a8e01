"""What a visitor of the page waits for, in a real browser: needs what `make browser` installs.

    python benchmarks/page.py [RELEASE.txt] [--runs 3]

Prints, in seconds: from the answering server to a page that takes a click; from the click to the first English sentence, and to
the whole brief. The first visit is told apart, for the server makes ready what it has put off. Needs CHROMIUM or
/usr/bin/chromium.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests")]

from page_server import served  # noqa: E402 (the folder of the tests is no package)

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 60_000  # milliseconds


def visit(browser: Browser, url: str, text: str) -> tuple[float, float, float]:
    """Seconds to a page that can be clicked; from the click to the first English sentence; to the brief with its files."""
    page = browser.new_context().new_page()
    page.set_default_timeout(PATIENCE)
    opened = time.perf_counter()
    page.goto(url)
    page.locator("#go").click(trial=True)
    ready = time.perf_counter()
    page.locator("#source textarea").fill(text)
    clicked = time.perf_counter()
    page.locator("#go").click()
    page.locator("#s1 .en").wait_for()
    first = time.perf_counter()
    page.locator("#take-json").wait_for()
    done = time.perf_counter()
    page.context.close()
    return ready - opened, first - clicked, done - clicked


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("release", nargs="?", type=Path, default=ROOT / "examples" / "communique.fr.txt")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    text = options.release.read_text(encoding="utf-8")
    with served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS)
        visits = [visit(browser, url, text) for _ in range(options.runs + 1)]
        browser.close()
    later = [statistics.median(column) for column in zip(*visits[1:], strict=True)]
    for name, (ready, first, done) in (("first visit", visits[0]), ("later ones, median", later)):
        print(f"{name}: page ready {ready:.2f} s, first English sentence {first:.2f} s, whole brief {done:.2f} s")


if __name__ == "__main__":
    main()
