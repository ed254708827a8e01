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
    from service.engines.weights import available

    for model in available(make_settings(**options)):
        click.echo(f"{model.name:45} {model.state:12} {model.megabytes:8.1f} MB  {model.revision or ''}")


@models.command()
@click.argument("model", required=False)
@click.option("--revision", default="", help="Branch, tag or commit; the main branch without it.")
@settings_options
def pull(model: str | None, revision: str, **options: Any) -> None:
    """Fetch a model (or those of the profile) ahead of time, so that runs can be offline."""
    from service.engines.weights import pull as fetch

    settings = replace(make_settings(**(options | {"model": None})), offline=False)
    wanted = [model] if model else [m for m in (settings.translator.model, settings.summarizer.model) if m]
    for name in wanted:
        click.echo(f"{name} {fetch(settings, name, revision)}")


@models.command()
@click.argument("model", default="embedded")
@settings_options
def info(model: str, **options: Any) -> None:
    """Where a model lies, its revision, size, shape and licence."""
    from service.engines.weights import info as describe

    for key, value in describe(make_settings(**(options | {"model": None})), model).to_dict().items():
        click.echo(f"{key:12} {value}")
