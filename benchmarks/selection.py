"""Measures the choice of sentences against written briefs, and fits its weights.

    python benchmarks/selection.py --dev DEV.jsonl [--news NEWS.jsonl]             what the weights of configs/ reach
    python benchmarks/selection.py --fit TRAIN.jsonl --dev DEV.jsonl               fits on TRAIN (and 60 articles)

A release is {"title": {"en"}, "sentences": [{"en"}], "brief": {"headline", "lead", "points", "quote"}}, an article
{"text", "summary"}. Scores are ROUGE-1 F × 100 of the English sentences chosen, so the choice is measured alone.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from service import rouge
from service.compress import compress
from service.config import SelectSettings, Settings
from service.summarize import features
from service.summarize.features import likeness
from service.summarize.selection import NAMES, choose

WORDS = 120  # of a whole brief, headline included
START = {"position": 0.35, "centrality": 0.25, "title": 0.15, "figures": 0.1, "names": 0.1, "decision": 0.05, "quote": 0.3,
         "spoken": 0.0, "protocol": -0.5, "boilerplate": -1.0, "dangling": -0.2, "long": -0.1, "variety": 0.7}  # fmt: skip
PULL = 0.2
LINE = 16  # words that a chosen sentence is compressed towards


@dataclass(frozen=True)
class Text:
    """One text with everything that a choice needs, computed once."""

    title: str
    sentences: list[str]
    shortened: list[str]
    reference: Counter[str]
    values: list[list[float]]
    likeness: list[list[float]]
    budget: int


def text_of(title: str, sentences: list[str], reference: str, budget: int, *, line: int = LINE) -> Text:
    matrix = likeness(sentences)
    found = features(sentences, title=title, matrix=matrix)
    return Text(
        title=title,
        sentences=sentences,
        shortened=[compress(s, line)[0] for s in sentences],
        reference=Counter(rouge.tokens(reference)),
        values=[[getattr(f, n) for n in NAMES] if f.fit else [] for f in found],
        likeness=matrix,
        budget=budget - len(title.split()),
    )


def releases(path: Path) -> list[Text]:
    texts = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        brief = row["brief"]
        reference = " ".join([brief["headline"], brief["lead"], *brief["points"], brief["quote"] or ""])
        texts.append(text_of(row["title"]["en"], [s["en"] for s in row["sentences"]], reference, WORDS))
    return texts


def articles(path: Path, part: slice) -> list[Text]:
    """Whole sentences without a title; the budget is the length of the reference, as for its lead."""
    texts = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()[part]):
        sentences = [s for s in re.split(r"(?<=[.!?])\s+(?=[\"A-Z£$])", row["text"]) if s.strip()]
        texts.append(text_of("", sentences, row["summary"], len(row["summary"].split()), line=10**6))
    return texts


def chosen(text: Text, weights: Sequence[float], variety: float) -> str:
    worth = [sum(map(float.__mul__, weights, v)) if v else float("-inf") for v in text.values]
    lengths = [len(s.split()) for s in text.shortened]
    if not any(text.values):
        return text.title
    picked = choose(worth, text.likeness, lengths, variety=variety, limit=(None, text.budget))
    return " ".join([text.title, *(text.shortened[i] for i in picked)])


def f1(summary: str, reference: Counter[str]) -> float:
    ours = Counter(rouge.tokens(summary))
    return 100 * rouge.f_measure((ours & reference).total(), ours.total(), reference.total())


def average(texts: Sequence[Text], summary: Callable[[Text], str]) -> float:
    return mean(f1(summary(text), text.reference) for text in texts)


def lead(text: Text, count: int, *, title: bool) -> str:
    return " ".join([text.title] * title + text.sentences[:count])


def lead_words(text: Text) -> str:
    """As many whole leading sentences as the budget holds."""
    taken: list[str] = []
    for sentence in text.sentences:
        if taken and len(" ".join([*taken, sentence]).split()) > text.budget:
            break
        taken.append(sentence)
    return " ".join(taken)


def oracle(text: Text) -> str:
    """Greedily the sentence that raises the score most, until none does: a bound for any choice of whole sentences."""
    taken, best = [text.title] if text.title else [], 0.0
    while True:
        gains = [(f1(" ".join([*taken, s]), text.reference), s) for s in text.sentences if s not in taken]
        if not gains or max(gains)[0] <= best:
            return " ".join(taken)
        best, sentence = max(gains)
        taken.append(sentence)


def goal(texts: Sequence[Text], point: Sequence[float], start: Sequence[float]) -> float:
    """Releases and articles count as two groups, 7 to 3; a weight is pulled to where it began, since the sets are small."""
    groups = [[t for t in texts if bool(t.title) == titled] for titled in (True, False)]
    scores = [average(g, lambda t: chosen(t, point[:-1], point[-1])) if g else 0.0 for g in groups]
    pull = sum((p - s) ** 2 for p, s in zip(point, start, strict=True))
    return 0.7 * scores[0] + 0.3 * scores[1] - PULL * pull


def fit(texts: Sequence[Text], start: Sequence[float], rounds: int = 4) -> list[float]:
    """Coordinate ascent on the score itself; the last number is the variety. Deterministic."""
    point = list(start)
    best = goal(texts, point, start)
    for turn in range(rounds):
        step = 0.4 / 2**turn
        for i in range(len(point)):
            for delta in (step, -step, 2 * step, -2 * step):
                trial = [*point[:i], point[i] + delta, *point[i + 1 :]]
                trial[-1] = min(0.9, max(0.3, trial[-1]))  # some variety always: texts can repeat themselves
                value = goal(texts, trial, start)
                if value > best + 1e-3:
                    point, best = trial, value
    return [round(p, 3) for p in point]


def folds(texts: Sequence[Text], start: Sequence[float], count: int = 5) -> tuple[float, float]:
    """Mean score on the part left out, before and after fitting on the rest."""
    shuffled = random.Random(7).sample(list(texts), len(texts))
    before, after = [], []
    for k in range(count):
        held, rest = shuffled[k::count], [t for i, t in enumerate(shuffled) if i % count != k]
        point = fit(rest, start, rounds=2)
        before.append(average(held, lambda t: chosen(t, start[:-1], start[-1])))
        after.append(average(held, lambda t, p=point: chosen(t, p[:-1], p[-1])))  # type: ignore[misc]
    return mean(before), mean(after)


def table(name: str, texts: Sequence[Text], point: Sequence[float]) -> None:
    print(f"{name}, {len(texts)} texts")
    rows: dict[str, Callable[[Text], str]] = {
        "Lead-3": lambda t: lead(t, 3, title=False),
        "title + Lead-4": lambda t: lead(t, 4, title=True),
        "lead to the budget": lead_words,
        "ours": lambda t: chosen(t, point[:-1], point[-1]),
        "greedy oracle": oracle,
    }
    for row, summary in rows.items():
        print(f"  {row:<20} {average(texts, summary):.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", type=Path)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--news", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    asked = parser.parse_args()
    settings: SelectSettings = Settings.load().select
    point = [getattr(settings, name) for name in NAMES] + [settings.variety]
    if asked.fit:
        point = [START[name] for name in (*NAMES, "variety")]
        train = releases(asked.fit) + (articles(asked.news, slice(0, 60)) if asked.news else [])
        if asked.folds:
            print("left-out folds before and after: {:.1f} {:.1f}".format(*folds(train, point, asked.folds)))
        point = fit(train, point)
        table("train", train, point)
        print("\n".join(f"{n} = {p}" for n, p in zip([*NAMES, "variety"], point, strict=True)))
    if asked.dev:
        table("dev", releases(asked.dev), point)
    if asked.news:
        table("news", articles(asked.news, slice(60, 360)), point)


if __name__ == "__main__":
    main()
