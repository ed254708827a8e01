"""How French writes a name beside its function: the words that functions begin with, and the four orders."""

from __future__ import annotations

import re

_NO_NAME = (
    r"(?:Le|La|Les|Un|Une|Des|Ce|Cette|Ces|Il|Elle|On|Nous|Vous|Selon|Dans|Pour|Par|Avec|Sous|Réuni\w*|Nations|Unies?|République|Conseil|Commission"
    r"|Comité|Ministère|Banque|Université|Union|Organisation|Centre|Institut|Fonds|Journée|Chine|Côte|Cap|Viêt|Burkina|Sierra|Guinée"
    r"|Fédération|Agence|Office|Société|Groupe|Autorité|Bureau|Direction|Conférence|Festival|Musée|Prix|États?|Assemblée|Cour)(?![\w’-])"
)
_PROPER = (
    r"(?!(?:M|MM|Mme|Mmes|Mlle|Dre?|Pre?|Me|Mgr|S)(?![\w’'-]))(?:(?:[DdLOMN]|Ang|Anton)[’'])?"
    r"[A-ZÀ-ÖØ-Þ][\wÀ-ÿ]*(?:[’'-][\wÀ-ÿ]+)*\.?(?<![a-zà-ÿ]\.)"
)
_PARTICLE = r"(?:de|du|des|de la|van|von|der|van der|van den|el|al|ben|bin|bint|ould|mint|ag|da|dos|di|y|le|la)"
NAME = rf"(?!{_NO_NAME}){_PROPER}(?:[\s\u00a0](?:{_PARTICLE}[\s\u00a0])?{_PROPER}){{0,4}}"
FULL_NAME = rf"(?!{_NO_NAME}){_PROPER}(?:[\s\u00a0](?:{_PARTICLE}[\s\u00a0])?{_PROPER}){{1,4}}"
COURTESY = (
    r"(?:S\.\s?E\.\s?(?:M\.|Mme)?|S\.\s?E\.\s?M\.|Son Excellence|MM?\.|Mmes?|Mme|Mlles?|Monsieur|Madame|Dre?\.?"
    r"|[Dd]octeure?|Pre?\.?|Me|[Pp]rofesseure?|Maître|Mgr|cheikh|imam)"
)
_HEADS = (
    "ministres?|secrétaires?|président(?:e|s|es)?|vice-président(?:e|s|es)?|président(?:e)?-direct(?:eur|rice)|direct(?:eur|rice)s?"
    "|gouverneure?|vice-gouverneure?|ambassad(?:eur|rice)|représentante?(?!\\s(?:[cl]es|l[ae])\\s)|coordonnat(?:eur|rice)|coordinat(?:eur|rice)|porte-parole"
    "|chef(?:fe)?|responsable(?:-pays)?|maires?|mairesse|bourgmestre|échevine?|adjointe?|commissaire|rect(?:eur|rice)|doyen(?:ne)?"
    "|professeure?|docteure?|recherch(?:eur|euse)|chercheure?|ingénieure?|économiste|médecin|infirmi(?:er|ère)|sage-femme"
    "|procureure?|juge|avocate?|rapport(?:eur|euse)|rapporteure|auditeure?|auditrice|délégu(?:é|ée)|conseill(?:er|ère)|députée?"
    "|sénat(?:eur|rice)|préf(?:et|ète)|wali|général(?:e)?|colonel(?:le)?|commandante?|capitaine|lieutenante?|amiral(?:e)?"
    "|entraîneure?|sélectionn(?:eur|euse)|athlète|médaillée?|joueu(?:r|se)|cinéaste|réalisat(?:eur|rice)|écrivaine?"
    "|romanci(?:er|ère)|artiste|conservat(?:eur|rice)|commissaire|chorégraphe|musicien(?:ne)?|architecte|fondat(?:eur|rice)"
    "|cofondat(?:eur|rice)|trésori(?:er|ère)|administrat(?:eur|rice)|gérante?|consule?|attachée?|inspect(?:eur|rice)"
    "|premi(?:er|ère) ministre|roi|reine|prince|princesse|paléontologue|océanographe|géologue|linguiste|historien(?:ne)?"
    "|sociologue|anthropologue|archéologue|astronome|biologiste|chimiste|épidémiologiste|vétérinaire|pédiatre|instituteur|institutrice"
    "|enseignante?|étudiante?|élève|bénévole|volontaire|animat(?:eur|rice)|éduca(?:teur|trice)|agricult(?:eur|rice)|agronome"
    "|maraîch(?:er|ère)|vigneron(?:ne)?|pêcheu(?:r|se)|journaliste|traduct(?:eur|rice)|interprète|bibliothécaire|président-directeur"
    "|haut-commissaire|haute-commissaire|défenseure?|médiat(?:eur|rice)|syndicaliste|pasteur|rabbin|évêque|archevêque|imam|père|abbé"
    "|gestionnaire|analyste|consultante?|experte?|spécialiste|technicien(?:ne)?|aut(?:eur|rice)|auteure|lauréate?"
    "|pilote|violon solo"
    "|titulaire|conteu(?:r|se)|composit(?:eur|rice)|garde\\sdes\\ssceaux|maître(?:sse)?|investigat(?:eur|rice)|magistrate?|chargée?|comédien(?:ne)?"
    "|act(?:eur|rice)"
    "|patron(?:ne)?|propriétaire|actionnaire|parrain|marraine|greffi(?:er|ère)|bâtonni(?:er|ère)|suppléante?|mandataire"
    "|régisseu(?:r|se)|program(?:mateur|matrice)|curat(?:eur|rice)|navigat(?:eur|rice)|glaciologue|climatologue|hydrologue"
)
_BEFORE_HEAD = r"(?:(?:premi(?:er|ère)|seconde?|nouve(?:au|lle)|ancien(?:ne)?|haute?|jeune|grande?|vice|sous|co|ex)[\s-])?"
HEAD = rf"(?i:\b{_BEFORE_HEAD}(?:{_HEADS})\b)"
_TAIL = r"(?:(?!\s(?:a|ont|est|sont|avait|sera|était|fut|reste|qui|que)\s)[^,;:.«»()?!]|\([A-ZÀ-Þ][\w-]*\)|\b(?:n|art|no)\.)*?"
_MORE = (
    r"(?:,\s(?:(?:de(?!\sretour|\s\w+[eio]re?\s)|du|des)\s|de\sl[’']|d[’']|chargée?s?\s|ministre\s|porte-parole\s|et\s(?:de|du|des|d[’'])|président|direct|garde\sdes)"
    rf"{_TAIL}){{0,4}}"
)
FUNCTION = rf"{HEAD}{_TAIL}{_MORE}"
_ARTICLE = r"(?:\b[Ll]e\s|\b[Ll]a\s|\b[Ll][’']|\b[Ss]on\s|\b[Ss]a\s|\b[Ll]eur\s|\b[Uu]ne?\s|\b[Nn]otre\s|\b[Aa]u\s|\b[Dd]u\s)"
_COURTEOUS = rf"(?:(?:l[ea]\s|l[’'])?{COURTESY}\s?)"
_ALSO = rf"(?:(?:l[ea]\s|l[’']){HEAD}(?:\s[a-zà-ÿ-]+){{0,2}}\s)?"  # "la présidente du jury, la chimiste belge Marie …"
ORDERS = (
    re.compile(
        rf"(?:^|{_ARTICLE})(?P<function>{FUNCTION}),\s{_ALSO}(?P<courtesy>(?:{_COURTEOUS}\s?){{0,3}})(?P<name>{FULL_NAME})"
    ),
    re.compile(
        rf"(?P<courtesy>(?:{_COURTEOUS}\s?){{0,3}})(?P<name>{FULL_NAME}),\s(?:\d\d\sans,\s)?(?:l[’']un\sdes\s|l[’']une\sdes\s)?"
        rf"(?:[Ll]e\s|[Ll]a\s|[Ll][’'])?(?P<function>{FUNCTION})(?=\s*(?:[,;:.»]|\(|$|\s(?:a|ont|est|qui)\s))"
    ),
    re.compile(
        rf"{_ARTICLE}(?P<function>{HEAD}(?:\s(?:d[’']État|(?!l[’']|(?:l[ae]s?|sera|était|est|fut|reste|demeure|devient)\s)[a-zà-ÿ’'-]+)){{0,4}}?(?<!\sles)(?<!\sque)(?<!\sun)(?<!\sune)(?<!\sau)(?<!\sde)(?<!\sdu)(?<!\sdes)(?<!\set)(?<!\sà)(?<!\sla)(?<!\sle)(?<!\spar))\s(?P<courtesy>(?:{_COURTEOUS}\s?){{0,2}})(?P<name>{FULL_NAME})"
    ),
    re.compile(
        rf"(?P<courtesy>(?:{_COURTEOUS}\s?){{1,3}})(?P<name>{FULL_NAME})\s(?:en\squalité\sde|au\sposte\sde|aux\sfonctions\sde|comme)\s"
        rf"(?P<function>{FUNCTION})(?=[,.;:]|\s(?:et|à\scompter|avec|pour)\s|$)"
    ),
    re.compile(rf"(?<![\w’'])(?P<courtesy>(?:{_COURTEOUS}\s?){{1,3}})(?P<name>{FULL_NAME})(?P<function>)"),
)
