"""What a run amounts to, counted brief by brief at constant memory."""

from __future__ import annotations

import heapq
from collections import Counter
from typing import Any

MOST_WORST = 50


class Tally:
    """Briefs and refusals are added as plain data, in order."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._findings: dict[str, Counter[str]] = {}
        self._refusals: Counter[str] = Counter()
        self._confidence: Counter[str] = Counter()
        self._worst: list[tuple[tuple[int, int, int], int, dict[str, Any]]] = []

    def brief(self, brief: dict[str, Any]) -> None:
        passages = brief["passages"]
        findings = [*brief["findings"], *(f for p in passages for f in p["findings"])]
        levels = Counter(f["level"] for f in findings)
        for finding in findings:
            self._findings.setdefault(finding["check"], Counter())[finding["level"]] += 1
        self._confidence.update(p["confidence"] for p in passages)
        self.counts["briefs"] += 1
        self.counts["sentences"] += len(passages)
        self.counts["french_words"] += sum(len(p["french"].split()) for p in passages)
        self.counts["removed_lines"] += len(brief["removed"])
        low = sum(p["confidence"] == "low" for p in passages)
        self._weigh((levels["severe"], low, levels["doubt"]), brief["source"], findings)

    def refusal(self, refusal: dict[str, Any]) -> None:
        self.counts["quarantined"] += 1
        self._refusals[refusal["kind"]] += 1

    def copy(self) -> None:
        self.counts["translated_files"] += 1

    def report(self) -> dict[str, Any]:
        """Plain data: counts, findings by kind, the worst documents first."""
        names = ("briefs", "quarantined", "translated_files", "sentences", "french_words", "removed_lines")
        by_kind = sorted(self._findings.items(), key=lambda kind: (-kind[1].total(), kind[0]))
        return {
            "counts": {name: self.counts[name] for name in names},
            "confidence": {level: self._confidence[level] for level in ("high", "medium", "low")},
            "quarantined_by_kind": dict(sorted(self._refusals.items())),
            "findings_by_kind": {kind: dict(sorted(levels.items())) for kind, levels in by_kind},
            "worst_documents": [entry for _, _, entry in sorted(self._worst, key=lambda w: (w[0], w[1]), reverse=True)],
        }

    def _weigh(self, badness: tuple[int, int, int], source: str, findings: list[dict[str, Any]]) -> None:
        severe, low, doubts = badness
        if not any(badness):
            return
        why = next((f["note"] for level in ("severe", "doubt") for f in findings if f["level"] == level), "")
        entry = {"source": source, "severe": severe, "low_confidence": low, "doubts": doubts, "first": why}
        heapq.heappush(self._worst, (badness, -self.counts["briefs"], entry))
        if len(self._worst) > MOST_WORST:
            heapq.heappop(self._worst)
