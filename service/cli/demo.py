"""`depeche demo`."""

from __future__ import annotations

from typing import Any

import click

from service.cli.options import make_settings, settings_options


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=7860, show_default=True, help="Port on this machine.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; others may then reach the page.")
@settings_options
def demo(port: int, host: str, **options: Any) -> None:
    """Open the web page on this machine."""
    from service.ui import launch

    launch(make_settings(**options), host=host, port=port)
