"""Checkpoints become CTranslate2 folders once, whole or not at all, and what does not fit says so."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file
from small_marian import FRENCH, PAIRS

from service.config import Settings
from service.engines import Decoding, load_translator
from service.engines.border import engine_border
from service.engines.convert import sinusoids
from service.engines.made import made_once
from service.engines.marian import PLACEHOLDERS, MarianText
from service.engines.weights import EMBEDDED, local
from service.errors import BrokenModel, ConfigError, EngineError, ModelNotFound, OutOfMemory


@pytest.fixture
def copy(tiny, tmp_path):
    """A checkpoint of its own, to be damaged."""
    return shutil.copytree(tiny, tmp_path / "model")


def change_config(folder, **values):
    path = folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))


def change_tensors(folder, change):
    tensors = load_file(folder / "model.safetensors")
    save_file({k: v for k, v in change(tensors).items() if v is not None}, folder / "model.safetensors")


DAMAGE = {
    "no source.spm": (lambda f: (f / "source.spm").unlink(), "source.spm is missing"),
    "source.spm is text": (lambda f: (f / "source.spm").write_text("x"), "no SentencePiece model"),
    "no vocab.json": (lambda f: (f / "vocab.json").unlink(), "no readable vocab.json"),
    "config is no JSON": (lambda f: (f / "config.json").write_text("{"), "no valid JSON"),
    "weights cut in the middle": (
        lambda f: (f / "model.safetensors").write_bytes((f / "model.safetensors").read_bytes()[:5000]),
        "cannot be read as safetensors",
    ),
    "no weights": (lambda f: (f / "model.safetensors").unlink(), "has no weights"),
    "another kind": (lambda f: change_config(f, model_type="bart"), "must be MarianMT"),
    "unknown activation": (lambda f: change_config(f, activation_function="mish"), "activation 'mish'"),
    "a tensor missing": (
        lambda f: change_tensors(f, lambda t: {**t, "model.encoder.layers.0.fc1.weight": None}),
        "no tensor 'model.encoder.layers.0.fc1.weight'",
    ),
    "another vocabulary size": (lambda f: change_config(f, vocab_size=70, decoder_vocab_size=70), "outside its vocabulary"),
    "weights of another model": (
        lambda f: change_tensors(f, lambda t: {k: v[..., ::-1].copy() * 9 for k, v in t.items()}),
        "broken",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_checkpoint_fails_at_load_and_says_why(configure, copy, name):
    damage, says = DAMAGE[name]
    damage(copy)
    with pytest.raises(BrokenModel, match=says):
        load_translator(configure(translator__model=str(copy)))


def test_a_folder_without_a_model_is_not_found(configure, tmp_path):
    with pytest.raises(ModelNotFound, match=r"config\.json is missing"):
        load_translator(configure(translator__model=str(tmp_path)))
    with pytest.raises(ModelNotFound, match="no id of the hub"):
        load_translator(configure(translator__model="no such model"))


def test_an_exchanged_file_is_another_model(configure, copy):
    before = local(copy)
    change_tensors(copy, lambda t: {**t, "final_logits_bias": t["final_logits_bias"] + 1})
    assert local(copy).revision != before.revision


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [("device", "cuda", "no usable GPU"), ("device", "tpu", "'tpu'"), ("compute", "float16", "float16"),
     ("compute", "int3", "int3")],
)  # fmt: skip
@pytest.mark.parametrize("engine", ["ctranslate2", "transformers"])
def test_what_the_machine_cannot_do_is_a_setting_to_change(configure, tiny, engine, key, value, says):
    import torch

    if (engine, value) == ("transformers", "float16") or (value == "cuda" and torch.cuda.is_available()):
        pytest.skip("this one can")
    with pytest.raises(ConfigError, match=says):
        load_translator(configure(translator__model=str(tiny), translator__engine=engine, **{f"translator__{key}": value}))


def test_a_cache_that_cannot_be_written_is_named(configure, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="DEPECHE_CACHE"):
        load_translator(configure(cache=str(tmp_path / "file")))


def test_two_processes_convert_at_once_and_both_translate(tmp_path):
    script = (
        "import sys; from service.config import Settings; from service.engines import Decoding, load_translator;"
        f"t = load_translator(Settings.load(overrides={{'cache': {str(tmp_path)!r}}}));"
        f"print(t.translate([{PAIRS[0][0]!r}], Decoding(beam=1))[0][0].text)"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert said[0][0] == said[1][0] != ""
    assert len(list((tmp_path / "converted").iterdir())) == 1


def test_a_folder_is_made_whole_or_not_at_all(tmp_path):
    def fail(aside):
        (aside / "half").write_text("x")
        raise EngineError("stopped")

    with pytest.raises(EngineError):
        made_once(tmp_path / "model", fail)
    assert list(tmp_path.iterdir()) == []
    made_once(tmp_path / "model", lambda aside: (aside / "whole").write_text("1"))
    made_once(tmp_path / "model", fail)  # there already: not made again
    assert (tmp_path / "model" / "whole").read_text() == "1"


def test_what_a_killed_process_left_aside_is_swept_after_a_day(tmp_path):
    old, young = tmp_path / ".a.old", tmp_path / ".b.young"
    for folder in (old, young):
        folder.mkdir()
    os.utime(old, (time.time() - 90_000,) * 2)
    made_once(tmp_path / "model", lambda aside: None)
    assert not old.exists()
    assert young.exists()


def test_positions_are_those_of_marian():
    import torch
    from transformers.models.marian.modeling_marian import MarianSinusoidalPositionalEmbedding

    theirs = MarianSinusoidalPositionalEmbedding(40, 24).create_weight()
    np.testing.assert_allclose(sinusoids(40, 24), theirs.to(torch.float32).numpy(), atol=1e-6)


@pytest.mark.parametrize("where", ["tiny", "embedded"])
@pytest.mark.filterwarnings("ignore:Recommended")
def test_pieces_are_those_of_the_marian_tokenizer(tiny, where):
    from transformers import MarianTokenizer

    weights = local(tiny if where == "tiny" else EMBEDDED)
    ours, theirs = MarianText.read(weights), MarianTokenizer.from_pretrained(weights.folder)
    for sentence in [*FRENCH[:60], "⟦0⟧ a reçu ⟦1⟧.", "漢字", "  deux  espaces "]:
        assert [ours.ids[piece] for piece in ours.pieces(sentence)] + [ours.end] == theirs(sentence)["input_ids"]


EMBEDDED_TEXT = [
    "⟦0⟧, ⟦1⟧ (⟦2⟧) : « ⟦3⟧ »", "l'⟦4⟧ de ⟦5⟧.", "⟦6⟧⟦7⟧", "漢字 and 😀 stay", "1,234.5 and 13:45", "a – b — c", "⟦0⟧’s"
]  # fmt: skip


@pytest.mark.parametrize("text", EMBEDDED_TEXT)
def test_words_come_back_from_the_pieces_of_the_embedded_model(text):
    marian = MarianText.read(local(EMBEDDED))
    assert marian.text(marian.target.encode(text, out_type=str)) == text


def test_placeholders_are_seen_where_the_vocabulary_has_them(tiny):
    assert MarianText.read(local(EMBEDDED)).placeholders
    assert not MarianText.read(local(tiny)).placeholders
    assert len(PLACEHOLDERS) == 10


@pytest.mark.parametrize(
    ("raised", "becomes"),
    [(RuntimeError("CUDA out of memory. Tried"), OutOfMemory), (MemoryError(), OutOfMemory),
     (RuntimeError("std::bad_alloc"), OutOfMemory), (RuntimeError("bad shape"), EngineError), (KeyError("x"), EngineError),
     (BrokenModel("ours"), BrokenModel)],
)  # fmt: skip
def test_errors_of_the_libraries_become_ours(raised, becomes):
    with pytest.raises(becomes) as caught, engine_border("ct2/x"):
        raise raised
    assert type(caught.value) is becomes


def test_an_engine_that_fails_inside_is_an_engine_error(configure, tiny):
    class Lost:
        """A model whose device has gone: whatever is asked of it fails."""

        def __getattr__(self, name):
            raise RuntimeError("device lost")

    translator = load_translator(configure(translator__model=str(tiny)))
    translator._model = Lost()
    with pytest.raises(EngineError, match=r"ct2/.* failed: device lost"):
        translator.translate(["Merci."], Decoding(beam=1))


@pytest.mark.parametrize(("beam", "some"), [(1, 24), (4, 8)])
def test_both_engines_write_the_same_text(configure, beam, some):
    agree(configure, FRENCH[:some], Decoding(beam=beam, candidates=beam))


@pytest.mark.slow
@pytest.mark.parametrize("beam", [1, 4])
def test_both_engines_write_the_same_text_for_200_sentences(configure, beam):
    agree(configure, FRENCH, Decoding(beam=beam))


def agree(configure, sentences, decoding):
    one, other = (
        load_translator(configure(translator__engine=engine, translator__compute="float32")).translate(sentences, decoding)
        for engine in ("ctranslate2", "transformers")
    )
    same = sum([c.text for c in a] == [c.text for c in b] for a, b in zip(one, other, strict=True))
    assert same >= 0.98 * len(sentences)


def test_settings_of_the_default_profile_choose_int8(cache):
    assert load_translator(Settings.load(overrides={"cache": str(cache)})).name.endswith("/int8")
