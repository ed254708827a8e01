"""How good translations are on pairs of sentences, and summaries on references: figures with signatures; two runs compared."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.coverage import stems, uncovered
from service.desk import BriefService
from service.errors import MissingExtra, UnreadableInput
from service.faults import loops
from service.invariants.checking import read_english, read_french
from service.invariants.fact import unanswered
from service.record import Record
from service.rouge import rouge_lsum, rouge_n
from service.types import Rendering

NUMBERS = frozenset({"number", "ordinal", "percentage", "time"})
DATES = frozenset({"month", "weekday", "date"})
LEVELS = ("note", "doubt", "severe")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Record):
    """One run over pairs of sentences. Shares are from 0 to 1; BLEU, chrF and TER as sacrebleu prints them."""

    name: str
    sentences: int
    bleu: float
    chrf: float
    ter: float
    bleu_signature: str
    chrf_signature: str
    ter_signature: str
    number_recall: float  # numbers of the French whose value stands in the English
    date_recall: float  # months and weekdays likewise
    name_recall: float  # capitalised words inside the French sentence that the reference keeps letter by letter
    loop_rate: float  # hypotheses that repeat themselves more than their source
    coverage: float  # French content words that something in the English answers for
    findings: dict[str, float]  # by level, for 1,000 sentences
    seconds: float
    megabytes: float  # resident, at the peak of the process


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Record):
    """Paired bootstrap (Koehn 2004) of two runs over the same pairs, 1,000 samples."""

    metric: str
    first: float
    second: float
    p_value: float  # how often chance alone would give such a difference


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryReport(Record):
    """Summaries against references: ROUGE F, times 100, and how many lines the gate let pass."""

    documents: int
    rouge1: float
    rouge2: float
    rouge_lsum: float
    words: float  # of a summary, on average


def read_pairs(paths: Sequence[Path]) -> list[tuple[str, str]]:
    """One TSV file (French, tab, English), or a French and an English file of as many lines. Raises `UnreadableInput`."""
    try:
        texts = [path.read_text(encoding="utf-8").splitlines() for path in paths]
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"The pairs cannot be read: {error}.") from error
    if len(texts) == 1:
        rows = [line.split("\t") for line in texts[0] if line.strip()]
        wrong = next((i for i, row in enumerate(rows, 1) if len(row) < 2), None)
        if wrong:
            raise UnreadableInput(f"{paths[0]}, line {wrong}: no tab between the French and the English.")
        return [(row[0], row[1]) for row in rows]
    if len(texts) != 2 or len(texts[0]) != len(texts[1]):
        raise UnreadableInput("Give one TSV file, or a French and an English file with as many lines as each other.")
    return list(zip(*texts, strict=True))


def translate_pairs(desk: BriefService, pairs: Sequence[tuple[str, str]]) -> tuple[list[Rendering], float]:
    """The renderings of the French sides and the seconds they took."""
    started = time.perf_counter()
    renderings = desk.sentences.translate([french for french, _ in pairs], glossary=desk.glossary)
    return renderings, time.perf_counter() - started


def report(name: str, pairs: Sequence[tuple[str, str]], renderings: Sequence[Rendering], seconds: float) -> Report:
    """Everything that is measured of one run. Raises `MissingExtra` without sacrebleu."""
    metrics = _metrics()
    french, references = [p[0] for p in pairs], [p[1] for p in pairs]
    english = [r.english for r in renderings]
    scores = {k: m.corpus_score(english, [references]).score for k, m in metrics.items()}
    signatures: dict[str, Any] = {f"{k}_signature": str(m.get_signature()) for k, m in metrics.items()}
    both = list(zip(french, english, strict=True))
    words = sum(1 for text in french for stem in stems(text) if len(stem) > 3)
    counts = {level: sum(f.level == level for r in renderings for f in r.findings) for level in LEVELS}
    return Report(
        name=name,
        sentences=len(pairs),
        **scores,
        **signatures,
        number_recall=_recall(both, NUMBERS),
        date_recall=_recall(both, DATES),
        name_recall=_names(french, references, english),
        loop_rate=sum(loops(e) > loops(f) for f, e in both) / max(1, len(both)),
        coverage=1 - sum(len(uncovered(f, e)) for f, e in both) / max(1, words),
        findings={level: 1000 * count / max(1, len(both)) for level, count in counts.items()},
        seconds=seconds,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def compare(references: Sequence[str], first: Sequence[str], second: Sequence[str]) -> list[Comparison]:
    """BLEU and chrF of two runs by paired bootstrap. Raises `MissingExtra` without sacrebleu."""
    metrics = {k: m for k, m in _metrics().items() if k != "ter"}
    from sacrebleu.significance import PairedTest

    systems = [("first", list(first)), ("second", list(second))]
    _, scores = PairedTest(systems, metrics, [list(references)], test_type="bs", n_samples=1000)()
    return [
        Comparison(metric=name, first=one.score, second=two.score, p_value=two.p_value)
        for name, (one, two) in scores.items()
        if name != "System"
    ]


def summary_report(desk: BriefService, documents: Iterable[tuple[str, str]]) -> SummaryReport:
    """English documents and their reference summaries; each summary as long as its reference."""
    rows = []
    for text, reference in documents:
        summary = desk.summarize(text, words=max(10, len(reference.split())))
        ours, theirs = [line.text for line in summary.lines], reference.splitlines()
        words = len(summary.text.split())
        rows.append((rouge_n(summary.text, reference), rouge_n(summary.text, reference, 2), rouge_lsum(ours, theirs), words))
    means = [sum(column) / max(1, len(rows)) for column in zip(*rows, strict=True)] or [0.0] * 4
    one, two, lsum = (100 * m for m in means[:3])
    return SummaryReport(documents=len(rows), rouge1=one, rouge2=two, rouge_lsum=lsum, words=means[3])


def _metrics() -> dict[str, Any]:
    try:
        from sacrebleu.metrics import BLEU, CHRF, TER
    except ImportError as error:
        if error.name and error.name.split(".")[0] != "sacrebleu":
            raise
        raise MissingExtra('Scores need sacrebleu: pip install "depeche[training]".') from error
    return {"bleu": BLEU(), "chrf": CHRF(), "ter": TER()}


def _recall(pairs: Iterable[tuple[str, str]], kinds: frozenset[str]) -> float:
    there = lost = 0
    for french, english in pairs:
        facts = [f for f in read_french(french) if f.strict and f.kind in kinds]
        there += len(facts)
        lost += len(unanswered(tuple(facts), read_english(english)))
    return 1 - lost / there if there else 1.0


def _names(french: Sequence[str], references: Sequence[str], english: Sequence[str]) -> float:
    """Capitalised words after the first that stand in the reference as in the French: they should in the English too."""
    wanted = kept = 0
    for source, reference, hypothesis in zip(french, references, english, strict=True):
        names = {w.strip(".,;:()«»\"'") for w in source.replace("’", " ").split()[1:] if w[:1].isupper()}
        names = {n for n in names if len(n) > 2 and n in reference}
        wanted += len(names)
        kept += sum(name in hypothesis for name in names)
    return kept / wanted if wanted else 1.0
