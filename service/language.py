"""Which language a text is in: function words, endings, letters and script; no model, no dependency.

A word counts for each language that has it, divided by how many do ("la" says little, "laquelle" says French). The answer is
"und" unless the best language is clearly ahead: a wrong certainty sends English through a French model.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NOISE = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[#@]\w+")
READ = 20_000  # characters that are looked at; a language shows itself sooner

FUNCTION_WORDS: Mapping[str, str] = {
    "fr": """le la les un une des du de au aux et ou où est sont était étaient été être a ont avait avaient sera seront
    serait qui que quoi dont ce cet cette ces cela il ils elle elles on nous vous je tu se son sa ses leur leurs
    notre nos votre vos mon ma mes ne pas plus moins très dans par pour sur sous avec sans entre vers chez contre
    depuis pendant dès après avant selon mais donc car ni si comme lorsque quand aussi ainsi afin alors même tout
    toute tous toutes autre autres deux fait faire peut doit peuvent doivent y en lui eux à soit lors puis trois ans
    tant bien également notamment cependant toutefois monsieur madame communiqué janvier février août décembre rien
    jamais toujours encore déjà beaucoup trop peu ici quel quelle quels celle celui ceux celles suis sommes êtes va
    vont avons avez l' d' c' n' s' j' m' t' qu' aujourd' lorsqu' puisqu' jusqu' hui mars avril mai juin juillet
    septembre octobre novembre lundi mardi mercredi jeudi vendredi samedi dimanche ministère ministre pays ville
    jour année années mois semaine hausse baisse prix banque développement ligne entreprise entreprises travail
    travaux réseau santé enfants femmes hommes nouveau nouvelle nouveaux nouvelles seul seule seules accord vigueur
    phase loi prés président présidente présence sécurité eau école élèves droits publics publique étude siège fois
    grand grande première dernier dernière façon fixé fixée adopté partir mieux""",
    "en": """the of and to in a an is are was were be been being has have had will would shall should can could may might
    must that this these those which who whom whose what when where why how it its he she they them their his her
    our your we you i my me not no nor or but if as at by for from with without into onto over under between among
    through during before after about against since until than then there here also more most some any each every
    all both such only very do does did done on up out so because while although however said says new january
    february march april june july august october december today yesterday yes just now like know let please us him
    one isn't doesn't don't can't weren't wasn't didn't won't i'm it's that's we're there's day days week month year
    years people world women children men agreement development report season price field system guide high low make
    makes launch launches people's country government company city health school students held first last next own
    many much few two three four five six see use used using service costs annual final free public support help
    start follow following checklist page pages page's enters announces opens signs adopts approves plan plans
    meeting member members states contact press release heritage growth half profit far away enough though together
    yet still back well down off too never ever same another""",
    "es": """el la los las un una unos unas de del y e a al en con por para que se su sus es son era fue ser sido está están
    han ha había no lo le les como más pero este esta estos estas ese esa sobre entre desde hasta cuando donde quien
    también ya muy sin si todo todos todas hay nos años según porque mi yo él ella ellos otro otra dos tres durante
    contra cada mismo así solo qué puede pueden cual tiene tienen fueron hacia hoy sino mientras aunque sólo parte
    ministerio usted""",
    "pt": """o a os as um uma uns umas de do da dos das e ou em no na nos nas com por para pelo pela pelos pelas que se seu
    sua seus suas é são era foi ser sido está estão tem têm ao à aos às não mais mas como este esta isso isto esse
    essa sobre entre desde até quando onde quem também já muito sem todo todos ele ela eles elas você vocês há anos
    segundo porque outro outra dois durante contra cada mesmo assim só pode podem qual foram hoje num numa então eu
    meu minha nós ainda""",
    "it": """il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in
    nel nella nei nelle con su sul sulla per tra fra e ed che chi cui non è sono era stato stata stati essere ha
    hanno aveva si suo sua suoi loro come più ma anche questo questa questi queste quello quella dopo prima quando
    dove se nostro nostra molto ogni tutto tutti tutte anni secondo perché altro altra due durante contro c'è sia
    può possono cosa così già ci mi ti io lui lei noi voi oggi l' dell' all' nell' sull' dall' quest' c'""",
    "de": """der die das den dem des ein eine einen einem einer eines und oder in im an am auf aus bei mit nach von vom zu
    zum zur für über unter durch gegen ohne um ist sind war waren sein wird werden wurde wurden hat haben hatte
    nicht auch als wie dass daß wenn weil aber nur noch schon sich er sie es wir ihr ich du seine ihre ihren unser
    diese dieser dieses man mehr sehr so vor zwischen seit bis kann können soll muss müssen alle jahr jahre jahren
    was wer wo hier da zwei drei tage gestern heute erste beiden länder neue neuen menschen ministern""",
    "nl": """de het een van en of in op te aan met voor door bij naar uit om over onder tegen zonder tot is zijn was waren
    wordt worden werd werden heeft hebben had niet ook als dat die dit deze er zich hij zij ze wij we ik je jij u
    hun haar ons onze maar nog al wel meer zeer na sinds tussen kan kunnen zal moet moeten alle jaar wat wie waar
    hier geen dan want omdat hoe veel heel volgens twee drie dagen gisteren vandaag eerste beide land landen nieuwe
    jaren mensen minister ministers""",
}
ENDINGS: Mapping[str, str] = {
    "fr": "ement euse euses eux aux ique iques isme aient ée ées és tion elle elles ière ières oire eur eurs ais ait ère ette",
    "en": "ing ed ly ness tion ful ship ght wn ould th",
    "es": "ción ciones mente dad dades ando iendo ado ados ada adas",
    "pt": "ção ções mente dade dades ando endo ado ados ada adas ões",
    "it": "zione zioni mente tà ando endo ato ati ata ate ità aggio",
    "de": "ung ungen heit keit lich liche lichen isch ische ischen schaft ten cht",
    "nl": "ing ingen heid lijk lijke isch ische schap ijk oor aar aan",
}
LETTERS: Mapping[str, str] = {"fr": "êœùûèçâîïë", "es": "ñ¿¡", "pt": "ãõ", "it": "ìò", "de": "ßüäö", "nl": "", "en": ""}
ENDING_WORTH, LETTER_WORTH = 0.25, 0.4
FEW_WORDS = 5  # below, only plain evidence counts

LANGUAGES = {"en": "English", "es": "Spanish", "de": "German", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "ar": "Arabic"}


def guess_language(text: str) -> tuple[str, float]:
    """ISO code ("fr", "en", "es", "pt", "it", "de", "nl", "ar") and a confidence from 0 to 1; ("und", 0.0) if unsure."""
    text = NOISE.sub(" ", text[:READ])
    letters = sum(map(str.isalpha, text))
    if not letters:
        return "und", 0.0
    arabic = sum("\u0600" <= c <= "\u06ff" for c in text) / letters
    if arabic > 0.5:
        return "ar", round(arabic, 2)
    words = WORD.findall(text)
    if len("".join(words).encode("latin-1", "ignore")) < letters * 0.7:
        return "und", 0.0
    ranked = sorted(((score, code) for code, score in _scores(words).items()), reverse=True)
    (best, code), (second, _) = ranked[0], ranked[1]
    needed = 1.2 if len(words) < FEW_WORDS else 0.08 * min(len(words), 60) + 0.5
    if best - second < needed * 0.5 or best < needed:
        return "und", 0.0
    return code, round(min(1.0, 0.5 + 0.5 * (best - second) / best), 2)


def is_english(text: str) -> bool:
    """Whether a passage is surely English; names, acronyms and titles alone are not."""
    words = [w for w in WORD.findall(NOISE.sub(" ", text[:READ])) if not w.isupper() or len(w) < 2]
    small = [w.lower() for w in words if w.islower()]
    scores = _scores(words)
    plain = sum(_weights("en").get(w, 0.0) >= 0.5 for w in small)
    return plain >= max(2, 0.12 * len(words)) and scores["en"] > 2 * scores["fr"] and guess_language(text)[0] == "en"


def _scores(words: list[str]) -> dict[str, float]:
    totals = [0.0] * len(FUNCTION_WORDS)
    for word in words:
        for i, worth in _worth(word.lower().replace("’", "'")):
            totals[i] += worth
    return dict(zip(FUNCTION_WORDS, totals, strict=True))


@lru_cache(maxsize=50_000)
def _worth(word: str) -> tuple[tuple[int, float], ...]:
    """What one word, in small letters, says for each language by its place in the table."""
    found = []
    *elided, last = word.split("'")
    parts = {word, last, *(f"{piece}'" for piece in elided)}
    for i, code in enumerate(FUNCTION_WORDS):
        worth = sum(_weights(code).get(part, 0.0) for part in parts)
        worth += LETTER_WORTH * any(letter in LETTERS[code] for letter in word)
        worth += ENDING_WORTH * (len(word) > 4 and word.endswith(_endings(code)))
        if worth:
            found.append((i, worth))
    return tuple(found)


@cache
def _weights(code: str) -> dict[str, float]:
    lists = {other: set(words.split()) for other, words in FUNCTION_WORDS.items()}
    return {word: 1 / sum(word in known for known in lists.values()) for word in lists[code]}


@cache
def _endings(code: str) -> tuple[str, ...]:
    return tuple(ENDINGS[code].split())
