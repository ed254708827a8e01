"""What the command `depeche models` asks: which models are here, fetch one, tell about one."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from service.config import Settings
from service.engines.hub import fetch, is_hub_id
from service.engines.weights import Weights, locate, weight_files
from service.errors import ModelNotFound
from service.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelInfo(Record):
    """One model on this machine."""

    model: str  # as the settings name it
    revision: str  # a commit of the hub, or a hash of the folder's bytes
    folder: str
    kind: str  # "marian", "bart" …
    bytes: int  # of its weights
    parameters: int | None  # None where the weights are a pickle
    licence: str | None
    calibrated: bool  # whether the confidence of its sentences was fitted to these weights


def available(settings: Settings) -> tuple[ModelInfo, ...]:
    """The embedded model and everything that was pulled, by name; no network."""
    found = [info(settings, "embedded")] if _embedded_here(settings) else []
    kept = settings.cache_folder() / "hub"
    for folder in sorted(kept.glob("*/[0-9a-f]*")) if kept.is_dir() else []:
        model = folder.parent.name.replace("--", "/", 1)
        found.append(_told(model, Weights(folder=folder, name=model.rpartition("/")[2], revision=folder.name)))
    return tuple(found)


def pull(settings: Settings, model: str, revision: str = "") -> ModelInfo:
    """Fetch a model of the hub, though the settings may say offline: this is the command that asks for the network.
    Raises `ModelNotFound` or `DownloadFailed`."""
    if not is_hub_id(model):
        raise ModelNotFound(f"{model!r} is no id of the hub such as 'Helsinki-NLP/opus-mt-fr-en'.")
    fetch(model, revision, dataclasses.replace(settings, offline=False))
    return info(settings, model, revision)


def info(settings: Settings, model: str, revision: str = "") -> ModelInfo:
    """About a model that is here. Raises `ModelNotFound`, which names the command that fetches it."""
    return _told(model, locate(model, revision, dataclasses.replace(settings, offline=True)))


def _told(model: str, weights: Weights) -> ModelInfo:
    files = weight_files(weights.folder)
    return ModelInfo(
        model=model,
        revision=weights.revision,
        folder=str(weights.folder),
        kind=str(weights.config().get("model_type", "unknown")),
        bytes=sum(path.stat().st_size for path in files),
        parameters=_parameters(files) if files[0].suffix == ".safetensors" else None,
        licence=_licence(weights.folder / "README.md"),
        calibrated=weights.calibration is not None,
    )


def _parameters(files: list[Path]) -> int:
    """From the headers of the safetensors alone."""
    from safetensors import safe_open

    total = 0
    for path in files:
        with safe_open(path, framework="np") as tensors:
            for name in tensors.keys():  # noqa: SIM118 - it is no mapping
                size = 1
                for side in tensors.get_slice(name).get_shape():
                    size *= side
                total += size
    return total


def _licence(card: Path) -> str | None:
    """The `license:` line of a model card's head."""
    if not card.is_file():
        return None
    for line in card.read_text(encoding="utf-8", errors="replace").splitlines()[:60]:
        key, _, value = line.partition(":")
        if key.strip() == "license" and value.strip():
            return value.strip()
    return None


def _embedded_here(settings: Settings) -> bool:
    try:
        locate("embedded", "", settings)
    except ModelNotFound:
        return False
    return True
