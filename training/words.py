"""The English words that a model has met in training, so that the service sees the ones it makes up.

    python training/words.py CORPUS/*.tsv.xz --written training/pairs PRESS/written --out MODEL/words.txt.xz

A word of the public pairs counts from its second time on, for the first may be a slip; one of the written pairs at once.
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


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="*", type=Path, help="files or folders of pairs")
    parser.add_argument("--written", nargs="*", type=Path, default=[], help="the same, written with care")
    parser.add_argument("--out", required=True, type=Path)
    options = parser.parse_args(argv)
    often = {word for word, count in counted(options.pairs).items() if count > 1}
    words = sorted(word for word in often | set(counted(options.written)) if len(word) >= SHORTEST)
    options.out.write_bytes(lzma.compress("\n".join(words).encode(), preset=9))
    print(f"{len(words)} words in {options.out}, {options.out.stat().st_size:,} bytes")


def counted(places: Iterable[Path]) -> Counter[str]:
    """In how many pairs each English word stands."""
    files = [file for place in places for file in files_in(place)]
    return Counter(word for file in files for _, english in read_pairs(file) for word in plain_words(english))


if __name__ == "__main__":
    main()
