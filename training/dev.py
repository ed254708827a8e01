"""BLEU and chrF of a model in training, by transformers itself: greedy, float32, no file written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sacrebleu
import torch
from transformers import GenerationConfig, MarianMTModel

from training.corpus import padded
from training.pairs import plain
from training.vocabulary import EOS, pad_id


@torch.inference_mode()
def translate(model: MarianMTModel, vocabulary: Any, sentences: list[str]) -> list[str]:
    """One English line for each French one, in the same order."""
    model.eval()
    pad = pad_id(vocabulary)
    sources = [[*ids, EOS] for ids in vocabulary.encode(sentences)]
    order = sorted(range(len(sources)), key=lambda i: len(sources[i]))
    english = [""] * len(sources)
    for first in range(0, len(order), 64):
        part = order[first : first + 64]
        x = padded([sources[i] for i in part], pad).to(model.device)
        out = model.generate(input_ids=x, attention_mask=(x != pad).long(), generation_config=_greedy(model, x.shape[1]))
        for i, row in zip(part, out[:, 1:].tolist(), strict=True):
            english[i] = vocabulary.decode([token for token in row if token not in (pad, EOS)])
    return english


def score_stem(model: MarianMTModel, vocabulary: Any, stem: Path, *, lines: int) -> tuple[float, float]:
    """BLEU and chrF of the first `lines` of STEM.fr against STEM.en; prints them and three lines to look at."""
    source = stem.with_name(f"{stem.name}.fr").read_text(encoding="utf-8").splitlines()[:lines]
    reference = stem.with_name(f"{stem.name}.en").read_text(encoding="utf-8").splitlines()[:lines]
    english = translate(model, vocabulary, [plain(line) for line in source])
    bleu = sacrebleu.corpus_bleu(english, [reference]).score
    chrf = sacrebleu.corpus_chrf(english, [reference]).score
    print(f"BLEU {bleu:.2f}  chrF {chrf:.2f}  ({stem.name}, {len(source)} lines)", flush=True)
    for french, line in zip(source[:3], english, strict=False):
        print(f"   fr {french[:160]}\n   en {line[:160]}", flush=True)
    return bleu, chrf


def _greedy(model: MarianMTModel, width: int) -> GenerationConfig:
    config = model.config
    return GenerationConfig(
        num_beams=1,
        do_sample=False,
        max_new_tokens=min(2 * width, 300),
        pad_token_id=config.pad_token_id,
        eos_token_id=config.eos_token_id,
        decoder_start_token_id=config.decoder_start_token_id,
        suppress_tokens=[config.pad_token_id],
    )
