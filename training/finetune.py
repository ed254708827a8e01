"""Fit the embedded model to your own sentence pairs.

    python training/finetune.py MY.tsv [MORE.tmx …] --out FOLDER [--minutes 20]
    depeche brief release.txt --model FOLDER/hf

A hundredth of your pairs, at most 300, is held back and scored before and after. The vocabulary stays, and the pairs that the
project wrote (training/pairs/) are drawn beside yours, so that the model does not forget what it knew.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import torch
from transformers import MarianConfig, MarianMTModel

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that it runs from a checkout that is not installed

from service.engines.weights import EMBEDDED
from service.errors import InputError
from training import prepare, train
from training.dev import score_stem
from training.pairs import Pair, read_pairs, write_pairs
from training.vocabulary import load_vocabulary

OWN = Path(__file__).parent / "pairs"


def main(argv: list[str] | None = None) -> None:
    options = arguments(argv)
    dev = split(options.files, options.out)
    sources = [f"mine={options.out / 'mine.tsv'}", *([f"written={OWN}"] if options.keep else [])]
    masked = [source.partition("=")[0] for source in sources]
    data = options.out / "data"
    prepare.main([*sources, "--out", str(data), "--spm", str(options.model), "--masked", *masked])
    config = MarianConfig.from_pretrained(options.model)
    before = MarianMTModel.from_pretrained(options.model, dtype=torch.float32)
    print("before:")
    score_stem(before, load_vocabulary(options.model), dev, lines=300)
    train.main([str(data), "--out", str(options.out), "--init", str(options.model), *shape(config), *schedule(options, dev)])


def arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help=".tsv (French, tab, English), .tsv.xz or .tmx")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--model", type=Path, default=EMBEDDED, help="start from this Hugging Face folder")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--steps", type=int, default=0, help="stop after as many steps, if that comes first")
    parser.add_argument("--lr", type=float, default=1e-4)
    parser.add_argument("--keep", type=float, default=0.3, help="share of the draws from the project's own pairs; 0: none")
    return parser.parse_args(argv)


def split(files: list[Path], out: Path) -> Path:
    """Writes mine.tsv and the held-back mine.fr, mine.en into `out`; returns the stem of the latter. Raises `InputError`."""
    pairs: list[Pair] = list(dict.fromkeys(pair for file in files for pair in read_pairs(file)))
    if len(pairs) < 20:
        raise InputError(f"{len(pairs)} pairs are too few to learn from; give at least 20, better some thousands.")
    random.Random(0).shuffle(pairs)
    held = min(300, max(10, len(pairs) // 100))
    out.mkdir(parents=True, exist_ok=True)
    write_pairs(out / "mine.tsv", iter(pairs[held:]))
    for column, language in enumerate(("fr", "en")):
        lines = "".join(f"{pair[column]}\n" for pair in pairs[:held])
        (out / f"mine.{language}").write_text(lines, encoding="utf-8")
    return out / "mine"


def shape(config: MarianConfig) -> list[str]:
    """The options that give a model of the same shape."""
    sizes = {
        "--d": config.d_model,
        "--ffn": config.encoder_ffn_dim,
        "--encoder-layers": config.encoder_layers,
        "--decoder-layers": config.decoder_layers,
    }
    return [text for name, size in sizes.items() for text in (name, str(size))]


def schedule(options: argparse.Namespace, dev: Path) -> list[str]:
    """Gentle: a low rate that falls to zero over the whole run, the full softmax."""
    own = (1 - options.keep) / 2
    shares = [f"mine={own}", f"minem={own}"]
    if options.keep:
        shares += [f"written={options.keep / 2}", f"writtenm={options.keep / 2}"]
    rates = ["--lr", str(options.lr), "--warmup", "20", "--cooldown", "1.0", "--minutes", str(options.minutes)]
    return ["--share", *shares, *rates, "--steps", str(options.steps), "--dev", str(dev)]


if __name__ == "__main__":
    main()
