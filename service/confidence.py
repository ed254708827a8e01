"""How far the English of a sentence may be trusted, in three words.

The score of a model says how sure it is of its words; a small model is also sure while it leaves words out or guesses. Where
the weights have been calibrated (`benchmarks/confidence.py`), both together estimate the chrF that the sentence would get
against a human translation, and the three words are steps of that estimate. Other models have the general bounds of the
settings, on the score alone. A severe doubt makes any sentence low, a doubt at most medium.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from pathlib import Path

from service.config import TranslatorSettings
from service.coverage import stems, uncovered, unknown
from service.errors import BrokenModel
from service.record import Record
from service.types import Confidence, Finding

FILE = "calibration.toml"  # lies with the weights that it was fitted to
UNCALIBRATED = Finding(
    "uncalibrated",
    "Nobody has calibrated the confidence of this model: high, medium and low are its own score by general bounds.",
    "note",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration(Record):
    """Expected chrF of a sentence = base + probability · exp(score) + left_out · share of French words left out or unknown."""

    weights: str  # what it was fitted to: the SHA-256 of the model's folder without this file
    base: float
    probability: float
    left_out: float
    high_from: float  # expected chrF
    low_below: float
    sentences: int  # that it was fitted to …
    correlation: float  # … and how it ranks a half that it was not fitted to (Spearman)

    def expected(self, score: float, left_out: float) -> float:
        """chrF against a human translation, from 0 to 100, of a sentence with this score and share."""
        return self.base + self.probability * math.exp(score) + self.left_out * left_out


def read_calibration(folder: Path, weights: str) -> Calibration | None:
    """That of a model's folder; None where there is none, or one of other weights. Raises `BrokenModel`."""
    path = folder / FILE
    if not path.is_file():
        return None
    try:
        read = Calibration.from_dict(tomllib.loads(path.read_text(encoding="utf-8")))
        read.expected(-1.0, 0.0)  # words where numbers should be
    except (OSError, ValueError, TypeError) as error:
        raise BrokenModel(f"{path} is no calibration: {error}. Delete it, or make it again: benchmarks/confidence.py.") from error
    return read if read.weights == weights else None


def left_out(french: str, english: str) -> float:
    """The share of the longer French words that nothing in the English answers for, as far as the lexicon knows."""
    unanswered = len(uncovered(french, english)) + len(unknown(french))
    return unanswered / max(1, sum(len(stem) > 3 for stem in stems(french)))


@dataclass(frozen=True, slots=True)
class Grader:
    """Scores and doubts to one of three words."""

    calibration: Calibration | None
    bounds: TranslatorSettings

    def grade(self, score: float, left_out: float, findings: tuple[Finding, ...]) -> Confidence:
        """Of one sentence."""
        worth, high, low = score, self.bounds.high_from, self.bounds.low_below
        if self.calibration:
            worth = self.calibration.expected(score, left_out)
            high, low = self.calibration.high_from, self.calibration.low_below
        if any(f.severe for f in findings) or worth < low:
            return "low"
        return "medium" if any(f.level == "doubt" for f in findings) or worth < high else "high"
