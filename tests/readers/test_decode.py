"""Bytes become text in the encoding they have; what is no text says so, and where."""

import random

import pytest

from service.errors import UnreadableInput
from service.readers.decode import decode

RELEASE = "L’été à Élancourt : « 12,5 % » — le cœur, 3 € ; Noël où ça va…\nLA SOCIÉTÉ GÉNÉRALE"
OLD = "L'été à Élancourt : « 12,5 % » ; Noël où ça va. Le maïs naît.\nLA SOCIÉTÉ GÉNÉRALE"

ENCODINGS = [
    (RELEASE, "utf-8"),
    (RELEASE, "utf-8-sig"),
    (RELEASE, "utf-16"),
    (RELEASE, "utf-16-le"),
    (RELEASE, "utf-16-be"),
    (RELEASE, "utf-32"),
    (RELEASE, "cp1252"),
    (RELEASE, "mac_roman"),
    (OLD, "latin-1"),
    (OLD, "cp850"),
    ("le cœur coûte 3 €", "iso8859-15"),
    ("LA SOCIÉTÉ", "cp850"),
    ("LA SOCIÉTÉ", "cp1252"),
    ("M. Muñoz et Mme Müller", "cp1252"),
    ("plain ascii", "ascii"),
    ("", "utf-8"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODINGS)
def test_the_encoding_is_recognised(text, encoding):
    assert decode(text.encode(encoding), source="a.txt") == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"un\r\ndeux\rtrois\n", "un\ndeux\ntrois\n"),
        (b"un texte avec un NUL\x00 au milieu et long", "un texte avec un NUL au milieu et long"),
        (b"\xef\xbb\xbf\xef\xbb\xbfdeux marques", "deux marques"),
    ],
)
def test_line_ends_nuls_and_marks_are_plain(data, text):
    assert decode(data, source="a.txt") == text


REFUSED = [
    ("Été à la mer, société".encode() + b"\n\xe9t\xe9" + "société".encode(), "offset 27 (line 2)"),
    ("été".encode()[:-1], "offset 3"),
    (b"\xff\xfea\x00\x00\xd8b\x00", "UTF-16"),
    (b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG image"),
    (b"PK\x03\x04" + bytes(100), "a ZIP archive"),
    (bytes(range(256)), "binary"),
    (random.Random(3).randbytes(3000), "binary"),
    ("привет мир".encode("cp1251"), "not recognised"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED)
def test_what_is_no_text_says_why(data, words):
    with pytest.raises(UnreadableInput) as caught:
        decode(data, source="b/a.txt")
    assert words in str(caught.value)
    assert str(caught.value).startswith("b/a.txt is ")


def test_french_in_cp1252_is_never_taken_for_another_encoding():
    """Single accented words are the hardest: one byte decides."""
    words = "été élève hôtel forêt où çà naïve Noël cœur « » Île À É € … œuvre aiguë".split()
    wrong = [w for w in words if decode(f"le {w} de".encode("cp1252"), source="a") != f"le {w} de"]
    assert wrong == []
