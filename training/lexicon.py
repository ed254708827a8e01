"""The word lexicon that checks coverage: which English words stand for a French one, learnt from sentence pairs.

    python training/lexicon.py PAIRS.tsv… --out service/models/lexicon.tsv.xz

IBM Model 1 (Brown et al. 1993) with a diagonal prior (the shape of fast_align, Dyer et al. 2013) over the stems of
`service.coverage`: every English word is explained by one French word of its sentence, or by none; then the same the other
way round. What stays explains each other.
"""

from __future__ import annotations

import argparse
import lzma
import random
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from service.coverage import stems

TENSION = 4.0  # of the diagonal prior: words at the same share of their sentences belong together
NOTHING = ""  # explains what no French word does
MOST_WORDS = 40

Pair = tuple[list[str], list[str]]
Cells = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]


def read_pairs(paths: list[Path], most: int) -> list[Pair]:
    """Stems of both sides, at most `most` pairs of each file, 2 to 50 words a side."""
    out = []
    for path in paths:
        opener = lzma.open if path.suffix == ".xz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines]
        random.Random(1).shuffle(rows)
        sides = ((stems(row[0]), stems(row[1])) for row in rows[:most] if len(row) == 2)
        out += [(f, e) for f, e in sides if 1 < len(f) <= MOST_WORDS and 1 < len(e) <= MOST_WORDS]
    return out


def cells(pairs: list[Pair], french: dict[str, int], english: dict[str, int]) -> Cells:
    """One cell for each French and English word of a pair: the number of the English word in the whole text, both ids
    in one integer, the prior."""
    words, codes, priors, row = [], [], [], 0
    for source, target in pairs:
        f = np.array([french[NOTHING], *(french.setdefault(w, len(french)) for w in source)], np.int64)
        e = np.array([english.setdefault(w, len(english)) for w in target], np.int64)
        away = np.abs((np.arange(len(f)) - 0.5)[:, None] / len(source) - (np.arange(len(e)) + 0.5)[None, :] / len(e))
        prior = np.exp(-TENSION * away).astype(np.float32)
        prior[0] = 0.05
        words.append(np.tile(np.arange(len(e)) + row, len(f)))
        codes.append(((f << 20)[:, None] | e[None, :]).ravel())
        priors.append(prior.ravel())
        row += len(e)
    return np.concatenate(words), np.concatenate(codes), np.concatenate(priors)


def translation_table(found: Cells, passes: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Distinct pairs and p(English | French) of each, by expectation maximisation."""
    word, code, prior = found
    distinct, place = np.unique(code, return_inverse=True)
    given = distinct >> 20
    table = np.ones(len(distinct))
    for _ in range(passes):
        weight = table[place] * prior
        weight /= np.bincount(word, weight)[word]
        count = np.bincount(place, weight)
        table = count / np.bincount(given, count)[given]
    return distinct, table


def both_ways(pairs: list[Pair], passes: int, least: float) -> dict[str, list[tuple[float, str]]]:
    """French stem → p(English | French) and English stem, the likeliest first, where each explains the other with `least`."""
    french, english = {NOTHING: 0}, {}
    distinct, there = translation_table(cells(pairs, french, english), passes)
    back_english, back_french = {NOTHING: 0}, {}
    turned, back = translation_table(cells([(e, f) for f, e in pairs], back_english, back_french), passes)
    names_fr, names_en = list(french), list(english)
    of = {code: p for code, p in zip(turned.tolist(), back.tolist(), strict=True) if p >= least}
    kept: dict[str, list[tuple[float, str]]] = {}
    for code, p in zip(distinct.tolist(), there.tolist(), strict=True):
        source, target = names_fr[code >> 20], names_en[code & 0xFFFFF]
        if source and p >= least and (back_english[target] << 20 | back_french[source]) in of:
            kept.setdefault(source, []).append((p, target))
    return {source: sorted(found, reverse=True) for source, found in sorted(kept.items())}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="+", type=Path)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--most", type=int, default=60_000, help="pairs of one file")
    ap.add_argument("--passes", type=int, default=5)
    ap.add_argument("--least", type=float, default=0.003, help="probability, each way, from which a pair of stems is kept")
    a = ap.parse_args()
    pairs = read_pairs([f for path in a.files for f in (sorted(path.glob("*.tsv")) if path.is_dir() else [path])], a.most)
    kept = both_ways(pairs, a.passes, a.least)
    lines = ["\t".join([f, *(f"{e} {max(1, round(1000 * p))}" for p, e in es)]) for f, es in kept.items()]
    a.out.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9))
    print(f"{len(pairs)} pairs, {len(kept)} French stems, {a.out.stat().st_size / 1e6:.2f} MB in {a.out}")


if __name__ == "__main__":
    main()
