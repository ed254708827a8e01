"""What a program gets from the page: the results of the service, under names, and errors as sentences."""

import contextlib
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from service.types import Brief, Translation

ROOT = Path(__file__).parents[2]
FRENCH = (ROOT / "examples" / "banque-centrale.fr.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def client(echo_page):
    with contextlib.closing(Client(echo_page, verbose=False)) as caller:
        yield caller


def test_the_named_endpoints_are_these_three(client):
    assert set(client.view_api(return_format="dict")["named_endpoints"]) == {"/brief", "/translate", "/summarize"}


def test_brief_gives_what_the_service_gives(client, echo):
    told = Brief.from_dict(client.predict(FRENCH, api_name="/brief"))
    assert told.passages == echo.brief(FRENCH).passages
    assert told.headline == echo.brief(FRENCH).headline


def test_length_and_terms_of_a_caller_are_used(client):
    wire = Brief.from_dict(client.predict(FRENCH, "wire", api_name="/brief"))
    assert not wire.points
    assert wire.quote is None
    with_terms = client.predict("Le guichet ferme à midi.", {"guichet": "window"}, api_name="/translate")
    assert "window" in Translation.from_dict(with_terms).text


def test_summarize_keeps_to_its_words(client):
    told = client.predict("The court sat. It ruled against the city on Monday. The city will appeal.", 8, api_name="/summarize")
    assert 0 < sum(len(line["text"].split()) for line in told["lines"]) <= 8


REFUSED = [
    ("", "holds no text"),
    ("Partager\nImprimer\n", "only page furniture"),
    ("The court sat on Monday and it ruled against the city, which will appeal the decision.", "looks English"),
    ("a " * 200_001, "characters; the page takes 400,000"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_what_cannot_be_briefed_is_refused_in_words(client, text, reason):
    with pytest.raises(AppError, match=reason):
        client.predict(text, api_name="/brief")


def test_a_choice_that_is_not_offered_is_refused(client):
    with pytest.raises(AppError, match="no choice 'sonnet'"):
        client.predict(FRENCH, "sonnet", api_name="/brief")


def test_the_page_names_no_address_but_its_own(echo_page):
    shown, theme = (httpx.get(f"{echo_page}{path}").text for path in ("", "theme.css"))
    assert "Dépêche" in shown
    assert "--dp-strong" in theme
    assert "http" not in theme.replace("http://www.w3.org/2000/svg", "")
    for stranger in ("googleapis", "cdnjs", "jsdelivr", "unpkg", "analytics.js", "gtag"):
        assert stranger not in shown


MOUNTED = """
import asyncio, httpx
from fastapi import FastAPI
from service.config import Settings
from service.ui import mount

app = FastAPI()
app.get("/health")(lambda: {"ok": True})
mount(app, Settings.load(overrides={"translator.engine": "echo"}), path="/desk")

async def fetch(path):
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://here") as caller:
        return (await caller.get(path)).text

print(asyncio.run(fetch("/health")), "Dépêche" in asyncio.run(fetch("/desk/")))
"""


def test_it_can_be_mounted_in_another_application():
    shown = subprocess.run([sys.executable, "-c", MOUNTED], capture_output=True, text=True, cwd=ROOT)
    assert shown.stdout.strip() == '{"ok":true} True', shown.stderr
