"""Small BART, Pegasus and T5 checkpoints that learn one toy task: a text's first sentence is its summary."""

from __future__ import annotations

import json
import random

NAMES = ["Rabat", "Dakar", "Paris", "Tunis", "Geneva", "Niamey"]
THINGS = ["school", "bridge", "clinic", "museum", "port", "library"]
DEEDS = ["opened", "closed", "visited", "funded"]
KINDS = ["bart", "pegasus", "t5"]


def article(rng, sentences=3):
    said = [f"{rng.choice(NAMES)} {rng.choice(DEEDS)} a {rng.choice(THINGS)} ." for _ in range(sentences)]
    return " ".join(said), said[0]


def make(kind, folder, steps):
    """A word-level vocabulary keeps it small; the steps are of 16 texts each."""
    import torch

    tokenizer = _tokenizer(kind, folder)
    torch.manual_seed(3)
    model = _model(kind, len(tokenizer))
    optimizer = torch.optim.Adam(model.parameters(), lr=4e-3)
    rng = random.Random(1)
    pad, prefix = model.config.pad_token_id, {"t5": "summarize: ", "bart": " "}.get(kind, "")
    for _ in range(steps):
        articles = [article(rng, rng.randint(2, 4)) for _ in range(16)]
        source = tokenizer([prefix + text for text, _ in articles], return_tensors="pt", padding=True)
        target = tokenizer([prefix[: kind == "bart"] + s for _, s in articles], return_tensors="pt", padding=True).input_ids
        optimizer.zero_grad()
        labels = target.masked_fill(target == pad, -100)
        model(input_ids=source.input_ids, attention_mask=source.attention_mask, labels=labels).loss.backward()
        optimizer.step()
    model.save_pretrained(folder)


def _tokenizer(kind, folder):
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    words = ["<s>", "<pad>", "</s>", "<unk>", "summarize:", "a", ".", *NAMES, *DEEDS, *THINGS]
    backend = Tokenizer(models.WordLevel({word: index for index, word in enumerate(words)}, unk_token="<unk>"))
    backend.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    single = "<s> $A </s>" if kind == "bart" else "$A </s>"
    backend.post_processor = processors.TemplateProcessing(single=single, special_tokens=[("<s>", 0), ("</s>", 2)])
    special = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>"}
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=backend, **special)
    tokenizer.save_pretrained(folder)
    (folder / "added_tokens.json").write_text(json.dumps({}))
    return tokenizer


def _model(kind, size):
    from transformers import (
        BartConfig,
        BartForConditionalGeneration,
        PegasusConfig,
        PegasusForConditionalGeneration,
        T5Config,
        T5ForConditionalGeneration,
    )

    common = {"vocab_size": size, "d_model": 48, "pad_token_id": 1, "eos_token_id": 2}
    layers = {"encoder_layers": 1, "decoder_layers": 1, "encoder_attention_heads": 4, "decoder_attention_heads": 4}
    layers |= {"encoder_ffn_dim": 96, "decoder_ffn_dim": 96, "max_position_embeddings": 64, "dropout": 0.0}
    if kind == "bart":
        config = BartConfig(**common, **layers, bos_token_id=0, decoder_start_token_id=2, forced_bos_token_id=0)
        return BartForConditionalGeneration(config)
    if kind == "pegasus":
        config = PegasusConfig(**common, **layers, decoder_start_token_id=1, scale_embedding=True, init_std=0.1)
        return PegasusForConditionalGeneration(config)
    sizes = {"d_ff": 96, "d_kv": 12, "num_heads": 4, "num_layers": 1, "num_decoder_layers": 1, "dropout_rate": 0.0}
    return T5ForConditionalGeneration(T5Config(**common, **sizes, decoder_start_token_id=1, n_positions=64))
