"""The Glossary tab: terms of one's own, held in this session only, for briefs and translations of this page."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from service.errors import DepecheError, GlossaryError, TooLarge
from service.glossary import Glossary
from service.glossary.files import read_terms
from service.render.characters import line
from service.render.characters import markup as h
from service.ui import states
from service.ui.choices import Choice, Desks
from service.ui.pairs import pairs

MOST_TERMS = 5000
MOST_CHARACTERS = 2000  # of the sentence to try


class GlossaryTab:
    """Its components and what they do. `terms` is the glossary that the other tabs use."""

    def __init__(self, desks: Desks, terms: gr.State) -> None:
        self.desks, self.terms = desks, terms
        with gr.Row(elem_classes="desk"):
            with gr.Column(elem_classes="left", min_width=300):
                self.text = gr.Textbox(
                    label="Your terms, one a line: French = English", lines=12, max_lines=12, elem_id="terms",
                    placeholder="jeune pousse = start-up\nle Grand Prix = the Grand Prix",
                )  # fmt: skip
                with gr.Row(elem_classes="act"):
                    self.use = gr.Button("Use these terms", variant="primary", elem_id="use-terms")
                    self.take = gr.DownloadButton("Save as CSV", visible=False, elem_id="take-terms")
                self.note = gr.HTML("", elem_id="terms-note", js_on_load=None, apply_default_css=False)
                self.file = gr.File(
                    label="Or add those of a CSV, TSV, TBX or TOML file", height=64, elem_id="terms-file",
                    file_types=[".csv", ".tsv", ".tbx", ".xml", ".toml"],
                )  # fmt: skip
            with gr.Column(elem_classes="right", min_width=300):
                self.french = gr.Textbox(label="Try a French sentence", lines=3, max_lines=3, elem_id="try-text",
                                         html_attributes=gr.InputHTMLAttributes(lang="fr"))  # fmt: skip
                self.go = gr.Button("Translate it with these terms", elem_id="try")
                self.result = gr.HTML(states.empty_glossary(), elem_id="tried", js_on_load=None, apply_default_css=False)
        own: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        self.use.click(self._used, self.text, [self.terms, self.note, self.take], **own)
        self.file.upload(self._added, [self.file, self.text], [self.text, self.note], **own)
        self.go.click(self._tried, [self.french, self.text], self.result, concurrency_id="model", concurrency_limit=2, **own)

    def _used(self, text: str | None) -> Iterator[tuple[Any, str, Any]]:
        hidden = gr.update(visible=False)
        try:
            pairs_given = parsed(text or "")
            glossary = Glossary().with_terms(pairs_given) if pairs_given else None
        except DepecheError as error:
            yield gr.update(), states.noted(str(error), wrong=True), hidden
            return
        if not glossary:
            yield None, states.noted("No term of your own is used now."), hidden
            return
        count = "1 term is" if len(pairs_given) == 1 else f"{len(pairs_given)} terms are"
        said = states.noted(f"{count} used in this window from now on; nobody else sees them.")
        with tempfile.TemporaryDirectory(prefix="depeche-") as folder:
            path = Path(folder) / "glossary.csv"
            path.write_text(exported(pairs_given), encoding="utf-8")
            yield glossary, said, gr.update(value=str(path), visible=True)

    def _added(self, path: str | None, text: str | None) -> tuple[Any, str]:
        if not path:
            return gr.update(), ""
        try:
            entries = read_terms(Path(path))
            if len(entries) > MOST_TERMS:
                raise TooLarge(f"The file has {len(entries):,} terms; the page takes {MOST_TERMS:,}.")
        except DepecheError as error:
            said = str(error).replace(str(Path(path)), Path(path).name)
            return gr.update(), states.noted(said, wrong=True)
        rows = [f"{line(entry.french)} = {line(entry.english)}" for entry in entries]
        kept = (text or "").rstrip()
        joined = "\n".join(([kept] if kept else []) + rows)
        return joined, states.noted(f"{len(rows)} terms added from {Path(path).name}: look them over, then use them.")

    def _tried(self, french: str | None, text: str | None) -> str:
        try:
            if not (french or "").strip():
                return states.empty_glossary()
            if len(french or "") > MOST_CHARACTERS:
                raise TooLarge(f"A sentence to try has at most {MOST_CHARACTERS:,} characters.")
            given = parsed(text or "")
            desk = self.desks.desk(Choice(), Glossary().with_terms(given) if given else None)
            translation = desk.translate(french or "", force=True, candidates=3)
        except DepecheError as error:
            return states.failed(error, "It could not be tried")
        found = [m for p in translation.passages for m in desk.glossary.find(p.french)]
        rows = "".join(f'<li><span lang="fr">{h(line(m.text))}</span> → {h(line(m.english))}</li>' for m in found)
        used = f'<ul class="found-terms">{rows}</ul>' if rows else "<p class='hint'>No term of the glossaries is in it.</p>"
        return pairs(translation.passages, desk.glossary, prefix="g_") + used


def parsed(text: str) -> dict[str, str]:
    """The terms of the box. Raises `GlossaryError` with the line that is wrong, `TooLarge`."""
    terms: dict[str, str] = {}
    for number, row in enumerate(text.splitlines(), 1):
        if not row.strip():
            continue
        french, equals, english = (part.strip() for part in row.partition("="))
        if not equals or not french or not english:
            raise GlossaryError(f"Line {number}, “{row.strip()[:60]}”, is no term: write French = English.")
        if terms.get(french, english) != english:
            raise GlossaryError(f"Line {number}: “{french}” is already to be “{terms[french]}”; keep one.")
        terms[french] = english
    if len(terms) > MOST_TERMS:
        raise TooLarge(f"There are {len(terms):,} terms; the page takes {MOST_TERMS:,}.")
    return terms


def exported(terms: dict[str, str]) -> str:
    """A CSV that `--glossary` and this page read."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(["french", "english"])
    rows.writerows(terms.items())
    return written.getvalue()
