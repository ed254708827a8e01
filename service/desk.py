"""`BriefService`: the one class that users meet. It owns an engine and sends every text the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Self, TypeVar

import service
from service.brief import Editor
from service.clean import clean
from service.config import Settings
from service.engines import Summarizer, Translator, load_summarizer, load_translator
from service.errors import DepecheError, EmptyInput, WrongLanguage
from service.glossary import Glossary
from service.intake import admit, titled
from service.language import LANGUAGES, guess_language
from service.memory import Memory, open_memory
from service.normalise import Normalised, known_capitals, normalise, shouts
from service.pronouns import Pronouns
from service.release import Release, read_release
from service.segment import by_sentence, segment
from service.summarize import select
from service.translate import SentenceTranslator
from service.types import Brief, Document, Finding, Line, Passage, Rendering, Sentence, Signature, Summary, Translation

Given = TypeVar("Given")
Made = TypeVar("Made")
Progress = Callable[[str, int, int], None]  # stage, sentences done, sentences in all
TOGETHER = 64  # documents whose sentences share batches in `briefs`
FIRST_CHUNK, CHUNK = 6, 48  # sentences after which progress is told; the first words should come soon


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A document after the steps that need no model."""

    document: Document
    release: Release
    findings: tuple[Finding, ...]
    spoken: tuple[Normalised, ...]  # what is translated of each sentence: itself, or a line of capitals in small letters

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.release.sentences


