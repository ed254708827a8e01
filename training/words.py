"""The words that a model has met in training: the English ones, so that the service sees those it makes up; the French ones
(`--french`), so that it knows a name that the model cannot know.

    python training/words.py CORPUS/*.tsv.xz --written training/pairs PRESS/written --out MODEL/words.txt.xz
    python training/words.py … --french --out service/models/french.txt.xz

A word of the public pairs counts from its second time on (`--least`), for the first may be a slip, and only where the other
side does not have it twenty times as often: “abattage” in an English title is French. One of the written pairs counts at once.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that it runs from a checkout that is not installed

from service.invented import SHORTEST, plain_words
from training.pairs import files_in, read_pairs

FOREIGN = 20  # times as often on the other side


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="*", type=Path, help="files or folders of pairs")
    parser.add_argument("--written", nargs="*", type=Path, default=[], help="the same, written with care")
    parser.add_argument("--french", action="store_true", help="of the French sides")
    parser.add_argument("--least", type=int, default=2, help="pairs of the public ones in which a word must stand")
    parser.add_argument("--out", required=True, type=Path)
    options = parser.parse_args(argv)
    side = 0 if options.french else 1
    met, other = counted(options.pairs, side), counted(options.pairs, 1 - side)
    often = {word for word, count in met.items() if count >= options.least and other[word] < FOREIGN * count}
    words = sorted(word for word in often | set(counted(options.written, side)) if len(word) >= SHORTEST)
    options.out.write_bytes(lzma.compress("\n".join(words).encode(), preset=9))
    print(f"{len(words)} words in {options.out}, {options.out.stat().st_size:,} bytes")


def counted(places: Iterable[Path], side: int) -> Counter[str]:
    """In how many pairs each word of a side, 0 or 1, stands."""
    files = [file for place in places for file in files_in(place)]
    return Counter(word for file in files for pair in read_pairs(file) for word in plain_words(pair[side]))


if __name__ == "__main__":
    main()
