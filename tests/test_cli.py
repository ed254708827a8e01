"""The command as a user types it: what it prints, where errors go, what it returns."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from service import errors
from service.cli import COMMANDS, command, exit_code

ROOT = Path(__file__).parent.parent
SHORT = "Le conseil de Rabat a adopté le budget. Il s'élève à 12,5 millions d'euros.\n"
RUN = [sys.executable, "-c", "from service.cli import main; main()"]


def run(*arguments, given="", cache=None):
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "DEPECHE_CACHE": str(cache or ""), "HOME": "/nonexistent"}
    return subprocess.run([*RUN, *arguments], input=given.encode(), capture_output=True, env=environment, check=False)


def test_the_version_comes_without_loading_anything():
    code = (
        "import sys; sys.argv = ['depeche', '--version']\n"
        "from service.cli import main\n"
        "try: main()\nfinally: print(sorted({'torch', 'ctranslate2', 'gradio', 'numpy', 'transformers'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.splitlines() == ["depeche 0.1.0", "[]"]


def test_every_command_is_in_the_readme_and_can_explain_itself():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"depeche {name}" in readme
        result = CliRunner().invoke(command, [name, "--help"])
        assert result.exit_code == 0, result.output
        assert "Usage:" in result.output


def test_text_of_standard_input_becomes_a_brief(cache):
    result = run("brief", given=SHORT, cache=cache)
    assert result.returncode == 0, result.stderr
    assert "12.5 million" in result.stdout.decode()
    assert result.stderr == b""


def test_json_is_the_whole_truth(cache):
    result = run("translate", "--json", given=SHORT, cache=cache)
    passages = json.loads(result.stdout)["passages"]
    assert [p["french"] for p in passages] == ["Le conseil de Rabat a adopté le budget.", "Il s'élève à 12,5 millions d'euros."]


def test_a_file_is_written_whole_and_nothing_is_printed(tmp_path, cache):
    (tmp_path / "a.txt").write_text(SHORT, encoding="utf-8")
    result = run("brief", str(tmp_path / "a.txt"), "--html", "-o", str(tmp_path / "a.html"), cache=cache)
    assert (result.returncode, result.stdout) == (0, b"")
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_an_old_encoding_is_recognised(tmp_path, cache):
    (tmp_path / "a.txt").write_bytes("Le conseil de Dakar a adopté « à l'unanimité » le budget de l'année.".encode("cp1252"))
    result = run("translate", str(tmp_path / "a.txt"), "--json", cache=cache)
    assert "adopté « à l'unanimité »" in json.loads(result.stdout)["passages"][0]["french"]


WRONG = [
    (["brief", "nowhere.txt"], "", 3, "There is no file nowhere.txt."),
    (["brief"], "", 3, "holds no text"),
    (["brief", "--set", "translator.beem=1"], SHORT, 2, "did you mean 'translator.beam'?"),
    (["brief", "--profile", "opsu"], SHORT, 2, "did you mean 'opus'?"),
    (["brief", "--set", "beam"], SHORT, 2, "--set takes KEY=VALUE"),
    (["brief", "--form", "markdwon"], SHORT, 2, "did you mean 'markdown'?"),
    (["brief", "--engine", "magic"], SHORT, 2, "There is no translator engine 'magic'"),
    (["translate"], "The minister said on Tuesday that the new school would open in September with many pupils.", 3, "looks English"),
    (["brief", "--model", "nobody/nothing"], SHORT, 4, "depeche models pull"),
    (["bref"], "", 2, "No such command"),
]


@pytest.mark.parametrize(("arguments", "given", "code", "sentence"), WRONG)
def test_a_wrong_call_gets_one_sentence_and_its_exit_code(arguments, given, code, sentence, cache):
    result = run(*arguments, given=given, cache=cache)
    assert result.returncode == code, result.stderr
    assert sentence in result.stderr.decode()
    assert "Traceback" not in result.stderr.decode()
    assert result.stdout == b""


def test_many_releases_become_one_digest(tmp_path, cache):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(SHORT, encoding="utf-8")
    files = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    result = run("digest", *files, "--html", "--title", "Monday", cache=cache)
    assert result.returncode == 0, result.stderr
    page = result.stdout.decode()
    assert "Monday" in page
    assert page.count("<!doctype html>") == 1
    assert page.count("</article>") == 2
    refused = run("brief", *files, "--html", "-o", str(tmp_path / "x.html"), cache=cache)
    assert (refused.returncode, (tmp_path / "x.html").exists()) == (2, False)
    assert b"depeche digest" in refused.stderr


def test_a_glossary_is_checked_before_it_is_used(tmp_path):
    (tmp_path / "g.csv").write_text("l’OMS,the W.H.O.\nle budget,the budget\nle chat,the cat\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(SHORT, encoding="utf-8")
    result = CliRunner().invoke(command, ["glossary", "check", str(tmp_path / "g.csv"), str(tmp_path / "a.txt")])
    assert "g.csv: 3 terms" in result.output
    assert "replaces  OMS: WHO" in result.output
    assert "unused    le chat: cat" in result.output
    assert "le budget" not in result.output


def test_every_error_of_ours_has_an_exit_code():
    kinds = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, errors.DepecheError)]
    assert all(exit_code(kind("x")) in {1, 2, 3, 4, 5, 6, 7} for kind in kinds)
    assert exit_code(errors.FolderBusy("x")) == 6
    assert exit_code(errors.OutOfMemory("x")) == 5
    assert exit_code(errors.MemoryBusy("x")) == 7


def test_a_reader_that_goes_away_is_no_error(cache):
    code = f"{' '.join(map(repr, RUN[:2]))}"
    shell = f"{sys.executable} -c 'from service.cli import main; main()' translate --engine echo --force - | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], input=(SHORT * 3000).encode(), capture_output=True, cwd=ROOT, check=True)
    assert (done.stdout.strip(), done.stderr) == (b"0", b""), code


def test_config_show_prints_the_settings_that_would_be_used():
    result = CliRunner().invoke(command, ["config", "show", "--set", "brief.words=80"])
    assert json.loads(result.output)["brief"]["words"] == 80


def test_models_list_names_the_embedded_model(cache):
    assert b"embedded" in run("models", "list", cache=cache).stdout
