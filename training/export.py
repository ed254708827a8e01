"""A training folder to a Hugging Face folder: float16 safetensors, tokenizer, and checks that it can be shipped.

    python training/export.py OUT --to FOLDER [--data DATA] [--average 4]

OUT is what `train.py --out` wrote. Fails, with the reason, where a file is larger than 48 MB, a placeholder is not one
token, or the weights do not say the same after they are read back.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import torch
from transformers import GenerationConfig, MarianConfig, MarianMTModel

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that it runs from a checkout that is not installed

from service.errors import BrokenModel
from training import checkpoint
from training.carry import PLACEHOLDERS
from training.vocabulary import EOS, load_vocabulary, pad_id

LARGEST = 48_000_000  # bytes: what the repository takes in one file
TOKENIZER = {  # written out: MarianTokenizer would ask for sacremoses, whose French rules are not ours, to save the same
    "tokenizer_class": "MarianTokenizer",
    "source_lang": "fr",
    "target_lang": "en",
    "eos_token": "</s>",
    "unk_token": "<unk>",
    "pad_token": "<pad>",
    "model_max_length": 512,
    "separate_vocabs": False,
}


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--data", type=Path, help="folder with spm.model; default: that of OUT/hf")
    parser.add_argument("--average", type=int, default=0, help="mean of this many kept checkpoints (train.py --keep)")
    options = parser.parse_args(argv)
    model = MarianMTModel(MarianConfig.from_pretrained(options.out))
    model.load_state_dict(trained_weights(options.out, options.average))
    export(model, options.data or options.out / "hf", options.to)


def trained_weights(out: Path, count: int) -> dict[str, torch.Tensor]:
    """Of last.pt (its moving average where there is one), or the mean of the last `count` kept checkpoints."""
    if count:
        files = checkpoint.kept_weights(out)[-count:]
        if len(files) < count:
            raise BrokenModel(f"{out} keeps {len(files)} checkpoints, not {count}; train with --keep {count}.")
        return checkpoint.average([checkpoint.load(file)["model"] for file in files])
    state = checkpoint.load(out / "last.pt")
    weights: dict[str, torch.Tensor] = state.get("average", state["model"])
    return weights


def export(model: MarianMTModel, data: Path, to: Path) -> None:
    """Writes aside, checks, and only then takes the place of what was in `to`."""
    vocabulary = load_vocabulary(data)
    aside = to.with_name(f"{to.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    write_tokenizer(vocabulary, aside)
    model = model.float().cpu().eval()
    half = MarianMTModel(model.config)
    half.load_state_dict(model.state_dict())
    half.generation_config = generation_for(model.config)
    half.half().save_pretrained(aside, max_shard_size=LARGEST)
    check(aside, model, vocabulary)
    shutil.rmtree(to, ignore_errors=True)
    aside.replace(to)
    print(f"wrote {to}", flush=True)


def generation_for(config: MarianConfig) -> GenerationConfig:
    """Greedy unless a caller says otherwise; <pad> is never said, as in CTranslate2, whose vocabulary lacks it."""
    return GenerationConfig(
        bos_token_id=config.bos_token_id,
        eos_token_id=config.eos_token_id,
        forced_eos_token_id=config.forced_eos_token_id,
        pad_token_id=config.pad_token_id,
        decoder_start_token_id=config.decoder_start_token_id,
        bad_words_ids=[[config.pad_token_id]],
    )


def write_tokenizer(vocabulary: Any, folder: Path) -> None:
    pieces = {vocabulary.id_to_piece(i): i for i in range(vocabulary.get_piece_size())}
    pieces["<pad>"] = pad_id(vocabulary)
    (folder / "vocab.json").write_text(json.dumps(pieces, ensure_ascii=False), encoding="utf-8")
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(vocabulary.serialized_model_proto())
    (folder / "tokenizer_config.json").write_text(json.dumps(TOKENIZER, indent=2), encoding="utf-8")


def check(folder: Path, model: MarianMTModel, vocabulary: Any) -> None:
    """Raises `BrokenModel` where the folder must not be shipped."""
    for file in folder.iterdir():
        if file.stat().st_size > LARGEST:
            raise BrokenModel(f"{file.name} has {file.stat().st_size:,} bytes, more than {LARGEST:,}.")
    split = [p for p in PLACEHOLDERS if len(set(vocabulary.encode(p, out_type=str)) - {"▁"}) != 1]
    if split:
        raise BrokenModel(f"The vocabulary has no single piece for {' '.join(split)}.")
    again = MarianMTModel.from_pretrained(folder, dtype=torch.float32).eval()
    x = torch.tensor([[*vocabulary.encode("Le ministre a reçu ⟦0⟧ le 13 janvier 2021."), EOS]])
    start = torch.tensor([[model.config.decoder_start_token_id]])
    with torch.inference_mode():
        before, after = (m(input_ids=x, decoder_input_ids=start).logits for m in (model, again))
    if not torch.allclose(before, after, atol=0.2, rtol=0.02):
        raise BrokenModel(f"The weights differ after they are read back, by {float((before - after).abs().max()):.2f}.")


if __name__ == "__main__":
    main()
