"""How often the invariants alarm on a correct translation, and how often they see a figure that was changed.

    python benchmarks/invariants.py french.txt english.txt [--show] [--seed 1]

The files hold one sentence a line, the English a correct translation: each alarm on it is false. Then one digit of one figure
of each English line is changed at random (year, day, amount, time), and the share of changes that `check` reports is the recall;
and where the English says `not` once, it is taken out.
"""

from __future__ import annotations

import argparse
import collections
import random
import re
import sys
from pathlib import Path

from service.glossary import institutions
from service.invariants import check


def corrupt(english: str, rng: random.Random) -> str | None:
    """The line with one digit of one of its figures changed; None where it has none outside names such as G20."""
    digits = [m.start() for m in re.finditer(r"(?<![A-Za-z-])(?<![A-Z]-)\d", english)]
    if not digits:
        return None
    at = rng.choice(digits)
    new = rng.choice([d for d in "123456789" if d != english[at]])
    return english[:at] + new + english[at + 1 :]


def affirmed(english: str) -> str | None:
    """The line without its only `not` or `n't`; None where it has none or several."""
    found = re.findall(r" not\b|n[’']t\b", english)
    return re.sub(r" not\b|n[’']t\b", "", english) if len(found) == 1 else None


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("french", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--show", action="store_true", help="print every false alarm and every change that passed")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng, glossary = random.Random(options.seed), institutions()
    pairs = list(zip(_lines(options.french), _lines(options.english), strict=True))
    alarms: collections.Counter[str] = collections.Counter()
    alarmed = severe = changed = caught = turned = told = 0
    for french, english in pairs:
        findings = check(french, english, glossary=glossary)
        alarmed += bool(findings)
        severe += any(finding.severe for finding in findings)
        alarms.update(finding.check for finding in findings)
        if findings and options.show:
            sys.stdout.write("\n".join([french, english, *(f"   {f.check}: {f.note}" for f in findings), "", ""]))
        positive = affirmed(english)
        if positive:
            turned += 1
            told += any(f.check == "negation_kept" for f in check(french, positive, glossary=glossary))
        wrong = corrupt(english, rng)
        if wrong is not None:
            changed += 1
            seen = set(check(french, wrong, glossary=glossary)) > set(findings)
            caught += seen
            if not seen and options.show:
                sys.stdout.write(f"PASSED {french}\n       {wrong}\n\n")
    sys.stdout.write(
        f"{len(pairs)} pairs: {alarmed} with an alarm ({alarmed / len(pairs):.1%}), {severe} severe ({severe / len(pairs):.1%}); "
        f"{caught} of {changed} changed figures seen ({caught / max(changed, 1):.1%}), "
        f"{told} of {turned} lost negations ({told / max(turned, 1):.1%})\n{dict(alarms.most_common())}\n"
    )


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


if __name__ == "__main__":
    main()
