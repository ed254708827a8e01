"""One rung of the ladder on which a sentence is translated, and what it made of the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from service.types import Finding

LEFT_OUT_COST = 0.08  # of a word left out or made up, in mean log-probability; benchmarks/reranking.py
UNUSABLE = frozenset({"empty", "unfinished", "loop", "placeholder_lost", "untranslated"})


@dataclass(frozen=True, slots=True)
class Attempt:
    """One rung of the ladder."""

    kinds: frozenset[str]  # of what is carried; empty: plain
    no_repeat: int = 0
    beam: int | None = None  # None: the beam of the settings
    wide: bool = False  # a wider beam, and all of its hypotheses to choose from
    rare: bool = False  # nouns of the small dictionary are carried too
    shrink: int = 1  # the comfort length is divided by this


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What one attempt made of one sentence."""

    english: str
    score: float
    faults: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()
    candidates: tuple[str, ...] = ()
    left_out: int = 0  # French content words that nothing in the English answers for
    invented: int = 0  # English words that are none
    missed: int = 0  # nouns of the small dictionary that nothing in the English answers for

    @property
    def settled(self) -> bool:
        return not self.faults and not self.wrong

    @property
    def wrong(self) -> int:
        """What another attempt might mend: severe doubts, and terms of the glossary said otherwise."""
        return sum(f.severe or f.check == "term_kept" for f in self.findings)

    @property
    def usable(self) -> bool:
        return not any(f.check in UNUSABLE for f in self.faults)

    @property
    def rank(self) -> tuple[int, int, int, float]:
        """Smaller is better: usable, few faults, little wrong, then the model's own score less what is left out or made up, a
        rare noun twice."""
        lost = self.left_out + self.invented + self.missed
        return (not self.usable, len(self.faults), self.wrong, lost * LEFT_OUT_COST - self.score)


def goes_on(attempt: Attempt, trial: Trial) -> bool:
    """Whether a sentence with this trial as its best goes on to this attempt; past the plain rung only a fault does."""
    if attempt.wide:
        return trial.invented > 0
    if attempt.rare:
        return trial.invented + trial.missed > 0
    return bool(trial.faults) if attempt.no_repeat else not trial.settled
