"""The joint SentencePiece vocabulary: byte fallback, split digits, and the placeholders, which cannot be added later.

Ids: </s> 0, <unk> 1, then pieces; <pad> is one past the last piece and starts the decoder, as in every Marian model.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import sentencepiece

from service.errors import ModelError
from training.carry import PLACEHOLDERS
from training.pairs import Pair

EOS = 0


def train_vocabulary(sources: Sequence[Sequence[Pair]], out: Path, *, size: int, most: int) -> None:
    """Writes `out`; `most` pairs of one source at most, or law owns the vocabulary."""
    rng = random.Random(1)
    sample = [rng.sample(pairs, min(most, len(pairs))) for pairs in sources]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=chain.from_iterable(chain.from_iterable(sample)),
        model_prefix=str(out.with_suffix("")),
        vocab_size=size,
        model_type="unigram",
        character_coverage=0.9998,
        byte_fallback=True,
        split_digits=True,
        user_defined_symbols=list(PLACEHOLDERS),
        eos_id=EOS,
        unk_id=1,
        bos_id=-1,
        pad_id=-1,
        normalization_rule_name="nmt_nfkc",
        num_threads=os.cpu_count() or 1,
        max_sentence_length=3000,
        hard_vocab_limit=False,  # a small corpus gets the vocabulary it can fill
        minloglevel=2,
    )


def load_vocabulary(path: Path) -> Any:
    """The SentencePiece processor of a file, or of `source.spm` or `spm.model` in a folder. Raises `ModelError`."""
    places = [path / "spm.model", path / "source.spm"] if path.is_dir() else [path]
    file = next((place for place in places if place.is_file()), None)
    if file is None:
        raise ModelError(f"There is no SentencePiece model at {path}.")
    return sentencepiece.SentencePieceProcessor(model_file=str(file))


def pad_id(vocabulary: Any) -> int:
    return int(vocabulary.get_piece_size())
