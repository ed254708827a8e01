"""The Brief tab: a release on the left, its brief on the right, and the texts that it came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from service.errors import DepecheError, EmptyInput, WrongLanguage
from service.readers import read
from service.types import Document
from service.ui import states
from service.ui.choices import DATES, LEAST_WORDS, LENGTHS, MOST_WORDS, SPELLINGS, Choice, Desks
from service.ui.downloads import OFFERED, written
from service.ui.running import Asked, Stopped, Stops, one_by_one
from service.ui.samples import samples
from service.ui.working import View, briefed

Changes = dict[Any, Any]


class BriefTab:
    """Its components and what they do."""

    def __init__(self, desks: Desks, terms: gr.State, stops: Stops) -> None:
        self.desks, self.terms, self.stops = desks, terms, stops
        self.document, self.brief = gr.State(None), gr.State(None)
        with gr.Row(elem_classes="desk"):
            with gr.Column(elem_classes="left", min_width=300):
                self._composer()
                with gr.Column(visible=False, elem_classes="reader") as self.reader:
                    self.again = gr.Button("Edit the text", elem_id="again", size="sm")
                    self.texts = gr.HTML("", elem_id="texts", js_on_load=None, apply_default_css=False)
            with gr.Column(elem_classes="right", min_width=300):
                with gr.Row(visible=False, elem_classes="take") as self.take:
                    self.bar = gr.HTML("", elem_id="bar", js_on_load=None, apply_default_css=False)
                    self.files = {
                        label: gr.DownloadButton(label, size="sm", elem_id=f"take-{form}") for label, form in OFFERED.items()
                    }
                self.stop = gr.Button("Stop", variant="stop", elem_id="stop", size="sm", visible=False)
                self.result = gr.HTML(states.empty(), elem_id="result", js_on_load=None, apply_default_css=False)
                self.anyway = gr.Button("It is French: go on", visible=False, size="sm", elem_id="anyway")
        self._events()

    def _composer(self) -> None:
        with gr.Column(elem_classes="composer") as self.composer:
            self.text = gr.Textbox(
                label="French press release", lines=14, max_lines=14, elem_id="source", placeholder="Collez le communiqué ici…",
                html_attributes=gr.InputHTMLAttributes(lang="fr", spellcheck=False),
            )  # fmt: skip
            with gr.Row(elem_classes="act"):
                self.go = gr.Button("Make the brief", variant="primary", elem_id="go")
            self.chips = []
            gr.HTML(
                '<p class="hint" id="count" aria-live="off">Ctrl + Enter makes the brief.</p>',
                js_on_load=None,
                apply_default_css=False,
            )
            with gr.Row(elem_classes="chips"):
                self.chips = [gr.Button(name, size="sm") for name in samples()]
            self.file = gr.File(label="Or drop a file: Word, PDF, HTML, e-mail, text …", height=64, elem_id="file")
            self.note = gr.HTML("", elem_id="note", js_on_load=None, apply_default_css=False)
            with gr.Accordion("Options", open=False, elem_id="options"):
                self._options()

    def _options(self) -> None:
        self.length = gr.Radio(list(LENGTHS.items()), value=self.desks.settings.brief.form, label="Length")
        self.words = gr.Number(value=None, label=f"Words, {LEAST_WORDS} to {MOST_WORDS}, instead", precision=0)
        self.dates = gr.Radio(list(DATES.items()), value=self.desks.settings.brief.dates, label="Dates")
        self.spelling = gr.Radio(list(SPELLINGS.items()), value=self.desks.settings.brief.spelling, label="Spelling")
        self.profile = gr.Radio(self.desks.offered, value=self.desks.settings.profile, label="Profile of models")

    def _events(self) -> None:
        given: set[Any] = {
            self.text, self.document, self.length, self.words, self.dates, self.spelling, self.profile, self.terms,
        }  # fmt: skip
        shown: list[Any] = [
            self.composer, self.reader, self.again, self.texts, self.result, self.take, self.bar, self.anyway, self.stop,
            self.brief, *self.files.values(),
        ]  # fmt: skip
        own: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        queued = {**own, "concurrency_id": "model", "concurrency_limit": 2}
        self.go.click(self._run, given, shown, **queued)
        self.anyway.click(self._run_anyway, given, shown, **queued)
        for chip, text in zip(self.chips, samples().values(), strict=True):
            filled = chip.click(lambda text=text: (text, None), None, [self.text, self.document], queue=False, **own)
            filled.then(self._run, given, shown, **queued)
        self.stop.click(self.stops.ask, None, None, queue=False, **own)
        self.again.click(self._edit, None, shown, queue=False, **own)
        self.file.upload(self._opened, self.file, [self.text, self.document, self.note], **own)

    def _run(self, given: Changes, request: gr.Request) -> Iterator[Changes]:
        with self.stops.heard(request) as asked:
            yield from self._runs(given, asked, force=False)

    def _run_anyway(self, given: Changes, request: gr.Request) -> Iterator[Changes]:
        with self.stops.heard(request) as asked:
            yield from self._runs(given, asked, force=True)

    def _runs(self, given: Changes, asked: Asked, *, force: bool) -> Iterator[Changes]:
        try:
            desk = self.desks.desk(self._choice(given), given[self.terms])
            for view in one_by_one(briefed(desk, self._document(given), force=force), asked):
                yield self._shown(view)
            if view.brief:
                with written(view.brief, desk.settings.brief.dates) as paths:
                    files = {self.files[label]: gr.update(value=path) for label, path in paths.items()}
                    yield {self.take: gr.update(visible=True), self.bar: view.bar, **files}
        except Stopped:
            yield {**self._edit(), self.result: states.stopped()}
        except Exception as error:  # a fault of ours is told in words too, and its trace goes to the log
            go_on = gr.update(visible=isinstance(error, WrongLanguage))
            yield {**self._edit(), self.result: states.failed(error), self.anyway: go_on}

    def _shown(self, view: View) -> Changes:
        return {
            self.composer: gr.update(visible="hidden" if view.texts else True),
            self.reader: gr.update(visible=bool(view.texts)),
            self.again: gr.update(visible=bool(view.brief)),
            self.texts: view.texts,
            self.result: view.result,
            self.anyway: gr.update(visible=False),
            self.take: gr.update(visible=False),
            self.stop: gr.update(visible=not view.brief),
            self.brief: view.brief,
        }

    def _choice(self, given: Changes) -> Choice:
        return Choice(
            length=given[self.length], words=int(given[self.words] or 0), dates=given[self.dates],
            spelling=given[self.spelling], profile=given[self.profile],
        )  # fmt: skip

    def _document(self, given: Changes) -> Document:
        """The file that was opened, while its text stands there unchanged; else the text alone."""
        text, opened = given[self.text] or "", given[self.document]
        if not text.strip():
            raise EmptyInput("There is no text yet: paste a release, drop a file, or choose a sample.")
        return opened if opened and opened.text == text else Document(text=text)

    def _opened(self, path: str | None) -> tuple[Any, Document | None, str]:
        """The first document of a file, in the box where it can be read and changed."""
        if not path:
            return gr.update(), None, ""
        name = Path(path).name
        try:
            documents = read(Path(path).read_bytes(), name=name, limits=self.desks.settings.limits)
            document = next(documents, None)
            more = next(documents, None) is not None
        except DepecheError as error:
            return gr.update(), None, states.noted(states.spoken(error), wrong=True)
        if document is None:
            return gr.update(), None, states.noted(f"{name} holds no text.", wrong=True)
        note = "It holds several documents; this is the first. The Archive tab takes them all." if more else "Opened."
        return document.text, document, states.noted(f"{name}: {note}")

    def _edit(self) -> Changes:
        return {
            self.composer: gr.update(visible=True), self.reader: gr.update(visible=False), self.stop: gr.update(visible=False),
            self.anyway: gr.update(visible=False),
        }  # fmt: skip
