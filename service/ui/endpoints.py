"""Named endpoints for `gradio_client`: the same service without the page. Results are those of `to_dict`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import gradio as gr
from gradio.events import api

from service.errors import DepecheError
from service.glossary import Glossary
from service.types import Document
from service.ui.choices import Choice, Desks
from service.ui.working import bounded


def endpoints(desks: Desks) -> None:
    """Declares them inside the Blocks that is being built."""

    def brief(text: str, length: str = "brief", dates: str = "day-month", spelling: str = "british",
              terms: dict[str, str] | None = None) -> dict[str, Any]:  # fmt: skip
        """The brief of one French press release. `terms` are French words and the English they must become."""
        with _told():
            bounded(Document(text=text))
            choice = Choice(length=length, dates=dates, spelling=spelling)
            return desks.desk(choice, _glossary(terms)).brief(text).to_dict()

    def translate(text: str, terms: dict[str, str] | None = None) -> dict[str, Any]:
        """Every sentence of a French text with its English."""
        with _told():
            bounded(Document(text=text))
            return desks.desk(Choice(), _glossary(terms)).translate(text).to_dict()

    def summarize(text: str, words: int = 100) -> dict[str, Any]:
        """An English text in a few of its own sentences, each with its index."""
        with _told():
            bounded(Document(text=text))
            return desks.desk(Choice()).summarize(text, words=words).to_dict()

    for function in (brief, translate, summarize):
        api(function, api_name=function.__name__, concurrency_id="model", concurrency_limit=2)


def _glossary(terms: dict[str, str] | None) -> Glossary | None:
    return Glossary().with_terms(terms) if terms else None


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Our sentences reach the caller; what is no error of ours stays hidden, as Gradio has it."""
    try:
        yield
    except DepecheError as error:
        raise gr.Error(str(error), print_exception=False) from error
