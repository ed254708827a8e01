"""How the page looks: a theme without anything from outside, and our own style and script."""

from __future__ import annotations

import inspect
from functools import cache
from pathlib import Path
from typing import Any

import gradio as gr

from service.render.html import stylesheet

_SANS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Helvetica Neue", "Arial", "sans-serif")
_MONO = ("ui-monospace", "Menlo", "Consolas", "monospace")


COLOURS = {
    "body_background_fill": "var(--dp-paper)",
    "body_text_color": "var(--dp-ink)",
    "body_text_color_subdued": "var(--dp-quiet)",
    "background_fill_primary": "var(--dp-paper)",
    "background_fill_secondary": "var(--dp-raised)",
    "block_background_fill": "var(--dp-paper)",
    "block_label_background_fill": "var(--dp-paper)",
    "block_label_text_color": "var(--dp-quiet)",
    "block_title_text_color": "var(--dp-ink)",
    "block_info_text_color": "var(--dp-quiet)",
    "border_color_primary": "var(--dp-rule)",
    "block_border_color": "var(--dp-rule)",
    "input_border_color": "var(--dp-edge)",
    "input_background_fill": "var(--dp-sheet)",
    "input_placeholder_color": "var(--dp-quiet)",
    "input_border_color_focus": "var(--dp-accent)",
    "color_accent": "var(--dp-accent)",
    "color_accent_soft": "var(--dp-accent-wash)",
    "button_primary_background_fill": "var(--dp-strong)",
    "button_primary_background_fill_hover": "var(--dp-strong-hover)",
    "button_primary_text_color": "var(--dp-on-strong)",
    "button_secondary_background_fill": "var(--dp-raised)",
    "button_secondary_background_fill_hover": "var(--dp-rule)",
    "button_secondary_text_color": "var(--dp-ink)",
    "button_cancel_background_fill": "var(--dp-alarm-wash)",
    "button_cancel_background_fill_hover": "var(--dp-alarm-wash)",
    "button_cancel_text_color": "var(--dp-alarm)",
    "checkbox_label_background_fill": "var(--dp-raised)",
    "checkbox_label_background_fill_hover": "var(--dp-rule)",
    "checkbox_label_background_fill_selected": "var(--dp-accent-wash)",
    "checkbox_label_text_color": "var(--dp-ink)",
    "checkbox_label_text_color_selected": "var(--dp-ink)",
    "checkbox_background_color": "var(--dp-sheet)",
    "checkbox_border_color": "var(--dp-quiet)",
    "checkbox_background_color_selected": "var(--dp-accent)",
    "link_text_color": "var(--dp-accent)",
    "table_even_background_fill": "var(--dp-sheet)",
    "table_odd_background_fill": "var(--dp-sheet)",
}


def theme() -> gr.themes.Base:
    """System fonts only; the colours are the variables of page.css."""
    plain = gr.themes.Base(
        primary_hue="blue", neutral_hue="stone", radius_size="sm", text_size="md",
        font=[gr.themes.Font(name) for name in _SANS], font_mono=[gr.themes.Font(name) for name in _MONO],
    )  # fmt: skip
    known = inspect.signature(plain.set).parameters  # a few have no dark side of their own
    shared: dict[str, Any] = {**COLOURS, **{f"{name}_dark": value for name, value in COLOURS.items() if f"{name}_dark" in known}}
    return plain.set(block_shadow="none", block_shadow_dark="none", block_border_width="0px", block_padding="0px", **shared)


@cache
def head() -> str:
    """Style and script, inline: nothing is fetched."""
    here = Path(__file__).parent
    page, script = (here.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    brief = f".gradio-container.gradio-container {{\n{stylesheet()}}}"  # its own rules count for more than Gradio's for all
    return f"<style>{brief}\n{page}</style>\n<script>{script}</script>"
