"""Where torch computes and in what, and how a checkpoint becomes a torch model without running any code of its own."""

from __future__ import annotations

from typing import Any

import torch
from transformers.utils import logging

from service.engines.weights import Weights
from service.errors import BrokenModel, ConfigError

_DTYPES = {"float32": torch.float32, "float16": torch.float16}


def device_and_dtype(device: str, compute: str) -> tuple[str, torch.dtype]:
    """ "auto" made definite: float32 on a CPU, float16 on a GPU. Raises `ConfigError`."""
    if device not in ("auto", "cpu", "cuda"):
        raise ConfigError(f"translator.device is {device!r}; known are 'auto', 'cpu' and 'cuda'.")
    if device == "cuda" and not torch.cuda.is_available():
        raise ConfigError("translator.device is 'cuda' and torch finds no usable GPU; use 'auto' or 'cpu'.")
    device = ("cuda" if torch.cuda.is_available() else "cpu") if device == "auto" else device
    compute = ("float16" if device == "cuda" else "float32") if compute == "auto" else compute
    if compute not in _DTYPES:
        raise ConfigError(f"translator.compute is {compute!r}; the transformers engine computes {', '.join(_DTYPES)}.")
    return device, _DTYPES[compute]


def load_weights(kind: Any, weights: Weights, dtype: torch.dtype) -> Any:
    """`kind.from_pretrained`, on safetensors only. Raises `BrokenModel`, also where tensors are missing: transformers
    would make them up at random and only log it."""
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # it would draw one into logs and pipes too
    try:
        model, report = kind.from_pretrained(
            weights.folder,
            dtype=dtype,
            use_safetensors=True,
            local_files_only=True,
            trust_remote_code=False,
            output_loading_info=True,
        )
    except Exception as error:
        words = " ".join(str(error).split())[:300]
        raise BrokenModel(f"{weights.label} cannot be loaded by transformers: {words}") from error
    if report["missing_keys"]:
        raise BrokenModel(f"{weights.label} lacks the weights {', '.join(sorted(report['missing_keys'])[:3])}.")
    return model.eval()
