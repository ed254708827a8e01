"""Keeps a model from learning by heart the pairs that it sees fifty times: other cuts of the source, blanks in the target.

The same French words cut into other pieces at each draw (Kudo 2018, "Subword regularization"; Provilkov et al. 2020,
"BPE-dropout"), and single English tokens of what the decoder has said so far taken away (Sennrich and Zhang 2019, "Revisiting
low-resource neural machine translation"). Both on arrays of ids: text is not cut again, for a GPU eats 40,000 pairs a second.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from training.corpus import padded_flat

Ints = NDArray[np.int64]
UNKNOWN = 1  # the blank: a piece that the target does not have


class Splits:
    """For each piece of a vocabulary, the likeliest `most` ways to cut it into two pieces that the vocabulary has too."""

    def __init__(self, vocabulary: Any, *, most: int = 4) -> None:
        found = [_cuts(vocabulary, piece)[:most] for piece in range(vocabulary.get_piece_size())]
        self.count: Ints = np.array([*map(len, found), 0], np.int64)  # <pad> is one past the last piece
        self.begin: Ints = np.cumsum(self.count) - self.count
        pairs = np.array([pair for cuts in found for pair in cuts], np.int64).reshape(-1, 2)
        self.left, self.right = pairs[:, 0], pairs[:, 1]

    def apply(self, rows: torch.Tensor, share: float, pad: int, rng: np.random.Generator, *, rounds: int = 2) -> torch.Tensor:
        """`rows` (examples × width, padded) with `share` of the pieces cut in two; the parts may be cut again, `rounds` times."""
        matrix = rows.numpy()
        lengths, ids = (matrix != pad).sum(1), matrix[matrix != pad]
        for _ in range(rounds):
            ids, lengths = self._round(ids, lengths, share, rng)
        return padded_flat(ids, lengths, pad)

    def _round(self, ids: Ints, lengths: Ints, share: float, rng: np.random.Generator) -> tuple[Ints, Ints]:
        cut = (self.count[ids] > 0) & (rng.random(len(ids)) < share)
        way = self.begin[ids[cut]] + (rng.random(int(cut.sum())) * self.count[ids[cut]]).astype(np.int64)
        out = np.repeat(ids, 1 + cut)
        first = (np.cumsum(1 + cut) - 1 - cut)[cut]
        out[first], out[first + 1] = self.left[way], self.right[way]
        return out, lengths + np.add.reduceat(cut, np.cumsum(lengths) - lengths)


def blanked(y: torch.Tensor, share: float, pad: int) -> torch.Tensor:
    """`y` with `share` of its tokens unknown; padding stays. For what the decoder reads, never for what it is to say."""
    away = (torch.rand(y.shape, device=y.device) < share) & (y != pad)
    return y.masked_fill(away, UNKNOWN)


def _cuts(vocabulary: Any, piece: int) -> list[tuple[int, int]]:
    """The likeliest first. None for what is no text: control pieces, bytes, placeholders."""
    if vocabulary.is_control(piece) or vocabulary.is_unknown(piece) or vocabulary.is_byte(piece):
        return []
    text = vocabulary.id_to_piece(piece)
    if text.startswith("⟦"):
        return []
    halves = [tuple(map(vocabulary.piece_to_id, (text[:i], text[i:]))) for i in range(1, len(text))]
    known = [half for half in halves if UNKNOWN not in half]
    return sorted(known, key=lambda half: -sum(map(vocabulary.get_score, half)))
