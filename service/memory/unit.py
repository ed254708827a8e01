"""What a memory holds, and when two French sentences are the same to it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from service.record import Record
from service.types import Rendering

_SAME = str.maketrans({"’": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "\u00ad": None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Record):
    """A human translation: of any signature, as no engine made it."""

    french: str
    english: str
    file: str  # the name of the TMX file, for the reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Record):
    """A machine translation, which only its own signature gets back."""

    signature: str
    french: str
    rendering: Rendering


class Memory(Protocol):
    """Safe to call from several threads. Every call may raise `MemoryUnusable`."""

    def get(self, signature: str, sentences: Iterable[str], /) -> dict[str, Rendering]:
        """Of these sentences, letter by letter, those that this signature has translated before."""

    def put(self, signature: str, new: Mapping[str, Rendering], /) -> None:
        """Kept for good; of two writers of one sentence the first is believed."""

    def units(self, sentences: Iterable[str], /) -> dict[str, Unit]:
        """Human translations, by the folded French."""


def fold(french: str) -> str:
    """The sentence without what typing habits change: kinds of apostrophes, hyphens and spaces, line breaks, capitals, Unicode
    forms. Human translations are found by it; machine translations by every character."""
    return " ".join(unicodedata.normalize("NFC", french).casefold().translate(_SAME).split())
