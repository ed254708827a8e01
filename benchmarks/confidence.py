"""Fit the confidence of a model to its weights, and say what its three words are worth.

    python benchmarks/confidence.py DEV/press.fr DEV/press.en DEV/institutional.fr DEV/institutional.en … [--write]

The files are pairs of French and English lines. The sentences of all are translated as the service does it; those that a model
translated (and not kept, or taken as they are) are fitted by least squares: chrF of the sentence against its reference, by the
model's score and by the share of French words left out or unknown. `--write` puts the fit to all of them beside the weights as
calibration.toml. The table is measured on the half that a fit to the other half has not seen. A fit is refused where the three
words do not rank that half, or where the share of left-out words does not help.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

from service.confidence import FILE, Calibration, left_out
from service.desk import BriefService
from service.engines.weights import locate
from service.storage import write_whole

HIGH, LOW = 55.0, 40.0  # expected chrF: from about 55 on a sentence says what its French says; under 40 look at the French
MOST = 1200  # sentences: about a minute of one core
CLASSES = ("high", "medium", "low")


@dataclass(frozen=True)
class Measured:
    """Of each sentence: 1, probability of a token, share left out; its chrF; the set it is from."""

    features: np.ndarray
    chrf: np.ndarray
    sets: np.ndarray

    def half(self, odd: int) -> Measured:
        return Measured(self.features[odd::2], self.chrf[odd::2], self.sets[odd::2])

    def fit(self, columns: slice = slice(None)) -> np.ndarray:
        return np.linalg.lstsq(self.features[:, columns], self.chrf, rcond=None)[0]


def measure(desk: BriefService, files: list[Path], most: int) -> Measured:
    """Evenly spaced lines of every pair of files, `most` in all."""
    from sacrebleu.metrics import CHRF

    metric, features, scores, sets = CHRF(), [], [], []
    for french_file, english_file in zip(files[::2], files[1::2], strict=True):
        pairs = list(zip(_lines(french_file), _lines(english_file), strict=True))
        wanted = most * 2 // len(files)
        pairs = [pairs[i * len(pairs) // wanted] for i in range(wanted)] if len(pairs) > wanted else pairs
        renderings = desk.sentences.translate([french for french, _ in pairs], glossary=desk.glossary)
        for (french, reference), rendering in zip(pairs, renderings, strict=True):
            if rendering.score < 0:
                features.append((1.0, math.exp(rendering.score), left_out(french, rendering.english)))
                scores.append(metric.sentence_score(rendering.english, [reference]).score)
                sets.append(french_file.stem)
    return Measured(np.array(features), np.array(scores), np.array(sets))


def classes(expected: np.ndarray) -> np.ndarray:
    """0 high, 1 medium, 2 low."""
    return np.where(expected >= HIGH, 0, np.where(expected < LOW, 2, 1))


def table(half: Measured, expected: np.ndarray) -> tuple[str, list[float]]:
    """Share and mean chrF of each class, by set; the means of all sets together, of the classes that are there."""
    found = classes(expected)
    rows = [f"{'':16}{'sentences':>10}" + "".join(f"{name + ' share':>14}{'chrF':>7}" for name in CLASSES)]
    for name in (*dict.fromkeys(half.sets), ""):
        these = half.sets == name if name else np.ones(len(half.sets), dtype=bool)
        cells = [(found[these] == k).mean() for k in range(3)]
        means = [half.chrf[these & (found == k)].mean() if cells[k] else math.nan for k in range(3)]
        row = "".join(f"{share:14.0%}{mean:7.1f}" for share, mean in zip(cells, means, strict=True))
        rows.append(f"{name or 'all':16}{these.sum():10}{row}")
    return "\n".join(rows), [mean for mean in means if not math.isnan(mean)]


def rank(one: np.ndarray, other: np.ndarray) -> float:
    return float(spearmanr(one, other).statistic)


def main() -> None:
    """Measure, print the tables, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FR EN")
    parser.add_argument("--model", default="embedded", help="a folder; models of the hub cannot be written to")
    parser.add_argument("--sentences", type=int, default=MOST)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    started = time.perf_counter()
    desk = BriefService.load(**{"translator.model": options.model})
    measured = measure(desk, options.files, options.sentences)
    fitted, unseen = measured.half(0), measured.half(1)
    expected = unseen.features @ fitted.fit()
    alone, both = rank(unseen.features[:, 1], unseen.chrf), rank(expected, unseen.chrf)
    text, means = table(unseen, expected)
    say = sys.stdout.write
    say(f"{len(unseen.chrf)} unseen sentences; rank correlation with chrF: score {alone:.3f}, with words left out {both:.3f}\n")
    say(f"{text}\n{len(measured.chrf)} sentences in {time.perf_counter() - started:.0f} s\n")
    if means != sorted(means, reverse=True) or both < alone:
        sys.exit("Not written: the words do not rank the unseen half.")
    if options.write:
        weights = locate(options.model, "", desk.settings)
        base, probability, left = (round(float(w), 3) for w in measured.fit())
        made = Calibration(
            weights=weights.content, base=base, probability=probability, left_out=left, high_from=HIGH, low_below=LOW,
            sentences=len(measured.chrf), correlation=round(both, 3),
        )  # fmt: skip
        lines = [f"# Made by benchmarks/confidence.py for these weights alone; {Path(__file__).name} --help says how."]
        lines += [f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}" for key, value in made.to_dict().items()]
        write_whole(weights.folder / FILE, ("\n".join(lines) + "\n").encode())
        say(f"written: {weights.folder / FILE}\n")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


if __name__ == "__main__":
    main()
