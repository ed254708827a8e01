"""Idioms and rare verbs said plainly: what a sentence becomes, and that nothing else in it moves."""

from __future__ import annotations

import pytest

from service.normalise import normalise

SAID = {
    "MSB tire la sonnette d'alarme face à 340 cas.": "MSB donne l'alerte face à 340 cas.",
    "Les ONG ont tiré la sonnette d'alarme.": "Les ONG ont donné l'alerte.",
    "Son pronostic vital n'est pas engagé.": "Sa vie n'est pas en danger.",
    "Le pronostic vital de deux des blessés est engagé.": "La vie de deux des blessés est en danger.",
    "Un passant dont le pronostic vital est engagé.": "Un passant dont la vie est en danger.",
    "Les secours n'ont pu que constater son décès.": "Les secours ont constaté son décès.",
    "Une enquête est ouverte du chef d'escroquerie.": "Une enquête est ouverte pour escroquerie.",
    "Le port franchit la barre des 4 millions de tonnes.": "Le port dépasse 4 millions de tonnes.",
    "La population est passée sous la barre des 6 000 têtes.": "La population est tombée en dessous de 6 000 têtes.",
    "Deux festivals ont vu le jour.": "Deux festivals ont été créés.",
    "Le site verra le jour en 2027.": "Le site sera créé en 2027.",
    "Ce sont les voyageurs qui en font les frais.": "Ce sont les voyageurs qui en souffrent.",
    "Les élus sont montés au créneau.": "Les élus ont protesté.",
    "Elle s'est imposée face à la Suisse.": "Elle a gagné face à la Suisse.",
    "Le titre s'est inscrit en baisse de 3 %.": "Le titre a baissé de 3 %.",
    "La mesure a été fustigée par les élus.": "La mesure a été critiquée par les élus.",
    "Le gouvernement tente de juguler la hausse.": "Le gouvernement tente d'arrêter la hausse.",
    "L'incertitude taraude les élus.": "L'incertitude inquiète les élus.",
    "Les villes s'emploient à peaufiner leur plan.": "Les villes s'emploient à améliorer leur plan.",
    "Un accord a été trouvé in extremis.": "Un accord a été trouvé au dernier moment.",
    "La loi, jugée inique, a été jetée.": "La loi, jugée injuste, a été jetée.",
    "Il l'a limogé.": "Il l'a licencié.",
    "Le club a décroché son billet pour la finale.": "Le club s'est qualifié pour la finale.",
}
KEPT = [
    "Le projet n'a pas été retardé et la mairie paie les travaux.",
    "Le chef de cuisine a tiré les leçons de la crise.",
    "Le prix a franchi une étape en mars.",
    "La loi s'est imposée comme une évidence.",
    "Le jour se lève à 7 h 15.",
    "Une barricade a été dressée.",
]


@pytest.mark.parametrize(("french", "plain"), SAID.items())
def test_an_idiom_is_said_plainly(french: str, plain: str):
    assert normalise(french, plain=True).text == plain
    assert normalise(plain, plain=True).text == plain


@pytest.mark.parametrize("french", KEPT)
def test_what_is_no_idiom_stays(french: str):
    assert normalise(french, plain=True).text == french


def test_only_a_small_model_needs_it():
    assert normalise("Il peaufine son plan.").text == "Il peaufine son plan."
