"""One short sentence is translated when a model is loaded: a broken conversion fails there, not in a reader's hands."""

from __future__ import annotations

import math

from service.engines import Decoding, Translator
from service.errors import BrokenModel, EngineError

_SENTENCE = "Le ministre a signé l'accord à Paris en 2021."
_LOWEST = -6.0  # mean log-probability; garbage of a mismatched vocabulary lies near -log(vocabulary) = -9


def sing(translator: Translator) -> None:
    """Raises `BrokenModel` where the sentence gives nothing, an endless loop, or words that the model itself does
    not believe in."""
    try:
        ((best, *_),) = translator.translate([_SENTENCE], Decoding(beam=1))
    except EngineError as error:
        raise BrokenModel(f"{translator.name} cannot translate a short sentence: {error}") from error
    words = best.text.split()
    if not words or not best.complete or not math.isfinite(best.score) or best.score < _LOWEST:
        raise BrokenModel(f"{translator.name} made {best.text[:80]!r} of {_SENTENCE!r}: its files or its conversion are broken.")
