"""Words that a model makes up are seen; real words, names and terms are not."""

import lzma

import pytest

from service.config import Settings
from service.engines import load_translator
from service.errors import BrokenModel
from service.glossary import institutions
from service.invented import FILE, invented, read_words, respelled

WORDS = load_translator(Settings()).words
KNOWN = institutions().english_words

MADE_UP = [
    ("Des retards sont à prévoir.", "Lateers are nonetheless planned.", ["Lateers"]),
    ("Des pirogues ont chaviré.", "The piroguitors inspirated the crowd.", ["piroguitors", "inspirated"]),
    ("Une septicémie peut survenir.", "A 7icaemic may occur.", ["icaemic"]),
    ("L'architecte Selma Berrada", "The architect Accordingma Berrada", ["Accordingma"]),
]
REAL = [
    ("Le ministre Ziyad Qorbani a visité Zarzouna.", "Minister Ziyad Qorbani visited Zarzouna."),
    ("La CEDEAO réorganise ses services.", "ECOWAS reorganised and reorganized its departments."),
    ("Le rappeur Soprano à la Kasbah", "Soprano, a heavyweight of rap, at the Kasbah"),
    ("Une fillette asthmatique, un métabolite et des stylistes", "An asthmatic girl, a metabolite and stylists"),
    ("Médecins sans frontières", "Médecins Sans Frontières"),
]


@pytest.mark.parametrize(("french", "english", "strange"), MADE_UP)
def test_a_word_that_is_none_is_a_doubt(french, english, strange):
    findings = invented(french, english, WORDS, KNOWN)
    assert [finding.note.split("'")[1] for finding in findings] == strange
    assert {(finding.check, finding.level) for finding in findings} == {("invented_word", "doubt")}


@pytest.mark.parametrize(("french", "english"), REAL)
def test_words_names_and_terms_are_none(french, english):
    assert invented(french, english, WORDS, KNOWN) == ()


def test_a_model_that_does_not_say_its_words_is_not_judged(tmp_path):
    assert read_words(tmp_path) == frozenset()
    assert invented("Bonjour", "Lateers", frozenset()) == ()


def test_a_torn_list_is_an_error_with_its_path(tmp_path):
    (tmp_path / FILE).write_bytes(lzma.compress(b"words")[:-8])
    with pytest.raises(BrokenModel, match=r"words\.txt\.xz is no list of words"):
        read_words(tmp_path)


def test_two_words_in_one_are_no_name():
    words = frozenset({"bash", "rooms", "federation", "national", "heavy", "weight"})
    assert not invented("les poids lourds", "a heavyweight", words)
    assert [f.check for f in invented("une fédération", "the Bashrooms Federation", words)] == ["invented_word"]


def test_a_slip_of_the_pen_becomes_the_word_that_the_french_means():
    words = frozenset("historians have read the tablets preserved".split())
    french = "Des historiens ont lu les tablettes."
    strange = invented(french, "Htorians have read the tablets.", words)
    mended, notes = respelled(french, "Htorians have read the tablets.", words, strange)
    assert mended == "Historians have read the tablets."
    assert [note.note for note in notes] == ["'Htorians' became 'Historians'."]


def test_what_is_like_no_word_of_the_sentence_stays():
    words = frozenset("lawyers have read the tablets".split())
    french = "Des piroguiers ont lu les tablettes."
    strange = invented(french, "Piroguitors have read the tablets.", words)
    assert respelled(french, "Piroguitors have read the tablets.", words, strange) == ("Piroguitors have read the tablets.", ())


def test_a_name_that_english_half_translates_is_a_doubt():
    french, words = "Chantiers de l'Estuaire livre un cargo.", frozenset("delivers cargo estuary".split())
    assert invented(french, "Chantiers de l'Estuaire delivers a cargo.", words) == ()
    for english in ("Chantiers de la Estuaire delivers a cargo.", "Chantiers de l'Estuary delivers a cargo."):
        (doubt,) = invented(french, english, words)
        assert doubt.check == "invented_name"
        assert "Estua" in doubt.note
        assert respelled(french, english, words, (doubt,)) == (english, ())
