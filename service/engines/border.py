"""Where errors of the model libraries become ours; nothing of theirs goes further up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from service.errors import DepecheError, EngineError, OutOfMemory

_MEMORY_WORDS = ("out of memory", "bad_alloc", "cannot allocate", "can't allocate", "cublas_status_alloc_failed")


@contextmanager
def engine_border(name: str) -> Iterator[None]:
    """Raises `OutOfMemory` or `EngineError`, with the library's own words, for whatever a model library raises."""
    try:
        yield
    except DepecheError:
        raise
    except MemoryError as error:
        raise OutOfMemory(f"{name} ran out of memory; a smaller batch may pass.") from error
    except Exception as error:
        words = " ".join(str(error).split()) or type(error).__name__
        if any(sign in words.lower() for sign in _MEMORY_WORDS):
            raise OutOfMemory(f"{name} ran out of memory; a smaller batch may pass ({words[:200]}).") from error
        raise EngineError(f"{name} failed: {words[:300]}") from error
