"""The memory in the service: not one byte changes, nothing is mixed, human translations are used and checked."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from service import BriefService, Settings
from service.cli import command
from service.errors import MemoryUnusable
from service.glossary import Glossary
from service.memory import Unit, open_memory
from service.recall import Recall

SAMPLE = (Path(__file__).parent.parent.parent / "examples" / "communique.fr.txt").read_text(encoding="utf-8")
TEXT = "Le conseil a adopté le budget. Il s'élève à 12,5 millions d'euros.\n\n- Le conseil a adopté le budget.\n"


class Counted:
    """The shipped engine, and how many sentences it was asked for."""

    def __init__(self, engine):
        self.engine, self.asked = engine, 0

    def __getattr__(self, name):
        return getattr(self.engine, name)

    def translate(self, sentences, decoding, /):
        self.asked += len(sentences)
        return self.engine.translate(sentences, decoding)


@pytest.fixture
def memory(url):
    opened = open_memory(url)
    yield opened
    opened.close()


@pytest.fixture
def with_memory(desk, memory):
    """(service, engine that counts) of any settings and glossary, on one memory."""

    def make(settings=desk.settings, glossary=desk.glossary):
        engine = Counted(desk.sentences.engine)
        return BriefService(settings, engine, desk.summarizer, glossary, memory=memory), engine

    return make


def test_off_on_and_on_again_give_the_same_bytes_and_the_model_rests(desk, with_memory):
    off = desk.brief(SAMPLE).to_json()
    first, engine = with_memory()
    assert first.brief(SAMPLE).to_json() == off
    assert engine.asked > 10
    again, engine = with_memory()
    assert again.brief(SAMPLE).to_json() == off
    assert engine.asked == 0


def test_candidates_and_markup_come_back_as_well(desk, with_memory):
    text = 'Le <b>conseil</b> vote. Voir <span translate="no">Le Monde</span> du 3 mai. Le Monde est lu.'
    made = [s.translate(text, candidates=4).to_json() for s in (desk, with_memory()[0], with_memory()[0])]
    assert made[0] == made[1] == made[2]


def test_another_length_of_the_brief_uses_what_is_there_and_another_spelling_does_not(desk, with_memory):
    with_memory()[0].brief(TEXT)
    wire, engine = with_memory(replace(desk.settings, brief=replace(desk.settings.brief, form="wire", words=60)))
    wire.brief(TEXT)
    assert engine.asked == 0
    american, engine = with_memory(replace(desk.settings, brief=replace(desk.settings.brief, spelling="american")))
    american.brief(TEXT)
    assert engine.asked > 0


def test_the_glossary_of_a_request_has_a_memory_of_its_own(desk, with_memory):
    service, engine = with_memory()
    plain = service.translate(TEXT).text
    terms = desk.glossary.with_terms({"budget": "spending plan"})
    own = service.translate(TEXT, glossary=terms).text
    assert "spending plan" in own
    assert own == desk.translate(TEXT, glossary=terms).text
    asked = engine.asked
    assert (service.translate(TEXT).text, service.translate(TEXT, glossary=terms).text) == (plain, own)
    assert engine.asked == asked


def test_briefs_do_not_name_the_memory(desk, with_memory):
    assert with_memory()[0].signature == desk.signature


INDIFFERENT = """profile offline cache translator.threads translator.batch_tokens brief.form brief.words brief.most_words brief.points
    brief.headline_words brief.quote""".split()
SECTIONS = ("summarizer", "select", "clean", "glossary", "memory", "limits")  # wholly; the terms of a glossary count by themselves


def leaves(settings, prefix=""):
    for field in fields(settings):
        value = getattr(settings, field.name)
        yield from leaves(value, f"{field.name}.") if is_dataclass(value) else [(prefix + field.name, value)]


def other(value):
    return not value if isinstance(value, bool) else value + 1 if isinstance(value, int | float) else ("x",) if value == () else f"{value}x"


@pytest.mark.parametrize(("name", "value"), list(leaves(Settings())), ids=[n for n, _ in leaves(Settings())])
def test_each_setting_is_in_the_signature_or_known_to_change_no_sentence(name, value):
    section, _, key = name.rpartition(".")
    one = Settings()
    part = replace(getattr(one, section), **{key: other(value)}) if section else None
    two = replace(one, **({section: part} if section else {key: other(value)}))
    same = name in INDIFFERENT or section in SECTIONS
    assert (Recall(None, "engine", one).signature(Glossary()) == Recall(None, "engine", two).signature(Glossary())) is same


def test_engine_version_and_terms_are_in_the_signature(monkeypatch):
    def signature(engine="ct2/embedded@1/int8", glossary=None):
        return Recall(None, engine, Settings()).signature(glossary or Glossary())

    made = [
        signature(), signature("ct2/embedded@2/int8"), signature("ct2/embedded@1/float32"),
        signature(glossary=Glossary().with_terms({"a": "b"})), signature(glossary=Glossary().with_terms({"a": "c"})),
    ]  # fmt: skip
    monkeypatch.setattr("service.__version__", "9.9.9")
    assert len({*made, signature()}) == 6


HUMAN = [
    ("Le conseil vote.", "Le conseil vote.", "THE COUNCIL VOTES.", "THE COUNCIL VOTES."),
    ("another apostrophe: L’État paie.", "L'État paie.", "The State pays.", "The State pays."),
    ("- Premier point ;", "Premier point ;", "First item;", "- First item;"),
    ("Le <b>conseil</b> vote.", "Le conseil vote.", "The council votes.", "The <b>council</b> votes."),
    ("COMMUNIQUÉ DE PRESSE", "Communiqué de presse", "Press release", "Press release"),
    ("Le Conseil vote.", "le conseil vote.", "The Council votes.", "The Council votes."),
    ("Le conseil\nvote\u00a0.", "Le conseil vote .", "The council votes.", "The council votes."),
]


@pytest.mark.parametrize(("french", "known", "english", "expected"), HUMAN)
def test_a_human_translation_stands_where_its_french_does(desk, with_memory, memory, french, known, english, expected):
    french = french.removeprefix("another apostrophe: ")
    memory.add([Unit(french=known, english=english, file="ministry.tmx")])
    service, engine = with_memory()
    (rendering,) = service.sentences.translate([french], glossary=desk.glossary)
    assert rendering.english == expected
    assert [f.note for f in rendering.findings] == ["A human translation, from the memory ministry.tmx."]
    assert (rendering.confidence, engine.asked) == ("high", 0)


def test_a_human_translation_is_checked_and_not_corrected(desk, with_memory, memory):
    memory.add([Unit(french="Le budget est de 12,5 millions d'euros.", english="The budget is 15 million euros.", file="old.tmx")])
    (rendering,) = with_memory()[0].sentences.translate(["Le budget est de 12,5 millions d'euros."], glossary=desk.glossary)
    assert rendering.english == "The budget is 15 million euros."
    assert rendering.confidence == "low"
    assert any(f.severe and "12,5" in f.note for f in rendering.findings)


def test_a_human_translation_is_not_kept_as_one_of_the_machine(desk, with_memory, memory):
    memory.add([Unit(french="Le conseil vote.", english="A vote is held.", file="a.tmx")])
    with_memory()[0].sentences.translate(["Le conseil vote."], glossary=desk.glossary)
    assert memory.counts()[1] == {}


def test_the_setting_opens_it_and_a_broken_one_is_told(tmp_path, desk):
    url = str(tmp_path / "memory.db")
    overrides = {"translator.engine": "echo", "clean.language": "ignore", "memory.url": url}
    BriefService.load(settings=Settings.load(overrides=overrides)).brief(TEXT)
    assert sum(open_memory(url).counts()[1].values()) >= 2
    (tmp_path / "memory.db-wal").unlink(missing_ok=True)
    (tmp_path / "memory.db").write_bytes(b"no database at all " * 500)
    with pytest.raises(MemoryUnusable, match="no translation memory"):
        BriefService.load(settings=Settings.load(overrides=overrides))


TMX = (
    '<tmx version="1.4"><header/><body><tu><tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu>'
    '<tu><tuv xml:lang="fr"><seg>Non.</seg></tuv></tu></body></tmx>'
)


def test_the_command_imports_tells_and_exports(url, tmp_path):
    (tmp_path / "a.tmx").write_text(TMX, encoding="utf-8")
    taken = CliRunner().invoke(command, ["memory", "import", url, str(tmp_path / "a.tmx")])
    assert taken.output == "a.tmx: 1 translations taken in, 1 left out for want of French or English.\n"
    told = CliRunner().invoke(command, ["memory", "info", url]).output
    assert "1 human translations, 0 by machine\n        1  a.tmx\n" in told
    assert "s3cret" not in told
    CliRunner().invoke(command, ["memory", "export", url, str(tmp_path / "b.tmx")])
    assert "<seg>Yes.</seg>" in (tmp_path / "b.tmx").read_text(encoding="utf-8")


def test_two_memories_become_one_by_a_file(url, tmp_path, desk, with_memory, memory):
    with_memory()[0].brief(TEXT)
    other_url = str(tmp_path / "other.db")
    for arguments in (["export", url, str(tmp_path / "x.tmx")], ["import", other_url, str(tmp_path / "x.tmx")]):
        assert CliRunner().invoke(command, ["memory", *arguments]).exit_code == 0
    engine = Counted(desk.sentences.engine)
    there = BriefService(desk.settings, engine, desk.summarizer, desk.glossary, memory=open_memory(other_url))
    assert there.brief(TEXT).to_json() == desk.brief(TEXT).to_json()
    assert engine.asked == 0


def test_a_memory_that_is_not_there_is_not_made_by_asking_about_it(tmp_path):
    result = CliRunner().invoke(command, ["memory", "info", str(tmp_path / "m.db")])
    assert isinstance(result.exception, MemoryUnusable)
    assert list(tmp_path.iterdir()) == []
