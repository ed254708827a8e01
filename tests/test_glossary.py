"""Glossary files, what is found in French, what is asked of the English."""

import pytest

from service.errors import DepecheError, GlossaryError
from service.glossary import Glossary, institutions

TBX = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX"><text><body><termEntry id="1">
<langSet xml:lang="fr"><tig><term>jeune pousse</term></tig></langSet>
<langSet xml:lang="en"><tig><term>start-up</term></tig><tig><term>startup</term></tig></langSet>
</termEntry></body></text></martif>"""
TBX3 = TBX.replace("termEntry", "conceptEntry").replace("langSet", "langSec").replace("tig", "termSec")
BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><martif>&a;</martif>'

FILES = {
    "own.toml": '[terms]\n"jeune pousse" = "start-up"\n',
    "rich.toml": '[terms]\n"jeune pousse" = {en = "start-up", also = ["startup"]}\n',
    "own.csv": "french,english\njeune pousse,start-up\n",
    "semi.csv": "jeune pousse;start-up\n",
    "own.tsv": "jeune pousse\tstart-up\n",
    "own.tbx": TBX,
    "new.tbx": TBX3,
}
BROKEN = {
    "no.toml": ("= 3", "no valid TOML"),
    "odd.toml": ('[words]\n"a" = "b"', "'words' is unknown"),
    "shape.toml": ('institutions = [["a", "b"]]', "wrong shape"),
    "half.csv": ("jeune pousse\n", "line 1"),
    "empty.csv": ("jeune pousse,\n", "lacks one of its languages"),
    "twice.csv": ("jeune pousse,start-up\njeunes pousses,young shoot\n", "keep one"),
    "no.tbx": ("<martif>", "no readable TBX"),
    "bomb.tbx": (BOMB, "no readable TBX"),
    "word.docx": ("x", "a glossary is a"),
    "sign.csv": ("!!,??\n", "no word"),
}
FOUND = [  # French, term, its English there
    ("Les jeunes pousses africaines", "jeunes pousses", "start-ups"),
    ("Une Jeune pousse", "Jeune pousse", "start-up"),
    ("LES JEUNES POUSSES", "JEUNES POUSSES", "START-UPS"),
    ("l’appel à projets", "appel à projets", "call for projects"),
    ("des appels à projets", "appels à projets", "calls for projects"),
    ("les plans régionaux", "plans régionaux", "regional plans"),
    ("des puits de carbone", "puits de carbone", "carbon sinks"),
    ("un puits de carbone", "puits de carbone", "carbon sink"),
    ("les PME", "PME", "SMEs"),
    ("une PME", "PME", "SME"),
    ("l’ONU", "ONU", "UN"),
    ("de l'Unesco", "Unesco", "UNESCO"),
    ("l'Organisation Mondiale de la Santé", "Organisation Mondiale de la Santé", "World Health Organization"),
    ("aux Etats-Unis", "Etats-Unis", "United States"),
    ("la Banque centrale des États de l’Afrique de l’Ouest", "Banque centrale des États de l’Afrique de l’Ouest",
     "Central Bank of West African States"),
]  # fmt: skip
NOT_FOUND = ["les oms", "un pain bad", "contact@oms.org", "#OMS", "Jeune. Pousse", "il a nice mine", "le pib"]
OWN = {
    "jeune pousse": "start-up", "appel à projets": "call for projects", "plan régional": "regional plan",
    "puits de carbone": "carbon sink",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_gives_its_term(name, tmp_path):
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    glossary = Glossary.load([tmp_path / name])
    assert [(t.french, t.english) for t in glossary.terms] == [("jeune pousse", "start-up")]
    if "startup" in FILES[name]:
        assert glossary.missing("une jeune pousse", "a startup") == ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_name_and_reason(name, tmp_path):
    text, reason = BROKEN[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(GlossaryError, match=reason) as caught:
        Glossary.load([tmp_path / name])
    assert name in str(caught.value)
    assert isinstance(caught.value, DepecheError)


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(GlossaryError, match="cannot be read"):
        Glossary.load([tmp_path / "none.csv"])
    (tmp_path / "latin.csv").write_bytes("été,summer".encode("latin-1"))
    with pytest.raises(GlossaryError, match="not UTF-8"):
        Glossary.load([tmp_path / "latin.csv"])


@pytest.mark.parametrize(("french", "text", "english"), FOUND)
def test_a_term_is_found_with_its_inflection_and_article(french, text, english):
    (match,) = institutions().with_terms(OWN).find(french)
    assert (match.text, match.english) == (text, english)
    assert french[match.start : match.end] == text


@pytest.mark.parametrize("french", NOT_FOUND)
def test_what_only_looks_like_a_term_is_not_found(french):
    assert institutions().with_terms(OWN).find(french) == ()


def test_the_article_before_a_term_is_told_and_the_longest_term_wins():
    first, second = institutions().find("Les amis du FMI et la Commission de l’Union africaine.")
    assert (first.article, first.english) == ("du ", "IMF")
    assert second.english == "African Union Commission"


def test_later_files_win_and_the_conflict_is_told(tmp_path):
    for name, english in (("a.csv", "start-up"), ("b.csv", "young company")):
        (tmp_path / name).write_text(f"jeune pousse,{english}\n", encoding="utf-8")
    glossary = Glossary.load([tmp_path / "a.csv", tmp_path / "b.csv"])
    assert [t.english for t in glossary.terms] == ["young company"]
    (conflict,) = glossary.conflicts
    assert "start-up" in conflict
    assert "b.csv" in conflict


def test_a_request_overrides_the_shipped_term():
    assert institutions().lookup("l’OMS").english == "WHO"
    assert institutions().with_terms({"l’OMS": "the W.H.O."}).lookup("OMS").english == "W.H.O."
    assert institutions().lookup("OMS et ONU") is None


def test_a_word_to_keep_is_kept(tmp_path):
    (tmp_path / "keep.toml").write_text('keep = ["La Poste Mobile"]\n', encoding="utf-8")
    (match,) = Glossary.load([tmp_path / "keep.toml"]).find("Un forfait de La Poste Mobile")
    assert match.english == "La Poste Mobile"


def test_missing_and_unused_terms_are_told():
    glossary = Glossary().with_terms(OWN)
    (lost,) = glossary.missing("Une jeune pousse et un puits de carbone", "A young shoot and a carbon sink")
    assert lost.term.french == "jeune pousse"
    assert [t.french for t in glossary.unused(["Les jeunes pousses"])] == ["appel à projets", "plan régional", "puits de carbone"]


def test_the_shipped_glossary_has_its_institutions_and_no_conflict():
    glossary = institutions()
    assert sum(t.kind == "institution" for t in glossary.terms) >= 300
    assert glossary.conflicts == ()
    for french, english in (("CEDEAO", "ECOWAS"), ("UEMOA", "WAEMU"), ("BAD", "AfDB"), ("OIF", "OIF"), ("ICESCO", "ICESCO"),
                            ("OCI", "OIC"), ("ODD", "SDGs"), ("UA", "AU"), ("UE", "EU"), ("PNUD", "UNDP")):  # fmt: skip
        assert glossary.lookup(french).english == english
