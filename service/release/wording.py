"""How French releases write the lines around their text: labels, embargo, contact, "À propos", notes, letterheads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.types import Sentence

ENDS = re.compile(r"[.!…;,]\s*[»”)]?\s*$|[.!?…]\s*[»”]\s*$")
BULLET = re.compile(r"\s*(?:[-–—•▪◦‣*·●○■]|\(?\d{1,2}\s?[.)°]|\(?[a-h][.)])\s+\S")
NUMBERED = re.compile(r"\s*\(?\d{1,2}\s?[.)°]\s")
EMBARGO = re.compile(
    r"\s*(?:(?:communiqué|dossier|information)s?(?:\s+de)?(?:\s+presse)?\s*[-–—:|]\s*)?"
    r"[(\[*]*\s*(?:(?:sous\s+)?embargo\b|(?:pour|à)\s+(?:diffusion|publication|parution)\s+(?:immédiate|libre|le|à)|diffusion\s+immédiate"
    r"|(?:ne\s+pas|interdit\w*)\s+(?:diffuser|publier|de\s+\w+)\s+avant|publication\s+(?:interdite|autorisée)|for\s+immediate\s+release)",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"\s*(?:[-–—•*]\s*)?(?:vos\s+)?(?:(?:bien\s+)?cordialement\b|bien\s+à\s+vous\b|contacts?\b|relations?\s+(?:avec\s+l\w+\s+)?(?:investisseurs|presse|médias?|publiques)\b"
    r"|service\s+(?:de\s+|des\s+)?(?:presse|communication|relations)\b|attachée?s?\s+de\s+presse\b|renseignements?\b"
    r"|personnes?[- ]ressources?\b|liens?\s+(?:connexes?|utiles?|associés?)\b|adresses?\s+pour\s+l[’']envoi\b"
    r"|demandes?\s+(?:de\s+(?:la\s+)?presse|médias?|d[’']interview|d[’']entrevue)|(?:pour\s+)?(?:toute?s?|plus|davantage|obtenir|de\s+plus\s+amples)"
    r"\s+(?:d[’']|de\s+)?(?:informations?|renseignements?|questions?|détails|demandes?|précisions?)\b"
    r"|pour\s+en\s+savoir\s+plus\b|(?:direction|cellule|bureau|unité)\s+de\s+(?:la\s+)?(?:communication|presse)\s*$|informations?\s+(?:et\s+)?(?:presse|médias?)\b)",
    re.IGNORECASE,
)
REACH = re.compile(
    r"\S@\S+\.\w|\b(?:tél|tel|téléphone|courriel|e-mail|fax|portable|mobile)\s*[.:]|(?:\+|\b00)\d[\d .()-]{6,}|\bwww\.",
    re.IGNORECASE,
)
ABOUT = re.compile(r"\s*(?:à|a)\s+propos\b|\s*(?:qui\s+sommes[- ]nous|la\s+\w+\s+en\s+bref)\b", re.IGNORECASE)
NOTES = re.compile(
    r"\s*(?:notes?(?:\s+(?:aux?|à|de|pour|en)\b.*|\s*:?\s*$|\s+explicati\w+.*)|informations?\s+(?:complémentaires?|aux\s+rédact\w+)\s*:?\s*$"
    r"|avertissement\b.{0,60}$|sources?\s*:|pour\s+mémoire\b\s*:?\s*$|références?\s*:?\s*$|déclarations?\s+prospectives?\b)",
    re.IGNORECASE,
)
END_MARK = re.compile(
    r"\s*(?:[-–—#*]\s*)*(?:fin|30|end|###|\*\*\*|---+|===+|___+)?(?:\s*[-–—#*]+)*\s*(?:fin\s+du\s+communiqué)?\s*\.?\s*",
    re.IGNORECASE,
)
_KIND = (
    r"(?:communiqués?(?:\s+(?:de\s+presse|conjoint|final|officiel|commun|à\s+la\s+presse))?|avis\s+(?:aux\s+médias|à\s+la\s+presse|de\s+presse)"
    r"|invitation\s+(?:presse|à\s+la\s+presse)|note\s+(?:d[’']information|de\s+presse)|dossier\s+de\s+presse|information\s+presse|point\s+presse"
    r"|press\s+release|déclaration|mise\s+au\s+point|alerte(?:\s+(?:presse|médias|sanitaire))?|urgent|flash(?:\s+infos?)?|(?:avis\s+de\s+)?rappels?\s+de\s+produits?|informations?\s+r[ée]glement[ée]es?)"
)
LABEL = re.compile(
    rf"\s*{_KIND}\s*(?:(?:n\s?[°o]|no\.?)\s*[\w ./-]{{0,30}}|[-–—|/:]\s*(?=\D*\d)[\w ./-]{{0,30}})?\s*:?\s*", re.IGNORECASE
)
LABEL_BEFORE = re.compile(rf"\s*{_KIND}(?:\s+n\s?[°o]\s?[\w/.-]+)?\s*(?:[-–—|/:,]|\bd(?:u|e|atée?\sdu)\b)\s*", re.IGNORECASE)
LABEL_BEHIND = re.compile(rf"\s*[-–—|/,]\s*{_KIND}(?:\s+n\s?[°o]\s?[\w/.-]+)?\s*$", re.IGNORECASE)
MARGIN = re.compile(
    r"\s*(?:(?:jan|fév|mar|avr|mai|juin|juil|ao[uû]|sept|oct|nov|déc)\w*\.?\s+(?:19|20)\d\d"
    r"|\d{1,3}\s?(?:e|ère|ème|è)\s+(?:édition|session|congrès|assemblée)\b[^.:!?]{0,50}|édition\s+(?:19|20)\d\d)\s*",
    re.IGNORECASE,
)
DESK = re.compile(
    r"(?:^|[–—|-])\s*(?:direction|service|cellule|bureau|unité|division|département|pôle|chargée?|attachée?|porte-parole)\b[^:–—.]{0,25}?"
    r"\s(?:communications?|presse|médias)\b(?:\s+(?:et|interministérielle)\b[^:–—.]{0,40})?\s*",
    re.IGNORECASE,
)
KICKER = re.compile(
    r"(?:rapport|étude|enquête|baromètre|sondage|bilan|note|bulletin|dossier|exposition|conférence|colloque|séminaire|forum|campagne|saison"
    r"|programme|plan|appel|concours|prix|tribune|portrait|avis|agenda|chiffres?|point|infographie|recommandations?|décision|actualités?"
    r"|événements?)\b[^:.!?,0-9]*(?:(?:19|20)\d\d)?\s*",
    re.IGNORECASE,
)
INVITES = re.compile(r"\s*(?:invitation|avis\s+aux\s+médias|agenda)\b", re.IGNORECASE)
REFERENCE = re.compile(r"\s*(?=.*\d)(?:réf(?:érence)?s?\b|n\s?(?:°|o\b)|cp\b)\s*\.?\s*:?\s*[\w/ .-]{1,30}\s*", re.IGNORECASE)
MOTTO = re.compile(r"\s*[\w’']+(?:\s[\w’']+)?(?:\s*[–—-]\s*[\w’']+(?:\s[\w’']+)?){2}\s*")
LETTERHEAD = re.compile(
    r"\s*(?:république|royaume|ministère|présidence|primature|premier\s+ministre|organisation|agence|banque|université|fédération|union|conseil"
    r"|commission|direction|institut|office|fondation|association|ambassade|préfecture|ville|commune|mairie|région|autorité|cour|groupe|société"
    r"|compagnie|centre|cabinet|secrétariat|service|bureau|comité|parlement|assemblée|sénat|gouvernement|croix|musée|festival|syndicat|nations|(?:sporting\s+|racing\s+|football\s+)?club)\b",
    re.IGNORECASE,
)
BODY_NAME = re.compile(
    r"\s*(?:(?:grand|petit|haut)\s+)?(?:chr?u\b|hôpita(?:l|ux)|centres\b|port|aéroport|établissement|caisse|crédit|chambre|collège|lycée|école|académie"
    r"|observatoire|laboratoires?|parc|théâtre|opéra|orchestre|maison|ong\b|réseau|collectif|métropole|communauté|département|canton|province|confédération"
    r"|mission|programme|fonds|tribunal|parquet|gendarmerie|police|préfete?|coordination|mutuelle|coopérative|haute?\b|observatoire)\b",
    re.IGNORECASE,
)
VERB = re.compile(
    r"\b(?:a|ont|est|sont|lance(?:nt)?|annonce(?:nt)?|publie(?:nt)?|signe(?:nt)?|adopte(?:nt)?|ouvre(?:nt)?|appelle(?:nt)?|renforce(?:nt)?|maintient"
    r"|salue(?:nt)?|obtient|accueille(?:nt)?|organise(?:nt)?|présente(?:nt)?|rejoint|nomme|inaugure(?:nt)?|alerte|dénonce(?:nt)?|reçoit|remet"
    r"|devient|se|s[’']\w+|élit|fête|célèbre|suspend|rappelle|déploie|met(?:tent)?|sanctionne|autorise|rend|rouvre|installe|crée(?:nt)?)\b"
)
KEY_FIGURE = re.compile(  # "EBITDA : 88,9 M€, soit 21,5 % du chiffre d'affaires"
    r"\s*[^:.!?]{3,60}?\s?:\s[+–-]?\d[\d \u00a0\u202f.,]*\s?"
    r"(?:%|€|\$|M€|Md€|Mds€|k€|M\$|MDH|MAD|F\s?CFA|FCFA|CHF|milliards?|millions?|euros?)(?!\w)"
)
NUMBER = re.compile(r"[+–-]?\d[\d   .,]*\s?(?:%|€|\$|M€|Md€|k€|pts?)?")


def line_of(sentence: Sentence) -> str:
    """The sentence on one line."""
    return " ".join(sentence.text.split())


def own_lines(sentences: Sequence[Sentence], index: int) -> int | None:
    """The index after the line that begins here; None where the sentence stands inside a line."""
    if index and "\n" not in sentences[index - 1].gap:
        return None
    end = index
    while end < len(sentences) - 1 and "\n" not in sentences[end].gap:
        end += 1
    return end + 1
