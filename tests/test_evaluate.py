import json

import pytest

from service.errors import UnreadableInput
from service.evaluate import compare, read_pairs, report, summary_report
from service.types import Finding, Rendering

PAIRS = [
    ("Le conseil de Rabat a voté 12 millions le 3 mars.", "The Rabat council voted 12 million on 3 March."),
    ("La ville de Dakar accueille 1 500 élèves.", "The city of Dakar welcomes 1,500 pupils."),
]


def rendered(*texts):
    return [Rendering(english=text) for text in texts]


def test_a_perfect_run_scores_everything():
    run = report("x", PAIRS, rendered(*(e for _, e in PAIRS)), 1.0)
    assert round(run.bleu) == 100
    assert (run.number_recall, run.date_recall, run.name_recall, run.loop_rate) == (1.0, 1.0, 1.0, 0.0)
    assert "case:mixed" in run.bleu_signature


def test_what_is_lost_lowers_its_own_figure():
    run = report("x", PAIRS, rendered("The council voted 13 million on 3 May.", "The city city city city city welcomes 1,500 pupils."), 1.0)
    assert run.number_recall < 1
    assert run.date_recall == 0
    assert run.name_recall == 0
    assert run.loop_rate == 0.5


def test_findings_are_counted_for_a_thousand_sentences():
    doubtful = [Rendering(english="A", findings=(Finding("x", "y", "severe"),)), Rendering(english="B")]
    assert report("x", PAIRS, doubtful, 1.0).findings == {"note": 0, "doubt": 0, "severe": 500}


def test_two_runs_are_compared_by_paired_bootstrap():
    references = [f"The council of city number {i} adopted its budget today." for i in range(40)]
    worse = [r.replace("council", "thing").replace("today", "now") for r in references]
    bleu, chrf = compare(references, references, worse)
    assert bleu.first > bleu.second
    assert bleu.p_value < 0.05
    assert chrf.p_value < 0.05


def test_pairs_come_from_one_file_or_two(tmp_path):
    (tmp_path / "a.tsv").write_text("un\tone\ndeux\ttwo\n", encoding="utf-8")
    (tmp_path / "a.fr").write_text("un\ndeux\n", encoding="utf-8")
    (tmp_path / "a.en").write_text("one\ntwo\n", encoding="utf-8")
    assert read_pairs([tmp_path / "a.tsv"]) == read_pairs([tmp_path / "a.fr", tmp_path / "a.en"]) == [("un", "one"), ("deux", "two")]


WRONG = [({"a": "un one\n"}, "line 1: no tab"), ({"a": "un\n", "b": "one\ntwo\n"}, "as many lines")]


@pytest.mark.parametrize(("files", "sentence"), WRONG)
def test_files_that_are_no_pairs_are_named(tmp_path, files, sentence):
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=sentence):
        read_pairs([tmp_path / name for name in files])


def test_summaries_are_scored_by_rouge(echo):
    text = "The council adopted the budget. The weather was mild. The budget grows by 12 million. Birds sang."
    scores = summary_report(echo, [(text, "The council adopted the budget. The budget grows by 12 million.")])
    assert scores.documents == 1
    assert scores.rouge1 > 50


def test_the_command_prints_json(tmp_path, capsys, cache, monkeypatch):
    from service.cli import command

    monkeypatch.setenv("DEPECHE_CACHE", str(cache))
    (tmp_path / "a.tsv").write_text("Le conseil a voté le budget.\tThe council voted the budget.\n", encoding="utf-8")
    command.main(["evaluate", str(tmp_path / "a.tsv"), "--json"], standalone_mode=False)
    assert json.loads(capsys.readouterr().out)[0]["sentences"] == 1
