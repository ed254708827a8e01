"""A summarizer's checkpoint as a CTranslate2 folder: `python -m service.engines.convert_summary FOLDER OUT TYPE`.

A process of its own: CTranslate2's converter for these families needs torch and the whole model in float32, and both
are gone from memory when it ends. It reads a local folder only, so weights, configuration and tokenizer are of one commit.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from service.config import PACKAGE
from service.engines.made import made_once
from service.engines.weights import Weights
from service.errors import BrokenModel

_LAYOUT = "1"


def converted_summary(weights: Weights, quantization: str, cache: Path) -> Path:
    """The CTranslate2 folder, made on first use, with `tokenizer.json` beside the model. Raises `BrokenModel`."""
    import ctranslate2

    key = f"{_LAYOUT}\0summary\0{weights.revision}\0{quantization}\0{ctranslate2.__version__}"
    name = f"{weights.name}-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
    return made_once(cache / "converted" / name, lambda aside: _in_own_process(weights, aside, quantization))


def _in_own_process(weights: Weights, aside: Path, quantization: str) -> None:
    path = os.pathsep.join([str(PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-m", __name__, str(weights.folder), str(aside), quantization]
    done = subprocess.run(  # noqa: S603 - our own module, and paths that no reader chooses
        command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it was killed"])[-1]
        raise BrokenModel(f"{weights.label} cannot be converted: {last[:300]}")


def write(folder: str, out: str, quantization: str) -> None:
    """Into a folder that exists and is empty."""
    from ctranslate2.converters import TransformersConverter
    from transformers import AutoTokenizer, BartConfig, PegasusConfig

    # The converter asks the configuration for these; transformers 5 computes them always so and no longer writes them.
    for kind, before, embedded in ((BartConfig, False, True), (PegasusConfig, True, False)):
        kind.normalize_before, kind.normalize_embedding = before, embedded  # type: ignore[union-attr]
    TransformersConverter(folder).convert(out, quantization=quantization, force=True)
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
    tokenizer.backend_tokenizer.save(str(Path(out) / "tokenizer.json"))


if __name__ == "__main__":
    write(*sys.argv[1:])
