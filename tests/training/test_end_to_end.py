"""The whole chain on a handful of pairs: prepare, embed, train, resume, average, export, load in both engines, score, fine-tune."""

import importlib
import json
from pathlib import Path

import pytest
import torch

from service.config import Settings
from service.engines import Decoding, load_translator
from service.engines.weights import locate
from service.errors import BrokenModel
from training import embed, evaluate, export, finetune, prepare, train

OWN = Path(__file__).parents[2] / "training" / "pairs"
TINY = ["--d", "32", "--ffn", "32", "--encoder-layers", "1", "--decoder-layers", "1", "--tokens", "400", "--longest", "60"]
SHORT = ["--steps", "20", "--minutes", "2", "--warmup", "1", "--lr", "0.01", "--negatives", "100", "--keep", "3"]
SENTENCES = ["Le ministre a signé l'accord le ⟦0⟧.", "Trois écoles ouvriront leurs portes."]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data/ and out/ after twenty steps, and five more from the checkpoint."""
    folder = tmp_path_factory.mktemp("training")
    data, out = str(folder / "data"), str(folder / "out")
    prepare.main(
        [f"written={OWN / 'written_services.tsv'}", "--out", data, "--vocab", "600", "--masked", "written", "--noisy", "written"]
    )
    embed.main([data, "--d", "32"])
    train.main([data, "--out", out, "--embed", f"{data}/embed32.npy", *TINY, *SHORT])
    train.main([data, "--out", out, *TINY, *SHORT, "--steps", "5", "--share", "written=1", "writtenm=2"])
    return folder


def test_training_resumes_where_it_stopped(trained: Path):
    state = torch.load(trained / "out" / "last.pt", weights_only=True)
    assert state["step"] == 25
    assert state["seen"] > 25 * 100
    kept = sorted(path.name for path in (trained / "out").glob("weights-*.pt"))
    assert kept == ["weights-000000020.pt", "weights-000000025.pt"]


def test_the_exported_folder_says_the_same_in_both_engines(trained: Path, tmp_path: Path):
    export.main([str(trained / "out"), "--to", str(tmp_path / "model"), "--average", "2"])
    overrides = {"translator.model": str(tmp_path / "model"), "cache": str(tmp_path / "cache"), "translator.compute": "float32"}
    assert said_by("service.engines.ct2:Ct2Translator", overrides) == said_by("service.engines.hf:HfTranslator", overrides)


def said_by(name: str, overrides: dict[str, object]) -> list[str]:
    """What an engine makes of two sentences; the canary is not sung, since twenty steps teach no French."""
    module, _, kind = name.partition(":")
    settings = Settings.load("embedded", overrides)
    engine = getattr(importlib.import_module(module), kind)(locate(settings.translator.model, "", settings), settings)
    assert engine.placeholders
    return [found[0].text for found in engine.translate(SENTENCES, Decoding(beam=1, length_ratio=1.0, length_extra=4))]


def test_export_refuses_to_average_what_was_not_kept(trained: Path, tmp_path: Path):
    with pytest.raises(BrokenModel, match="keeps 2 checkpoints, not 9; train with --keep 9"):
        export.main([str(trained / "out"), "--to", str(tmp_path / "model"), "--average", "9"])
    assert not (tmp_path / "model").exists()


def test_export_refuses_a_file_that_the_repository_does_not_take(trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(export, "LARGEST", 1000)
    with pytest.raises(BrokenModel, match="more than 1,000"):
        export.main([str(trained / "out"), "--to", str(tmp_path / "model")])


def test_evaluate_writes_scores_with_signatures_and_the_probes(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """On the shipped model: six lines are enough to see that it is the shipped model."""
    (tmp_path / "set.fr").write_text("La réunion se tiendra le 13 janvier 2021.\nMerci.\n" * 3, encoding="utf-8")
    (tmp_path / "set.en").write_text("The meeting will be held on 13 January 2021.\nThank you.\n" * 3, encoding="utf-8")
    evaluate.main(["--pairs", str(tmp_path / "set"), "--threads", "1", "--json", str(tmp_path / "report.json")])
    (report,) = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    scores = report["sets"]["set"]
    assert report["engine"].startswith("ct2/embedded@")
    assert scores["BLEU"]["score"] > 30
    assert "tok:13a" in scores["BLEU"]["signature"]
    assert scores["figures"]["asked"] == 6
    assert report["placeholders"]["sentences"] == 3
    assert set(report["odd_input"]) == {"chrome", "capitals", "capitals without accents", "without accents", "English"}
    assert "| set | 6 |" in capsys.readouterr().out


def test_fine_tuning_on_a_users_pairs_leaves_a_model_that_loads(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    lines = "".join(f"Le lot {n} est arrivé.\tBatch {n} has arrived.\n" for n in range(100, 150))
    (tmp_path / "mine.tsv").write_text(lines, encoding="utf-8")
    model, out = str(trained / "out" / "hf"), tmp_path / "tuned"
    finetune.main([str(tmp_path / "mine.tsv"), "--out", str(out), "--model", model, "--steps", "3", "--minutes", "1"])
    assert (out / "hf" / "model.safetensors").exists()
    assert capsys.readouterr().out.count("(mine, 10 lines)") == 2  # before and after


def test_load_translator_takes_the_trained_folder_or_says_that_it_is_no_good(trained: Path, tmp_path: Path):
    """Twenty steps give no usable model, and the canary must say so rather than a reader find out."""
    settings = Settings.load("embedded", {"translator.model": str(trained / "out" / "hf"), "cache": str(tmp_path)})
    with pytest.raises(BrokenModel, match="conversion"):
        load_translator(settings)
