"""`depeche glossary check`: what a glossary file holds, contradicts and leaves unused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from service.cli.options import make_settings, read_documents


@click.group()
def glossary() -> None:
    """Check a glossary file before it is used."""


@glossary.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("texts", nargs=-1, metavar="[TEXT]...")
@click.option("--profile", default="embedded", show_default=True, help="Whose limits the texts are read under.")
def check(file: Path, texts: tuple[str, ...], **options: Any) -> None:
    """Count the terms of FILE, name those that replace a shipped one, and those that no TEXT uses."""
    from service.glossary import Glossary, institutions

    mine, both = Glossary.load([file]), Glossary.load([file], institutions=True)
    click.echo(f"{file.name}: {len(mine.terms)} terms")
    for conflict in (c for c in both.conflicts if c not in institutions().conflicts):
        click.echo(f"replaces  {conflict}")
    if texts:
        settings = make_settings(options["profile"], (), None, None, ())
        for term in mine.unused(d.text for d in read_documents(texts, settings)):
            click.echo(f"unused    {term.given}: {term.english}")
