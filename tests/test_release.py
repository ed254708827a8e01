"""What a French release says of itself: dateline, roles, people, quotations, issuer, where the next one begins."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.release import Release, read_release
from service.release.opening import read_opening
from service.segment import segment
from service.types import Dateline

TITLE = "La campagne de vaccination est lancée dans le Nord"
LEAD = "Le programme couvrira douze districts et coûtera 8,5 millions de dollars sur trois ans."


def read(text: str) -> Release:
    return read_release(segment(text))


DATELINES = [
    ("RABAT, le 12 mars 2024 – Le comité a siégé.", "Rabat", "2024-03-12"),
    ("Paris, 13 janvier 2021. Le comité a siégé.", "Paris", "2021-01-13"),
    ("Antananarivo, le 30 septembre 2020. Le comité a siégé.", "Antananarivo", "2020-09-30"),
    ("PORT-AU-PRINCE, le 1er février 2024 – Le comité a siégé.", "Port-au-Prince", "2024-02-01"),
    ("N'DJAMENA, le 3 juillet 2023 – Le comité a siégé.", "N'Djamena", "2023-07-03"),
    ("LE PORT (La Réunion), le 2 mai 2022 – Le comité a siégé.", "Le Port (La Réunion)", "2022-05-02"),
    ("ABIDJAN, Côte d'Ivoire, 18 octobre 2023 – Le comité a siégé.", "Abidjan, Côte d'Ivoire", "2023-10-18"),
    ("DAKAR / TOULOUSE, le 28 juin 2024 – Le comité a siégé.", "Dakar / Toulouse", "2024-06-28"),
    ("Thiès, le 11 juillet 2023 (Nouvelles de l'OIT) – Le comité a siégé.", "Thiès", "2023-07-11"),
    ("Lille, le 19 octobre 2023, 17 h 45 – Le comité a siégé.", "Lille", "2023-10-19"),
    ("Genève/New York (13 janvier 2021) – Le comité a siégé.", "Genève/New York", "2021-01-13"),
    ("BISSAU – À quelques jours de la rentrée, le comité a siégé.", "Bissau", None),
    ("ABIDJAN (OIT Infos) – Le comité a siégé.", "Abidjan", None),
    ("DAKAR, 12 mars – Le comité a siégé.", "Dakar", None),
]
NO_DATELINES = [
    "Réuni le jeudi 14 décembre 2023, le conseil a tranché.",
    "Le 6 avril 1974, devant une foule nombreuse, la maire a parlé.",
    "Montréal, Liège, Fès : ce sont les trois étapes du programme.",
    "À Paris, le 12 mars 2024, le comité a siégé.",
    "Communiqué de presse, le 12 mars 2024 – Le comité a siégé.",
    "UNESCO – Le comité a siégé.",
    "Du 22 mars au 1er septembre 2024, le musée expose cent toiles.",
]


@pytest.mark.parametrize(("text", "place", "date"), DATELINES)
def test_place_and_date_of_a_dateline(text: str, place: str, date: str | None) -> None:
    opening = read_opening(text)
    assert opening is not None
    assert (opening.place, opening.date, opening.whole) == (place, date, False)
    assert text[opening.length :].endswith("le comité a siégé.") or text[opening.length :] == "Le comité a siégé."


@pytest.mark.parametrize("text", NO_DATELINES)
def test_a_date_inside_a_sentence_is_no_dateline(text: str) -> None:
    assert read_opening(text) is None


def test_the_date_of_the_page_is_not_the_date_of_the_release_nor_of_the_event() -> None:
    text = f"{TITLE}\n\nRABAT, le 12 mars 2024 – Le comité, réuni mercredi 13 janvier 2021, a siégé."
    release = read_release(segment(text), published="2024-03-14")
    assert release.dateline == Dateline(place="Rabat", date="2024-03-12", published="2024-03-14")
    assert [(e.date, e.agrees) for e in release.events] == [("2021-01-13", True)]


def test_a_date_is_never_guessed() -> None:
    release = read(f"{TITLE}\n\nLe comité a siégé lundi 6 mars et se réunira de nouveau en juin 2024.")
    assert release.dateline == Dateline()
    assert release.events == ()


def test_straight_quotation_marks_hold_the_sentences_between_them():
    text = 'Titre du jour\n\nLe club joue à Lomé. "Ce groupe a faim. Deux victoires nous qualifieraient." Le match est à 20 h.'
    release = read_release(segment(text))
    assert [s.role for s in release.sentences] == ["title", "body", "quote", "quote", "body"]


def test_a_weekday_that_its_date_contradicts_is_a_doubt() -> None:
    (finding,) = read(f"{TITLE}\n\nLe comité a siégé le jeudi 13 janvier 2021 à Rabat.").findings
    assert finding.check == "weekday"
    assert "jeudi 13 janvier 2021" in finding.note
    assert finding.sentence == 1


HEAD = "RÉPUBLIQUE DU HAUT-PLATEAU\nMINISTÈRE DE LA SANTÉ\n\nCOMMUNIQUÉ DE PRESSE\n\nPour diffusion immédiate\n\n"
FOOT = "\n\nÀ propos de l'OIEC\nL'OIEC réunit 41 États.\n\nContact presse :\nAwa Sarr\nTél. : +212 5 37 00 00 00"
TABLE = "\n\n\t2022\t2021\nChiffre d'affaires\t84,6\t78,8\nRésultat net\t8,4\t7,5\n\n"
ITEMS = "\n\nLes partenaires se sont engagés à :\n– publier un rapport ;\n– réserver la moitié des postes.\n\n"


def test_every_kind_of_line_has_its_role() -> None:
    text = f"{HEAD}{TITLE}\nDouze districts sont concernés\n\n{LEAD}\n\nCalendrier\n{LEAD}{ITEMS}{LEAD}{TABLE}{LEAD}{FOOT}"
    roles = [sentence.role for sentence in read(text).sentences]
    changes = [roles[0], *(after for before, after in pairwise(roles) if before != after)]
    assert changes == [
        "heading", "embargo", "title", "subtitle", "body", "heading", "body", "item", "body", "table", "body", "about", "contact",
    ]  # fmt: skip
    assert read(text).title == TITLE
    assert read(text).issuer == "Ministère de la santé"


def test_reading_changes_no_text() -> None:
    text = f"{HEAD}{TITLE}\n\n{LEAD}{ITEMS}{LEAD}{FOOT}\n"
    assert "".join(s.text + s.gap for s in read(text).sentences) == text


SPEAKERS = [
    ("« Nous irons dans chaque village du pays », a déclaré la ministre de la Santé, Mme Awa Sarr.", "Awa Sarr", "ministre de la Santé"),
    ("« Nous irons dans chaque village du pays », s'est réjoui M. Jean Roy, président du conseil.", "Jean Roy", "président du conseil"),
    ("« Nous irons dans chaque village du pays », résume Luc Van Damme, secrétaire permanent.", "Luc Van Damme", "secrétaire permanent"),
    ("« Nous irons dans chaque village du pays », a confié avec émotion le maire, M. Jean Roy.", "Jean Roy", "maire"),
    ("M. Jean Roy, directeur de l’Institut, a salué « une étape attendue par tout le pays ».", "Jean Roy", "directeur de l’Institut"),
    ("Pour l’ambassadrice de Guinée, S.E. Mme Kadi Sylla, ces objets « rentrent enfin à la maison ».", "Kadi Sylla", "ambassadrice de Guinée"),
    ("Le maire, M. Jean Roy, a insisté : « Nous irons dans chaque village du pays. »", "Jean Roy", "maire"),
    ("« Nous irons. Nous irons même deux fois. Personne ne sera oublié », a promis le maire, M. Jean Roy.", "Jean Roy", "maire"),
    ('"Nous irons dans chaque village du pays", a affirmé M. Jean Roy.', "Jean Roy", ""),
    ("« Nous irons dans chaque village du pays », déclare la Secrétaire générale.", "la Secrétaire générale", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "function"), SPEAKERS)
def test_a_quotation_has_its_speaker_and_function(text: str, speaker: str, function: str) -> None:
    (speech,) = read(f"{TITLE}\n\n{text}").speeches
    assert (speech.speaker, speech.function) == (speaker, function)
    assert "«" not in speech.text


ANAPHORA = [
    ("Elle a reçu M. Jean Roy, maire de la ville.", "a-t-elle ajouté", "Awa Sarr"),
    ("Elle a reçu M. Jean Roy, maire de la ville.", "a-t-il ajouté", "Jean Roy"),
    ("La campagne durera trois mois.", "a souligné la ministre", "Awa Sarr"),
    ("La campagne durera trois mois.", "a souligné Mme Sarr", "Awa Sarr"),
    ("La campagne durera trois mois.", "s'amuse-t-elle", "Awa Sarr"),
]


@pytest.mark.parametrize(("between", "tail", "speaker"), ANAPHORA)
def test_he_she_and_the_minister_are_who_was_named_before(between: str, tail: str, speaker: str) -> None:
    text = f"{TITLE}\n\nLa ministre de la Santé, Mme Awa Sarr, a ouvert la cérémonie. {between} « Nous irons dans chaque village », {tail}."
    assert [speech.speaker for speech in read(text).speeches] == [speaker]


NO_SPEECH = [
    "Le ministre, M. Jean Roy, a lancé le programme « Une école pour tous les enfants ».",
    "L'exposition « Cent ans de peinture au bord du fleuve » ouvrira le 3 mars.",
    "Ces rencontres avaient pour thème « Revenir chez soi, vivre côte à côte ».",
    "Deux hommes, M. Jean Roy et M. Luc Petit, étaient présents.",
]


@pytest.mark.parametrize("text", NO_SPEECH)
def test_names_of_programmes_and_titles_are_no_quotations(text: str) -> None:
    assert read(f"{TITLE}\n\n{text}").speeches == ()


def test_a_speaker_who_is_not_clear_is_not_guessed() -> None:
    text = "Mme Awa Sarr et Mme Léa Roy, juristes, ont parlé. Le jury a salué « une langue d'une limpidité trompeuse »."
    assert read(f"{TITLE}\n\n{text}").speeches == ()


PEOPLE = [
    ("La ministre de l'Agriculture, de la Pêche et de la Forêt, Mme Awa Sarr, est venue.", "Awa Sarr", "ministre de l'Agriculture, de la Pêche et de la Forêt"),
    ("M. Ould Ahmed Vall, président-directeur général du groupe, est venu.", "Ould Ahmed Vall", "président-directeur général du groupe"),
    ("Le réalisateur haïtien Jocelyn Metellus est venu.", "Jocelyn Metellus", "réalisateur haïtien"),
    ("La présidente du jury, la chimiste belge Marie Dumonceau, est venue.", "Marie Dumonceau", "présidente du jury"),
    ("Présidente de la fédération, Mirlande Jean-Baptiste est venue.", "Mirlande Jean-Baptiste", "présidente de la fédération"),
    ("Le conseil a désigné Mme Laure Perrin en qualité de directrice générale du groupe.", "Laure Perrin", "directrice générale du groupe"),
    ("Représentant les coopératives, M. Déo Bigirimana est venu.", "Déo Bigirimana", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "function"), PEOPLE)
def test_people_have_the_function_that_stands_beside_them(text: str, name: str, function: str) -> None:
    assert [(p.name, p.function, p.sentence) for p in read(f"{TITLE}\n\n{text}").people] == [(name, function, 1)]


ISSUERS = [
    ("La Banque populaire du Delta informe ses clients d'une interruption.", "", "Banque populaire du Delta"),
    ("L'Organisation du fleuve (ODF) annonce un accord.", "", "Organisation du fleuve (ODF)"),
    (
        "Réunie à Rabat, l'Organisation du fleuve (ODF) a siégé.",
        "\n\nÀ propos de l'ODF\nL'ODF réunit 9 États.",
        "Organisation du fleuve (ODF)",
    ),
    ("Le musée de Tournai rouvrira ses portes le 18 mars.", "", None),
    ("Un accord a été signé par le ministère de la Santé.", "", None),
]


@pytest.mark.parametrize(("text", "foot", "issuer"), ISSUERS)
def test_the_issuer_is_named_or_omitted(text: str, foot: str, issuer: str | None) -> None:
    assert read(f"{TITLE}\n\n{text}{foot}").issuer == issuer


SEVERAL = [
    (f"{TITLE}\n\n{LEAD}\n\n***\n\nLe pont sera fermé trois nuits\n\n{LEAD}", "Le pont sera fermé"),
    (f"Communiqué n° 1\n\n{TITLE}\n\n{LEAD}\n\nCommuniqué n° 2\n\nLe pont sera fermé trois nuits\n\n{LEAD}", "Communiqué n° 2"),
    (f"{TITLE}\n\n{LEAD}\n\nLe pont sera fermé trois nuits\n\nPARIS, le 3 mai 2022 – {LEAD}", "Le pont sera fermé"),
]


@pytest.mark.parametrize(("text", "second"), SEVERAL)
def test_several_releases_in_one_text_have_their_starts(text: str, second: str) -> None:
    release = read(text)
    assert len(release.starts) == 2
    assert release.sentences[release.starts[1]].text.startswith(second)
    assert release.title == TITLE


def test_headings_and_a_foot_after_a_rule_start_no_release() -> None:
    assert read(f"{TITLE}\n\n{LEAD}\n\nCalendrier\n\n{LEAD}\n\n###{FOOT}").starts == (0,)


@given(st.text(alphabet="aA é.«»:,–1\n\tM", max_size=300))
def test_any_text_is_read_and_kept(text: str) -> None:
    release = read(text)
    assert "".join(s.text + s.gap for s in release.sentences) == text
    assert all(0 <= i < len(release.sentences) for speech in release.speeches for i in speech.sentences)


def test_release_and_its_nouns_come_back_from_json() -> None:
    release = read(f"{TITLE}\n\nRABAT, le 12 mars 2024 – « Nous irons dans chaque village », a dit Mme Awa Sarr, ministre.")
    assert Release.from_dict(release.to_dict()) == release
