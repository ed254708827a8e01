"""The translation memory: what was translated before, exact and by signature, and human translations from TMX files."""

from service.memory.open import open_memory
from service.memory.unit import Kept, Memory, Unit, fold

__all__ = ["Kept", "Memory", "Unit", "fold", "open_memory"]