class BriefService:
    """French texts in; translations, summaries and briefs out. One instance may be called from many threads."""

    def __init__(
        self, settings: Settings, translator: Translator, summarizer: Summarizer | None, glossary: Glossary, *,
        memory: Memory | None = None,
    ) -> None:  # fmt: skip
        self.settings, self.glossary, self.summarizer, self.memory = settings, glossary, summarizer, memory
        self.sentences = SentenceTranslator(translator, settings, memory=memory)
        self.editor = Editor(settings, glossary, summarizer)

    @classmethod
    def load(cls, profile: str | Path = "embedded", *, settings: Settings | None = None, **overrides: object) -> Self:
        """Ready to work: `BriefService.load()`, `.load("opus")`, `.load(**{"translator.beam": 1})`.

        `settings` replaces profile and overrides. Raises `ConfigError`, `ModelError`, `GlossaryError`, `MemoryUnusable`,
        `MissingExtra`.
        """
        settings = settings or Settings.load(profile, overrides)
        glossary = Glossary.load(settings.glossary.files, institutions=settings.glossary.institutions)
        memory = open_memory(settings.memory.url) if settings.memory.url else None
        return cls(settings, load_translator(settings), load_summarizer(settings), glossary, memory=memory)

    @property
    def signature(self) -> Signature:
        """How everything this service makes is made."""
        beam = self.settings.translator.beam
        return Signature(
            version=service.__version__,
            translator=f"{self.sentences.engine.name}/beam{beam}",
            summarizer=self.summarizer.name if self.summarizer else "extractive",
            settings=self.settings.digest(),
        )

    def translate(
        self, text: str | Document, *, force: bool = False, candidates: int = 0, glossary: Glossary | None = None,
        progress: Progress | None = None,
    ) -> Translation:
        """Every sentence of `text` in English. `candidates`: other hypotheses of each sentence that are kept.

        Raises `InputError` where there is nothing to translate or, without `force`, where the text is not French.
        """
        prepared = self._prepare(text, force)
        passages = tuple(self._passages(prepared, glossary, progress, candidates))
        return self._translation(prepared, passages)

    def translate_paragraphs(
        self, texts: Sequence[str], *, glossary: Glossary | None = None, progress: Progress | None = None
    ) -> list[str]:
        """Each short text in English, as `write_translated` asks for the paragraphs of a document; they share their batches."""

        def english(sentences: list[str]) -> list[str]:
            done: list[str] = []
            while len(done) < len(sentences):
                some = sentences[len(done) :][: CHUNK if progress else None]
                done += [r.english for r in self.sentences.translate(some, glossary=glossary or self.glossary)]
                if progress:
                    progress("Translating", len(done), len(sentences))
            return done

        return by_sentence(texts, english)

    def brief(
        self, text: str | Document, *, force: bool = False, glossary: Glossary | None = None, progress: Progress | None = None
    ) -> Brief:
        """The brief of one release. Raises as `translate` does."""
        prepared = self._prepare(text, force)
        passages = tuple(self._passages(prepared, glossary, progress, 0))
        return self._brief(prepared, self._translation(prepared, passages))

    def stream(
        self, text: str | Document, *, force: bool = False, glossary: Glossary | None = None, progress: Progress | None = None
    ) -> Iterator[Passage | Brief]:
        """Passages as they are translated, in order, and then the brief: for a page that shows text as it comes."""
        prepared = self._prepare(text, force)
        passages: list[Passage] = []
        for passage in self._passages(prepared, glossary, progress, 4):
            passages.append(passage)
            yield passage
        yield self._brief(prepared, self._translation(prepared, tuple(passages)))

    def briefs(self, documents: Iterable[str | Document], *, force: bool = False) -> Iterator[Brief]:
        """Briefs in the order of the documents; the sentences of many documents share each batch.

        The first document that cannot be used raises, after the briefs of those before it.
        """
        waiting = iter(documents)
        while group := list(islice(waiting, TOGETHER)):
            ready, failure = [], None
            for document in group:
                try:
                    ready.append(self._prepare(document, force))
                except Exception as error:  # the briefs of the documents before it come first
                    failure = error
                    break
            yield from self._together(ready)
            if failure:
                raise failure

    def outcomes(self, documents: Sequence[str | Document], *, force: bool = False) -> list[Brief | DepecheError]:
        """The brief of every document, or the error that stands in its place; the sentences of all share batches."""
        prepared: list[Prepared | DepecheError] = [_guarded(d, lambda d: self._prepare(d, force)) for d in documents]
        ready = [p for p in prepared if isinstance(p, Prepared)]
        made: list[Brief | DepecheError]
        try:
            made = list(self._together(ready))
        except Exception:  # one of them is at fault: the others must not suffer
            made = [_guarded(p, lambda p: next(self._together([p]))) for p in ready]
        briefs = iter(made)
        return [next(briefs) if isinstance(p, Prepared) else p for p in prepared]

    def summarize(self, text: str, *, words: int | None = None) -> Summary:
        """An English text in at most `words` words of its own sentences, each with its index. Raises `EmptyInput`."""
        sentences = tuple(" ".join(s.text.split()) for s in segment(text) if s.text.strip())
        if not sentences:
            raise EmptyInput("There is no sentence to summarize.")
        chosen = select(sentences, weights=self.settings.select, words=words or self.settings.brief.words)
        lines = tuple(Line(text=sentences[i], sources=(i,)) for i in chosen)
        return Summary(lines=lines, sentences=sentences, signature=self.signature)

    def _prepare(self, text: str | Document, force: bool) -> Prepared:
        document, findings = admit(Document(text=text) if isinstance(text, str) else text, self.settings.limits)
        if not document.text.strip():
            raise EmptyInput(f"{document.source} holds no text.")
        document = titled(clean(document) if self.settings.clean.chrome else document)
        if not document.text.strip():
            raise EmptyInput(f"{document.source} holds only page furniture: {len(document.removed)} lines, no sentence.")
        findings += self._language(document, force)
        release = read_release(segment(document.text), published=document.published)
        spoken = self._spoken([s.text for s in release.sentences], release.dateline.place or "")
        return Prepared(document=document, release=release, findings=findings, spoken=spoken)

    def _spoken(self, texts: Sequence[str], place: str) -> tuple[Normalised, ...]:
        """A line of capitals says less than the running text about which of its words are names: that text is asked."""
        acronyms, names = known_capitals(texts)
        known, names = acronyms | self.glossary.acronyms, names | self.glossary.place_words | {*place.split()}
        return tuple(normalise(t, acronyms=known, names=names) if shouts(t, known) else Normalised(t) for t in texts)

    def _language(self, document: Document, force: bool) -> tuple[Finding, ...]:
        policy = self.settings.clean.language
        code, share = guess_language(document.text[:20_000])
        if policy == "ignore" or code in ("fr", "und") or share < 0.6:
            return ()
        note = f"{document.source} looks {LANGUAGES.get(code, code)} and not French."
        if policy == "refuse" and not force:
            raise WrongLanguage(f"{note} Nothing was translated; force it (--force) if it is French after all.")
        return (Finding("language", note, "severe"),)

    def _passages(
        self, prepared: Prepared, glossary: Glossary | None, progress: Progress | None, candidates: int
    ) -> Iterator[Passage]:
        sentences, at, size, pronouns = prepared.sentences, 0, FIRST_CHUNK, Pronouns()
        if progress:
            progress("Translating", 0, len(sentences))
        while at < len(sentences):
            part, spoken = sentences[at : at + size], prepared.spoken[at : at + size]
            renderings = self.sentences.translate([n.text for n in spoken], glossary=glossary or self.glossary)
            at, size = at + len(part), CHUNK
            if progress:  # before they are handed over: the page shows a chunk when it has come whole
                progress("Translating", at, len(sentences))
            for sentence, said, rendering in zip(part, spoken, renderings, strict=True):
                yield _passage(sentence, said, rendering, pronouns, candidates)

    def _together(self, ready: Sequence[Prepared]) -> Iterator[Brief]:
        texts = [n.text for prepared in ready for n in prepared.spoken]
        renderings = iter(self.sentences.translate(texts, glossary=self.glossary))
        for prepared in ready:
            both, pronouns = zip(prepared.sentences, prepared.spoken, strict=True), Pronouns()
            passages = tuple(_passage(s, n, next(renderings), pronouns) for s, n in both)
            yield self._brief(prepared, self._translation(prepared, passages))

    def _translation(self, prepared: Prepared, passages: tuple[Passage, ...]) -> Translation:
        findings = (*prepared.findings, *self.sentences.notes)
        return Translation(passages=passages, signature=self.signature, removed=prepared.document.removed, findings=findings)

    def _brief(self, prepared: Prepared, translation: Translation) -> Brief:
        return self.editor.brief(prepared.document.source, prepared.release, translation)


def _guarded(given: Given, step: Callable[[Given], Made]) -> Made | DepecheError:
    """What the step makes, or why it made nothing: in an archive the next document comes whatever happens to this one."""
    try:
        return step(given)
    except DepecheError as error:
        return error
    except Exception as error:
        return DepecheError(f"Dépêche itself failed, with {type(error).__name__}: {error}. Please report it.")


def _passage(s: Sentence, spoken: Normalised, rendering: Rendering, pronouns: Pronouns, candidates: int = 0) -> Passage:
    return Passage(
        french=s.text,
        english=pronouns.mended(s.text, spoken.restore(rendering.english)),
        gap=s.gap,
        paragraph=s.paragraph,
        role=s.role,
        confidence=rendering.confidence,
        findings=rendering.findings,
        candidates=rendering.candidates[:candidates],
    )
