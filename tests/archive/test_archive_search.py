"""Words of the briefs are found in French and English, with or without accents."""

import pytest

from service.archive.index import Index
from service.errors import ArchiveError
from service.search import search


def brief(source, french, english, headline, day=None):
    return {
        "source": source, "headline": {"text": headline}, "lead": {"text": english}, "points": [], "quote": None,
        "dateline": {"date": day, "published": None}, "passages": [{"french": french, "english": english}],
    }  # fmt: skip


BRIEFS = [
    brief("a", "L'Évêque élu a présidé la séance à Dakar.", "The elected bishop chaired the session in Dakar.", "Bishop chairs"),
    brief("b", "La banque centrale relève son taux.", "The central bank raises its rate.", "Rate rises", "2024-03-02"),
    brief("c", "Le taux de la banque ne dit rien du centre.", "The bank's rate says nothing of the centre.", "Dakar rate"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("index")
    with Index.written(out / "index.sqlite") as index:
        for entry in BRIEFS:
            index.add(entry)
    return out


QUERIES = [
    ("evêque", ["a"]),
    ("EVEQUE", ["a"]),
    ("bishop", ["a"]),
    ("dakar", ["c", "a"]),  # a headline counts most
    ("banque centrale", ["b"]),
    ('"taux de la banque"', ["c"]),
    ("presid*", ["a"]),
    ("presid", []),
    ("taux AND -banque", []),  # no syntax: AND is a word like others
    ("l'évêque", ["a"]),
    ('rate "', ["b", "c"]),
]


@pytest.mark.parametrize(("words", "sources"), QUERIES)
def test_all_words_must_be_there_in_either_language(words, sources, folder):
    assert [hit.source for hit in search(folder, words)] == sources


def test_a_hit_shows_where_the_words_stand_and_the_day(folder):
    (hit,) = search(folder, "relève", marks=("[", "]"))
    assert hit.day == "2024-03-02"
    assert hit.headline == "Rate rises"
    assert hit.excerpt == "La banque centrale [relève] son taux."


def test_no_more_than_asked_for(folder):
    assert len(list(search(folder, "rate", limit=1))) == 1


@pytest.mark.parametrize(("words", "reason"), [("", "no word to look for"), ("« ! »", "no word to look for")])
def test_nothing_to_look_for_is_said(words, reason, folder):
    with pytest.raises(ArchiveError, match=reason):
        list(search(folder, words))


def test_a_folder_without_or_with_a_broken_index_is_named(tmp_path):
    with pytest.raises(ArchiveError, match=r"holds no index\.sqlite"):
        list(search(tmp_path, "taux"))
    (tmp_path / "index.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(ArchiveError, match="cannot be searched"):
        list(search(tmp_path, "taux"))
