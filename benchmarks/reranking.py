"""What a French word without counterpart should cost a candidate: BLEU and chrF for several values of `LEFT_OUT_COST`.

    python benchmarks/reranking.py DEV.fr DEV.en [--costs 0 0.04 0.08 0.16 0.3] [--lines 220]

Each sentence is decoded once; only the choice among its candidates changes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import sacrebleu

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import service.attempts as attempts
from service import BriefService
from service.engines import Decoding, Translator
from service.types import Candidate


class Remembering:
    """An engine that decodes each source once for each decoding."""

    def __init__(self, engine: Translator) -> None:
        self.engine, self.known = engine, {}

    def __getattr__(self, name: str) -> object:
        return getattr(self.engine, name)

    def translate(self, sentences: Sequence[str], decoding: Decoding, /) -> list[list[Candidate]]:
        new = [s for s in sentences if (s, decoding) not in self.known]
        self.known |= {(s, decoding): c for s, c in zip(new, self.engine.translate(new, decoding), strict=True)}
        return [self.known[s, decoding] for s in sentences]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("french", type=Path)
    ap.add_argument("english", type=Path)
    ap.add_argument("--costs", type=float, nargs="*", default=[0.0, 0.04, 0.08, 0.16, 0.3])
    ap.add_argument("--lines", type=int, default=220)
    a = ap.parse_args()
    french, english = (p.read_text(encoding="utf-8").splitlines()[: a.lines] for p in (a.french, a.english))
    desk = BriefService.load()
    desk.sentences.engine = Remembering(desk.sentences.engine)
    for cost in a.costs:
        attempts.LEFT_OUT_COST = cost
        said = [r.english for r in desk.sentences.translate(french, glossary=desk.glossary)]
        bleu, chrf = sacrebleu.corpus_bleu(said, [english]).score, sacrebleu.corpus_chrf(said, [english]).score
        print(f"cost {cost:.2f}: BLEU {bleu:.2f} chrF {chrf:.2f}", flush=True)


if __name__ == "__main__":
    main()
