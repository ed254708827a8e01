"""What high, medium and low stand for: calibrated to the weights, lowered by doubts, and said where nobody has calibrated."""

import shutil

import pytest

from service import BriefService, Settings
from service.confidence import FILE, UNCALIBRATED, Calibration, Grader, left_out, read_calibration
from service.config import TranslatorSettings
from service.engines.weights import EMBEDDED, local
from service.errors import BrokenModel
from service.types import Finding

FITTED = Calibration(
    weights="w", base=20.0, probability=50.0, left_out=-30.0, high_from=50.0, low_below=40.0, sentences=9, correlation=0.5
)
DOUBT, SEVERE, NOTE = (Finding("x", "n", level) for level in ("doubt", "severe", "note"))
GRADES = [  # score, share left out, findings, calibrated, by the general bounds
    (0.0, 0.0, (), "high", "high"),
    (-0.3, 0.0, (), "high", "high"),
    (-0.3, 0.5, (), "medium", "high"),
    (-0.3, 1.0, (), "low", "high"),
    (-0.7, 0.0, (), "medium", "medium"),
    (-2.0, 0.0, (), "low", "low"),
    (-90.0, 0.0, (), "low", "low"),
    (-0.1, 0.0, (NOTE,), "high", "high"),
    (-0.1, 0.0, (NOTE, DOUBT), "medium", "medium"),
    (-2.0, 0.0, (DOUBT,), "low", "low"),
    (-0.1, 0.0, (SEVERE,), "low", "low"),
]


@pytest.mark.parametrize(("score", "share", "findings", "calibrated", "general"), GRADES)
def test_score_words_left_out_and_doubts_make_the_grade(score, share, findings, calibrated, general):
    assert Grader(FITTED, TranslatorSettings()).grade(score, share, findings) == calibrated
    assert Grader(None, TranslatorSettings()).grade(score, share, findings) == general


def test_words_left_out_are_counted_as_a_share_of_the_longer_ones():
    assert left_out("Le conseil a adopté le budget.", "The council adopted the budget.") == 0
    assert 0.3 < left_out("Le conseil a adopté le budget.", "The council met.") < 0.7
    assert left_out("", "") == 0


def test_the_shipped_calibration_belongs_to_the_shipped_weights():
    """After an exchange of the weights: python benchmarks/confidence.py … --write."""
    found = local(EMBEDDED).calibration
    assert found is not None
    assert found.sentences >= 1000
    assert found.correlation > 0.4
    assert found.probability > 0 > found.left_out
    assert found.low_below < found.high_from


def test_a_faithful_sentence_is_trusted_more_than_one_of_strange_words(desk):
    easy, hard = desk.sentences.translate(
        ["Le ministre a signé l'accord.", "Moult ribauds gabaient, lippe torve, sous la bruine des venelles borgnes."],
        glossary=desk.glossary,
    )
    assert (easy.confidence, hard.confidence) == ("high", "low")
    assert easy.score > hard.score


@pytest.fixture
def folder(tmp_path):
    """The shipped model in a folder of its own."""
    shutil.copytree(EMBEDDED, tmp_path / "own")
    return tmp_path / "own"


def test_the_calibration_of_other_weights_does_not_count(folder):
    assert read_calibration(folder, local(folder).content) is not None
    (folder / "generation_config.json").write_text("{}", encoding="utf-8")
    assert local(folder).calibration is None


def test_another_calibration_is_another_model(folder):
    one = local(folder)
    (folder / FILE).write_text((folder / FILE).read_text(encoding="utf-8").replace("high_from = 5", "high_from = 6"), "utf-8")
    two = local(folder)
    assert one.content == two.content
    assert one.revision != two.revision


@pytest.mark.parametrize("text", ["", "no TOML", 'weights = "w"', 'weights = "w"\nbase = "high"', "\ud800"])
def test_a_broken_calibration_is_told_with_its_way_out(folder, text):
    (folder / FILE).write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(BrokenModel, match=r"calibration\.toml is no calibration.*Delete it"):
        local(folder)


def test_a_model_without_calibration_says_so_in_every_result(folder, cache, echo):
    (folder / FILE).unlink()
    bare = BriefService.load(settings=Settings.load(overrides={"translator.model": str(folder), "cache": str(cache)}))
    assert UNCALIBRATED in bare.translate("Le conseil a adopté le budget.").findings
    assert UNCALIBRATED in bare.brief("Le conseil a adopté le budget.").findings
    assert UNCALIBRATED not in echo.translate("Le conseil.").findings


def test_the_calibrated_model_says_nothing(desk):
    assert UNCALIBRATED not in desk.translate("Le conseil a adopté le budget.").findings


def test_a_calibration_is_read_as_it_was_written(tmp_path):
    lines = [f'{k} = "{v}"' if isinstance(v, str) else f"{k} = {v}" for k, v in FITTED.to_dict().items()]
    (tmp_path / FILE).write_text("\n".join(lines), encoding="utf-8")
    assert read_calibration(tmp_path, "w") == FITTED
    assert read_calibration(tmp_path, "other") is None
