"""What the briefs of the golden releases hold to, with the embedded model.

    python benchmarks/briefs.py [RELEASE.txt …]          without files: every release of tests/golden

For each: words, lines, facts of the brief's own lines that the French of their passages lacks (figures, months, weekdays,
acronyms), lines without a source, seconds from the finished translation to the brief. Prints a row a release and the totals.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from service import BriefService
from service.invariants.checking import read_english, read_french
from service.invariants.fact import unanswered
from service.types import Brief, Document

GOLDEN = Path(__file__).resolve().parents[1] / "tests" / "golden"


def foreign(brief: Brief) -> list[str]:
    """Figures, months and weekdays that a line says and the French of its passages does not."""
    lines = [(line.text, line.sources) for line in (brief.headline, brief.lead, *brief.points)]
    lines += [(brief.quote.text, brief.quote.sources)] if brief.quote else []
    found = []
    for text, sources in lines:
        french = " ".join(brief.passages[i].french for i in sources)
        found += [fact.text for fact in unanswered(read_english(text), read_french(french))]
    return found


def untraceable(brief: Brief) -> int:
    lines = (brief.headline, brief.lead, *brief.points)
    return sum(not line.sources or not all(0 <= i < len(brief.passages) for i in line.sources) for line in lines)


def main() -> None:
    files = [Path(p) for p in sys.argv[1:]] or sorted(GOLDEN.glob("*.txt"))
    desk = BriefService.load()
    total = {"words over": 0, "foreign facts": 0, "untraceable": 0, "warned": 0, "sentences": 0, "severe sentences": 0}
    slowest = 0.0
    for path in files:
        document = Document(text=path.read_text(encoding="utf-8"), source=path.name)
        translation = desk.translate(document)
        release = desk._prepare(document, force=False).release
        started = time.perf_counter()
        brief = desk.editor.brief(path.name, release, translation)
        seconds = time.perf_counter() - started
        slowest = max(slowest, seconds)
        facts = foreign(brief)
        total["words over"] += brief.words > 150
        total["foreign facts"] += len(facts)
        total["untraceable"] += untraceable(brief)
        total["warned"] += brief.severe
        total["sentences"] += len(brief.passages)
        total["severe sentences"] += sum(any(f.severe for f in p.findings) for p in brief.passages)
        told = f"{brief.words:4} words {len(brief.points)} points {seconds:.3f} s"
        print(f"{path.name:40} {told} {'WARNED' * brief.severe} {facts or ''}")
    print(f"{len(files)} releases: {total}, slowest brief after translation {slowest:.3f} s")


if __name__ == "__main__":
    main()
