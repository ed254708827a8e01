"""Engines without a model: they give back what they are given. They ship so that anyone can test a pipeline."""

from __future__ import annotations

from collections.abc import Sequence

from service.confidence import Calibration
from service.config import Settings
from service.engines import Decoding
from service.engines.lengths import within
from service.errors import InputError
from service.types import Candidate

_POSITIONS = 512
_WINDOW = 1024


class EchoTranslator:
    """The source is its own translation. A token is a word."""

    name = "echo"
    calibration: Calibration | None = None
    words: frozenset[str] = frozenset()
    placeholders = True

    @classmethod
    def load(cls, settings: Settings) -> EchoTranslator:
        return cls()

    def count(self, sentence: str, /) -> int:
        return len(sentence.split()) + 1

    def translate(self, sentences: Sequence[str], decoding: Decoding, /) -> list[list[Candidate]]:
        within([self.count(sentence) for sentence in sentences], _POSITIONS, self.name)
        return [[Candidate(sentence)] for sentence in sentences]


class EchoSummarizer:
    """The first words of a text are its summary."""

    name = "echo"
    window = _WINDOW

    @classmethod
    def load(cls, settings: Settings) -> EchoSummarizer:
        return cls()

    def count(self, text: str, /) -> int:
        return len(text.split()) + 1

    def summarize(self, texts: Sequence[str], /, *, min_words: int, max_words: int) -> list[Candidate]:
        for index, text in enumerate(texts):
            if self.count(text) > self.window:
                raise InputError(f"Text {index + 1} has {self.count(text)} tokens and {self.name} reads {self.window}.")
        return [Candidate(" ".join(text.split()[:max_words])) for text in texts]
