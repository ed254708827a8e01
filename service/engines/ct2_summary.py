"""BART, Pegasus and T5 on CTranslate2. Torch is needed once, to convert, and never to summarize."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ctranslate2

from service.config import Settings
from service.engines.border import engine_border
from service.engines.convert_summary import converted_summary
from service.engines.ct2 import device_and_compute, workers
from service.engines.pickled import as_safetensors
from service.engines.summary_text import SummaryText, family
from service.engines.weights import Weights, locate
from service.errors import BrokenModel
from service.types import Candidate


class Ct2Summarizer:
    """Safe to call from many threads. Each text is a batch of its own, so that its company changes nothing."""

    def __init__(self, weights: Weights, settings: Settings) -> None:
        family(weights)  # before half a minute of converting it
        device, compute = device_and_compute(settings.translator.device, settings.translator.compute)
        folder = converted_summary(weights, compute, settings.cache_folder())
        self.name = f"ct2/{weights.label}/{compute}"
        self._text = SummaryText.read(weights, _tokenizer(folder))
        self.window = self._text.window
        self._beam = max(1, settings.summarizer.beam)
        with engine_border(self.name):
            self._model = ctranslate2.Translator(
                str(folder),
                device=device,
                compute_type=compute,
                inter_threads=workers(device, settings.translator.threads),
                intra_threads=1,
            )

    @classmethod
    def load(cls, settings: Settings) -> Ct2Summarizer:
        """Raises `ModelError` where the weights are missing or do not work, `ConfigError` for the device."""
        weights = locate(settings.summarizer.model, settings.summarizer.revision, settings)
        return cls(as_safetensors(weights, settings.cache_folder()), settings)

    def count(self, text: str, /) -> int:
        return len(self._text.ids(text))

    def summarize(self, texts: Sequence[str], /, *, min_words: int, max_words: int) -> list[Candidate]:
        sources = self._text.fitting(texts)
        with engine_border(self.name):
            waiting = []
            for text, ids in zip(texts, sources, strict=True):
                least, most = self._text.lengths(text, len(ids), min_words, max_words)
                waiting += self._model.translate_batch([self._text.tokens(ids)], **self._options(least, most))
            return [self._candidate(future.result()) for future in waiting]

    def _options(self, least: int, most: int) -> dict[str, Any]:
        search = self._text.search
        first = None if search.first is None else [self._text.tokens([search.first])]
        return {
            "target_prefix": first,
            "asynchronous": True,
            "beam_size": self._beam,
            "length_penalty": search.length_penalty,
            "no_repeat_ngram_size": search.no_repeat,
            "suppress_sequences": [self._text.tokens([search.pad])],
            "max_input_length": 0,
            "min_decoding_length": least,
            "max_decoding_length": most,
            "return_scores": True,
            "return_end_token": True,
        }

    def _candidate(self, result: Any) -> Candidate:
        tokens = result.hypotheses[0]
        ids = [self._text.tokenizer.token_to_id(token) for token in tokens]
        complete = bool(ids) and ids[-1] == self._text.search.end
        # CTranslate2 divides by length ** penalty; a mean is asked for
        mean = float(result.scores[0]) * len(ids) ** (self._text.search.length_penalty - 1) if self._beam > 1 else 0.0
        return Candidate(self._text.words([i for i in ids if i is not None]), min(0.0, mean), complete)


def _tokenizer(folder: Path) -> Any:
    from tokenizers import Tokenizer

    try:
        return Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # the library raises a bare Exception
        raise BrokenModel(f"{folder} holds no readable tokenizer.json: {error}") from error
