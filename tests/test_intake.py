import pytest

from service.config import LimitSettings
from service.errors import TooLarge
from service.intake import admit
from service.types import Document


def test_line_ends_become_one_kind():
    assert admit(Document(text="\ufeffa\r\nb\rc"), LimitSettings())[0].text == "a\nb\nc"


def test_characters_that_are_no_text_go_and_are_counted():
    document, (finding,) = admit(Document(text="a\x00b\ud800c\x07"), LimitSettings())
    assert document.text == "abc"
    assert finding.note.startswith("3 characters")


def test_ordinary_text_stays_as_it_is():
    text = "Été — « à l'œuvre »\t😀\n\n\u202bمرحبا\u202c"
    document, findings = admit(Document(text=text), LimitSettings())
    assert (document.text, findings) == (text, ())


def test_a_text_over_the_limit_is_refused_and_not_cut():
    with pytest.raises(TooLarge, match="has 11 characters; at most 10"):
        admit(Document(text="x" * 11), LimitSettings(characters=10))
