"""The head of a release, as offices write it: who writes, which line is the title, where and when."""

from __future__ import annotations

import pytest

from service.clean import clean
from service.release import read_release
from service.segment import segment
from service.types import Document

BODY = (
    "\n\nLe chantier a duré huit mois. Il a coûté 4 millions d'euros, selon la direction. Les usagers pourront y accéder dès lundi."
    "\n\nUn second chantier suivra en mars. Il concernera la gare routière."
)
SIGNED = """« Nous resterons vigilants quant à la démolition de l'ancien pont. »
Jean Côté, maire de Sainte-Pétronille
"""
HEADS = (  # the head, the beginning of its title, the date (None: not asked)
    (
        "Musée des Beaux-Arts de Namur\nCommuniqué – embargo jusqu'au 26 novembre 2026 à 18 heures\n\n"
        "« Clairs-obscurs », la première rétrospective consacrée à Judith Lauwers",
        "« Clairs-obscurs »",
        None,
    ),
    (
        "RÉPUBLIQUE DU SÉNÉGAL\nUn Peuple – Un But – Une Foi\n\nCOMMUNIQUÉ DU CONSEIL DES MINISTRES DU MERCREDI 25 NOVEMBRE 2026",
        "COMMUNIQUÉ DU CONSEIL",
        "2026-11-25",
    ),
    (
        "COMMUNIQUÉ DE PRESSE\nSous embargo jusqu'au 26 novembre 2026 à 6 heures\n\nCour des comptes\nRapport public thématique\n\n"
        "La lutte contre les déserts médicaux : des aides coûteuses",
        "La lutte",
        None,
    ),
    (
        "AFSCA – Agence fédérale pour la Sécurité de la Chaîne alimentaire\nRappel de Delhaize\nProduit : « Fromage râpé »\n\n"
        "Bruxelles, 25/11/2026",
        "Rappel de Delhaize",
        "2026-11-25",
    ),
    (
        "Parlement européen\nCommuniqué de presse\n26-11-2026 - 12:41\n\nTravail à la demande : les députés veulent protéger les livreurs",
        "Travail à la demande",
        "2026-11-26",
    ),
    (
        "PARQUET DU PROCUREUR DE LA RÉPUBLIQUE\nTRIBUNAL JUDICIAIRE DE VANDREUIL\n\nVandreuil, le 22 novembre 2026\n\nCOMMUNIQUÉ DE PRESSE",
        None,
        "2026-11-22",
    ),
    (
        "TerraLune Hôtels – Résultats annuels 2025-2026\n\nInformation réglementée – Nantes, le 25 novembre 2026 (après Bourse)\n\n"
        "Chiffre d'affaires : 412,6 M€ (+7,3 %)\nEBITDA : 88,9 M€, soit 21,5 % du chiffre d'affaires",
        "TerraLune Hôtels – Résultats",
        "2026-11-25",
    ),
    (
        "Fédération internationale de lutte – Commission de discipline\n\nDécision du 17 novembre 2026\n\n"
        "Dopage : l'Ivoirienne Mariam Coulibaly suspendue deux ans",
        "Dopage",
        "2026-11-17",
    ),
    (
        "ALERTE – Médecins Sans Barrières\n\nSoudan : « Les enfants arrivent trop tard »\n\n"
        "Port-Soudan / Genève, 21 novembre 2026. L'organisation tire la sonnette d'alarme.",
        "Soudan : «",
        "2026-11-21",
    ),
    (
        "Grand Port maritime de Sète\n\nCOMMUNIQUÉ DE PRESSE\nSète, le 9 octobre 2025\n\n"
        "Trafic : le port franchit la barre des 4 millions de tonnes",
        "Trafic : le port",
        "2025-10-09",
    ),
    (
        "CHU de Kigali – Direction de la communication\nKIGALI, le 3 juin 2025 – L'hôpital a rouvert.",
        None,
        "2025-06-03",
    ),
    (
        "Inrap – Institut national de recherches archéologiques préventives\n"
        "Communiqué de presse / 18 mars 2025\n\nUne nécropole mise au jour à Metz",
        "Une nécropole",
        "2025-03-18",
    ),
    (
        "Crédit des Alpes : résultats du premier semestre 2025\n\nAnnecy, le 31 juillet 2025, 17h45 – Information réglementée",
        "Crédit des Alpes",
        "2025-07-31",
    ),
    (
        "Ministère de la Santé\nDirection de la communication\n\nCommuniqué de presse n° 45\n"
        "Bamako, le 3 mai 2024\n\nRougeole : une campagne de vaccination débute lundi",
        "Rougeole",
        "2024-05-03",
    ),
    (
        "MÉTROPOLE DE LYON\nCommuniqué de presse\n5 juin 2024\nLa gare routière rouvre ses portes",
        "La gare",
        "2024-06-05",
    ),
    (
        "Communiqué de presse - Paris, le 5 juin 2024\n\nLa gare routière rouvre ses portes",
        "La gare",
        "2024-06-05",
    ),
    (
        "La gare routière rouvre ses portes\nCommuniqué de presse\n5 juin 2024",
        "La gare",
        "2024-06-05",
    ),
    (
        "La gare routière rouvre ses portes\nPublié le 5 juin 2024 à 14h30",
        "La gare",
        None,
    ),
    (
        "SNCF Réseau\nDossier de presse\nJuin 2024\nLa gare routière rouvre ses portes",
        "La gare",
        None,
    ),
    (
        "Hôpitaux universitaires de Genève\nGenève, 5 juin 2024\nUne première greffe réussie",
        "Une première",
        "2024-06-05",
    ),
    (
        "AMNESTY INTERNATIONAL\nCOMMUNIQUÉ DE PRESSE\n\nTchad. Les détenus doivent être libérés\n\n"
        "N'Djamena, 5 juin 2024 –  Les détenus doivent sortir.",
        "Tchad",
        "2024-06-05",
    ),
    (
        "PRÉFET DE L'HÉRAULT\nCabinet du préfet\nService de la communication interministérielle\n"
        "Montpellier, le 5 juin 2024\nCOMMUNIQUÉ DE PRESSE\nVigilance orange aux orages",
        "Vigilance",
        "2024-06-05",
    ),
    (
        "Communiqué de presse\nUniversité de Liège\nLiège, le 5 juin 2024\n"
        "Un nouvel exosolaire découvert par des astronomes liégeois\n"
        "La planète orbite autour d'une étoile naine",
        "Un nouvel",
        "2024-06-05",
    ),
    (
        "Sanofi-Aventis Vaccins Sud\nRésultats du premier trimestre 2025 : ventes en hausse de 7,4 %\nLyon, le 15 mai 2025",
        "Résultats",
        "2025-05-15",
    ),
    (
        "Renault Group\n\nRésultats commerciaux 2024 : la croissance se poursuit\n\nBoulogne-Billancourt, le 16 janvier 2025",
        "Résultats",
        "2025-01-16",
    ),
    (
        "Port de Sète : trafic record\nLes neuf premiers mois ont vu passer 4 millions de tonnes",
        "Port de Sète",
        None,
    ),
    (
        "L'Oréal\nClichy, le 7 février 2025 à 18h00\nRÉSULTATS ANNUELS 2024\nUne nouvelle année de croissance",
        "RÉSULTATS",
        "2025-02-07",
    ),
    (
        "CROIX-ROUGE FRANÇAISE\nParis, 5 juin 2024 | COMMUNIQUÉ\nInondations : les équipes restent mobilisées",
        "Inondations",
        "2024-06-05",
    ),
    (
        "CONFÉDÉRATION PAYSANNE\nBagnolet, le 5 juin 2024\nPrix du lait : les éleveurs au bord du gouffre",
        "Prix",
        "2024-06-05",
    ),
    (
        "Médecins Sans Frontières – Communiqué de presse\nGoma, 5 juin 2024\nRDC : afflux de blessés à Goma",
        "RDC",
        "2024-06-05",
    ),
    (
        "République du Sénégal\nUn Peuple – Un But – Une Foi\n\nMinistère des Pêches\n"
        "Cellule de communication\n\nDakar, le 5 juin 2024\n\n"
        "Repos biologique : le poulpe interdit de pêche pendant deux mois",
        "Repos",
        "2024-06-05",
    ),
    (
        "Festival d'Avignon\n79e édition - 5-26 juillet 2025\nCommuniqué du 12 mars 2025\n"
        "Une édition placée sous le signe de la langue arabe",
        "Une édition",
        "2025-03-12",
    ),
    (
        "NOUVELLE GARE ROUTIÈRE\n5 juin 2024\nUn chantier de huit mois s'achève",
        "NOUVELLE",
        "2024-06-05",
    ),
    (
        "Trafic record au port de Sète\nCommuniqué\nPlus de 4 millions de tonnes en neuf mois",
        "Trafic",
        None,
    ),
    (
        "Parc naturel régional du Vercors\nLans-en-Vercors, le 5 juin 2024\nRetour du loup : un plan d'action",
        "Retour",
        "2024-06-05",
    ),
    (
        "Parc éolien de Fécamp : mise en service\nFécamp, le 5 juin 2024",
        "Parc éolien",
        "2024-06-05",
    ),
    (
        "Parc éolien en mer\nUn chantier de huit mois\nFécamp, le 5 juin 2024",
        "Parc éolien",
        "2024-06-05",
    ),
    (
        "Police nationale\nDirection départementale de la sécurité publique\n"
        "Communiqué de presse du 5 juin 2024\nTrois interpellations à Nîmes",
        "Trois",
        "2024-06-05",
    ),
    (
        "Air Sénégal\nDirection de la Communication et du Marketing\nDakar, le 5 juin 2024\nReprise des vols vers Paris",
        "Reprise",
        "2024-06-05",
    ),
    (
        "Emmanuel Macron au Maroc\nRabat, le 5 juin 2024\nUne visite de deux jours",
        "Emmanuel",
        "2024-06-05",
    ),
    (
        "COMMUNIQUÉ DE PRESSE\nLE HAVRE, LE 5 JUIN 2024\nLE PORT OUVRE SES QUAIS AU PUBLIC",
        "LE PORT",
        "2024-06-05",
    ),
    (
        "Le Havre Seine Métropole\nCOMMUNIQUÉ DE PRESSE\nLe Havre, le 5 juin 2024\n"
        "LE PORT OUVRE SES QUAIS AU PUBLIC\n3 000 visiteurs attendus",
        "LE PORT",
        "2024-06-05",
    ),
    (
        "Fédération Internationale de Football Association\n\nLa FIFA suspend deux dirigeants",
        "La FIFA",
        None,
    ),
)
ISSUERS = {
    "CHU de Kigali – Direction de la communication": "CHU de Kigali",
    "Médecins Sans Frontières – Communiqué de presse": "Médecins Sans Frontières",
    "Grand Port maritime de Sète": "Grand Port maritime de Sète",
    "AMNESTY INTERNATIONAL": "AMNESTY INTERNATIONAL",
    "Communiqué – Olympique de Garonne": "Olympique de Garonne",
    "ALERTE – Médecins Sans Barrières": "Médecins Sans Barrières",
}


def read(head: str):
    document = clean(Document(text=head + BODY))
    return read_release(segment(document.text), published=document.published)


@pytest.mark.parametrize(("head", "title", "date"), HEADS)
def test_title_and_date(head: str, title: str | None, date: str | None):
    release = read(head)
    assert bool(release.title) == bool(title), release.title
    assert (release.title or "").startswith(title or "")
    assert date is None or date in (release.dateline.date, (release.dateline.published or "")[:10])


@pytest.mark.parametrize(("line", "issuer"), ISSUERS.items())
def test_who_writes_is_read_without_the_label_beside_it(line: str, issuer: str):
    assert read(f"{line}\nSète, le 5 juin 2024\nUne première greffe réussie").issuer == issuer


def test_a_title_that_begins_with_no_is_no_reference():
    assert read("Nouvelle gare routière\n5 juin 2024").title == "Nouvelle gare routière"


def test_a_quotation_is_signed_on_the_line_below():
    speech = read(f"Le pont est posé\nQuébec, le 5 juin 2024{BODY}\n\n{SIGNED}").speeches[0]
    assert (speech.speaker, speech.function) == ("Jean Côté", "maire de Sainte-Pétronille")
