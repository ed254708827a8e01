"""Other cuts of the same French, and blanks in the English that was said: no letter changes, no target is lost."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training.corpus import padded  # noqa: E402
from training.regularize import UNKNOWN, Splits, blanked  # noqa: E402
from training.vocabulary import EOS, load_vocabulary, pad_id  # noqa: E402

SHIPPED = load_vocabulary(Path(__file__).parents[2] / "service" / "models" / "embedded")
PAD = pad_id(SHIPPED)
LINES = ["Le gouvernement a annoncé ⟦0⟧ millions d'euros pour ⟦1⟧ écoles.", "Bonjour.", "12 345 élèves naïfs ☃ à Ouagadougou"]


def rows() -> torch.Tensor:
    return padded([[*ids, EOS] for ids in SHIPPED.encode(LINES)], PAD)


def texts(matrix: torch.Tensor) -> list[str]:
    return [SHIPPED.decode([i for i in row if i not in (EOS, PAD)]) for row in matrix.tolist()]


def test_the_text_stays_and_the_cuts_change():
    splits, rng = Splits(SHIPPED), np.random.default_rng(3)
    several = [splits.apply(rows(), 0.5, PAD, rng) for _ in range(5)]
    assert all(texts(one) == texts(rows()) for one in several)
    assert len({tuple(one[0].tolist()) for one in several}) == 5
    assert all((one == EOS).sum(1).tolist() == [1, 1, 1] for one in several)  # every row ends once


def test_placeholders_and_single_characters_are_never_cut():
    cut = Splits(SHIPPED).apply(rows(), 1.0, PAD, np.random.default_rng(1), rounds=6)
    for mark in map(SHIPPED.piece_to_id, ("⟦0⟧", "⟦1⟧")):
        assert (cut == mark).sum() == 1
    assert texts(cut) == texts(rows())


def test_about_the_asked_share_is_cut():
    many = padded(SHIPPED.encode(["Le gouvernement renforce les établissements scolaires."] * 400), PAD)
    splits = Splits(SHIPPED)
    splittable = (torch.from_numpy(splits.count)[many] > 0).sum().item()
    more = (splits.apply(many, 0.2, PAD, np.random.default_rng(2), rounds=1) != PAD).sum() - (many != PAD).sum()
    assert abs(more.item() / splittable - 0.2) < 0.03


def test_nothing_is_cut_at_a_share_of_zero():
    assert torch.equal(Splits(SHIPPED).apply(rows(), 0.0, PAD, np.random.default_rng(1)), rows())


def test_blanks_spare_the_padding():
    torch.manual_seed(0)
    y = rows()
    out = blanked(y, 0.5, PAD)
    assert torch.equal(out == PAD, y == PAD)
    changed = out != y
    assert (out[changed] == UNKNOWN).all()
    assert 0.3 < changed.sum() / (y != PAD).sum() < 0.7
