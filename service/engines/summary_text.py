"""What both summarizers know about a checkpoint: its tokens, its window, and how it wants to be searched."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from service.engines.weights import Weights
from service.errors import BrokenModel, InputError

KINDS = ("bart", "pegasus", "t5")
_PREFIXES = {"t5": "summarize: ", "bart": " "}  # where the checkpoint names none; BART's first word wants its space
_PENALTIES = {"bart": 2.0, "pegasus": 0.8, "t5": 2.0}


def family(weights: Weights) -> str:
    """ "bart", "pegasus" or "t5". Raises `BrokenModel` for another kind of model."""
    kind = str(weights.config().get("model_type"))
    if kind not in KINDS:
        raise BrokenModel(f"{weights.label} is a {kind!r} model; a summarizer must be one of {', '.join(KINDS)}.")
    return kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Beam settings of a checkpoint: its generation configuration, else those its family was published with."""

    length_penalty: float
    no_repeat: int
    start: int  # the token that the decoder starts from
    first: int | None  # a token that every summary begins with (BART's <s>)
    end: int
    pad: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryText:
    """Tokens of English and back. `window` counts everything the encoder sees, prefix and end included."""

    tokenizer: Any = field(repr=False)  # a `tokenizers.Tokenizer`
    prefix: str
    window: int
    search: Search
    name: str

    @classmethod
    def read(cls, weights: Weights, tokenizer: Any) -> SummaryText:
        """Raises `BrokenModel` for another kind of model, or a configuration without what is needed."""
        config, told = weights.config(), weights.generation()
        kind = family(weights)
        task = (config.get("task_specific_params") or {}).get("summarization") or {}
        told = {**task, **{key: value for key, value in told.items() if value is not None}}
        positions = config.get("n_positions", 512) if kind == "t5" else config.get("max_position_embeddings", 1024)
        try:
            search = Search(
                length_penalty=float(told.get("length_penalty", _PENALTIES[kind])),
                no_repeat=int(told.get("no_repeat_ngram_size", 3)),
                start=int(told["decoder_start_token_id"]),
                first=told.get("forced_bos_token_id"),
                end=int(told["eos_token_id"]),
                pad=int(told["pad_token_id"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise BrokenModel(f"The configuration of {weights.label} lacks {error} or has a wrong one.") from error
        prefix = str(task.get("prefix") or config.get("prefix") or _PREFIXES.get(kind, ""))
        return cls(tokenizer=tokenizer, prefix=prefix, window=int(positions), search=search, name=weights.label)

    def ids(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(self.prefix + text.strip()).ids)

    def tokens(self, ids: Sequence[int]) -> list[str]:
        return [self.tokenizer.id_to_token(index) or "" for index in ids]

    def words(self, ids: Sequence[int]) -> str:
        """The text of a summary; Pegasus writes a new line as `<n>`."""
        return " ".join(str(self.tokenizer.decode(list(ids), skip_special_tokens=True)).replace("<n>", " ").split())

    def fitting(self, texts: Sequence[str]) -> list[list[int]]:
        """The tokens of each text. Raises `InputError` where one is over the window: nothing is cut in silence."""
        found = [self.ids(text) for text in texts]
        for index, ids in enumerate(found):
            if len(ids) > self.window:
                raise InputError(
                    f"Text {index + 1} has {len(ids)} tokens and {self.name} reads {self.window}; summarize it in parts."
                )
        return found

    def lengths(self, text: str, tokens: int, min_words: int, max_words: int) -> tuple[int, int]:
        """Least and most tokens of a summary, by the tokens that a word of this very text takes; a summary of a short
        text is not made longer than half of it."""
        rate = max(1.0, tokens / max(1, len(text.split())))
        most = max(4, math.ceil(max_words * rate))
        return min(math.floor(min_words * rate), tokens // 2, most - 1), min(most, self.window - 2)
