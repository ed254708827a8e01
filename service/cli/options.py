"""Options that several commands share, and what they become."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from service.config import Settings
from service.errors import ConfigError, UnreadableInput
from service.types import Document

Command = TypeVar("Command", bound=Callable[..., Any])


def settings_options(function: Command) -> Command:
    """`--profile`, `--set`, `--model`, `--engine`, `--glossary`."""
    for option in reversed((
        click.option("--profile", default="embedded", show_default=True, help="embedded, opus, quality, gpu or a TOML file."),
        click.option("--set", "changes", multiple=True, metavar="KEY=VALUE", help="One setting, such as translator.beam=1."),
        click.option("--model", help="A model id or folder in place of the profile's translator."),
        click.option("--engine", help="ctranslate2, transformers or echo."),
        click.option("--glossary", multiple=True, metavar="FILE", help="Terms of your own: TOML, CSV or TBX."),
    )):
        function = option(function)
    return function


def text_options(function: Command) -> Command:
    """Files, output and form."""
    for option in reversed((
        click.argument("files", nargs=-1, metavar="[FILE]..."),
        click.option("--json", "form", flag_value="json", help="JSON, the whole truth."),
        click.option("--markdown", "form", flag_value="markdown", help="Markdown."),
        click.option("--html", "form", flag_value="html", help="A page that stands alone."),
        click.option("--form", "form", metavar="NAME", help="Any form by name: text, markdown, html, json, docx, wire …"),
        click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here; whole or not at all."),
        click.option("--force", is_flag=True, help="Go on with a text that does not look French."),
    )):
        function = option(function)
    return function


def make_settings(
    profile: str, changes: tuple[str, ...], model: str | None, engine: str | None, glossary: tuple[str, ...]
) -> Settings:
    """The settings that the shared options ask for. Raises `ConfigError`."""
    overrides: dict[str, object] = dict(_change(text) for text in changes)
    if model:
        overrides |= {"translator.model": model, "translator.carry": True}
    if engine:
        overrides["translator.engine"] = engine
    if glossary:
        overrides["glossary.files"] = list(glossary)
    return Settings.load(profile, overrides)


def _change(text: str) -> tuple[str, object]:
    key, equals, value = text.partition("=")
    if not equals:
        raise ConfigError(f"--set takes KEY=VALUE, such as translator.beam=1, not {text!r}.")
    try:
        return key.strip(), tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        return key.strip(), value.strip()


def read_documents(files: tuple[str, ...], settings: Settings) -> Iterator[Document]:
    """The documents of the named files; of standard input for "-" or none."""
    from service.readers import read, read_path

    for name in files or ("-",):
        if name == "-":
            if not files and sys.stdin.isatty():
                click.echo("Paste the text, then end it with Ctrl-D on a line of its own.", err=True)
            yield from read(sys.stdin.buffer.read(settings.limits.bytes + 1), name="stdin.txt", limits=settings.limits)
        elif not Path(name).exists():
            raise UnreadableInput(f"There is no file {name}.")
        else:
            yield from read_path(Path(name), limits=settings.limits)
