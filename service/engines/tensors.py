"""The tensors of a checkpoint as float32 arrays, read from safetensors without torch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, deserialize

from service.errors import BrokenModel

Array = npt.NDArray[np.float32]
_TYPES = {"F64": np.float64, "F32": np.float32, "F16": np.float16}


@dataclass(frozen=True, slots=True)
class Tensors:
    """By the names that the checkpoint gives them."""

    arrays: dict[str, Array]
    folder: Path

    @classmethod
    def read(cls, folder: Path) -> Tensors:
        """All of `model*.safetensors`. Raises `BrokenModel`."""
        arrays: dict[str, Array] = {}
        files = sorted(folder.glob("model*.safetensors"))
        if not files:
            raise BrokenModel(f"The model in {folder} has no model.safetensors.")
        for path in files:
            try:
                stored = deserialize(path.read_bytes())  # type: ignore[no-untyped-call]
            except (SafetensorError, OSError) as error:
                raise BrokenModel(f"{path} cannot be read as safetensors: {error}.") from error
            arrays.update({name: _array(tensor, path) for name, tensor in stored})
        return cls(arrays, folder)

    def first(self, *names: str, default: Array | None = None) -> Array:
        """The first of these that the checkpoint has: tied tensors are stored under any one of their names."""
        for name in names:
            if name in self.arrays:
                return self.arrays[name]
        if default is None:
            raise BrokenModel(f"The weights in {self.folder} have no tensor {names[0]!r}.")
        return default


def _array(tensor: dict[str, object], path: Path) -> Array:
    kind, raw = str(tensor["dtype"]), bytes(tensor["data"])  # type: ignore[call-overload]
    if kind == "BF16":  # the upper half of a float32
        flat = (np.frombuffer(raw, np.uint16).astype(np.uint32) << 16).view(np.float32)
    elif kind in _TYPES:
        flat = np.frombuffer(raw, _TYPES[kind]).astype(np.float32)
    else:
        raise BrokenModel(f"{path} holds tensors of type {kind}; known are BF16, {', '.join(_TYPES)}.")
    return flat.reshape(tensor["shape"])  # type: ignore[call-overload,no-any-return]
