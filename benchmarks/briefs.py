"""What the briefs of the golden releases hold to, with the embedded model.

    python benchmarks/briefs.py [RELEASE.txt …]          without files: every release of tests/golden

For each: words, lines, what the brief's own lines say and the French of their passages lacks (figures, months, weekdays; acronyms
that are neither there nor the glossary's English for something there; names that are in neither), lines without a source, seconds
from the finished translation to the brief. Prints a row a release and the totals.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from service import BriefService
from service.engines.weights import EMBEDDED
from service.glossary import institutions
from service.invariants.checking import read_english, read_french
from service.invariants.fact import unanswered
from service.invariants.names import acronyms
from service.invented import invented, plain_words, read_words
from service.types import Brief, Document

WORDS = read_words(EMBEDDED)
GOLDEN = Path(__file__).resolve().parents[1] / "tests" / "golden"


def foreign(brief: Brief) -> list[str]:
    """Figures, months, weekdays, acronyms and names that a line says and the French of its passages does not."""
    lines = [(line.text, line.sources) for line in (brief.headline, brief.lead, *brief.points)]
    lines += [(brief.quote.text, brief.quote.sources)] if brief.quote else []
    found = []
    for text, sources in lines:
        french = " ".join(brief.passages[i].french for i in sources)
        found += [fact.text for fact in unanswered(read_english(text), read_french(french))]
        found += strange(text, french)
    return found


def strange(text: str, french: str) -> list[str]:
    """Acronyms and capitalised words that are neither in the French nor the glossary's English for it nor English words."""
    terms = institutions().find(french)
    known = plain_words(" ".join(form for m in terms for form in (m.english, *m.term.also))) | plain_words(french)
    short = [fact.text for fact in acronyms(text) if not plain_words(fact.text) <= known]
    notes = [finding.note.split("'")[1] for finding in invented(french, text, WORDS, institutions().english_words)]
    return short + [word for word in notes if word[0].isupper()]


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
