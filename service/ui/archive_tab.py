"""The Archive tab: many files in, a live table, one zip out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from service.errors import EmptyInput
from service.glossary import Glossary
from service.ui import states
from service.ui.batch import Batch, batched, table, zipped
from service.ui.choices import Choice, Desks

Changes = dict[Any, Any]


class ArchiveTab:
    """Its components and what they do."""

    def __init__(self, desks: Desks, terms: gr.State) -> None:
        self.desks, self.terms = desks, terms
        with gr.Row(elem_classes="desk"):
            with gr.Column(elem_classes="left narrow", min_width=300):
                self.given = gr.File(
                    label="Releases: files of any kind, or a zip of them", file_count="multiple", height=160, elem_id="archive"
                )
                with gr.Row(elem_classes="act"):
                    self.go = gr.Button("Brief all of them", variant="primary", elem_id="brief-all")
                    self.stop = gr.Button("Stop", variant="stop", visible=False, elem_id="stop-archive")
                self.zip = gr.DownloadButton("Save everything as a zip", visible=False, elem_id="take-zip")
            with gr.Column(elem_classes="right", min_width=300):
                self.result = gr.HTML(states.empty_archive(), elem_id="outcomes", js_on_load=None, apply_default_css=False)
        shown: list[Any] = [self.result, self.stop, self.zip]
        own: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        run = self.go.click(self._run, [self.given, self.terms], shown, concurrency_id="model", concurrency_limit=2, **own)
        self.stop.click(None, cancels=[run], queue=False, **own).then(self._stopped, None, self.stop, queue=False, **own)

    def _run(self, paths: list[str] | None, terms: Glossary | None) -> Iterator[Changes]:
        yield {self.stop: gr.update(visible=True), self.zip: gr.update(visible=False), self.result: states.working(0)}
        try:
            if not paths:
                raise EmptyInput("There are no files yet: drop some, or a zip of them.")
            desk = self.desks.desk(Choice(), terms)
            batch = Batch()
            for batch in batched(desk, paths, self.desks.settings.limits):
                yield {self.result: table(batch, finished=False)}
            yield {self.result: table(batch, finished=True), self.stop: gr.update(visible=False)}
            with tempfile.TemporaryDirectory(prefix="depeche-") as folder:
                yield {self.zip: gr.update(value=str(zipped(batch, Path(folder), desk.settings.brief.dates)), visible=True)}
        except Exception as error:  # a fault of ours too
            yield {self.result: states.failed(error, "Nothing could be briefed"), self.stop: gr.update(visible=False)}

    def _stopped(self) -> Any:
        return gr.update(visible=False)
