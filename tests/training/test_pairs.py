"""Pairs in: TSV, TSV.xz, TMX; what the noise filter drops; what the untidy variants look like."""

import lzma
import random
import re
from collections import Counter
from pathlib import Path

import pytest

from service.errors import InputError
from training.frames import read_word, sentences
from training.noise import FAULTS, kept, noisy
from training.pairs import plain, read_pairs
from training.prepare import named_sources

TMX = """<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4"><header srclang="fr"/><body>
<tu><tuv xml:lang="fr-FR"><seg>Bonjour à <ph x="1"/>tous.</seg></tuv><tuv xml:lang="EN_gb"><seg>Hello everyone.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Goodbye.</seg></tuv><tuv xml:lang="fr"><seg>Au revoir.</seg></tuv><tuv xml:lang="de"><seg>Tschüs</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>Sans anglais.</seg></tuv></tu>
</body></tmx>"""


def test_tsv_and_its_xz_give_the_same_pairs_in_one_typography(tmp_path: Path):
    text = "L’État\u202f: «\u00a0oui\u00a0»\tThe State: “yes”\nRien\t\nDeux\tTwo\tthird column\n"
    (tmp_path / "a.tsv").write_text(text, encoding="utf-8")
    (tmp_path / "b.tsv.xz").write_bytes(lzma.compress(text.encode()))
    pairs = list(read_pairs(tmp_path / "a.tsv"))
    assert pairs == [("L'État : « oui »", 'The State: "yes"'), ("Deux", "Two")]
    assert list(read_pairs(tmp_path)) == pairs * 2


def test_tmx_gives_the_units_that_have_both_languages_whatever_their_order(tmp_path: Path):
    (tmp_path / "memory.tmx").write_text(TMX, encoding="utf-8")
    assert list(read_pairs(tmp_path / "memory.tmx")) == [("Bonjour à tous.", "Hello everyone."), ("Au revoir.", "Goodbye.")]


BAD_FILES = [
    ("bomb.tmx", '<!DOCTYPE tmx [<!ENTITY a "aaaa">]><tmx/>', "entities"),
    ("torn.tmx", "<tmx><body><tu>", "no valid TMX"),
    ("one.tsv", "no tab here\n", "line 1: no tab"),
    ("pairs.docx", "", "no sentence pairs"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD_FILES)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, name: str, content: str, message: str):
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        list(read_pairs(tmp_path / name))


def test_plain_is_idempotent():
    text = "«\u00a0Aujourd’hui…\u00a0»  dit-\u00adil"
    assert plain(plain(text)) == plain(text) == "« Aujourd'hui... » dit-il"


FAULTY = [
    ("language", "The minister has visited the new hospital in the city.", "The minister has visited the new hospital."),
    ("language", "Le ministre a visité le nouvel hôpital.", "Le ministre a visité le nouvel hôpital et les écoles de la ville."),
    ("untranslated", "Sources : Marlot, Fize, Thorpe, Hoehn 1996", "Sources: Marlot, Fize, Thorpe, Hoehn 1996"),
    (
        "length",
        "Le conseil s'est réuni.",
        "The council met on Monday at the headquarters of the union, in the presence of ministers " * 2,
    ),
    ("figures", "Les articles 14, 15 et 16 sont abrogés.", "Articles 3, 4 and 5 are repealed."),
]


@pytest.mark.parametrize(("fault", "french", "english"), FAULTY)
def test_the_filter_names_what_is_wrong_with_a_pair(fault: str, french: str, english: str):
    assert FAULTS[fault](french, english)


SOUND = [
    ("Inscriptions : www.exemple.org", "Registration: www.exemple.org"),
    ("De 14 h à 16 h, dans les six salles.", "From 2 p.m. to 4 p.m., in the six rooms."),
    ("Quatorze pays et 1 250 000 personnes.", "14 countries and 1,250,000 people."),
    ("ONU", "UN"),
    ("Veuillez agréer mes salutations distinguées.", "Yours faithfully,"),
    ("La Chanson de Roland", "La Chanson de Roland"),
]


@pytest.mark.parametrize(("french", "english"), SOUND)
def test_the_filter_keeps_what_only_looks_odd(french: str, english: str):
    assert [name for name, is_fault in FAULTS.items() if is_fault(french, english)] == []


def test_each_pair_is_kept_once_whatever_its_capitals():
    dropped: Counter[str] = Counter()
    pairs = [("Un accord.", "An agreement."), ("UN ACCORD.", "AN AGREEMENT."), ("Un accord.", "A deal.")]
    assert list(kept(pairs, dropped)) == [pairs[0], pairs[2]]
    assert dropped == {"duplicate": 1}


def test_noise_touches_the_french_and_keeps_the_english():
    pair = ("« L'été » a été fêté.", 'The "summer" was celebrated.')
    made = list(noisy([pair] * 300, random.Random(1)))
    french = {line for line, _ in made}
    assert {"« L'ÉTÉ » A ÉTÉ FÊTÉ.", "« L'ETE » A ETE FETE.", "« L'ete » a ete fete.", '"L\'été" a été fêté.'} <= french
    assert {english for _, english in made} == {pair[1], pair[1].removesuffix(".")}
    assert (pair[1], pair[1]) in made  # English passes through


def test_sources_are_named_by_their_files_or_as_told(tmp_path: Path):
    for name in ("a.tsv", "b.tsv.xz"):
        (tmp_path / name).touch()
    assert list(named_sources([str(tmp_path), f"all={tmp_path}"])) == ["a", "b", "all"]


PLURALS = [
    ("un hôpital", "hôpitaux"),
    ("un appel d'offres", "appels d'offres"),
    ("une centrale solaire", "centrales solaires"),
    ("un chantier naval", "chantiers navals"),
    ("un avis", "avis"),
    ("un tableau", "tableaux"),
]


@pytest.mark.parametrize(("french", "plural"), PLURALS)
def test_words_of_frames_have_their_plural(french: str, plural: str):
    assert read_word(french, "thing").plural == plural


def test_frames_are_filled_and_agree():
    pairs = list(sentences(1, random.Random(1)))
    assert len(pairs) > 4000
    assert not [pair for pair in pairs if "{" in "".join(pair)]
    assert not [french for french, _ in pairs if re.search(r"\b(de (le |les |[aeéo])|à les? |(le|la) [aeéi])", french)]
    assert not [english for _, english in pairs if re.search(r"\ba [aeio]|\bthe the\b", english)]


OWN = sorted((Path(__file__).parents[2] / "training" / "pairs").glob("*.tsv"))


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_the_projects_own_pairs_are_well_formed(path: Path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.count("\t") != 1 or not all(side.strip() for side in line.split("\t"))] == []
    assert [line for line in lines if FAULTS["untranslated"](*line.split("\t")) or FAULTS["language"](*line.split("\t"))] == []
