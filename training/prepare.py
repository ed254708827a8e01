"""Turn sentence pairs into what `train.py` reads.

    python training/prepare.py SOURCE... --out DIR [--spm MODEL] [--masked NAME...] [--noisy NAME...]

SOURCE is a .tsv, .tsv.xz or .tmx file, a folder of them (each file a source of its own), or NAME=PATH, which makes one
source of a file or folder. Writes for each source
    DIR/NAME.ids.npy   uint16, all token ids end to end: french0 </s> english0 </s> french1 …
    DIR/NAME.off.npy   int64, where each side begins
and DIR/spm.model. `--masked written` writes a second source, `writtenm`, with everything carried; `--noisy written` one called
`noisy`, with capitals, missing accents, other quotes, missing stops.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that it runs from a checkout that is not installed

from training.carry import mask
from training.noise import kept, noisy
from training.pairs import SUFFIXES, Pair, files_in, read_pairs
from training.vocabulary import EOS, load_vocabulary, train_vocabulary


def main(argv: list[str] | None = None) -> None:
    options = arguments(argv)
    options.out.mkdir(parents=True, exist_ok=True)
    sources = {name: clean_source(name, path, options) for name, path in named_sources(options.sources).items()}
    if options.spm:
        given = options.spm / "source.spm" if options.spm.is_dir() else options.spm
        if given.resolve() != (options.out / "spm.model").resolve():  # another call may add sources to the same folder
            shutil.copyfile(given, options.out / "spm.model")
    else:
        train_vocabulary(list(sources.values()), options.out / "spm.model", size=options.vocab, most=options.spm_most)
    vocabulary = load_vocabulary(options.out)
    for name, pairs in sources.items():
        share = 0.0 if name in options.masked else options.carry
        write_source(options.out / name, masked(pairs, share, name), vocabulary, options.max_tokens)
    for name in options.masked:
        write_source(options.out / f"{name}m", masked(sources[name], 1.0, f"{name}m"), vocabulary, options.max_tokens)
    if options.noisy:
        untidy = noisy(chain.from_iterable(sources[name] for name in options.noisy), random.Random(5))
        write_source(options.out / "noisy", untidy, vocabulary, options.max_tokens)


def arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", metavar="SOURCE")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--vocab", type=int, default=16000, help="pieces of a new vocabulary")
    parser.add_argument("--spm", type=Path, help="reuse this SentencePiece model, or that of a model folder")
    parser.add_argument("--spm-most", type=int, default=60_000, help="pairs of one source that the vocabulary sees")
    parser.add_argument("--max-tokens", type=int, default=200, help="longer sides are left out")
    parser.add_argument("--carry", type=float, default=0.5, help="share of the pairs with placeholders")
    parser.add_argument("--most", type=int, default=10**9, help="pairs of one source, drawn at random")
    parser.add_argument("--masked", nargs="*", default=[], metavar="NAME", help="write plain, and again fully masked")
    parser.add_argument("--noisy", nargs="*", default=[], metavar="NAME", help="make untidy variants of these")
    parser.add_argument("--raw", action="store_true", help="keep every pair: no noise filter")
    options = parser.parse_args(argv)
    unknown = {*options.masked, *options.noisy} - set(named_sources(options.sources))
    if unknown:
        parser.error(f"no source is called {', '.join(sorted(unknown))}")
    return options


def named_sources(sources: Iterable[str]) -> dict[str, Path]:
    """NAME=PATH as given; a bare file by its stem; a bare folder by the stems of its files."""
    named: dict[str, Path] = {}
    for source in sources:
        name, equals, path = source.partition("=")
        if equals:
            named[name] = Path(path)
        else:
            named |= {_stem(file): file for file in files_in(Path(source))}
    return named


def clean_source(name: str, path: Path, options: argparse.Namespace) -> list[Pair]:
    """The pairs of one source, filtered and thinned; says what was dropped."""
    dropped: Counter[str] = Counter()
    everything = [pair for file in files_in(path) for pair in read_pairs(file)]
    pairs = everything if options.raw else list(kept(everything, dropped))
    if len(pairs) > options.most:
        chosen = sorted(random.Random(name).sample(range(len(pairs)), options.most))
        pairs = [pairs[i] for i in chosen]  # in their order: consecutive pairs are joined in training
    told = ", ".join(f"{count} {fault}" for fault, count in dropped.most_common())
    print(f"{name}: {len(pairs)} of {len(everything)} pairs ({told or 'none dropped'})", flush=True)
    return pairs


def masked(pairs: Iterable[Pair], share: float, seed: str) -> Iterator[Pair]:
    """`share` of the pairs with placeholders for what both sides share; with 1, all that can be carried is."""
    rng = random.Random(seed)
    for pair in pairs:
        yield mask(*pair, rng) if share and rng.random() < share else pair


def write_source(stem: Path, pairs: Iterable[Pair], vocabulary: Any, longest: int) -> int:
    """Writes STEM.ids.npy and STEM.off.npy; returns how many pairs were short enough."""
    ids: list[np.ndarray[Any, Any]] = [np.zeros(0, np.uint16)]
    lengths = [0]
    for batch in batched_pairs(pairs):
        french = vocabulary.encode([pair[0] for pair in batch])
        english = vocabulary.encode([pair[1] for pair in batch])
        for sides in zip(french, english, strict=True):
            if all(sides) and max(map(len, sides)) <= longest:
                ids += [np.array([*side, EOS], np.uint16) for side in sides]
                lengths += [len(side) + 1 for side in sides]
    np.save(stem.with_name(f"{stem.name}.ids.npy"), np.concatenate(ids))
    np.save(stem.with_name(f"{stem.name}.off.npy"), np.cumsum(lengths, dtype=np.int64))
    print(f"{stem.name}: {len(lengths) // 2} pairs, {sum(lengths) / 1e6:.2f}M tokens", flush=True)
    return len(lengths) // 2


def batched_pairs(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """Lists of 20,000: SentencePiece is several times faster on many lines at once."""
    rest = iter(pairs)
    while batch := list(islice(rest, 20_000)):
        yield batch


def _stem(file: Path) -> str:
    return next(file.name.removesuffix(s) for s in sorted(SUFFIXES, key=len, reverse=True) if file.name.endswith(s))


if __name__ == "__main__":
    main()
