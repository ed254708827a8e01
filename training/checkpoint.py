"""Checkpoints: `last.pt` to go on from, and the weights of the last few to average. Written aside, then renamed."""

from __future__ import annotations

from pathlib import Path
from pickle import UnpicklingError  # the error only: nothing is unpickled
from typing import Any

import torch

from service.errors import ModelError


def save(path: Path, state: dict[str, Any]) -> None:
    """A crash while writing leaves the old file whole."""
    aside = path.with_suffix(".tmp")
    torch.save(state, aside)
    aside.replace(path)


def load(path: Path, device: str = "cpu") -> dict[str, Any]:
    """Tensors and plain values only: no code is run from the file. Raises `ModelError`."""
    try:
        state: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
    except (OSError, RuntimeError, EOFError, UnpicklingError) as error:
        raise ModelError(f"The checkpoint {path} cannot be read; remove it, or go on from a kept one.") from error
    return state


def keep_weights(folder: Path, step: int, weights: dict[str, torch.Tensor], *, most: int) -> None:
    """One more `weights-STEP.pt`, float16, and the oldest beyond `most` removed."""
    if most:
        half = {name: value.half() for name, value in weights.items()}
        save(folder / f"weights-{step:09d}.pt", {"model": half, "step": step})
        for old in kept_weights(folder)[:-most]:
            old.unlink()


def kept_weights(folder: Path) -> list[Path]:
    """Oldest first."""
    return sorted(folder.glob("weights-*.pt"))


def average(states: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of each weight, in float32: neighbours on one path are better together than the last alone."""
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}
