"""The Archive tab: many files in, a live table, one zip out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import gradio as gr

from service.errors import EmptyInput
from service.glossary import Glossary
from service.ui import states
from service.ui.batch import batched, gather, table, zipped
from service.ui.choices import Choice, Desks
from service.ui.running import Stops, running

Changes = dict[Any, Any]


class ArchiveTab:
    """Its components and what they do."""

    def __init__(self, desks: Desks, terms: gr.State, stops: Stops) -> None:
        self.desks, self.terms, self.stops = desks, terms, stops
        with gr.Row(elem_classes="desk"):
            with gr.Column(elem_classes="left narrow", min_width=300):
                self.given = gr.File(
                    label="Releases: files of any kind, or a zip of them", file_count="multiple", height=160, elem_id="archive"
                )
                self.translated = gr.Checkbox(
                    label="Translate the documents in their own format too", value=False, elem_id="translated-too"
                )
                with gr.Row(elem_classes="act"):
                    self.go = gr.Button("Brief all of them", variant="primary", elem_id="brief-all")
                    self.stop = gr.Button("Stop", variant="stop", visible=False, elem_id="stop-archive")
                self.zip = gr.DownloadButton("Save everything as a zip", visible=False, elem_id="take-zip")
            with gr.Column(elem_classes="right", min_width=300):
                self.result = gr.HTML(states.empty_archive(), elem_id="outcomes", js_on_load=None, apply_default_css=False)
        shown: list[Any] = [self.result, self.stop, self.zip]
        given: list[Any] = [self.given, self.translated, self.terms]
        own: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        self.go.click(self._run, given, shown, concurrency_id="model", concurrency_limit=2, **own)
        self.stop.click(self._stopping, None, self.stop, queue=False, **own)

    def _run(self, paths: list[str] | None, translated: bool, terms: Glossary | None, request: gr.Request) -> Iterator[Changes]:
        ready = gr.update(visible=True, value="Stop", interactive=True)
        hidden = gr.update(visible=False)
        yield {self.stop: ready, self.zip: hidden, self.result: states.working(0)}
        try:
            if not paths:
                raise EmptyInput("There are no files yet: drop some, or a zip of them.")
            desk = self.desks.desk(Choice(), terms)
            # a visitor who leaves does so while the last group is still being written
            place = tempfile.TemporaryDirectory(prefix="depeche-", ignore_cleanup_errors=True)
            with place as folder, self.stops.heard(request) as asked:
                gather(paths, Path(folder))
                call = partial(batched, desk, Path(folder), translated=translated, asked=asked)
                for told, batch in running(lambda report: call(tell=report)):
                    yield {self.result: table(batch or told[0], finished=bool(batch))}
                yield {self.stop: hidden, self.zip: gr.update(value=str(zipped(Path(folder))), visible=True)}
        except Exception as error:  # a fault of ours too
            yield {self.result: states.failed(error, "Nothing could be briefed"), self.stop: hidden}

    def _stopping(self, request: gr.Request) -> Any:
        """The documents under way are finished first, and what is done is kept."""
        self.stops.ask(request)
        return gr.update(value="Stopping after these documents …", interactive=False)
