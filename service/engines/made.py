"""Folders of the cache that are made once: aside, then renamed, so that nobody ever sees half of one."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from service.errors import ConfigError

_ABANDONED_S = 24 * 3600


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """`folder`, filled by `make` if it is not there yet. Two processes may both make it; the first rename wins and
    both use that one. Raises `ConfigError` where the cache cannot be written."""
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise ConfigError(
            f"The cache {folder.parent} cannot be written ({error.strerror}); set `cache` or DEPECHE_CACHE to a folder that can."
        ) from error
    try:
        make(aside)
        aside.chmod(0o755)  # mkdtemp gives 0700, which would shut out other users of a shared cache
        _rename(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        _sweep(folder.parent)
    return folder


def _rename(aside: Path, folder: Path) -> None:
    try:
        os.rename(aside, folder)
    except OSError:
        if not folder.is_dir():
            raise


def _sweep(parent: Path) -> None:
    """Remove what a killed process left aside."""
    for aside in parent.glob(".*"):
        try:
            old = time.time() - aside.stat().st_mtime > _ABANDONED_S
        except OSError:
            continue  # another process was quicker
        if old and aside.is_dir():
            shutil.rmtree(aside, ignore_errors=True)
