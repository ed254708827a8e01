"""What the tests in a browser and the screenshots do again and again."""

import os
import time

from page_server import ROOT

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE = 45_000  # milliseconds; the machine may be busy with other work


def brief_of(page, text):
    """Paste, ask for the brief, and wait until its files are there."""
    page.locator("#source textarea").fill(text)
    page.keyboard.press("Control+Enter")
    page.locator("#take-json").wait_for()


def serious(page):
    """What axe calls serious or critical, with the places."""
    assert AXE.is_file(), "`make test-browser` installs axe-core"
    page.add_script_tag(path=str(AXE))
    page.wait_for_function("() => !document.querySelector('.pending, .generating')")
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        f"{v['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for v in found
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"][:3]
    ]


def sample(name):
    return (ROOT / "examples" / f"{name}.fr.txt").read_text(encoding="utf-8")


def until(holds, seconds=20):
    """Wait for something that the page says to become so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return False
