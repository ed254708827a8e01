"""The model: a MarianMT of a few million parameters; how it starts, how it grows, what it loses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812  its name everywhere
from transformers import MarianConfig, MarianMTModel

from training.vocabulary import EOS


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    d: int = 256
    ffn: int = 1024
    encoder_layers: int = 6
    decoder_layers: int = 2
    dropout: float = 0.0


def make_model(shape: Shape, vocabulary: int) -> MarianMTModel:
    """Random weights; `vocabulary` counts the pieces and <pad>, which is the last row, is zero and starts the decoder."""
    heads = max(1, shape.d // 64)
    config = MarianConfig(
        vocab_size=vocabulary,
        d_model=shape.d,
        encoder_layers=shape.encoder_layers,
        decoder_layers=shape.decoder_layers,
        encoder_attention_heads=heads,
        decoder_attention_heads=heads,
        encoder_ffn_dim=shape.ffn,
        decoder_ffn_dim=shape.ffn,
        max_position_embeddings=512,
        activation_function="relu",
        scale_embedding=True,
        static_position_embeddings=True,
        pad_token_id=vocabulary - 1,
        eos_token_id=EOS,
        bos_token_id=EOS,
        decoder_start_token_id=vocabulary - 1,
        forced_eos_token_id=EOS,
        dropout=shape.dropout,
        attention_dropout=0.0,
        activation_dropout=0.0,
        share_encoder_decoder_embeddings=True,
        tie_word_embeddings=True,
    )
    model = MarianMTModel(config)
    with torch.no_grad():
        model.model.shared.weight[config.pad_token_id].zero_()  # where Marian, and others who convert it, start decoding
    return model


def grown(small: MarianMTModel, shape: Shape) -> dict[str, Any]:
    """The weights of a model with fewer layers, each layer standing for its share of the deeper one (Gong et al. 2019,
    "Efficient training of BERT by progressively stacking")."""
    have = {"encoder": small.config.encoder_layers, "decoder": small.config.decoder_layers}
    want = {"encoder": shape.encoder_layers, "decoder": shape.decoder_layers}
    state = {}
    for name, value in small.state_dict().items():
        side, found, rest = name.partition(".layers.")
        if not found:
            state[name] = value
            continue
        old, _, tail = rest.partition(".")
        kind = side.rpartition(".")[2]
        for new in range(want[kind]):
            if new * have[kind] // want[kind] == int(old):
                state[f"{side}.layers.{new}.{tail}"] = value
    return state


def hidden_states(model: MarianMTModel, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """What the decoder makes of each target position, having read `y` up to it, padding included: (rows × width, d)."""
    pad = model.config.pad_token_id
    start = torch.full((len(y), 1), pad, device=y.device)
    shifted = torch.cat([start, y[:, :-1]], 1)
    out = model.model(input_ids=x, attention_mask=(x != pad).long(), decoder_input_ids=shifted)
    states: torch.Tensor = out.last_hidden_state.flatten(0, 1)
    return states


def full_loss(hidden: torch.Tensor, target: torch.Tensor, shared: torch.Tensor, smoothing: float) -> torch.Tensor:
    """Cross-entropy over all words; <pad>, the last row, is no target. Rows of zeros make the words a multiple of 64: with an
    odd number of them a GPU's matrix product takes ten times as long."""
    words = len(shared)
    logits = F.linear(hidden, F.pad(shared, (0, 0, 0, -words % 64)))[:, :words].float()
    return F.cross_entropy(logits, target, label_smoothing=smoothing, ignore_index=words - 1)


def sampled_loss(hidden: torch.Tensor, target: torch.Tensor, shared: torch.Tensor, negatives: int) -> torch.Tensor:
    """Cross-entropy over the words of the batch and some drawn ones, whose part of the sum is scaled up: importance sampling
    (Jean et al. 2015, "On using very large target vocabulary for neural machine translation"). `target` holds no <pad>."""
    present, position = torch.unique(target, return_inverse=True)
    absent = torch.ones(len(shared), dtype=torch.bool, device=shared.device)
    absent[present] = False
    pool = absent.nonzero().flatten()
    drawn = pool[torch.randperm(len(pool), device=pool.device)[:negatives]]
    logits = F.linear(hidden, shared[torch.cat([present, drawn])])
    if len(drawn):
        scale = torch.log(torch.tensor(len(pool) / len(drawn)))
        logits = torch.cat([logits[:, : len(present)], logits[:, len(present) :] + scale], 1)
    return F.cross_entropy(logits.float(), position)
