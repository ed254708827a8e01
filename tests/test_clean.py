"""Page chrome: what goes, what stays, and that what went is listed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.clean import clean
from service.types import Document

BODY = (
    "Le ministère de la Santé publique a lancé mardi la campagne de vaccination dans les douze districts du Nord.\n\n"
    "« Nous irons dans chaque village », a déclaré la ministre, Mme Awa Sarr, devant les agents de santé réunis à Kaya."
)
TITLE = "La campagne de vaccination est lancée dans le Nord"

CHROME = [
    ("Aller au contenu", "menu"), ("Skip to content", "menu"), ("Menu", "menu"), ("Partager", "share buttons"),
    ("Partager sur Facebook", "share buttons"), ("Facebook Twitter LinkedIn", "share buttons"), ("12 partages", "view count"),
    ("Facebook 12 Twitter 3", "share buttons"), ("Accueil > Actualités", "breadcrumb"), ("Vous êtes ici : Accueil", "breadcrumb"),
    ("Accueil | Actualités | Contact", "menu"), ("FR | EN | AR", "language switch"), ("Imprimer", "page tools"),
    ("Temps de lecture : 3 min", "reading time"), ("3 min read", "reading time"), ("Lire aussi : La rougeole recule", "related articles"),
    ("13 janvier 2021 0", "view count"), ("January 13, 2021 0", "view count"), ("Publié le 13/01/2021 à 10h32", "publication line"),
    ("1 254 vues", "view count"), ("Lu 35 fois", "view count"), ("0 commentaire", "view count"), ("Tout accepter", "cookie choice"),
    ("Nous utilisons des cookies pour améliorer votre visite.", "cookie banner"), ("We use cookies to help you.", "cookie banner"),
    ("Inscrivez-vous à notre newsletter", "newsletter"), ("© 2021 OIEC – Tous droits réservés", "copyright"),
    ("All rights reserved", "copyright"), ("Télécharger le communiqué (PDF)", "download link"), ("rapport_2021.pdf (312 Ko)", "download link"),
    ("Tags : santé, vaccin", "tags"), ("#sante #vaccin", "tags"), ("Retour en haut", "page tools"), ("Page 2 sur 3", "page number"),
    ("Crédit photo : M. Diallo", "photo credit"), ("Par la rédaction", "publication line"), ("☰", "icons"),
    ("Publié le 14 novembre 2025 à 16h45 – Temps de lecture : 3 minutes", "publication line"),
    ("J'aime 1,2 k   Tweeter   Commenter (14)", "share buttons"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "reason"), CHROME)
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_line_of_chrome_outside_the_text_goes_with_its_reason(line: str, reason: str, place: str) -> None:
    text = f"{TITLE}\n\n{line}\n\n{BODY}" if place == "above" else f"{TITLE}\n\n{BODY}\n\n{line}"
    cleaned = clean(Document(text=text))
    (removed,) = cleaned.removed
    assert (removed.text, removed.reason, text.split("\n")[removed.line - 1]) == (line, reason, line)
    assert cleaned.text.strip() == f"{TITLE}\n\n{BODY}"


KEPT = [
    "X",
    "Partager les données est un devoir.",
    "Contact presse : Awa Sarr, 01 00 00 00 00",
    "31 décembre 2023 12 450",
    "Actualités",
    "Publié le 13 janvier 2021 par l'OMS, le rapport dresse un bilan alarmant.",
    "Le musée utilise des cookies depuis 2019, a rappelé la CNIL.",
    "Accueil des réfugiés : 12 communes volontaires",
    "Retour à la croissance",
    "Éducation, sciences, culture",
    "– consulter le document unique ;",
    "Télécharger l'application ne suffit pas.",
    "À propos de l'OIEC",
    "***",
    "« Lire aussi, c'est résister. »",
    "Tous droits et libertés sont garantis.",
]


@pytest.mark.parametrize("line", KEPT)
def test_the_same_words_inside_the_text_stay(line: str) -> None:
    text = f"{TITLE}\n\n{BODY}\n\n{line}\n\n{BODY}"
    assert clean(Document(text=text)) == Document(text=text)


def test_lines_that_touch_chrome_are_chrome_and_lone_ones_are_not() -> None:
    cleaned = clean(Document(text=f"{TITLE}\n\n{BODY}\n\nPartager\nX\n14\n\n{BODY}"))
    assert [r.text for r in cleaned.removed] == ["Partager", "X", "14"]
    assert clean(Document(text=f"{TITLE}\n\n{BODY}\n\n14\n\n{BODY}")).removed == ()


def test_menu_items_that_no_table_knows_go_between_two_that_it_knows() -> None:
    cleaned = clean(Document(text=f"Accueil\nNos lagunes\nSanté des sols\nContact\nFR | EN\n\n{TITLE}\n\n{BODY}"))
    assert [r.line for r in cleaned.removed] == [1, 2, 3, 4, 5]
    assert cleaned.text == f"{TITLE}\n\n{BODY}"


def test_titles_under_related_articles_go_and_the_contact_after_them_stays() -> None:
    cleaned = clean(Document(text=f"{TITLE}\n\n{BODY}\n\nLire aussi\nLa rougeole recule\n\nContact presse :\nawa@sante.example"))
    assert [r.text for r in cleaned.removed] == ["Lire aussi", "La rougeole recule"]
    assert cleaned.text.endswith("Contact presse :\nawa@sante.example")


DATES = [
    ("13 janvier 2021 0", "2021-01-13"), ("Publié le 1er mars 2022", "2022-03-01"), ("Mis à jour le 2 mai 2020\nPublié le 1 mai 2020", "2020-05-01"),
    ("May 2, 2023 14", "2023-05-02"), ("03.04.2021 7", "2021-04-03"), ("Temps de lecture : 3 min", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "date"), DATES)
def test_published_is_the_date_of_the_page_and_not_of_the_event(line: str, date: str | None) -> None:
    assert clean(Document(text=f"{TITLE}\n{line}\n\n{BODY} Le 5 juin 2019 non plus.")).published == date


def test_metadata_is_not_overwritten() -> None:
    document = Document(text=f"Accueil > {TITLE}\n{TITLE}\n13 janvier 2021 0\n{BODY}", title="Titre", published="2021-01-12")
    cleaned = clean(document)
    assert (cleaned.title, cleaned.published) == ("Titre", "2021-01-12")


@pytest.mark.parametrize("above", [f"Accueil > {TITLE}", f"{TITLE} | Ministère de la Santé", TITLE])
def test_a_title_that_the_page_repeats_becomes_the_title_and_stays_once(above: str) -> None:
    cleaned = clean(Document(text=f"{above}\n\n{TITLE}\n\n{BODY}"))
    assert cleaned.title == TITLE
    assert cleaned.text == f"{TITLE}\n\n{BODY}"


ONLY_CHROME = [
    "Partager", "Aller au contenu\nMenu\nAccueil\nNos lagunes\nContact", "Facebook Twitter\n© 2021", "Accueil\nActualités\nContact\n13 janvier 2021 0",
]  # fmt: skip


@pytest.mark.parametrize("text", ONLY_CHROME)
def test_a_page_of_chrome_only_leaves_no_text(text: str) -> None:
    assert clean(Document(text=text)).text == ""


def test_paragraphs_and_blank_lines_are_kept_and_chrome_never_joins_two() -> None:
    cleaned = clean(Document(text=f"{TITLE}\nPartager\n{BODY}\n\n\nDernier point du communiqué.\n\nImprimer\n"))
    assert cleaned.text == f"{TITLE}\n\n{BODY}\n\n\nDernier point du communiqué.\n"


def test_a_sentence_that_a_page_number_cuts_in_two_is_joined_again() -> None:
    text = f"{TITLE}\n\n{BODY}\nLe bâtiment a été rénové pour sept millions d'euros, dont\nPage 2 sur 2\nquarante pour cent par la région."
    assert "dont\nquarante" in clean(Document(text=text)).text


def test_two_megabytes_take_seconds_of_processor_time_at_most() -> None:
    for unit in ("mot ", "Une ligne ordinaire de texte, sans rien de plus.\n", "Publié le " + "1 " * 100 + "\n"):
        before = time.process_time()
        clean(Document(text=unit * (2_000_000 // len(unit))))
        assert time.process_time() - before < 5


@given(st.text(alphabet="aXé .»:|>\n\t0©«Partager", max_size=200))
def test_nothing_is_lost_but_what_is_listed(text: str) -> None:
    cleaned = clean(Document(text=text))
    kept = [line.strip() for line in cleaned.text.split("\n") if line.strip()]
    gone = [removed.text for removed in cleaned.removed]
    assert sorted(kept + gone) == sorted(line.strip() for line in text.split("\n") if line.strip())


MAIL = """De : Service presse <presse@mairie.example>
Objet : [CP] Tramway : ouverture le 7 février
Date : lundi 19 janvier 2026 09:12

Bonjour,

Veuillez trouver ci-dessous notre communiqué de presse.

La ligne B ouvrira le 7 février. Elle reliera la gare à l'hôpital en 17 minutes.

Cordialement,

Maël Quéré
"""


def test_a_release_that_was_pasted_with_its_mail_loses_the_heading_and_the_greeting():
    document = clean(Document(text=MAIL))
    assert document.text.strip().startswith("La ligne B ouvrira")
    assert {gone.reason for gone in document.removed} == {"mail heading", "greeting", "cover note"}
    alone = clean(Document(text="Date : 12 mars 2024\n\nLa ligne B ouvrira le 7 février. Elle reliera la gare à l'hôpital."))
    assert "mail heading" not in {gone.reason for gone in alone.removed}  # one such line is a line of the release
