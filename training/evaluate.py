"""Score a model: BLEU, chrF and TER with their signatures, and what a reader would not forgive.

    python training/evaluate.py [MODEL] --pairs STEM... [--compute int8 float32] [--beam 1] [--lines N] [--json FILE]

MODEL is "embedded" (the shipped one, the default), a Hugging Face folder or an id on the hub; STEM stands for STEM.fr and
STEM.en, one sentence a line, or is a .tsv or .tmx file of pairs. The sentences are normalised as the service does it; nothing
is carried, repaired or retried: this is the bare model.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sacrebleu

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that it runs from a checkout that is not installed

from service.config import Settings
from service.engines import Decoding, Translator, load_translator
from service.errors import InputError
from service.normalise import normalise
from service.types import Candidate
from training import probes
from training.pairs import Pair, read_pairs

METRICS = {"BLEU": sacrebleu.metrics.BLEU, "chrF": sacrebleu.metrics.CHRF, "TER": sacrebleu.metrics.TER}


def main(argv: list[str] | None = None) -> None:
    options = arguments(argv)
    sets = {stem.name: read_set(stem)[: options.lines] for stem in options.pairs}
    reports = [evaluate(options, compute, sets) for compute in options.compute]
    print(table(reports))
    if options.json:
        options.json.write_text(json.dumps(reports, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("model", nargs="?", default="embedded")
    add("--pairs", nargs="+", required=True, type=Path, metavar="STEM")
    add("--compute", nargs="+", default=["int8"], help="int8, float32 …: one column of results for each")
    add("--beam", type=int, default=1)
    add("--lines", type=int, help="only the first lines of each set")
    add("--threads", type=int, default=0, help="CPU threads; 0: one for each core")
    add("--json", type=Path, help="write the whole report here")
    add("--show", type=int, default=0, help="print this many translations of each set, to be read")
    return parser.parse_args(argv)


def read_set(stem: Path) -> list[Pair]:
    """As they stand: the reference of a score is not touched. Raises `InputError`."""
    if stem.suffix in (".tsv", ".xz", ".tmx"):
        return list(read_pairs(stem))
    sides = [stem.with_name(f"{stem.name}.{language}") for language in ("fr", "en")]
    if not all(side.is_file() for side in sides):
        raise InputError(f"There are no {sides[0]} and {sides[1].name}.")
    french, english = (side.read_text(encoding="utf-8").splitlines() for side in sides)
    return list(zip(french, english, strict=True))


def evaluate(options: argparse.Namespace, compute: str, sets: dict[str, list[Pair]]) -> dict[str, Any]:
    """One engine over every set and probe."""
    overrides = {"translator.model": options.model, "translator.compute": compute, "translator.threads": options.threads}
    engine = load_translator(Settings.load("embedded", overrides))
    decoding = Decoding(beam=options.beam)
    scores = {name: score_set(engine, decoding, pairs, show=options.show) for name, pairs in sets.items()}
    every = [pair for pairs in sets.values() for pair in pairs]
    return {"engine": engine.name, "beam": options.beam, "sets": scores, **probe(engine, decoding, every)}


def score_set(engine: Translator, decoding: Decoding, pairs: Sequence[Pair], *, show: int = 0) -> dict[str, Any]:
    french = [pair[0] for pair in pairs]
    started = time.perf_counter()
    candidates = translate(engine, decoding, french)
    seconds = time.perf_counter() - started
    english = [candidate.text for candidate in candidates]
    for (source, reference), line in list(zip(pairs, english, strict=True))[:show]:
        print(f"fr  {source}\nref {reference}\nen  {line}\n")
    scores: dict[str, Any] = {}
    for name, kind in METRICS.items():
        metric = kind()
        result = metric.corpus_score(english, [[pair[1] for pair in pairs]])
        scores[name] = {"score": round(result.score, 2), "signature": str(metric.get_signature())}
    right, asked = probes.figures_right(pairs, english)
    tokens = sum(engine.count(line) for line in english if line)
    return {
        "lines": len(pairs),
        **scores,
        "figures": {"right": right, "asked": asked},
        "loops": len(probes.looping(french, candidates)),
        "tokens_per_second": round(tokens / seconds),
    }


def translate(engine: Translator, decoding: Decoding, sentences: Sequence[str]) -> list[Candidate]:
    """The best hypothesis for each sentence, normalised and restored as in the service; an empty one stays empty."""
    made = [normalise(sentence) for sentence in sentences]
    texts = [one.text for one in made if one.text]
    best = iter([found[0] for found in engine.translate(texts, decoding)] if texts else [])
    out = []
    for one in made:
        candidate = next(best) if one.text else Candidate("")
        out.append(Candidate(one.restore(candidate.text), candidate.score, candidate.complete))
    return out


def probe(engine: Translator, decoding: Decoding, pairs: Sequence[Pair]) -> dict[str, Any]:
    """Placeholders on up to 500 sentences of the sets; loops on odd input."""
    masked = probes.masked_lines([(normalise(french).text, english) for french, english in pairs], count=500)
    english = [found[0].text for found in engine.translate(masked, decoding)]
    odd = {}
    for name, lines in probes.odd_lines([pair[0] for pair in pairs]).items():
        candidates = translate(engine, decoding, lines)
        bad = probes.looping(lines, candidates)
        odd[name] = {"lines": len(lines), "loops": [[lines[i], candidates[i].text] for i in bad]}
    return {
        "placeholders": {
            "sentences": len(masked),
            "kept": round(probes.placeholders_kept(masked, english), 4),
            "whole_sentences": round(probes.lines_whole(masked, english), 4),
        },
        "odd_input": odd,
    }


def table(reports: Sequence[dict[str, Any]]) -> str:
    """The scores as Markdown, with one signature line for each metric."""
    rows = [
        "| engine, beam | set | lines | BLEU | chrF | TER | figures right | loops | tokens/s |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for report in reports:
        for name, s in report["sets"].items():
            figures = f"{s['figures']['right']}/{s['figures']['asked']}"
            scores = " | ".join(f"{s[metric]['score']:.1f}" for metric in METRICS)
            head = f"| {report['engine']}, {report['beam']} | {name} | {s['lines']}"
            rows.append(f"{head} | {scores} | {figures} | {s['loops']} | {s['tokens_per_second']:,} |")
    for report in reports:
        kept = report["placeholders"]
        rows.append(f"\n{report['engine']}: {kept['kept']:.1%} of placeholders kept on {kept['sentences']} sentences")
        rows[-1] += f", {kept['whole_sentences']:.1%} of the sentences whole; loops on odd input: "
        rows[-1] += ", ".join(f"{name} {len(odd['loops'])}/{odd['lines']}" for name, odd in report["odd_input"].items()) + "."
    first = next(iter(reports[0]["sets"].values()))
    rows += ["", *(f"{metric}: `{first[metric]['signature']}`" for metric in METRICS)]
    return "\n".join(rows)


if __name__ == "__main__":
    main()
