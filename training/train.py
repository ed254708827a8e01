"""Train a compact MarianMT model on what `prepare.py` wrote; the same on a CPU and on a GPU.

    python training/train.py DATA --out OUT --minutes 60 [--init MODEL | --embed DATA/embed256.npy] [--dev STEM]

Stops by itself after --minutes (or --steps); the learning rate falls to zero over the last part. Run again, it goes on from
OUT/last.pt. Leaves OUT/hf, which `transformers`, CTranslate2 and `depeche --model OUT/hf` load.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that it runs from a checkout that is not installed

from training.export import export
from training.trainer import Trainer


def main(argv: list[str] | None = None) -> None:
    options = arguments(argv)
    trainer = Trainer(options)
    trainer.run()
    export(trainer.best, trainer.options.data, options.out / "hf")


def arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("data", type=Path)
    add("--out", type=Path, required=True)
    add("--init", type=Path, help="start from the weights of this Hugging Face folder; fewer layers are grown")
    add("--embed", type=Path, help="what embed.py wrote, for the first start")
    add("--minutes", type=float, default=10)
    add("--steps", type=int, default=0, help="stop after as many steps of this run, if that comes first")
    add("--seed", type=int, default=1)
    _add_drawing(parser)
    _add_shape(parser)
    _add_learning(parser)
    _add_saving(parser)
    options = parser.parse_args(argv)
    options.share = dict(options.share)
    return options


def _add_drawing(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("what is drawn").add_argument
    add("--tokens", type=int, default=1000, help="padded tokens of one side in a batch (CPU 800–1,000, GPU 65,536)")
    add("--longest", type=int, default=220, help="tokens of one example")
    add("--share", nargs="*", type=_share, default=[], metavar="NAME=SHARE", help="draws by source; default: by size")
    add("--concat", type=float, default=0.08, help="share of examples made of 2–4 consecutive pairs")


def _add_shape(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("the model").add_argument
    add("--d", type=int, default=256)
    add("--ffn", type=int, default=1024)
    add("--encoder-layers", type=int, default=4)
    add("--decoder-layers", type=int, default=2)
    add("--dropout", type=float, default=0.0)


def _add_learning(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("how it learns").add_argument
    add("--negatives", type=int, default=0, help="words drawn for the softmax beside those of the batch; 0: all words")
    add("--smoothing", type=float, default=0.1, help="label smoothing, with the full softmax")
    add("--lr", type=float, default=1e-3, help="AdamW")
    add("--muon-lr", type=float, default=0.0, help="Muon for the weight matrices (GPU: 0.02); 0: AdamW for all")
    add("--split", type=float, default=0.0, help="share of the source pieces cut otherwise at each draw (many epochs: 0.1)")
    add("--blank", type=float, default=0.0, help="share of the target tokens that the decoder does not see (many epochs: 0.1)")
    add("--float32", action="store_true", help="no bfloat16 products, where the machine has them")
    add("--compile", action="store_true", help="the full softmax in two passes over memory in place of ten (GPU)")
    add("--warmup", type=int, default=200, help="steps")
    add("--cooldown", type=float, default=0.3, help="share of the run over which the rates fall to zero")
    add("--ema", type=float, default=0.0, help="decay of a moving average of the weights (GPU: 0.999)")


def _add_saving(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("what is saved and told").add_argument
    add("--eval-every", type=float, default=10, help="minutes between two checkpoints and scores")
    add("--keep", type=int, default=0, help="weights of the last checkpoints kept for export.py --average")
    add("--dev", help="stem of NAME.fr and NAME.en, scored greedily")
    add("--dev-lines", type=int, default=300)


def _share(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    return name, float(value)


if __name__ == "__main__":
    main()
