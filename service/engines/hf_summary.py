"""BART, Pegasus and T5 on transformers: the reference engine."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer, GenerationConfig

from service.config import Settings
from service.engines.border import engine_border
from service.engines.pickled import as_safetensors
from service.engines.summary_text import SummaryText
from service.engines.torch_device import device_and_dtype, load_weights
from service.engines.weights import Weights, locate
from service.errors import BrokenModel
from service.types import Candidate


class HfSummarizer:
    """One text at a time; callers from many threads take turns."""

    def __init__(self, weights: Weights, settings: Settings) -> None:
        self.device, dtype = device_and_dtype(settings.translator.device, settings.translator.compute)
        self.name = f"hf/{weights.label}/{str(dtype).removeprefix('torch.')}"
        try:
            tokenizer = AutoTokenizer.from_pretrained(weights.folder, local_files_only=True, trust_remote_code=False)
        except Exception as error:
            raise BrokenModel(f"The tokenizer of {weights.label} cannot be loaded: {error}") from error
        self._text = SummaryText.read(weights, tokenizer.backend_tokenizer)
        self.window = self._text.window
        self._beam = max(1, settings.summarizer.beam)
        self._lock = threading.Lock()
        self._model = load_weights(AutoModelForSeq2SeqLM, weights, dtype).to(self.device)
        self._model.generation_config = GenerationConfig()  # type: ignore[no-untyped-call]

    @classmethod
    def load(cls, settings: Settings) -> HfSummarizer:
        """Raises `ModelError` where the weights are missing or do not work, `ConfigError` for the device."""
        weights = locate(settings.summarizer.model, settings.summarizer.revision, settings)
        return cls(as_safetensors(weights, settings.cache_folder()), settings)

    def count(self, text: str, /) -> int:
        return len(self._text.ids(text))

    def summarize(self, texts: Sequence[str], /, *, min_words: int, max_words: int) -> list[Candidate]:
        sources = self._text.fitting(texts)
        with self._lock, engine_border(self.name), torch.inference_mode():
            return [
                self._one(ids, *self._text.lengths(text, len(ids), min_words, max_words))
                for text, ids in zip(texts, sources, strict=True)
            ]

    def _one(self, ids: Sequence[int], least: int, most: int) -> Candidate:
        source = torch.tensor([list(ids)], device=self.device)
        config = self._generation(least, most)
        made = self._model.generate(input_ids=source, attention_mask=torch.ones_like(source), generation_config=config)
        row = made.sequences[0, 1:].tolist()
        complete = bool(row) and row[-1] == self._text.search.end
        penalty = self._text.search.length_penalty - 1
        score = float(made.sequences_scores[0]) * len(row) ** penalty if self._beam > 1 else 0.0
        return Candidate(self._text.words(row), min(0.0, score), complete)

    def _generation(self, least: int, most: int) -> GenerationConfig:
        search = self._text.search
        searched = {"length_penalty": search.length_penalty, "early_stopping": True} if self._beam > 1 else {}
        return GenerationConfig(  # type: ignore[no-untyped-call]
            min_new_tokens=least,
            max_new_tokens=most,
            do_sample=False,
            num_beams=self._beam,
            no_repeat_ngram_size=search.no_repeat,
            forced_bos_token_id=search.first,
            suppress_tokens=[search.pad],
            pad_token_id=search.pad,
            eos_token_id=search.end,
            decoder_start_token_id=search.start,
            return_dict_in_generate=True,
            output_scores=True,
            **searched,
        )
