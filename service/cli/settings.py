"""`depeche config show`."""

from __future__ import annotations

import json
from typing import Any

import click

from service.cli.options import make_settings, settings_options


@click.group()
def config() -> None:
    """The settings that would be used."""


@config.command()
@settings_options
def show(**options: Any) -> None:
    """Print every setting after the profile and the overrides, as JSON."""
    click.echo(json.dumps(make_settings(**options).to_dict(), ensure_ascii=False, indent=2))
