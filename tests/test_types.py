import pytest

from service.types import Brief, Dateline, Finding, Line, Passage, Quote, Signature

SIGNATURE = Signature(version="0.1.0", translator="echo", summarizer="extractive", settings="0" * 12)
BRIEF = Brief(
    headline=Line(text="Rabat hosts a forum", sources=(0,)),
    dateline=Dateline(place="Rabat", date="2021-01-13"),
    lead=Line(text="The forum opened on Wednesday.", sources=(1,), deleted=("as planned",)),
    quote=Quote(text="We will act", speaker="Awa Sarr", sources=(2,)),
    passages=(Passage(french="Un forum.", english="A forum.", findings=(Finding("numbers_kept", "12 is lost.", "severe"),)),),
    findings=(Finding("gate", "A point was left out."),),
    signature=SIGNATURE,
)


def test_a_brief_comes_back_from_json_as_it_was():
    assert Brief.from_dict(BRIEF.to_dict()) == BRIEF


def test_an_unknown_field_is_named():
    with pytest.raises(TypeError, match="colour"):
        Brief.from_dict(BRIEF.to_dict() | {"colour": "red"})


def test_findings_of_passages_carry_the_index_of_their_passage():
    assert [f.sentence for f in BRIEF.all_findings] == [None, 0]
    assert BRIEF.severe


def test_words_count_the_running_text():
    assert BRIEF.words == 4 + 5 + 3 + 2


def test_a_signature_reads_as_one_line():
    assert str(SIGNATURE) == "depeche 0.1.0 | echo | extractive | 000000000000"


def test_a_brief_shows_itself_as_markdown():
    assert BRIEF.to_markdown().count("Rabat hosts a forum") == 1
