"""MB/s of `segment` and `normalise` on one core, on a press release and on hostile text: `python benchmarks/segment.py`."""

from __future__ import annotations

import time
from collections.abc import Callable

from service.normalise import normalise
from service.segment import segment

RELEASE = """COMMUNIQUÉ DE PRESSE

Rabat, le 13 janvier 2021 – M. Salim Berrada, directeur général de l'Organisation, a reçu S.E. Mme Awa Sarr, ministre de
la Culture. « Nous agirons vite ! », a-t-elle déclaré. Le décret n° 2020-145, art. 3, fixe un budget de 1.250.000,50 dirhams.

Les axes retenus sont :
• la formation de 500 enseignants, etc. ;
• la numérisation des archives (voir p. 12 et www.exemple.org/fr).

"""
SIZE = 2_000_000
TEXTS = {
    "press release": RELEASE,
    "one sentence": "mot ",
    "one word": "a",
    "dots": ".",
    "spaced dots": ". ",
    "initials": "A. ",
    "short sentences": "Oui. ",
    "open quotes": "« ",
    "nested quotes": "« “Ah ! ",
    "closing quotes": "! » ",
    "titles in quotes": "« Où ? Oui ! » est ",
    "brackets": "(",
    "white space": " ",
    "stop and white space": "Fin." + " " * 400,
    "lines": "Un mot\n",
    "bullets": "- un\n",
    "numbers": "1.",
    "blank lines": "\n",
    "table": "a   b",
    "columns": "a\t",
    "hyphen breaks": "mot-\n",
    "capitals": "LA PRESSE ",
    "dotted": "A.B.C ",
    "emphasis": "*a* ",
    "bytes without sense": "\x00\ud800",
}


def megabytes_per_second(work: Callable[[str], object], text: str) -> float:
    """Characters count as one byte, which is less than they are in UTF-8."""
    start = time.process_time()
    work(text)
    return len(text) / 1e6 / max(time.process_time() - start, 1e-9)


def main() -> None:
    print(f"{'2 MB of':22} {'segment':>10} {'normalise':>10}   MB/s")
    for name, piece in TEXTS.items():
        text = (piece * (SIZE // len(piece) + 1))[:SIZE]
        speeds = [megabytes_per_second(work, text) for work in (segment, normalise)]
        print(f"{name:22} {speeds[0]:10.2f} {speeds[1]:10.2f}", flush=True)


if __name__ == "__main__":
    main()
