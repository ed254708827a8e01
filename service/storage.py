"""Files appear whole or not at all, and survive a power cut once they are there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from service.errors import UnreadableInput


def write_whole(path: Path, data: bytes) -> None:
    """Write aside in the same folder, flush to the disk, rename. Raises `UnreadableInput` with the reason of the system."""
    aside = None
    try:
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(aside, 0o666 & ~_umask())
        os.replace(aside, path)
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        if aside and os.path.exists(aside):
            os.unlink(aside)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
