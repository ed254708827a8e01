"""Old checkpoints have a pickled `.bin` and no safetensors: rewritten once into the cache, with `weights_only`."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from service.engines.made import made_once
from service.engines.weights import Weights, weight_files
from service.errors import BrokenModel


def as_safetensors(weights: Weights, cache: Path) -> Weights:
    """The same weights where they are safetensors already, else a folder of the cache that holds them as such."""
    files = weight_files(weights.folder)
    if files[0].suffix == ".safetensors":
        return weights
    folder = cache / "safetensors" / f"{weights.name}-{weights.revision[:16]}"
    made_once(folder, lambda aside: _rewrite(files, weights.folder, aside))
    return replace(weights, folder=folder)


def _rewrite(files: list[Path], source: Path, aside: Path) -> None:
    import torch
    from safetensors.torch import save_file

    tensors: dict[str, torch.Tensor] = {}
    for path in files:
        try:
            loaded = torch.load(path, map_location="cpu", weights_only=True)
        except Exception as error:
            raise BrokenModel(f"{path} cannot be read as tensors alone: {str(error).splitlines()[0]}") from error
        tensors.update({name: tensor for name, tensor in loaded.items() if isinstance(tensor, torch.Tensor)})
    seen: dict[int, str] = {}
    for name, tensor in list(tensors.items()):  # tied tensors share their memory; safetensors wants each once
        first = seen.setdefault(tensor.data_ptr(), name)
        tensors[name] = tensor.clone().contiguous() if first != name else tensor.contiguous()
    save_file(tensors, aside / "model.safetensors", metadata={"format": "pt"})
    for path in source.iterdir():
        if path.is_file() and path.suffix in (".json", ".spm", ".model", ".txt"):
            shutil.copy(path, aside / path.name)
