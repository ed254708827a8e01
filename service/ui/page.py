"""The whole page: a header and its tabs."""

from __future__ import annotations

import contextlib
import threading

import gradio as gr

from service.config import Settings
from service.errors import DepecheError
from service.ui import states
from service.ui.about import about
from service.ui.archive_tab import ArchiveTab
from service.ui.brief_tab import BriefTab
from service.ui.choices import Choice, Desks
from service.ui.endpoints import endpoints
from service.ui.glossary_tab import GlossaryTab
from service.ui.running import Stops
from service.ui.translate_tab import TranslateTab

KEEP = 3600  # seconds for which files of a visitor and an idle session are kept
WAITING = 32  # calls in the queue; the next one is told that the desk is busy


def build(settings: Settings) -> gr.Blocks:
    """Ready to be launched or mounted; models load beside it, so that the first brief is quick."""
    desks = Desks(settings)
    with gr.Blocks(title="Dépêche", analytics_enabled=False, fill_width=True, delete_cache=(600, KEEP)) as blocks:
        gr.HTML(states.header(), js_on_load=None, apply_default_css=False)
        terms, stops = gr.State(None), Stops()
        with gr.Tabs(elem_id="tabs"):
            with gr.Tab("Brief", id="brief"):
                BriefTab(desks, terms, stops)
            with gr.Tab("Translate", id="translate"):
                TranslateTab(desks, terms, stops)
            with gr.Tab("Archive", id="archive"):
                ArchiveTab(desks, terms, stops)
            with gr.Tab("Glossary", id="glossary"):
                GlossaryTab(desks, terms)
            with gr.Tab("About", id="about"):
                gr.HTML(about(settings), js_on_load=None, apply_default_css=False)
        endpoints(desks)
    threading.Thread(target=_warm, args=(desks,), daemon=True).start()
    blocks.queue(max_size=WAITING, default_concurrency_limit=2)
    page: gr.Blocks = blocks
    return page


def _warm(desks: Desks) -> None:
    with contextlib.suppress(DepecheError):  # the first brief tells the reader
        desks.desk(Choice())
