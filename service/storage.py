"""Files appear whole or not at all, and survive a power cut once they are there."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from service.errors import UnreadableInput


def write_whole(path: Path, data: bytes) -> None:
    """Write aside in the same folder, flush to the disk, rename. Raises `UnreadableInput` with the reason of the system."""
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise UnreadableInput(f"{path} cannot be written: {error.strerror}.") from error
