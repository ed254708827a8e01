"""How often `guess_language` and `is_english` are right on a sentence a line: `python benchmarks/language.py fr=FILE en=FILE`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from service.language import guess_language, is_english

LONG = 5  # words; shorter sentences may stay undetermined


def main() -> None:
    for argument in sys.argv[1:]:
        code, _, path = argument.partition("=")
        sentences = [line for line in Path(path).read_text(encoding="utf-8").splitlines() if len(line.split()) >= LONG]
        start = time.process_time()
        guesses = Counter(guess_language(sentence)[0] for sentence in sentences)
        micros = (time.process_time() - start) / max(1, len(sentences)) * 1e6
        wrong = sum(guesses.values()) - guesses[code] - guesses["und"]
        print(
            f"{path}: {len(sentences)} sentences, {guesses[code]} {code}, {guesses['und']} undetermined, {wrong} wrong, "
            f"{sum(map(is_english, sentences))} English, {micros:.0f} µs each"
        )


if __name__ == "__main__":
    main()
