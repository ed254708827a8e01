"""What is either there or not: per cent, currencies, units, polarity. Each side is asked once, not counted."""

from __future__ import annotations

import re
from typing import NamedTuple


class Mark(NamedTuple):
    """A sign of the French that the English must show in one of its own ways."""

    name: str
    french: re.Pattern[str]
    english: re.Pattern[str]


def _mark(name: str, french: str, english: str) -> Mark:
    return Mark(name, re.compile(french), re.compile(english, re.IGNORECASE))


N = r"\d[ \u00a0\u202f]?"
Q = r"(?:\d|millions?|milliards?|M|Mds?|k|mille|cents?)[ \u00a0\u202f]?(?:de |d['’])?"
CURRENCIES = (
    _mark("euro", rf"{Q}(?:euros?\b|€|EUR\b)|€ ?\d", r"euro|€|\beur\b"),
    _mark("dollar", rf"{Q}(?:dollars?\b|\$|USD\b)|\$ ?\d", r"dollar|\$|\busd\b|buck|\bcents?\b"),
    _mark("CFA franc", rf"{Q}(?:francs? CFA|F ?CFA|FCFA|XOF|XAF)\b", r"cfa|xof|xaf|francs?"),
    _mark("dirham", rf"{Q}(?:dirhams?|DH|MAD)\b", r"dirham|\bdhs?\b|\bmad\b"),
    _mark("dinar", rf"{Q}dinars?\b", r"dinar|\b(?:tnd|dzd)\b"),
    _mark("pound", rf"{Q}(?:livres? sterling|£|GBP)", r"pound|sterling|£|\bgbp\b"),
    _mark("Swiss franc", rf"{Q}(?:francs? suisses?|CHF)\b", r"chf|francs?|sfr"),
    _mark("yen", rf"{Q}(?:yens?\b|¥)", r"\byen|¥|jpy"),
)
PERCENT = _mark("per cent", rf"{N}(?:%|pour ?cents?\b)", r"%|per ?cent|point|proportion|share|rate|pct")
UNITS = (
    _mark("kilometres", rf"{N}(?:km|kilomètres?)\b", r"km|kilomet|miles?\b|\bkph\b|mph"),
    _mark("square kilometres", rf"{N}km(?:²|2\b)", r"km ?²|km2|sq\.? ?km|square k"),
    _mark("hectares", rf"{N}(?:ha|hectares?)\b", r"hectare|\bha\b|acre"),
    _mark("tonnes", rf"{N}tonnes?\b", r"\bton|\bmt\b"),
    _mark("kilograms", rf"{N}(?:kg|kilo(?:gramme)?s?)\b", r"\bkg|kilo|pound|\blbs?\b"),
    _mark("litres", rf"{N}litres?\b", r"lit(?:re|er)|gallon|\bl\b"),
    _mark("megawatts", rf"{N}(?:MW|mégawatts?)\b", r"\bmw|megawatt"),
    _mark("degrees", rf"{N}(?:°|degrés?\b)", r"°|degree|celsius|\bc\b"),
)
HOURS = (  # without a figure; the others are in dates.py
    _mark("midnight", r"\bminuit\b", r"midnight|\b12(?:[.:]\d\d)? ?a\.?m|\b0?0[.:]\d\d|\b24[.:]00"),
    _mark("noon", r"\b(?:[àÀ]|(?:[Ll]un|[Mm]ar|[Mm]ercre|[Jj]eu|[Vv]endre|[Ss]ame)di) midi\b", r"noon|midday|\b12\b|lunch"),
)
_FIGURE = r"(?:d['’]un[e]? |de |des? |)(?:\d|deux|trois|quatre|cinq|six|sept|huit|dix|cent|mille|un million|la moitié)"
BOUNDS = (
    _mark("an upper bound", rf"(?<![aA]u )\b(?:[mM]oins|[aA]u plus|inférieure?s? à|n['’]excéd\w+ pas) ?{_FIGURE}",
          r"less|fewer|under|below|within|most|maximum|up to|exceed|not more|no more|short of|sub-|lower|cheaper|ahead|before"),
    _mark("a lower bound", rf"\b(?:[pP]lus|[aA]u moins|supérieure?s? à|[aA]u minimum) ?{_FIGURE}",
          r"more|over|above|least|exceed|upwards|excess|beyond|minimum|\+|past|higher|larger|surpass|top|further|another|additional"),
)  # fmt: skip
# `ne … que` (only) and `ne … pas que` are affirmative; so are a leading `n'est-ce pas` and an explicative `ne`.
_TURNED = "manqu|hésit|cess|oubli"  # ne manque pas d'agir: acts
NEGATION_FR = re.compile(
    rf"\b(?:ne\s|n['’])(?!manqu)(?:(?!(?:que?|une?)\b|{_TURNED})(?:\w+['’])?\w+[ -]){{1,4}}?"
    r"(?:pas|plus|jamais|aucune?|rien|personne|nulle part|guère)\b"
    rf"(?! (?:seulement|que|moins|uniquement|{_TURNED}|non plus))"
    rf"|\bne (?:pas|plus|jamais) (?!seulement|{_TURNED})"
    r"|\b(?:aucune?|nul(?:le)?|personne|rien)\b(?:(?! (?:que|qui|dont)\b)[ ,]+[\w’'-]+){0,7}? (?:ne |n['’])(?!est que|ont que)"
    r"|\bni\b[^.;]{2,80}\bni\b|\b(?:ne |n['’])[^.;]{2,60}\bni\b"
    r"|\b(?:et|mais) (?:non(?: pas)?|pas) (?:(?:les?|la|des?|du|une?|aux?|à|en|par|pour|sur|dans|avant|ce\w*)\b|[ld]['’])"
    r"|(?:^|[:;–—] )Pas (?:de|d['’])"
    r"|, jamais (?:encore )?\w+(?:[éiu]|is|it|ert)e?s?\b",  # not: le plus grand jamais construit
    re.IGNORECASE,
)
# Broad on purpose, for English has many ways to deny: only a sentence without any of them is suspect.
DENIALS = re.compile(
    r"\b(?:not|no(?! ?\d)|never|none|nothing|nobody|nowhere|neither|nor|cannot|hardly|barely|scarcely|rarely|seldom|fail\w*|"
    r"miss(?:ed|ing)?|instead|other than|otherwise than|rather than|waive\w*|far from|longer|except|out of|free of|nil|"
    r"neglect\w*|loath|exempt\w*|declin(?:e[sd]?|ing) to|\w+n['’]t)\b",
    re.IGNORECASE,
)
_PREFIXED = (
    r"un(?!der|i[otvqcf]|esco|til|able)\w+|in(?:cap|conc|suff|adeq|abil|evit|comp|corr|accur|access|decis|definit|differ|eff|"
    r"elig|sign|solu|stab|tol|val|vis|cons)\w+|im(?:poss|prac|prob|mob)\w+|ir(?:reg|rel|resp)\w+|dis(?!t|c|e|pl|pu)\w+|"
    r"non\w*|mis(?!s)\w+|\w+less(?:ly)?"
)
# … and these do so only where the French has no word of its own for them: `without` denies, but not beside a `sans`.
WEAK_DENIALS = tuple(
    (re.compile(rf"\b(?:{english})\b", re.IGNORECASE), re.compile(rf"\b(?:{french})", re.IGNORECASE))
    for english, french in (
        ("without", "sans"), ("outside", "extér|dehors"), (r"remain\w*", "rest|demeur|persist"),
        ("only", "seul|uniquement|qu[e'’]|exclusi"), ("same", "même"), ("still", "encore|toujours"),
        ("less|fewer|few|little|zero", "moins|peu|inférieur|zéro|quelques"), (r"difficult\w*|hard", "difficil|dur|pein"),
        ("unless|until", "à moins|jusqu|avant|d['’]ici|tant que"), ("against", "contre"), (r"lack\w*", "manqu|absen|faute"),
        (r"prevent\w*|avoid\w*", "empêch|évit|prév"), (r"stop\w*|cease\w*|disappear\w*", "arrêt|cess|stop|dispar|interr"),
        (r"refus\w*|reject\w*|den(?:y|ie[sd])\w*", "refus|rejet|ni[ea]|dément|déni"), (r"absen\w*", "absen"),
        (r"bans?|banned|prohibit\w*|forb\w+", "interdi|prohib|défen"), ("unable", "incapa|pouvoir|peu[tv]"),
        (r"doubt\w*", "dout"),
        (_PREFIXED,
         r"in(?:cap|conf|suff|adéq|évit|comp|corr|exact|access|décis|différ|eff|élig|sol|stab|tol|val|vis|acti|just|égal|util|conn|"
         r"satisf|dispo|attend|form)|im(?:poss|prév|prop|puni|mob)|ir(?:rég|rat|resp)|ill(?:ég|im|is)|dés\w|dis(?:par|crim|joint)|mal\w|"
         r"mé(?:cont|conn)|non\b|dout|sans\b"),
    )
)  # fmt: skip
# `sans` and `non conforme` deny in one word, and have idioms that do not.
_IDIOMS = (
    "doute|aucun doute|cesse|abri|papier|fil|emploi|front|logement|équivoque|plus\\b|oublier|suite|dire|danger|délai|tarder|"
    "attendre|exception|ambiguïté"
)
LEFT_OUT = _mark(
    "something left out",
    rf"(?i:\b(?-i:(?<!\w )Sans|sans|SANS)\b(?![ -](?:{_IDIOMS}))"  # Médecins Sans Frontières is a name
    rf"|(?<!ou )\bnon[ -](?!seulement|plus\b|pas\b|loin|sans|merci|gouvern)\w{{3,}})",
    rf"{DENIALS.pattern}|\b(?:without|lack\w*|absen\w+|\w*-?free|regardless|despite|even|exclud\w+|avoid\w*|independ\w+|"
    rf"contin\w+|constant\w*|{_PREFIXED})\b",
)  # fmt: skip
CERTAIN = (*CURRENCIES, PERCENT)
