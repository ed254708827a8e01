"""MarianMT on transformers: the reference engine. The same text as CTranslate2 in float32, slower."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from transformers import GenerationConfig, MarianMTModel

from service.config import Settings
from service.engines import Decoding
from service.engines.border import engine_border
from service.engines.canary import sing
from service.engines.lengths import by_length, longest, within
from service.engines.marian import NEVER, MarianText
from service.engines.pickled import as_safetensors
from service.engines.torch_device import device_and_dtype, load_weights
from service.engines.weights import Weights, locate
from service.types import Candidate


class HfTranslator:
    """One sentence batch at a time: `generate` keeps state in the model, so callers from many threads take turns."""

    def __init__(self, weights: Weights, settings: Settings) -> None:
        wanted = settings.translator
        self.device, dtype = device_and_dtype(wanted.device, wanted.compute)
        self.name = f"hf/{weights.label}/{str(dtype).removeprefix('torch.')}"
        self._text = MarianText.read(weights)
        self.placeholders, self.calibration, self.words = self._text.placeholders, weights.calibration, weights.words
        self._batch_tokens = wanted.batch_tokens
        self._lock = threading.Lock()
        self._model = load_weights(MarianMTModel, weights, dtype).to(self.device)
        self._model.final_logits_bias[0, self._text.forbidden] = NEVER
        self._start = int(weights.config().get("decoder_start_token_id", self._text.pad))
        self._model.generation_config = GenerationConfig()  # type: ignore[no-untyped-call]  # what it says would fill what we leave unset

    @classmethod
    def load(cls, settings: Settings) -> HfTranslator:
        """Raises `ModelError` where the weights are missing or do not work, `ConfigError` for the device."""
        weights = locate(settings.translator.model, settings.translator.revision, settings)
        translator = cls(as_safetensors(weights, settings.cache_folder()), settings)
        sing(translator)
        return translator

    def count(self, sentence: str, /) -> int:
        return len(self._text.pieces(sentence)) + 1

    def translate(self, sentences: Sequence[str], decoding: Decoding, /) -> list[list[Candidate]]:
        sources = [[*map(self._text.ids.__getitem__, self._text.pieces(s)), self._text.end] for s in sentences]
        counts = [len(source) for source in sources]
        within(counts, self._text.positions, self.name)
        found: dict[int, list[Candidate]] = {}
        with self._lock, engine_border(self.name), torch.inference_mode():
            for count, indexes in by_length(counts).items():
                most = longest(count, decoding, self._text.positions)
                for part in self._batches(indexes, count):
                    results = self._generate([sources[index] for index in part], decoding, most)
                    found.update(zip(part, results, strict=True))
        return [found[index] for index in range(len(sources))]

    def _batches(self, indexes: Sequence[int], count: int) -> Iterator[list[int]]:
        """Runs of sentences of `count` tokens each that stay under `batch_tokens`."""
        size = max(1, self._batch_tokens // count)
        for start in range(0, len(indexes), size):
            yield list(indexes[start : start + size])

    def _generate(self, sources: Sequence[Sequence[int]], decoding: Decoding, most: int) -> list[list[Candidate]]:
        ids = torch.tensor(sources, device=self.device)
        config = self._generation(decoding, most)
        made = self._model.generate(input_ids=ids, attention_mask=torch.ones_like(ids), generation_config=config)
        scores = self._scores(made)
        each = config.num_return_sequences or 1
        rows = [self._candidate(row, score) for row, score in zip(made.sequences.tolist(), scores, strict=True)]
        return [rows[start : start + each] for start in range(0, len(rows), each)]

    def _generation(self, decoding: Decoding, most: int) -> GenerationConfig:
        """The settings under which `generate` searches as CTranslate2 does: it stops once `beam` hypotheses are
        finished, and ranks them by their mean log-probability, end-of-sentence counted."""
        beam = max(1, decoding.beam)
        options: dict[str, Any] = {"length_penalty": 1.0, "early_stopping": True} if beam > 1 else {}
        return GenerationConfig(  # type: ignore[no-untyped-call]
            max_new_tokens=most,
            do_sample=False,
            num_beams=beam,
            num_return_sequences=max(1, min(decoding.candidates, beam)),
            no_repeat_ngram_size=decoding.no_repeat,
            pad_token_id=self._text.pad,
            eos_token_id=self._text.end,
            decoder_start_token_id=self._start,
            return_dict_in_generate=True,
            output_scores=True,  # only then are sequence scores returned
            output_logits=beam == 1,
            **options,
        )

    def _scores(self, made: Any) -> list[float]:
        if getattr(made, "sequences_scores", None) is not None:
            return [float(score) for score in made.sequences_scores]
        chosen = made.sequences[:, 1:]
        steps = [step.float().log_softmax(-1).gather(1, chosen[:, i : i + 1]) for i, step in enumerate(made.logits)]
        logs = torch.cat(steps, dim=1)
        real = chosen != self._text.pad
        return [float(score) for score in (logs * real).sum(1) / real.sum(1)]

    def _candidate(self, row: Sequence[int], score: float) -> Candidate:
        ids = [index for index in row[1:] if index != self._text.pad]
        complete = bool(ids) and ids[-1] == self._text.end
        pieces = [self._text.tokens[index] for index in (ids[:-1] if complete else ids)]
        return Candidate(self._text.text(pieces), min(0.0, score), complete)
