"""He, she, his, her → it, its, where the French speaks of a thing or a body, and it → he, she where it speaks of a person: a
sentence alone does not tell the model of whom.

French "il" and "elle" stand for a ministry as for a minister, and a model that sees one sentence at a time guesses. Who is meant
is read from the subject of the same sentence or of the one before, and only where no person is in sight; else nothing is touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

THINGS = {
    "m": """groupe ministère gouvernement conseil comité parti club festival musée fonds institut syndicat tribunal parquet
    rapport projet programme plan texte accord budget centre site réseau pays État constructeur fabricant opérateur
    distributeur collège hôpital port aéroport train navire livre film marché secteur service dispositif cabinet
    consortium collectif Parlement Sénat département établissement laboratoire observatoire secrétariat traité projet
    chantier barrage pont bâtiment système vaccin médicament logiciel véhicule avion satellite concours prix salon
    congrès forum sommet document décret règlement arrêté""",
    "f": """société entreprise banque commission cour Cour région ville commune municipalité métropole mairie préfecture
    association fédération confédération fondation organisation agence autorité direction opposition majorité
    assemblée Assemblée université école compagnie filiale coopérative police armée justice loi mesure réforme
    campagne exposition usine centrale ligne étude enquête plateforme application France Commission Banque Croix-Rouge
    Chambre chambre collectivité communauté mutuelle chaîne marque maison revue bibliothèque convention charte
    stratégie initiative équipe mission délégation coalition plate-forme station décision directive subvention
    épidémie sécheresse maladie""",
}
_HEADS = {noun: gender for gender, nouns in THINGS.items() for noun in nouns.split()}
# "Le groupe X", "Selon lui, la Cour": the first words of a sentence up to the noun that it speaks of
_SUBJECT = re.compile(
    r"^(?:[«–•\s-]*)(?:[A-ZÀ-Þ][\w’' ]{0,30}, )?(?:[Ll]es? |[Ll]a |[Ll][’']|[Cc]e(?:t|tte)? |[Uu]ne? )(?P<noun>[\w-]+)"
)
_FIRM = re.compile(
    r"^[A-ZÀ-Þ][\w’' &-]{2,40}, (?:l[ea] |l[’']|une? )?(?:spécialiste|leader|groupe|société|entreprise|filiale|fabricant|éditeur|"
    r"opérateur|constructeur|distributeur|numéro|start-up|jeune pousse|association|ONG|fondation|coopérative|PME|club)\b"
)
_PRONOUN = re.compile(
    r"^(?:(?:Toutefois|Cependant|En outre|De plus|Enfin|Ainsi|Par ailleurs), )?(?P<who>[Ii]l|[Ee]lle)\b"
    r"(?! (?:faut|y a|s[’']agit|est (?:prévu|question|temps|possible|nécessaire)))"
)
# whom he or she may stand for: one person, by title, name, office, trade or part; many persons would be "they"
_PEOPLE = """accusé acteur actrice adjoint administrateur administratrice adolescent agent agriculteur agricultrice ambassadeur
    ambassadrice apprenti arbitre artisan artiste athlète auteur autrice avocat bébé bénévole blessé candidat
    capitaine champion chanteur chanteuse chauffeur chef cheffe chercheur chercheuse cinéaste citoyen client colonel
    comédien commandant commissaire commerçant compositeur conducteur conseiller conseillère coureur créateur
    créatrice cycliste danseur danseuse député dessinateur détenu directeur directrice dirigeant docteur donateur
    écrivain éleveur élève élu employé enfant enseignant entraîneur entraîneuse entrepreneur entrepreneuse épouse
    époux étudiant évêque expert femme fille fils fonctionnaire fondateur fondatrice footballeur footballeuse frère
    gagnant garçon gendarme général gérant gouverneur habitant héritier homme homologue infirmier infirmière ingénieur
    ingénieure inspecteur inspectrice inventeur journaliste joueur joueuse juge lauréat lieutenant locataire maire
    maître malade mari médecin mère membre meurtrier migrant militaire ministre musicien musicienne nageur nageuse
    notaire nourrisson otage ouvrier ouvrière parent passager passagère patient patron paysan pêcheur peintre père
    personne pharmacien pilote pianiste poète policier policière pompier porte-parole préfet préfète président prévenu
    prince princesse prisonnier procureur professeur propriétaire réalisateur réalisatrice réfugié reine représentant
    rescapé responsable retraité rival roi romancier romancière salarié scientifique sculpteur secrétaire sénateur
    sénatrice sœur soldat sportif sportive stagiaire successeur suspect technicien témoin terroriste titulaire
    vainqueur vice-président victime violoniste visiteur volontaire voyageur"""
_TRADES = "|".join(map(re.escape, _PEOPLE.split()))
_PERSON = re.compile(
    r"\b(?:M|Dr|Pr|Me)\b\.? ?[A-ZÀ-Þ]|\b(?:Mme|Mlle|Monsieur|Madame|Sœur|Maître|Docteure?|Professeure?)\b"
    rf"|\b(?:{_TRADES})(?:e|ne)?\b"
    r"|\b(?!(?:L[ea]s?|Une?|Ce|Cette|Cet|Des|Du|Aux?|En|Dans|Pour|Selon|Par|Sur|Avec|Et|À) )"
    r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)? [A-ZÀ-Þ][a-zà-ÿ]+",
)
_QUOTED = re.compile(r"[\"“«][^\"”»]*(?:[\"”»]|$)")
_ENGLISH = re.compile(r"\b(?:he|she|his|hers?|him|himself|herself)\b", re.IGNORECASE)
_IT = {"he": "it", "she": "it", "his": "its", "hers": "its", "him": "it", "himself": "itself", "herself": "itself"}
_HIS = re.compile(r"^S(?:on|a|es)\b")
_PART = re.compile(r"\bfor (?:his|her)(?: own)? part\b")
# one person: "Le Dr Mugisha", "La patiente", and whoever a quotation is given to at the end of its sentence
_TITLED = (
    r"(?P<m>M\.|Monsieur|[Ll]e (?:[DP]r|docteur|professeur)\b)|(?P<f>Mme|Mlle|Madame|[Ll]a (?:[DP]re?|docteure|professeure)\b)"
)
_ONE = re.compile(rf"^(?:{_TITLED})")
_TRADE = re.compile(rf"^(?P<le>[Ll]e|[Uu]n|[Ll]a|[Uu]ne|[Ll][’'])\s?(?:{_TRADES})(?:e|ne)?\b")
_NAME = r"[A-ZÀ-Þ][\w’'-]+ (?:[A-ZÀ-Þ][\w’'-]+ ?){1,2}"
_SAYS = re.compile(rf"[»”],? (?:a )?[\w’'-]+(?: [\w’'-]+){{0,2}}? (?P<who>{_TITLED}|{_NAME}[,.])")
_OFFICES = rf"(?:{_TRADES})(?:e|ne)?s?\b"
_OTHERS = {  # whom else he or she could be
    "f": rf"\b(?:M\.|Monsieur|ils?|lui|eux)\b|\b(?:[Ll]e|[Uu]n|[Dd]u|[Aa]u|[Ss]on|[Ss]es|[Ll]es) {_OFFICES}",
    "m": rf"\b(?:Mme|Madame|elles?)\b|\b(?:[Ll]a|[Uu]ne|[Ss]a|[Ss]es|[Ll]es) {_OFFICES}",
}
_SWAPPED = {
    "f": (re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE), dict(he="she", his="her", him="her", himself="herself")),
    "m": (re.compile(r"\b(?:she|hers|herself)\b", re.IGNORECASE), dict(she="he", hers="his", herself="himself")),
}
_NOBODY = re.compile(  # il that stands for nothing: il reste à …, il est important de …
    r"^(?:\w+, )?[Ii]l (?:n[’'](?:y a|est|en)|ne (?:faut|s[’']agit|reste|suffit)|reste|convient|semble|paraît|importe|suffit"
    r"|existe|manque|en \w+|est|était|sera|serait|fut|a été|avait été|devient|demeure|se (?:peut|pourrait|trouve que)|va de soi"
    r"|pleut|neige|faudra\w*|fallait|a fallu)\b"
)
_IT_DOES = re.compile(r"^(?P<before>(?:\w+(?: \w+)?, )?)(?P<it>[Ii])t (?!is\b|was\b|remains?\b|seems?\b|appears?\b)")


@dataclass(slots=True)
class Pronouns:
    """One document, sentence by sentence in order: the gender of the thing spoken of last, "mf" for a firm, "" for none; and
    that of the person, "mf" where a name does not tell it."""

    thing: str = ""
    person: str = ""

    def mended(self, french: str, english: str) -> str:
        """The English of the next sentence."""
        thing, person = self.thing, self.person
        pronoun = _PRONOUN.match(french)
        gender = ("m" if pronoun["who"].lower() == "il" else "f") if pronoun else ""
        self.thing, self.person = "", _person(french)
        if gender and gender in person and not _NOBODY.match(french):
            self.person = self.person or gender
            return _with_person(gender, english)
        if _PERSON.search(french):
            return _of_one(self.person, french, english)
        self.thing = _thing(french) or (thing if gender and gender in thing else "")
        if self.thing:
            return _without_persons(english)
        if thing and _HIS.match(french):  # "Ses auteurs", of a report
            return re.sub(r"^(?:His|Her)\b", "Its", english)
        return _PART.sub("for its part", english) if _SUBJECT.match(french) else english


def _thing(french: str) -> str:
    """The gender of the thing or body that a sentence begins with; "" where it begins with anything else."""
    subject = _SUBJECT.match(french)
    if subject:
        return _HEADS.get(subject["noun"], "")
    return "mf" if _FIRM.match(french) else ""


def _person(french: str) -> str:
    """The gender of the one person whom a sentence is about: its first words, or whoever its quotation is given to."""
    found = _ONE.match(french) or _SAYS.search(french)
    if found:
        return "m" if found["m"] else "f" if found["f"] else "mf"
    trade = _TRADE.match(french)
    return ({"le": "m", "un": "m", "la": "f", "une": "f"}.get(trade["le"].lower(), "mf")) if trade else ""


def _of_one(person: str, french: str, english: str) -> str:
    """His, of a woman, → her, where the sentence is about her and no man is in it; the same for a man."""
    if person not in ("m", "f") or re.search(_OTHERS[person], french[3:]):
        return english
    return _outside_quotes(_SWAPPED[person][0], lambda found: _SWAPPED[person][1][found[0].lower()], english)


def _with_person(gender: str, english: str) -> str:
    """It → he or she, where the sentence begins with it."""
    who = "he" if gender == "m" else "she"
    return _IT_DOES.sub(lambda found: f"{found['before']}{who.capitalize() if found['it'] == 'I' else who} ", english)


def _without_persons(english: str) -> str:
    """Outside quotations, which may speak of anybody."""

    def it(found: re.Match[str]) -> str:
        word = found[0].lower()
        return _IT.get(word) or ("its" if re.match(r" [\w\"“']", found.string[found.end() :]) else "it")

    return _outside_quotes(_ENGLISH, it, english)


def _outside_quotes(pattern: re.Pattern[str], new: Callable[[re.Match[str]], str], english: str) -> str:
    """Every match that stands in no quotation replaced, its capital kept."""
    kept = [found.span() for found in _QUOTED.finditer(english)]

    def replaced(found: re.Match[str]) -> str:
        if any(start <= found.start() < end for start, end in kept):
            return found[0]
        return new(found).capitalize() if found[0][0].isupper() else new(found)

    return pattern.sub(replaced, english)
