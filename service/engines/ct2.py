"""MarianMT on CTranslate2: the default engine. No torch, no transformers."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import ctranslate2

from service.config import Settings
from service.engines import Decoding
from service.engines.border import engine_border
from service.engines.canary import sing
from service.engines.convert import converted
from service.engines.lengths import by_length, longest, within
from service.engines.marian import MarianText
from service.engines.pickled import as_safetensors
from service.engines.weights import Weights, locate
from service.errors import ConfigError
from service.types import Candidate


class Ct2Translator:
    """Safe to call from many threads: CTranslate2 queues the batches of all of them to its workers."""

    def __init__(self, weights: Weights, settings: Settings) -> None:
        wanted = settings.translator
        self.device, self.compute = device_and_compute(wanted.device, wanted.compute)
        self.name = f"ct2/{weights.label}/{self.compute}"
        self._text = MarianText.read(weights)
        self.placeholders, self.calibration, self.words = self._text.placeholders, weights.calibration, weights.words
        self._batch_tokens = wanted.batch_tokens
        folder = converted(weights, self.compute, settings.cache_folder())
        with engine_border(self.name):
            self._model = ctranslate2.Translator(
                str(folder),
                device=self.device,
                compute_type=self.compute,
                inter_threads=workers(self.device, wanted.threads),
                intra_threads=1,  # many sentences at once gain more from two workers than from two threads in each
            )

    @classmethod
    def load(cls, settings: Settings) -> Ct2Translator:
        """Raises `ModelError` where the weights are missing or do not work, `ConfigError` for the device."""
        weights = locate(settings.translator.model, settings.translator.revision, settings)
        translator = cls(as_safetensors(weights, settings.cache_folder()), settings)
        sing(translator)
        return translator

    def count(self, sentence: str, /) -> int:
        return len(self._text.pieces(sentence)) + 1

    def translate(self, sentences: Sequence[str], decoding: Decoding, /) -> list[list[Candidate]]:
        sources = [self._text.pieces(sentence) for sentence in sentences]
        counts = [len(source) + 1 for source in sources]
        within(counts, self._text.positions, self.name)
        waiting: dict[int, Any] = {}
        with engine_border(self.name):
            for count, indexes in by_length(counts).items():
                batch = [sources[index] for index in indexes]
                results = self._model.translate_batch(batch, **self._options(count, decoding))
                waiting.update(zip(indexes, results, strict=True))
            finished = [waiting[index].result() for index in range(len(sources))]
        return [self._candidates(result) for result in finished]

    def _options(self, count: int, decoding: Decoding) -> dict[str, Any]:
        return {
            "asynchronous": True,
            "batch_type": "tokens",
            "max_batch_size": max(self._batch_tokens, count),
            "beam_size": max(1, decoding.beam),
            "num_hypotheses": max(1, min(decoding.candidates, decoding.beam)),
            "length_penalty": 1.0,
            "no_repeat_ngram_size": decoding.no_repeat,
            "max_input_length": 0,  # its default cuts
            "max_decoding_length": longest(count, decoding, self._text.positions),
            "return_scores": True,
            "return_end_token": True,
        }

    def _candidates(self, result: Any) -> list[Candidate]:
        end = self._text.tokens[self._text.end]
        found = []
        for pieces, score in zip(result.hypotheses, result.scores, strict=True):
            complete = bool(pieces) and pieces[-1] == end
            words = self._text.text(pieces[:-1] if complete else pieces)
            found.append(Candidate(words, min(0.0, float(score)), complete))
        return found


def device_and_compute(device: str, compute: str) -> tuple[str, str]:
    """ "auto" made definite. Raises `ConfigError` for what this machine cannot do."""
    if device not in ("auto", "cpu", "cuda"):
        raise ConfigError(f"translator.device is {device!r}; known are 'auto', 'cpu' and 'cuda'.")
    gpus = ctranslate2.get_cuda_device_count()
    if device == "cuda" and not gpus:
        raise ConfigError("translator.device is 'cuda' and this machine has no usable GPU; use 'auto' or 'cpu'.")
    device = ("cuda" if gpus else "cpu") if device == "auto" else device
    compute = ("float16" if device == "cuda" else "int8") if compute == "auto" else compute
    able = ctranslate2.get_supported_compute_types(device)
    if compute not in able:
        raise ConfigError(f"translator.compute is {compute!r}; this {device} computes {', '.join(sorted(able))}.")
    return device, compute


def workers(device: str, threads: int) -> int:
    """Batches translated at the same time: one for each core that this process may use on a CPU, one on a GPU."""
    if device == "cuda" or threads > 0:
        return 1 if device == "cuda" else threads
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
