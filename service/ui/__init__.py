"""The web page, built on `BriefService`: `launch` serves it, `mount` puts it into a FastAPI application."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from service.config import Settings
from service.errors import ConfigError
from service.ui.page import build

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["build", "launch", "mount"]

_ICON = Path(__file__).with_name("icon.svg")


def launch(settings: Settings, *, host: str = "127.0.0.1", port: int = 7860, **options: Any) -> Any:
    """Serve the page until it is interrupted. `options` go to Gradio's `launch`. Raises `ConfigError` for a port in use."""
    served = {"server_name": host, "server_port": port, "share": False, "ssr_mode": False, "show_error": False, "pwa": False}
    try:
        return build(settings).launch(**{**served, **_shown(settings), **options})
    except OSError as error:  # Gradio's own words name its variables
        raise ConfigError(
            f"Port {port} of {host} cannot be used: it is taken or not allowed. Choose another (--port)."
        ) from error


def mount(app: FastAPI, settings: Settings, *, path: str = "/") -> FastAPI:
    """The same page inside an application that serves other things."""
    import gradio as gr

    shown = _shown(settings)
    if path != "/":
        del shown["favicon_path"]  # it is for the application to give
    mounted: Any = gr.mount_gradio_app(app, build(settings), path=path, ssr_mode=False, show_error=False, **shown)
    return mounted  # type: ignore[no-any-return]


def _shown(settings: Settings) -> dict[str, Any]:
    from service.ui.look import head, theme

    return {
        "theme": theme(), "head": head(), "footer_links": [], "favicon_path": str(_ICON), "max_file_size": settings.limits.bytes,
    }  # fmt: skip
