"""How a MarianMT checkpoint cuts text into pieces and joins them: SentencePiece and vocab.json, no transformers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sentencepiece

from service.engines.weights import Weights
from service.errors import BrokenModel

NEVER = -60_000.0  # added to a logit, it forbids the token; about the lowest number that float16 holds
PLACEHOLDERS = tuple(f"⟦{digit}⟧" for digit in range(10))


@dataclass(frozen=True, slots=True, kw_only=True)
class MarianText:
    """Both directions. Pieces are those of `source.spm` and `target.spm`; ids are those of the vocabulary files."""

    source: Any = field(repr=False)
    target: Any = field(repr=False)
    ids: dict[str, int] = field(repr=False)  # of source pieces
    tokens: tuple[str, ...] = field(repr=False)  # of target ids
    end: int
    pad: int
    unknown: str
    positions: int

    @classmethod
    def read(cls, weights: Weights) -> MarianText:
        config = weights.config()
        names = weights.config("tokenizer_config.json") if (weights.folder / "tokenizer_config.json").exists() else {}
        ids = weights.config("vocab.json")
        separate = (weights.folder / "target_vocab.json").exists()
        target_ids = weights.config("target_vocab.json") if separate else ids
        unknown = _name(names.get("unk_token"), "<unk>")
        if unknown not in ids:
            raise BrokenModel(f"The vocab.json in {weights.folder} has no {unknown!r}.")
        size = int(config.get("decoder_vocab_size") or config.get("vocab_size") or len(target_ids))
        end, pad = (int(config.get(f"{name}_token_id", -1)) for name in ("eos", "pad"))
        if not (0 <= end < size and 0 <= pad < size):
            raise BrokenModel(f"The config.json in {weights.folder} puts end {end} or pad {pad} outside its vocabulary.")
        return cls(
            source=_sentencepiece(weights.folder / "source.spm"),
            target=_sentencepiece(weights.folder / "target.spm"),
            ids=ids,
            tokens=in_order(target_ids, size),
            end=end,
            pad=pad,
            unknown=unknown,
            positions=int(config.get("max_position_embeddings", 512)),
        )

    @property
    def placeholders(self) -> bool:
        """Whether each of ⟦0⟧ … ⟦9⟧ is one piece, before a space, after one, and in the middle of a word."""
        return all(
            mark in self.ids and all(mark in self.pieces(text) for text in (mark, f"a {mark} b", f"l'{mark},"))
            for mark in PLACEHOLDERS
        )

    @property
    def forbidden(self) -> list[int]:
        """Ids that no hypothesis may hold: pad, which starts the decoder, and the unknown token, which has no words.
        Both engines forbid them in the output layer, so that their probabilities add up to one without them."""
        return sorted({self.pad, *(i for i, token in enumerate(self.tokens) if token == self.unknown)})

    def pieces(self, sentence: str) -> list[str]:
        """Source pieces without end-of-sentence; what the vocabulary lacks is the unknown token."""
        return [piece if piece in self.ids else self.unknown for piece in self.source.encode(sentence, out_type=str)]

    def text(self, pieces: Sequence[str]) -> str:
        """The words of target pieces, without end-of-sentence."""
        return str(self.target.decode_pieces(list(pieces))).replace("▁", " ").strip()


def in_order(ids: dict[str, int], size: int) -> tuple[str, ...]:
    """Tokens by id, `size` of them; ids that no token has are named so that nothing can ask for them."""
    tokens = [f"<unused{index}>" for index in range(size)]
    for token, index in ids.items():
        if index < size:
            tokens[index] = token
    return tuple(tokens)


def _name(token: object, default: str) -> str:
    """Tokenizer files write a special token as a text or as an object with its `content`."""
    return str(token.get("content", default)) if isinstance(token, dict) else str(token or default)


def _sentencepiece(path: Path) -> Any:
    if not path.exists():
        raise BrokenModel(f"The model in {path.parent} is no MarianMT checkpoint: {path.name} is missing.")
    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (RuntimeError, OSError) as error:
        raise BrokenModel(f"{path} is no SentencePiece model: {error}") from error
