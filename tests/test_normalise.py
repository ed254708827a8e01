"""What the model sees of a sentence, and that the way back puts everything around its English again."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.normalise import known_capitals, normalise

TYPOGRAPHY = [
    ("L’accord est «\u00a0signé\u00a0».", "L'accord est « signé »."),
    ("“Oui”, dit‑il…", '"Oui", dit-il...'),
    ("12\u202f500\u2009€ et 4,2\u00a0%", "12 500 € et 4,2 %"),
    ("soft\u00adhyphen, zero\u200bwidth, \u200f\u202amarks\u202c, nul\x00l", "softhyphen, zerowidth, marks, null"),
    ("e\u0301cole", "école"),
    ("ﬁnance, oﬃciel, cœur", "finance, officiel, cœur"),
    ("«Bonjour», dit-elle", "« Bonjour », dit-elle"),
    ("<<Bonjour>>", "« Bonjour »"),
    ("l' école et d’ autres , ( ici ) .", "l'école et d'autres, (ici)."),
    ("aujourd' hui, qu' il, jusqu' à", "aujourd'hui, qu'il, jusqu'à"),
    ("Merci 👨\u200d👩\u200d👧 à tous", "Merci à tous"),
    ("Quoi ? Oui !", "Quoi ? Oui !"),
    ("Ｆｕｌｌ ｗｉｄｔｈ", "Full width"),
    ("العربية", "العربية"),
    ("un\ud800 mot", "un mot"),
]

WRAPPED = [
    ("les sciences et la\nculture", "les sciences et la culture"),
    ("les sciences et la \r\n  culture", "les sciences et la culture"),
    ("le déve-\nloppement", "le développement"),
    ("peut-\nêtre, celui-\nci, sous-\nmarin", "peut-être, celui-ci, sous-marin"),
    ("la Guinée-\nBissau", "la Guinée-Bissau"),
    ("vingt-\ndeux, a-t-\nelle", "vingt-deux, a-t-elle"),
    ("il a siégé\n> lundi", "il a siégé lundi"),
    ("un – deux\n– trois", "un – deux – trois"),
]

DOTTED = [
    ("L'O.N.U. et l'O.M.S. ont salué l'accord.", "L'ONU et l'OMS ont salué l'accord."),
    ("Transmis à l'O.N.U.", "Transmis à l'ONU."),
    ("Transmis à « l'O.N.U. »", "Transmis à « l'ONU. »"),
    ("La R.D.C et l'U.E. Femmes", "La RDC et l'UE Femmes"),
    ("S.E.M. Ahmed Diallo", "S.E. M. Ahmed Diallo"),
    ("S.E.M.Ahmed Diallo", "S.E. M. Ahmed Diallo"),
    ("S. E. M. Ahmed Diallo", "S.E. M. Ahmed Diallo"),
    ("S.E.Mme Awa Sarr", "S.E. Mme Awa Sarr"),
    ("S.A.R. la princesse", "S.A.R. la princesse"),
    ("A.B. Cissé et J.-P. Martin", "A.B. Cissé et J.-P. Martin"),
    ("Mme. Awa Sarr", "Mme Awa Sarr"),
    ("M.Dupont et Dr.Bâ", "M. Dupont et Dr. Bâ"),
    ("IIIe siècle av. J.-C.", "IIIe siècle av. J.-C."),
    ("www.U.E.org et a@O.N.U.org", "www.U.E.org et a@O.N.U.org"),
]

CAPITALS = [
    ("LE MAIRE OUVRE UNE CRÈCHE DANS LE QUARTIER BELLEVUE", "Le maire ouvre une crèche dans le quartier Bellevue"),
    ("LA MAISON COMMUNE OUVRE DEMAIN", "La maison commune ouvre demain"),
    ("COMMUNIQUÉ DE PRESSE", "Communiqué de presse"),
    ("EDUCATION POUR TOUS", "Education pour tous"),
    ("L'ICESCO ET L'UNESCO SIGNENT UN ACCORD", "L'ICESCO et l'UNESCO signent un accord"),
    ("LE 1ER MARS 2021, LA 5E SESSION DU XXIE SIÈCLE", "Le 1er mars 2021, la 5e session du XXIe siècle"),
    ("LA VIE CULTURELLE ET LA VIE RÉPUBLIQUE", "La vie culturelle et la VIe république"),
    ("MERCREDI 13 JANVIER À RABAT", "Mercredi 13 janvier à Rabat"),
    ("M. SALIM BERRADA REÇOIT L'AMBASSADEUR DU SÉNÉGAL", "M. Salim Berrada reçoit l'ambassadeur du Sénégal"),
    ("LE DIRECTEUR, M. SALIM AL MALIK, REÇOIT MME AWA SARR", "Le directeur, M. Salim Al Malik, reçoit Mme Awa Sarr"),
    ("LA CÔTE D'IVOIRE, LES ÉTATS-UNIS ET LE ROYAUME-UNI", "La Côte d'Ivoire, les États-Unis et le Royaume-Uni"),
    ("APPEL AUX ÉTATS MEMBRES DES NATIONS UNIES", "Appel aux États membres des Nations unies"),
    ("LOI N° 12 : VERS LE SÉNAT", "Loi n° 12 : vers le sénat"),
    ("RENDEZ-VOUS À 18H30 (CNAM)", "Rendez-vous à 18h30 (CNAM)"),
    ("POINT DE PRESSE (SUITE)", "Point de presse (suite)"),
    ("COVID-19 : POINT DE SITUATION", "COVID-19 : point de situation"),
    ("SUIVEZ #RABAT2021 SUR WWW.EXEMPLE.ORG", "Suivez #RABAT2021 sur WWW.EXEMPLE.ORG"),
    ("LA SNCF, LE CNRS ET LA PNDT", "La SNCF, le CNRS et la PNDT"),
    ("38,6 M€ POUR CINQ FABRICANTS", "38,6 M€ pour cinq fabricants"),
    ("SALON DE GENÈVE-CAROUGE : EAU ET VISITE D'ÉTAT", "Salon de Genève-Carouge : eau et visite d'État"),
    ("UNESCO", "UNESCO"),
    ("ONU – OMS", "ONU – OMS"),
    ("LANCEMENT DU PROGRAMME « ÉCOLES OUVERTES »", "Lancement du programme « Écoles ouvertes »"),
    ("« LA PAIX D'ABORD »", "« La paix d'abord »"),
    ("LOUIS XIV ET NAPOLÉON III", "Louis XIV et napoléon III"),
    ("C O M M U N I Q U É   D E   P R E S S E", "Communiqué de presse"),
    ("C O M M U N I Q U E D E P R E S S E", "Communique de presse"),
    ("RABAT, le 13 janvier 2021 – L'accord est signé.", "Rabat, le 13 janvier 2021 – L'accord est signé."),
    ("DAKAR (Sénégal) – L'accord est signé.", "Dakar (Sénégal) – L'accord est signé."),
    ("Mme Awa SARR et M. Jean DUPONT-MARTIN", "Mme Awa Sarr et M. Jean Dupont-Martin"),
    ("Awa SARR a présenté le plan de l'ICESCO.", "Awa Sarr a présenté le plan de l'ICESCO."),
    ("Le projet « MÉMOIRES VIVANTES DU SAHEL » démarre.", "Le projet « Mémoires vivantes du Sahel » démarre."),
    ("La CEDEAO, l'UEMOA et la BCEAO signent.", "La CEDEAO, l'UEMOA et la BCEAO signent."),
    ("La plateforme OLMEF ouvre.", "La plateforme OLMEF ouvre."),
]


@pytest.mark.parametrize(("text", "seen"), TYPOGRAPHY + WRAPPED + DOTTED + CAPITALS)
def test_the_model_sees_one_typography(text, seen):
    assert normalise(text).text == seen
    assert normalise(seen).text == seen


PREFIXES = [
    "- ", "– ", "• ", "•\t", "* ", "1. ", "12) ", "a) ", "(iv) ", "II. ", "1.2. ", "1/ ", "3 - ", "## ", "> ", "  ", "\n\n- ", "✅ ", "👉 ",
    "- 1. ", "\uf0b7 ", "1️⃣ ",
]  # fmt: skip


@pytest.mark.parametrize("prefix", PREFIXES)
def test_what_stands_before_a_sentence_is_put_back_exactly(prefix):
    result = normalise(prefix + "Former les maîtres.")
    assert result.text == "Former les maîtres."
    assert result.restore("Train teachers.") == prefix + "Train teachers."


@pytest.mark.parametrize("kept", ["1.250.000 euros sont versés.", "-5 °C à Rabat", "A. Diallo préside.", "2021 fut une année utile.", "3,5 % de hausse"])
def test_figures_and_initials_are_no_bullets(kept):
    assert normalise(kept).text == kept


def test_emoji_inside_a_sentence_go_to_its_end():
    result = normalise("Le festival 🎶 ouvre 👍🏽 ses portes.")
    assert (result.text, result.restore("The festival opens.")) == ("Le festival ouvre ses portes.", "The festival opens. 🎶👍🏽")


def test_emphasis_around_a_whole_sentence_comes_back():
    result = normalise("**Contact presse**")
    assert (result.text, result.restore("Press contact")) == ("Contact presse", "**Press contact**")


RESTORED = [
    ("COMMUNIQUÉ DE PRESSE", "Press release", "PRESS RELEASE"),
    ("- CONTACT :", "Contact:", "- CONTACT:"),
    ("LE CONSEIL ADOPTE SON BUDGET", "The Council adopts its budget", "The Council adopts its budget"),
    ("CONTACT : A@EXEMPLE.ORG", "Contact: a@exemple.org", "Contact: a@exemple.org"),
    ("UNESCO", "UNESCO", "UNESCO"),
]


@pytest.mark.parametrize(("french", "english", "restored"), RESTORED)
def test_a_label_in_capitals_comes_back_in_capitals_and_a_headline_does_not(french, english, restored):
    assert normalise(french).restore(english) == restored


@pytest.mark.parametrize("nothing", ["", " \n", "\u200b", "\x00", "• ", "🎉", "\ud800"])
def test_text_without_anything_to_read_gives_nothing_to_translate(nothing):
    assert normalise(nothing).text == ""


def test_the_document_may_name_its_acronyms_and_names():
    text = "LA CAMPAGNE OLMEF DE KERBALA COMMENCE"
    assert normalise(text).text == "La campagne olmef de kerbala commence"
    known = normalise(text, acronyms=frozenset(["OLMEF"]), names=frozenset(["Kerbala"]))
    assert known.text == "La campagne OLMEF de Kerbala commence"


def test_the_running_text_knows_the_capitals_of_its_headline():
    body = ["L'Agence OLMEF ouvre à Kerbala une école.", "La ville de Kerbala et son maire, Théo Gnassou, s'en félicitent."]
    acronyms, names = known_capitals(["L'OLMEF À KERBALA : THÉO GNASSOU OUVRE L'ÉCOLE", *body])
    assert acronyms == {"OLMEF"}
    assert {"Kerbala", "Gnassou"} <= names
    assert "École" not in names
    headline = normalise("L'OLMEF À KERBALA : THÉO GNASSOU OUVRE L'ÉCOLE", acronyms=acronyms, names=names)
    assert headline.text == "L'OLMEF à Kerbala : Théo Gnassou ouvre l'école"


pieces = st.lists(
    st.sampled_from(
        [
            *"aeéÀLMSJXVI.!?…,;:-–—«»\"'’`()[]<>*_# \n\r\t\u00a0123•\x00\u200b\u00ad\ud800🎉👩\u200d\ufe0f´\u1ffd\u0301",
            "M. ", "MME ", "O.N.U.", "S.E.M.", "S.E. ", "l' ", "« ", " »", "DE ", "LA PRESSE ", "RABAT", "VIE ", "1. ", "a) ", "- ", "**",
            "dé-\nve", "XXIE", "1ER", "AWA SARR", "P R E S S E", "www.a.fr ", "ONU ", "<<", "''", "I", "ﬁ", "Jean DUPONT",
        ]
    ),
    max_size=25,
).map("".join)  # fmt: skip
anything = st.text(st.characters(codec=None), max_size=60)


@settings(max_examples=600, deadline=None)
@given(st.one_of(pieces, anything))
def test_normalising_twice_is_normalising_once(text):
    once = normalise(text)
    assert normalise(once.text).text == once.text
    assert once.text == once.text.strip()
    once.text.encode("utf-8")


@settings(max_examples=300, deadline=None)
@given(st.one_of(pieces, anything))
def test_no_letter_and_no_figure_is_lost(text):
    result = normalise(text)
    held = result.prefix + result.text + result.suffix

    def content(string: str) -> str:
        return "".join(c for c in string.casefold() if (c.isdigit() and c.isascii()) or (c.isascii() and c.isalpha()))

    wide = all(ord(c) < 0x2000 for c in text)
    assert content(held) == content(text) or not wide or "´" in text or "\u0301" in text


@pytest.mark.parametrize("piece", ["A.B.C ", "mot-\n", "« ", "* ", "- ", "1. ", "LA PRESSE ", "A ", "l' ", "(", " ", "M. ", "Jean DUPONT ", "\n", "''"])
def test_hostile_text_takes_linear_time(piece):
    text = piece * (50_000 // len(piece))
    start = time.process_time()
    normalise(text)
    assert time.process_time() - start < 3
