"""A memory is opened here, so that SQLAlchemy is loaded only for those who have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import MissingExtra

if TYPE_CHECKING:
    from service.memory.store import SqlMemory


def open_memory(url: str, *, create: bool = True) -> SqlMemory:
    """The memory at a path or postgresql:// URL. Raises `MemoryUnusable`, `ConfigError`, `MissingExtra`."""
    try:
        from service.memory.store import SqlMemory
    except ImportError as error:
        if (error.name or "").split(".")[0] != "sqlalchemy":
            raise
        raise MissingExtra('A translation memory needs SQLAlchemy: pip install "depeche[memory]".') from error
    return SqlMemory(url, create=create)
