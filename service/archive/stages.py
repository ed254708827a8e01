"""What a worker does, in this process, in another or on another machine: documents in, lines and files out, no disk."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from service.archive.job import Copy, Made, Outcome, Recipe, Refusal, Work, digest
from service.archive.names import file_name
from service.desk import BriefService
from service.errors import DepecheError
from service.render import FORMS, render
from service.segment import by_sentence
from service.types import Brief, Document
from service.writers import write_translated


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One engine and what is made with it."""

    desk: BriefService
    recipe: Recipe

    @classmethod
    def open(cls, recipe: Recipe) -> Workshop:
        return cls(desk=BriefService.load(settings=recipe.settings), recipe=recipe)

    @property
    def signature(self) -> str:
        """Names all that a brief depends on besides its document."""
        return digest(str(self.desk.signature), self.recipe.force).hex()[:12]

    def make(self, works: Sequence[Work]) -> list[Outcome]:
        """Same order, same count. Whatever happens to one of them, the others are made."""
        documents = [work for work in works if isinstance(work, Document)]
        outcomes = self.desk.outcomes(documents, force=self.recipe.force)
        known = {p.french: p.english for b in outcomes if isinstance(b, Brief) for p in b.passages}
        failed = {d.source: refused(d.source, o) for d, o in zip(documents, outcomes, strict=True) if isinstance(o, DepecheError)}
        briefs = iter(outcomes)
        return [
            (failed.get(w.source) or self._copied(w, known)) if isinstance(w, Copy) else self._briefed(w.source, next(briefs))
            for w in works
        ]

    def _briefed(self, source: str, outcome: Brief | DepecheError) -> Outcome:
        return refused(source, outcome) if isinstance(outcome, DepecheError) else made(outcome, self.recipe)

    def _copied(self, copy: Copy, known: Mapping[str, str]) -> Outcome:
        """`known`: sentences that the briefs of the same group have translated."""
        try:
            translate, how = partial(self._paragraphs, dict(known)), self.recipe
            content = write_translated(
                copy.content, name=copy.source, translate=translate, column=how.column, limits=how.settings.limits
            )
        except DepecheError as error:
            return refused(copy.source, error)
        except Exception as error:  # a writer's own fault must not end the run
            return refused(copy.source, DepecheError(f"{copy.source} made a writer fail: {type(error).__name__}: {error}"))
        name = f"documents/{file_name(copy.source, '')}"
        line = json.dumps({"source": copy.source, "translated": name}, ensure_ascii=False).encode()
        return Made(line=line + b"\n", files=((name, content),))

    def _paragraphs(self, known: dict[str, str], texts: Sequence[str]) -> list[str]:
        """Every text in English; its white space is kept."""

        def english(sentences: list[str]) -> list[str]:
            new = [sentence for sentence in sentences if sentence not in known]
            renderings = self.desk.sentences.translate(new, glossary=self.desk.glossary)
            known.update((french, r.english) for french, r in zip(new, renderings, strict=True))
            return [known[sentence] for sentence in sentences]

        return by_sentence(texts, english)


def made(brief: Brief, recipe: Recipe) -> Outcome:
    """The line of a brief and its file in every form."""
    dates = recipe.settings.brief.dates
    files = []
    try:
        for form in recipe.forms:
            shown = render(brief, form, dates=dates)
            name = f"briefs/{file_name(brief.source, FORMS[form].extension)}"
            files.append((name, shown if isinstance(shown, bytes) else shown.encode()))
        return Made(line=brief.to_json(indent=None).encode() + b"\n", files=tuple(files))
    except Exception as error:  # the fault of one form must not end the run
        return refused(brief.source, DepecheError(f"{brief.source} could not be rendered: {type(error).__name__}: {error}"))


def again(line: bytes, source: str, recipe: Recipe) -> Outcome:
    """What became of the twin of a document: the same, under its own name."""
    known = json.loads(line)
    if "reason" in known:
        reason = known["reason"].replace(known["source"], source)
        return Refusal(source=source, kind=known["kind"], reason=reason)
    brief = Brief.from_dict(known)
    findings = tuple(replace(f, note=f.note.replace(brief.source, source)) for f in brief.findings)
    return made(replace(brief, source=source, findings=findings), recipe)


def refused(source: str, error: DepecheError) -> Refusal:
    return Refusal(source=source, kind=type(error).__name__, reason=str(error))


def line_of(refusal: Refusal) -> bytes:
    known = {"source": refusal.source, "kind": refusal.kind, "reason": refusal.reason}
    return json.dumps(known, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def same_extension(forms: Sequence[str]) -> str:
    """Two forms whose files would have one name, or ""; text and wire are both ".txt"."""
    seen: dict[str, str] = {}
    for form in forms:
        extension = FORMS[form].extension
        if extension in seen:
            return f"{seen[extension]} and {form}"
        seen[extension] = form
    return ""
