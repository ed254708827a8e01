"""A MarianMT checkpoint as a CTranslate2 folder, from safetensors, without torch and without transformers.

CTranslate2's own converter needs both, reads the configuration from another revision than the weights, and deletes
the old folder before the new one is whole. What is written here says what `MarianMTModel` computes.
"""

from __future__ import annotations

import hashlib
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from service.engines.made import made_once
from service.engines.marian import NEVER, MarianText, in_order
from service.engines.tensors import Tensors
from service.engines.weights import Weights
from service.errors import BrokenModel

_LAYOUT = "1"  # raise it when the same checkpoint is written in another way
_ACTIVATIONS = {"relu": "RELU", "swish": "SWISH", "silu": "SWISH", "gelu": "GELU", "gelu_new": "GELUTanh"}


def converted(weights: Weights, quantization: str, cache: Path) -> Path:
    """The CTranslate2 folder of a checkpoint, made on first use; its name follows from what is in it."""
    import ctranslate2

    key = f"{_LAYOUT}\0{weights.revision}\0{quantization}\0{ctranslate2.__version__}"
    name = f"{weights.name}-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
    return made_once(cache / "converted" / name, lambda aside: convert(weights, aside, quantization))


def convert(weights: Weights, folder: Path, quantization: str) -> None:
    """Write `model.bin`, `config.json` and the vocabularies into `folder`. Raises `BrokenModel`."""
    try:
        _write(weights, folder, quantization)
    except (KeyError, IndexError, ValueError) as error:
        words = " ".join(str(error).split())[:300]
        raise BrokenModel(f"The files of {weights.label} do not fit its configuration: {words}") from error


def _write(weights: Weights, folder: Path, quantization: str) -> None:
    config, text = weights.config(), MarianText.read(weights)
    if config.get("model_type") != "marian":
        raise BrokenModel(f"{weights.label} is a {config.get('model_type')!r} model; a translator must be MarianMT.")
    spec = _spec(Tensors.read(weights.folder), config, text)
    source = in_order(text.ids, spec.encoder.embeddings[0].weight.shape[0])
    spec.register_source_vocabulary(list(source))
    spec.register_target_vocabulary(list(text.tokens))
    spec.config.bos_token = spec.config.eos_token = text.tokens[text.end]
    spec.config.unk_token = text.unknown
    spec.config.decoder_start_token = text.tokens[int(config.get("decoder_start_token_id", text.pad))]
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization)
    spec.save(str(folder))


def _specs() -> Any:
    """`ctranslate2.specs` imports torch at once if it can (2 s, 200 MB); torch is hidden from it for that moment."""
    hidden = "torch" not in sys.modules
    if hidden:
        sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        import ctranslate2.specs as specs
    finally:
        if hidden:
            del sys.modules["torch"]
    return specs


def _spec(tensors: Tensors, config: dict[str, Any], text: MarianText) -> Any:
    specs = _specs()
    activation = str(config.get("activation_function", "gelu"))
    if activation not in _ACTIVATIONS:
        raise BrokenModel(f"The activation {activation!r} is not one that CTranslate2 computes.")
    if config["encoder_attention_heads"] != config["decoder_attention_heads"]:
        raise BrokenModel("Encoder and decoder have different numbers of attention heads.")
    spec = specs.TransformerSpec.from_config(
        (config["encoder_layers"], config["decoder_layers"]),
        config["encoder_attention_heads"],
        pre_norm=False,  # MarianMT normalises after each sum, and never the embeddings
        activation=getattr(specs.Activation, _ACTIVATIONS[activation]),
    )
    scale = np.float32(math.sqrt(config["d_model"]) if config.get("scale_embedding") else 1.0)
    positions = sinusoids(text.positions, config["d_model"])
    for side, name in ((spec.encoder, "encoder"), (spec.decoder, "decoder")):
        side.scale_embeddings = scale
        side.position_encodings.encodings = positions
        for index, layer in enumerate(side.layer):
            _set_layer(layer, tensors, f"model.{name}.layers.{index}", decoder=name == "decoder")
    _set_vocabulary(spec, tensors, text)
    return spec


def sinusoids(positions: int, width: int) -> npt.NDArray[np.float32]:
    """Position encodings as Marian has them: all the sines, then all the cosines. CTranslate2's own differ in their
    frequencies, so they are always written."""
    pairs = np.arange(width)
    angles = np.arange(positions)[:, None] / np.power(10000.0, 2 * (pairs // 2) / width)[None, :]
    return np.concatenate([np.sin(angles[:, 0::2]), np.cos(angles[:, 1::2])], axis=1).astype(np.float32)


def _set_vocabulary(spec: Any, tensors: Tensors, text: MarianText) -> None:
    shared = tensors.first("model.shared.weight", "model.encoder.embed_tokens.weight")
    decoder = tensors.first("model.decoder.embed_tokens.weight", "model.shared.weight")
    spec.encoder.embeddings[0].weight = shared
    spec.decoder.embeddings.weight = decoder
    spec.decoder.projection.weight = tensors.first("lm_head.weight", default=decoder)
    bias = tensors.first("final_logits_bias", default=np.zeros(len(text.tokens), np.float32)).reshape(-1).copy()
    bias[text.forbidden] = NEVER
    spec.decoder.projection.bias = bias


def _set_layer(layer: Any, tensors: Tensors, name: str, *, decoder: bool) -> None:
    _set_attention(layer.self_attention, tensors, f"{name}.self_attn", ("q_proj", "k_proj", "v_proj"))
    if decoder:
        _set_attention(layer.attention, tensors, f"{name}.encoder_attn", ("q_proj",), ("k_proj", "v_proj"))
    _set_linear(layer.ffn.linear_0, tensors, f"{name}.fc1")
    _set_linear(layer.ffn.linear_1, tensors, f"{name}.fc2")
    _set_norm(layer.ffn.layer_norm, tensors, f"{name}.final_layer_norm")


def _set_attention(attention: Any, tensors: Tensors, name: str, *fused: tuple[str, ...]) -> None:
    """CTranslate2 computes the projections of one input as one product: their rows are stacked."""
    for linear, parts in zip(attention.linear, (*fused, ("out_proj",)), strict=True):
        _set_linear(linear, tensors, *(f"{name}.{part}" for part in parts))
    _set_norm(attention.layer_norm, tensors, f"{name}_layer_norm")


def _set_linear(linear: Any, tensors: Tensors, *names: str) -> None:
    linear.weight = np.concatenate([tensors.first(f"{name}.weight") for name in names])
    linear.bias = np.concatenate([tensors.first(f"{name}.bias") for name in names])


def _set_norm(norm: Any, tensors: Tensors, name: str) -> None:
    norm.gamma = tensors.first(f"{name}.weight")
    norm.beta = tensors.first(f"{name}.bias")
