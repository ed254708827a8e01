"""The Translate tab: a whole text in English, and documents in their own format."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import gradio as gr

from service.errors import DepecheError, EmptyInput
from service.glossary import Glossary
from service.render import FORMS, render_translation
from service.types import Document, Translation
from service.ui import states
from service.ui.choices import Choice, Desks
from service.ui.running import Report, Stopped, Stops, running
from service.ui.working import bounded
from service.writers import write_translated

Changes = dict[Any, Any]
OFFERED = {"Text": "text", "HTML, both languages": "html", "Markdown": "markdown", "JSON": "json", "Table (TSV)": "tsv"}
WRITTEN = [".txt", ".md", ".html", ".htm", ".docx", ".odt", ".csv", ".tsv", ".jsonl", ".srt", ".vtt", ".xlf", ".xliff"]


class TranslateTab:
    """Its components and what they do."""

    def __init__(self, desks: Desks, terms: gr.State, stops: Stops) -> None:
        self.desks, self.terms, self.stops = desks, terms, stops
        with gr.Row(elem_classes="desk"):
            with gr.Column(elem_classes="left", min_width=300):
                self._asked()
            with gr.Column(elem_classes="right", min_width=300):
                self.result = gr.HTML(states.empty_translation(), elem_id="translated", js_on_load=None, apply_default_css=False)
                with gr.Row(visible=False, elem_classes="take") as self.take:
                    self.files = {label: gr.DownloadButton(label, size="sm", elem_id=f"took-{f}") for label, f in OFFERED.items()}
        self._events()

    def _asked(self) -> None:
        self.text = gr.Textbox(
            label="French text", lines=14, max_lines=14, elem_id="french", placeholder="Collez le texte ici…",
            html_attributes=gr.InputHTMLAttributes(lang="fr", spellcheck=False),
        )  # fmt: skip
        with gr.Row(elem_classes="act"):
            self.go = gr.Button("Translate the text", variant="primary", elem_id="translate")
            self.stop = gr.Button("Stop", variant="stop", visible=False, elem_id="stop-translation")
        self.file = gr.File(
            label="Or a document, to be translated in its own format", height=64, elem_id="document", file_types=WRITTEN
        )
        self.note = gr.HTML("", elem_id="document-note", js_on_load=None, apply_default_css=False)
        self.whole = gr.DownloadButton("Save the translated document", visible=False, variant="primary", elem_id="take-document")

    def _events(self) -> None:
        shown: list[Any] = [self.result, self.take, self.stop, *self.files.values()]
        own: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        queued = {**own, "concurrency_id": "model", "concurrency_limit": 2}
        self.go.click(self._translated, [self.text, self.terms], shown, **queued)
        self.file.upload(self._document, [self.file, self.terms], [self.note, self.whole, self.stop], **queued)
        self.stop.click(self.stops.ask, None, None, queue=False, **own)

    def _translated(self, text: str | None, terms: Glossary | None, request: gr.Request) -> Iterator[Changes]:
        hidden = gr.update(visible=False)
        yield {self.result: states.working(0), self.stop: gr.update(visible=True), self.take: hidden}
        try:
            if not (text or "").strip():
                raise EmptyInput("There is no text yet: paste one, or choose a document.")
            document = Document(text=text or "")
            bounded(document)
            desk = self.desks.desk(Choice(), terms)
            with self.stops.heard(request) as asked:
                call = partial(desk.translate, document, candidates=4, force=True)
                for told, translation in running(lambda report: call(progress=report), asked):
                    if translation is None:
                        yield {self.result: states.working(1, *told[1:])}
                        continue
                    yield {self.result: states.translated(translation, desk.glossary), self.stop: hidden}
                    yield from self._offered(translation)
        except Stopped:
            yield {self.result: states.stopped(), self.stop: hidden}
        except Exception as error:  # a fault of ours too
            yield {self.result: states.failed(error, "Nothing could be translated"), self.stop: hidden}

    def _offered(self, translation: Translation) -> Iterator[Changes]:
        with tempfile.TemporaryDirectory(prefix="depeche-") as folder:
            changes: Changes = {self.take: gr.update(visible=True)}
            for label, form in OFFERED.items():
                content = render_translation(translation, form)
                path = Path(folder) / f"translation.{FORMS[form].extension}"
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
                changes[self.files[label]] = gr.update(value=str(path))
            yield changes

    def _document(self, path: str | None, terms: Glossary | None, request: gr.Request) -> Iterator[Changes]:
        if not path:
            return
        name = Path(path).name
        hidden = gr.update(visible=False)
        yield {self.note: states.noted(f"Translating {name} …"), self.whole: hidden, self.stop: gr.update(visible=True)}
        try:
            with self.stops.heard(request) as asked:
                for told, english in running(partial(self._written, path, terms), asked):
                    if english is None:
                        yield {self.note: states.noted(f"Translating {name}: {told[1]} of {told[2]} sentences")}
                        continue
                    with tempfile.TemporaryDirectory(prefix="depeche-") as folder:
                        target = Path(folder) / f"{Path(name).stem}.en{Path(name).suffix}"
                        target.write_bytes(english)
                        note = states.noted(f"{name} is translated; its layout is that of the original.")
                        yield {self.note: note, self.whole: gr.update(value=str(target), visible=True), self.stop: hidden}
        except Stopped:
            yield {self.note: states.noted(f"Stopped; nothing of {name} was kept."), self.stop: hidden}
        except DepecheError as error:
            yield {self.note: states.noted(states.spoken(error), wrong=True), self.stop: hidden}

    def _written(self, path: str, terms: Glossary | None, report: Report) -> bytes:
        desk = self.desks.desk(Choice(), terms)
        return write_translated(
            Path(path).read_bytes(), name=Path(path).name, limits=self.desks.settings.limits,
            translate=lambda texts: desk.translate_paragraphs(texts, progress=report),
        )  # fmt: skip
