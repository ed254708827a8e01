"""What runs a model: protocols, and a table from engine names to classes that are imported only when used.

The only folder that may import torch, transformers or ctranslate2.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from service.confidence import Calibration
from service.config import Settings
from service.errors import ConfigError
from service.types import Candidate

TRANSLATORS = {
    "ctranslate2": "service.engines.ct2:Ct2Translator",
    "transformers": "service.engines.hf:HfTranslator",
    "echo": "service.engines.echo:EchoTranslator",
}
SUMMARIZERS = {
    "ctranslate2": "service.engines.ct2_summary:Ct2Summarizer",
    "transformers": "service.engines.hf_summary:HfSummarizer",
    "echo": "service.engines.echo:EchoSummarizer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """How hypotheses are searched for. Lengths are tokens of the model's own vocabulary."""

    beam: int = 4
    candidates: int = 1  # hypotheses returned for each source, at most `beam`
    no_repeat: int = 0  # n: no n-gram of this order twice; 0: off
    length_ratio: float = 2.0  # a hypothesis may have this many tokens for each source token, and `length_extra` more
    length_extra: int = 24


class Translator(Protocol):
    """French sentences to candidate English ones: same order, same count, best first."""

    name: str  # "ct2/embedded@9b2c0f1/int8"; the beam is added by the caller
    calibration: Calibration | None  # of its confidence; None: nobody has fitted one to these weights
    words: frozenset[str]  # the English words that it has met, for service.invented; empty: not known
    placeholders: bool  # whether the vocabulary has ⟦0⟧ … ⟦9⟧, so that they survive

    def count(self, sentence: str, /) -> int:
        """Source tokens, end-of-sentence included."""

    def translate(self, sentences: Sequence[str], decoding: Decoding, /) -> list[list[Candidate]]:
        """Never cuts: a sentence longer than the model's positions raises `InputError`. Raises `EngineError`."""


class Summarizer(Protocol):
    """English texts to abstractive summaries: same order, same count."""

    name: str
    window: int  # source tokens that fit the model at once

    def count(self, text: str, /) -> int: ...

    def summarize(self, texts: Sequence[str], /, *, min_words: int, max_words: int) -> list[Candidate]:
        """Each text must fit the window. Raises `InputError` where one does not, `EngineError` if the model fails."""


def load_translator(settings: Settings) -> Translator:
    """The engine of `[translator]` with its weights, ready. Raises `ConfigError`, `ModelError`, `MissingExtra`."""
    return cast(Translator, _named(TRANSLATORS, settings.translator.engine, "translator").load(settings))


def load_summarizer(settings: Settings) -> Summarizer | None:
    """The engine of `[summarizer]`; None for the extractive one, which has no weights."""
    if not settings.summarizer.model:
        return None
    return cast(Summarizer, _named(SUMMARIZERS, settings.summarizer.engine, "summarizer").load(settings))


class _Loadable(Protocol):
    def load(self, settings: Settings, /) -> object: ...


def _named(table: dict[str, str], name: str, kind: str) -> _Loadable:
    if name not in table:
        raise ConfigError(f"There is no {kind} engine {name!r}; known are {', '.join(table)}.")
    module, _, attribute = table[name].partition(":")
    return cast(_Loadable, getattr(importlib.import_module(module), attribute))
