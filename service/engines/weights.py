"""From a model's name in the settings to a folder on this machine, and to the words that say which weights they are."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.confidence import FILE, Calibration, read_calibration
from service.config import PACKAGE, Settings
from service.engines.hub import fetch, is_hub_id
from service.errors import BrokenModel, ModelNotFound
from service.invented import FILE as WORDS
from service.invented import read_words

EMBEDDED = PACKAGE / "models" / "embedded"
_DESCRIBED = (
    "config.json",
    "generation_config.json",
    "vocab.json",
    "target_vocab.json",
    "tokenizer.json",
    "merges.txt",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A checkpoint in Hugging Face form on this machine."""

    folder: Path
    name: str  # "embedded", "opus-mt-fr-en", or the name of a folder
    revision: str  # the commit on the hub, or the SHA-256 of what a folder holds
    calibration: Calibration | None = None
    words: frozenset[str] = frozenset()  # English ones that it has met
    content: str = ""  # of a folder: the same without the calibration, which is fitted to it

    @property
    def label(self) -> str:
        return f"{self.name}@{self.revision[:7]}"

    def config(self, name: str = "config.json") -> dict[str, Any]:
        """A JSON file of the checkpoint. Raises `BrokenModel` where it is missing or no JSON object."""
        try:
            read = json.loads((self.folder / name).read_text(encoding="utf-8"))
        except OSError as error:
            raise BrokenModel(f"The model in {self.folder} has no readable {name}.") from error
        except ValueError as error:
            raise BrokenModel(f"The {name} in {self.folder} is no valid JSON: {error}.") from error
        if not isinstance(read, dict):
            raise BrokenModel(f"The {name} in {self.folder} is no JSON object.")
        return read

    def generation(self) -> dict[str, Any]:
        """What the checkpoint says about decoding: `generation_config.json`, else the older way, `config.json`."""
        own = self.config("generation_config.json") if (self.folder / "generation_config.json").exists() else {}
        return {**self.config(), **own}


def locate(model: str, revision: str, settings: Settings) -> Weights:
    """The folder of "embedded", of a local folder, or of an id on the hub, fetched if the settings allow it.
    Raises `ModelNotFound`, `DownloadFailed` or `BrokenModel`."""
    if model == "embedded":
        return local(EMBEDDED, name="embedded")
    if Path(model).expanduser().is_dir():
        return local(Path(model).expanduser())
    if not is_hub_id(model):
        raise ModelNotFound(f"There is no folder {model!r}, and {model!r} is no id of the hub such as 'owner/name'.")
    folder, commit = fetch(model, revision, settings)
    return Weights(folder=folder, name=model.rpartition("/")[2], revision=commit)


def local(folder: Path, name: str = "") -> Weights:
    """A folder as it is. Its revision is a hash of its bytes, so an exchanged file is another model."""
    if not (folder / "config.json").exists():
        raise ModelNotFound(f"The folder {folder} holds no model: config.json is missing.")
    digest = hashlib.sha256()
    described = [path for path in (folder / n for n in _DESCRIBED) if path.exists()]
    for path in [*described, *sorted(folder.glob("*.spm")), *sorted(folder.glob(WORDS)), *weight_files(folder)]:
        with path.open("rb") as stream:
            digest.update(f"{path.name}\0".encode() + hashlib.file_digest(stream, "sha256").digest())
    content = digest.hexdigest()
    calibration = read_calibration(folder, content)
    if calibration:  # another one changes what is said of a sentence, so it is another model
        digest.update((folder / FILE).read_bytes())
    named, revision = name or folder.resolve().name, digest.hexdigest()
    words = read_words(folder)
    return Weights(folder=folder, name=named, revision=revision, calibration=calibration, words=words, content=content)


def weight_files(folder: Path) -> list[Path]:
    """The safetensors of a checkpoint, or its pickled `.bin` where there are none."""
    found = sorted(folder.glob("model*.safetensors")) or sorted(folder.glob("pytorch_model*.bin"))
    if not found:
        raise BrokenModel(f"The model in {folder} has no weights: neither model.safetensors nor pytorch_model.bin.")
    return found
