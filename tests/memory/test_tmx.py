"""TMX in and out: files of other programs, round trips, and files that are none."""

import codecs

import pytest

from service.errors import UnreadableInput
from service.memory import Kept, Unit
from service.memory.tmx import read_tmx, write_tmx
from service.types import Finding, Rendering

HEAD = '<tmx version="1.4"><header srclang="fr"/><body>'
TAIL = "</body></tmx>"
FOREIGN = [
    ("plain", '<tu><tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu>', ("Oui.", "Yes.")),
    ("countries", '<tu><tuv xml:lang="EN-us"><seg>Yes.</seg></tuv><tuv xml:lang="fr-CA"><seg>Oui.</seg></tuv></tu>', ("Oui.", "Yes.")),
    ("the first English stays", '<tu><tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="en-GB"><seg>Aye.</seg></tuv>'
     '<tuv xml:lang="en-US"><seg>Yeah.</seg></tuv></tu>', ("Oui.", "Aye.")),
    ("version 1.1", '<tu><tuv lang="FR"><seg>Oui.</seg></tuv><tuv lang="EN"><seg>Yes.</seg></tuv></tu>', ("Oui.", "Yes.")),
    ("codes go, highlights stay", '<tu><prop type="x">p</prop><tuv xml:lang="fr"><prop type="y">n</prop><seg>Un <bpt i="1">&lt;b></bpt>mot'
     '<ept i="1">&lt;/b></ept> <hi>clair<ph/></hi>.</seg></tuv><tuv xml:lang="en"><seg>A <it pos="begin">x</it>clear word.</seg></tuv></tu>',
     ("Un mot clair.", "A clear word.")),
    ("no English", '<tu><tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="de"><seg>Ja.</seg></tuv></tu>', None),
    ("an empty one", '<tu><tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="en"><seg> </seg></tuv></tu>', None),
    ("no segment", '<tu><tuv xml:lang="fr"/><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu>', None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "unit", "expected"), FOREIGN, ids=[f[0] for f in FOREIGN])
def test_units_of_other_programs_are_read(tmp_path, name, unit, expected):
    (tmp_path / "their.tmx").write_text(HEAD + unit + TAIL, encoding="utf-8")
    (read,) = read_tmx(tmp_path / "their.tmx")
    assert read == (expected and Unit(french=expected[0], english=expected[1], file="their.tmx"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings_and_a_document_type_are_read(tmp_path, encoding):
    text = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n' + HEAD
    text += '<tu><tuv xml:lang="fr"><seg>L\'été</seg></tuv><tuv xml:lang="en"><seg>Summer</seg></tuv></tu>' + TAIL
    (tmp_path / "a.tmx").write_bytes(codecs.encode(text, encoding))
    assert [u.french for u in read_tmx(tmp_path / "a.tmx")] == ["L'été"]


BOMB = '<!DOCTYPE t [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><tmx><body><tu><tuv xml:lang="fr"><seg>&b;</seg></tuv></tu></body></tmx>'
FILE = '<!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx><body><tu><tuv xml:lang="fr"><seg>&a;</seg></tuv></tu></body></tmx>'
BROKEN = [(b"", "is no readable TMX"), (b"no XML", "is no readable TMX"), (b"<html/>", "outermost element is <html>"),
          ((HEAD + "<tu>").encode(), "is no readable TMX"), (BOMB.encode(), "entities of its own"),
          (FILE.encode(), "entities of its own"), (b'<?xml version="1.0" encoding="klingon"?><tmx/>', "is no readable TMX"),
          (b"\xff\xfe\x00", "is no readable TMX")]  # fmt: skip


@pytest.mark.parametrize(("raw", "sentence"), BROKEN)
def test_what_is_no_tmx_is_told(tmp_path, raw, sentence):
    (tmp_path / "a.tmx").write_bytes(raw)
    with pytest.raises(UnreadableInput, match=sentence) as told:
        list(read_tmx(tmp_path / "a.tmx"))
    assert "a.tmx" in str(told.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UnreadableInput, match="cannot be read: No such file"):
        list(read_tmx(tmp_path / "gone.tmx"))


ENTRIES = [
    Unit(french="« A & B » < C", english="‘A & B’ < C\r\n\tD ", file="own.tmx"),
    Kept(signature="depeche | <a&b>", french="Le 3 mai.", rendering=Rendering(
        english="On 3 May.", score=-0.25, confidence="medium", candidates=("3 May.",), findings=(Finding("d", "n", "note"),))),
]  # fmt: skip


def test_what_is_written_comes_back_with_signature_and_findings(tmp_path):
    (tmp_path / "own.tmx").write_bytes(write_tmx(ENTRIES))
    assert list(read_tmx(tmp_path / "own.tmx")) == ENTRIES


def test_a_machine_translation_that_a_person_edits_is_a_human_one(tmp_path):
    (tmp_path / "a.tmx").write_bytes(write_tmx(ENTRIES[1:]).replace(b"<seg>On 3 May.", b"<seg>On the third of May."))
    assert list(read_tmx(tmp_path / "a.tmx")) == [Unit(french="Le 3 mai.", english="On the third of May.", file="a.tmx")]


LEFT = [Rendering(english="Yes.\x0b"), Rendering(english="⟦Oui.⟧", findings=(Finding("loop", "n", "severe"),)), Rendering(english="Oui.")]


@pytest.mark.parametrize("rendering", LEFT)
def test_what_is_no_translation_is_not_written(rendering):
    assert b"<tu>" not in write_tmx([Kept(signature="a", french="Oui.", rendering=rendering)])


def test_characters_that_xml_cannot_hold_are_left_out(tmp_path):
    (tmp_path / "a.tmx").write_bytes(write_tmx([Unit(french="a\x00\x0b\ud800b", english="c\uffffd", file="a.tmx")]))
    assert list(read_tmx(tmp_path / "a.tmx")) == [Unit(french="ab", english="cd", file="a.tmx")]
