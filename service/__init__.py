"""Dépêche: French press releases in, short faithful English briefs out."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from service.config import Settings
    from service.desk import BriefService
    from service.errors import DepecheError
    from service.types import Brief, Document, Summary, Translation

__version__ = "0.1.0"
__all__ = ["Brief", "BriefService", "DepecheError", "Document", "Settings", "Summary", "Translation"]

_HOME = {
    "Brief": "service.types",
    "BriefService": "service.desk",
    "DepecheError": "service.errors",
    "Document": "service.types",
    "Settings": "service.config",
    "Summary": "service.types",
    "Translation": "service.types",
}


def __getattr__(name: str) -> Any:
    """The public names, imported on first use so that `import service` stays quick."""
    if name not in _HOME:
        raise AttributeError(f"module 'service' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME[name]), name)
