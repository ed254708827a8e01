"""The pieces of the page by themselves: what is escaped, what is coloured, what is refused."""

import json
import threading
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from service.config import Settings
from service.desk import BriefService
from service.errors import ConfigError, DepecheError, GlossaryError, InputError, TooLarge
from service.glossary import Glossary, institutions
from service.types import Document, Finding, Passage, Removed
from service.ui import states
from service.ui.batch import batched, gather, table, zipped
from service.ui.choices import Choice, Desks
from service.ui.downloads import named, written
from service.ui.glossary_tab import exported, parsed
from service.ui.matches import marks
from service.ui.pairs import gone, pairs
from service.ui.running import Stopped, Stops, one_by_one, running
from service.ui.samples import samples
from service.ui.working import briefed

HOSTILE = '<script>alert(1)</script> <img src=x onerror="alert(2)"> {{value}} ${1+1} & “quotes”'

COLOURED = [
    # French, English, French marks, English marks
    ("Le 13 janvier 2021, 231 cas.", "On 13 January 2021, 231 cases.", ["13 janvier 2021:date", "231:figure"],
     ["13 January 2021:date", "231:figure"]),
    ("Le 25 juillet, 231 cas.", "On 25 July, 231 cases.", ["25 juillet:date", "231:figure"], ["25 July:date", "231:figure"]),
    ("Un budget de 8,5 millions.", "A budget of $8.5 million.", ["8,5 millions:figure"], ["$8.5 million:figure"]),
    ("Mme Awa Ndiaye parle.", "Ms Awa Ndiaye speaks.", ["Awa Ndiaye:name"], ["Awa Ndiaye:name"]),
    ("L’OMS à Genève.", "WHO in Geneva.", ["OMS:name", "Genève:name"], ["WHO:name", "Geneva:name"]),
    ("Il y a 12 morts.", "There are dead.", ["12:lost"], []),
    ("Rien de tel.", "Nothing of the kind.", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("french", "english", "ours", "theirs"), COLOURED, ids=[row[0] for row in COLOURED])
def test_what_answers_in_the_other_text_is_coloured(french, english, ours, theirs):
    found = marks(french, english, institutions())
    shown = [[f"{text[m.start : m.end]}:{m.kind if m.answered else 'lost'}" for m in side]
             for text, side in zip((french, english), found, strict=True)]  # fmt: skip
    assert shown == [ours, theirs]


def test_hostile_text_is_shown_as_text_everywhere():
    passage = Passage(french=HOSTILE, english=HOSTILE, findings=(Finding("x", HOSTILE),), candidates=(HOSTILE + "!",))
    shown = (
        pairs([passage], Glossary()) + gone([Removed(line=1, text=HOSTILE, reason=HOSTILE)])
        + states.failed(InputError(HOSTILE)) + states.noted(HOSTILE)
    )  # fmt: skip
    assert "<script" not in shown
    assert "<img" not in shown
    assert "&lt;script&gt;" in shown


def test_a_fault_of_ours_is_told_without_its_words_and_logged(caplog):
    shown = states.failed(KeyError("secret"))
    assert "a fault of its own" in shown
    assert "secret" not in shown
    assert "met a fault" in caplog.text


def test_every_sentence_has_its_number_its_languages_and_its_doubts():
    rows = pairs([Passage(french="Oui.", english="Yes."), Passage(french="Non.", english="No.", confidence="low",
                  findings=(Finding("negation_kept", "Look again.", "severe"), Finding("note", "Mended.", "note")))], Glossary())  # fmt: skip
    assert 'id="s2"' in rows
    assert rows.count('lang="fr"') == rows.count('lang="en"') == 2
    assert "Serious doubt: Look again." in rows
    assert "Sentence 2, low confidence" in rows
    assert "Mended" not in rows


def test_the_views_of_a_brief_end_with_its_card(echo):
    views = list(briefed(echo, Document(text=samples()["Central bank"])))
    assert "Reading" in views[0].result
    assert any("sentences</b>" in view.result and "pair" in view.texts for view in views[1:-1])
    assert views[-1].brief is not None
    assert "<article" in views[-1].result
    assert "Copy the brief" in views[-1].bar


def test_downloads_are_there_in_every_form_and_gone_afterwards(echo):
    with written(echo.brief(samples()["Health alert"]), "day-month") as paths:
        assert sorted(path.rpartition(".")[2] for path in paths.values()) == ["docx", "html", "json", "md", "txt"]
        sizes = [Path(path).stat().st_size for path in paths.values()]
        kept = Path(paths["JSON"])
    assert min(sizes) > 200
    assert not kept.exists()


@pytest.mark.parametrize(
    ("title", "name"), [("WHO: 3.5% more!", "who-3-5-more"), ("«»", "brief"), ("../../etc", "etc"), ("a " * 90, ("a-" * 24)[:-1])]
)
def test_a_headline_becomes_a_file_name(title, name):
    assert named(title) == name


def test_a_batch_sets_aside_what_cannot_be_read_and_zips_the_rest(echo, tmp_path):
    good, bad = tmp_path / "bon.txt", tmp_path / "mauvais.docx"
    good.write_text(samples()["Film festival"], encoding="utf-8")
    bad.write_bytes(b"no docx")
    gather([str(good), str(bad)], tmp_path)
    told = []
    batch = batched(echo, tmp_path, translated=True, tell=lambda batch: told.append(batch.settled))
    assert told == [2]
    assert [brief.source for brief in batch.briefs] == ["bon.txt"]
    assert batch.refused[0][0] == "mauvais.docx"
    assert "1 brief, 1 set aside." in table(batch, finished=True)
    with zipfile.ZipFile(zipped(tmp_path)) as archive:
        assert {"digest.html", "digest.md", "digest.docx", "index.sqlite", "quarantine.jsonl"} < set(archive.namelist())
        assert "documents/bon.txt" in archive.namelist()
        assert "journal.jsonl" not in archive.namelist()
        assert json.loads(archive.read("quarantine.jsonl"))["source"] == "mauvais.docx"
        assert len([name for name in archive.namelist() if name.startswith("briefs/")]) == 3


def test_a_batch_ends_at_its_bound_and_says_so(echo, tmp_path, monkeypatch):
    monkeypatch.setattr("service.ui.batch.MOST_DOCUMENTS", 2)
    paths = []
    for n in range(4):
        (tmp_path / f"{n}.txt").write_text(
            f"Le port de Sfax rouvre le {n + 1} mars. Il était fermé depuis lundi.", encoding="utf-8"
        )
        paths.append(str(tmp_path / f"{n}.txt"))
    gather(paths, tmp_path)
    batch = batched(echo, tmp_path)
    assert len(batch.briefs) == 2
    assert "takes 2 documents at once" in table(batch, finished=True)


def test_a_batch_that_is_stopped_keeps_what_was_done_and_ends_whole(echo, tmp_path, monkeypatch):
    monkeypatch.setattr("service.ui.batch.TOGETHER", 2)
    (tmp_path / "same").mkdir()
    paths = [tmp_path / "0.txt", tmp_path / "1.txt", tmp_path / "2.txt", tmp_path / "same" / "0.txt"]
    for n, path in enumerate(paths):
        path.write_text(f"Le port de Sfax rouvre le {n + 1} mars. Il était fermé depuis lundi.", encoding="utf-8")
    gather([str(path) for path in paths], tmp_path)
    done = []
    batch = batched(echo, tmp_path, tell=lambda batch: done.append(batch.settled), asked=lambda: bool(done))
    assert (done, batch.stopped) == ([2], True)
    assert [brief.source for brief in batch.briefs] == ["0 (2).txt", "0.txt"]
    assert "Stopped: what was done is kept" in table(batch, finished=True)
    with zipfile.ZipFile(zipped(tmp_path)) as archive:
        assert len(archive.read("briefs.jsonl").splitlines()) == 2
        assert json.loads(archive.read("report.json"))["counts"]["briefs"] == 2


def test_terms_are_read_from_the_box_and_written_as_csv():
    terms = parsed("jeune pousse = start-up\n\n  le Grand Prix=the Grand Prix ")
    assert terms == {"jeune pousse": "start-up", "le Grand Prix": "the Grand Prix"}
    assert exported(terms) == "french,english\njeune pousse,start-up\nle Grand Prix,the Grand Prix\n"


WRONG = [("seul", GlossaryError, "Line 1"), ("a =", GlossaryError, "Line 1"), ("a = b\na = c", GlossaryError, "keep one"),
         ("\n".join(f"mot{n} = word{n}" for n in range(5001)), TooLarge, "5,001 terms")]  # fmt: skip


@pytest.mark.parametrize(("text", "error", "words"), WRONG, ids=[row[2] for row in WRONG])
def test_a_wrong_term_is_named_by_its_line(text, error, words):
    with pytest.raises(error, match=words):
        parsed(text)


def test_choices_become_settings_and_unknown_ones_are_refused():
    own = Settings.load(overrides={"brief.dates": "month-day"})
    assert Choice().applied(own) == own
    assert Choice(length="long", words=80).applied(own).brief.most_words == 100
    for wrong in (Choice(length="sonnet"), Choice(words=7), Choice(spelling="scots")):
        with pytest.raises(ConfigError):
            wrong.applied(own)


def test_services_of_one_profile_share_their_engine():
    desks = Desks(Settings.load(overrides={"translator.engine": "echo"}))
    one, other = desks.desk(Choice()), desks.desk(Choice(length="wire"))
    assert one is desks.desk(Choice())
    assert other.sentences.engine is one.sentences.engine
    with pytest.raises(ConfigError, match="no profile"):
        desks.desk(Choice(profile="../secret"))


def test_a_call_that_nobody_waits_for_ends_at_its_next_report():
    reached, waited, ended = [], threading.Event(), threading.Event()

    def call(report):
        try:
            for n in range(1000):
                reached.append(n)
                report("Translating", n, 1000)
                waited.wait(5)
        finally:
            ended.set()

    told = running(call)
    assert next(told) == (("Translating", 0, 1000), None)
    told.close()
    waited.set()
    assert ended.wait(5)
    assert len(reached) <= 2
    assert list(running(lambda report: "done")) == [((), "done")]


def test_a_visitor_who_asks_stops_what_runs_for_him_and_nothing_else():
    stops, mine, other = Stops(), SimpleNamespace(session_hash="a"), SimpleNamespace(session_hash="b")
    with stops.heard(mine) as asked, stops.heard(other) as theirs:
        begun = one_by_one(["first", "second"], asked)
        assert next(begun) == "first"
        stops.ask(mine)
        with pytest.raises(Stopped):
            next(begun)
        assert not theirs()
    stops.ask(mine)  # nothing runs any more
    with stops.heard(mine) as asked:
        assert not asked()


def test_what_a_call_raises_reaches_the_page():
    def call(_report):
        raise InputError("No.")

    with pytest.raises(DepecheError, match="No"):
        list(running(call))


def test_a_translation_of_what_is_no_french_says_so_first():
    desk = BriefService.load(**{"translator.engine": "echo"})
    german = "Der Minister hat am Montag in Berlin ein neues Programm vorgestellt. Es kostet zwölf Millionen Euro und beginnt bald."
    shown = states.translated(desk.translate(german, force=True), institutions())
    assert shown.index("looks German and not French") < shown.index('class="english"')
