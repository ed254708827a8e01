"""`depeche models`: what is here, what can be fetched, what a model is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from service.cli.options import make_settings, settings_options


@click.group()
def models() -> None:
    """List, fetch and describe the models."""


@models.command("list")
@settings_options
def list_models(**options: Any) -> None:
    """Every model that is on this machine, and those the profiles name."""
    from service.engines.models import available

    for model in available(make_settings(**options)):
        click.echo(f"{model.model:45} {model.kind:10} {model.bytes / 1e6:8.1f} MB  {model.revision[:12]}")


@models.command()
@click.argument("name", metavar="[MODEL]", required=False)
@click.option("--revision", default="", help="Branch, tag or commit; the main branch without it.")
@settings_options
def pull(name: str | None, revision: str, **options: Any) -> None:
    """Fetch a model (or those of the profile) ahead of time, so that runs can be offline."""
    from service.engines.models import pull as fetch

    settings = replace(make_settings(**options), offline=False)
    for model in [name] if name else [m for m in (settings.translator.model, settings.summarizer.model) if m]:
        fetched = fetch(settings, model, revision)
        click.echo(f"{model} {fetched.revision[:12]}, {fetched.bytes / 1e6:.0f} MB, is in {fetched.folder}")


@models.command()
@click.argument("name", metavar="[MODEL]", default="embedded")
@settings_options
def info(name: str, **options: Any) -> None:
    """Where a model lies, its revision, size, shape and licence."""
    from service.engines.models import info as describe

    for key, value in describe(make_settings(**options), name).to_dict().items():
        click.echo(f"{key:12} {value}")
