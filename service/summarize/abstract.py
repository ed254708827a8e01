"""An abstractive model over a text of any length: map over groups of whole sentences, reduce, and past the gate."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from service.config import SummarizerSettings
from service.engines import Summarizer
from service.english import LAST_MARK
from service.gate import check_line, trace
from service.types import Finding, Line

LEAST_WORDS = 12  # asked of the summary of one group
_END = re.compile(
    r"(?<=[.!?…])(?<!\bMr\.)(?<!\bDr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bNo\.)(?<!\b[A-Z]\.)[\"”»)]*\s+(?=[\"“«(]?[A-ZÀ-Þ\d])"
)


def abstract(
    sentences: Sequence[str], model: Summarizer, *, settings: SummarizerSettings, french: Sequence[str] = ()
) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """What the model says of the sentences, line by line, each with its sources, in at most `max_words` words.

    A line that the gate stops is replaced by the sentence it came from, and a finding says so. A text that is already
    short enough is left alone. Nothing is cut: a text beyond the window is summarized in groups of sentences, and the
    summaries once more. Raises what the model raises.
    """
    if sum(len(s.split()) for s in sentences) <= settings.max_words:
        return tuple(Line(text=s, sources=(i,)) for i, s in enumerate(sentences)), ()
    lines: list[Line] = []
    findings: list[Finding] = []
    left = settings.max_words
    for said in split(_reduced(sentences, model, settings)):
        line, stopped = _gated(said, sentences, french)
        if line is None or any(line.text == other.text for other in lines):
            continue
        if lines and len(line.text.split()) > left:
            break
        lines.append(line)
        findings += stopped
        left -= len(line.text.split())
    return tuple(lines), tuple(findings)


def _gated(said: str, sentences: Sequence[str], french: Sequence[str]) -> tuple[Line | None, list[Finding]]:
    sources = trace(said, sentences)
    stopped = check_line(said, sentences, french=french)
    if not LAST_MARK.search(said):
        stopped = (Finding("shape", "The line breaks off.", "severe"),)
    if not stopped:
        return Line(text=said, sources=sources), []
    if not sources:
        return None, []
    note = f"The model's sentence was replaced by its source: {stopped[0].note}"
    return Line(text=sentences[sources[0]], sources=sources[:1]), [Finding("gate", note, "note", sources[0])]


def _reduced(sentences: Sequence[str], model: Summarizer, settings: SummarizerSettings) -> str:
    """One summary: of the text where it fits the window, else of the summaries of its groups. A model that does not
    shorten ends the rounds, and its groups are joined."""
    groups = list(grouped(sentences, model))
    while len(groups) > 1:
        share = max(LEAST_WORDS, settings.max_words // 2)
        shorter = [c.text for c in model.summarize(groups, min_words=min(LEAST_WORDS, share), max_words=share)]
        again = list(grouped([s for text in shorter for s in split(text)], model))
        if len(again) >= len(groups):
            return " ".join(shorter)
        groups = again
    if not groups:
        return ""
    (summary,) = model.summarize(groups, min_words=settings.min_words, max_words=settings.max_words)
    return summary.text


def grouped(sentences: Sequence[str], model: Summarizer) -> Iterator[str]:
    """The sentences in as few texts as fit the model's window; a sentence that alone does not is halved until it does."""
    group: list[str] = []
    for sentence in (part for s in sentences for part in _fitting(s, model)):
        if group and model.count(" ".join([*group, sentence])) > model.window:
            yield " ".join(group)
            group = []
        group.append(sentence)
    if group:
        yield " ".join(group)


def _fitting(sentence: str, model: Summarizer) -> Iterator[str]:
    found = sentence.split()
    if model.count(sentence) <= model.window or len(found) < 2:
        yield sentence
    else:
        for half in (found[: len(found) // 2], found[len(found) // 2 :]):
            yield from _fitting(" ".join(half), model)


def split(text: str) -> list[str]:
    """The sentences of what a model said in English."""
    ends = [0, *(m.end() for m in _END.finditer(text)), len(text)]
    return [s for a, b in itertools.pairwise(ends) if (s := text[a:b].strip())]
