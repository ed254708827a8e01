"""What carrying names and figures around the model is worth, kind by kind.

    python benchmarks/carrying.py french.txt english.txt [--lines 200] [--beam 1]

Each row translates the file with some kinds masked. A sentence in which the model loses a placeholder is translated again with
nothing masked, as the service does; `kept` is the share of masked sentences that need not be. No repair, no re-ranking.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import sacrebleu

from service.carry import KINDS, SPELLED, Carried, mask
from service.config import Settings
from service.engines import Decoding, Translator, load_translator
from service.glossary import institutions
from service.invariants import check
from service.normalise import normalise


def translate(engine: Translator, texts: list[str], beam: int) -> list[str]:
    """The first hypothesis of each."""
    return [found[0].text for found in engine.translate(texts, Decoding(beam=beam))]


def carried(engine: Translator, french: list[str], kinds: frozenset[str], beam: int) -> tuple[list[str], int, int]:
    """The English, and how many sentences were masked and how many came back whole."""
    masked = [mask(text, glossary=institutions(), kinds=kinds) for text in french]
    english = [one.restore(text) for one, text in zip(masked, translate(engine, [m.text for m in masked], beam), strict=True)]
    lost = [index for index, text in enumerate(english) if text is None]
    again = translate(engine, [french[index] for index in lost], beam) if lost else []
    whole = [text or "" for text in english]
    for index, text in zip(lost, again, strict=True):
        whole[index] = text
    busy = sum(one != Carried.plain(text) for one, text in zip(masked, french, strict=True))
    return whole, busy, busy - len(lost)


def main() -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("french", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--lines", type=int, default=0)
    parser.add_argument("--rows", help="only the rows whose name holds one of these words, with commas between")
    parser.add_argument("--beam", type=int, default=1)
    options = parser.parse_args()
    french, references = (
        p.read_text(encoding="utf-8").splitlines()[: options.lines or None] for p in (options.french, options.english)
    )
    normalised = [normalise(line, acronyms=institutions().acronyms) for line in french]
    engine = load_translator(Settings.load())
    rows = {"nothing": frozenset(), **{kind: frozenset({kind}) for kind in sorted(KINDS)}, "at once": SPELLED, "all": KINDS}
    rows |= {f"all but {kind}": KINDS - {kind} for kind in sorted(KINDS)}
    sys.stdout.write("| carried | BLEU | chrF | lines with a severe finding | masked | kept |\n|---|---|---|---|---|---|\n")
    for name, kinds in rows.items():
        if options.rows and not any(word in name for word in options.rows.split(",")):
            continue
        english, busy, kept = carried(engine, [n.text for n in normalised], kinds, options.beam)
        english = [n.restore(text) for n, text in zip(normalised, english, strict=True)]
        severe = sum(any(f.severe for f in check(f, e, glossary=institutions())) for f, e in zip(french, english, strict=True))
        bleu, chrf = sacrebleu.corpus_bleu(english, [references]).score, sacrebleu.corpus_chrf(english, [references]).score
        share = f"{kept / busy:.1%}" if busy else "–"
        sys.stdout.write(f"| {name} | {bleu:.2f} | {chrf:.2f} | {severe} | {busy} | {share} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
