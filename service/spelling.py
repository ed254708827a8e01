"""British and American English: the spelling of common word families, and the order of dates.

Nothing inside « » or quotation marks changes, no address, and no name: a word with a capital is respelt only where it
begins a sentence and no other capital follows ("Organisers expect …", but "World Health Organization").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from service.config import BriefSettings
from service.lexicon import MONTHS_EN

_ISE = """author brutal capital categor central character civil colon colonial commercial criminal critic crystall custom
    decentral demilitar democrat demoral destabil digit digital econom emphas energ equal familiar fantas fertil final formal
    galvan general global harmon hospital immun industrial initial institutional international jeopard legal liberal local
    marginal material maxim memor minim mobil modern monopol moral national neutral normal optim organ oxid penal polar popular
    pressur prior privat professional public random rational real recogn regular reorgan revital scrutin social special stabil
    standard steril stigmat subsid summar symbol sympath synchron terror trivial union urban util vandal victim visual vocal
    western apolog agon""".split()
_ISE_ENDINGS = "ise ises ised ising iser isers isation isations isational".split()
_OUR = "arm behavi cand clam col endeav fav ferv flav harb hon hum lab neighb od parl ranc rig rum sav splend tum val vap vig"
_OUR_ENDINGS = "our ours oured ouring ourable ourably ourite ourites ourful ourless ourly ourhood ourhoods ourer ourers".split()
_RE = "cent calib centimet fib kilomet lit lust millimet sab spect theat met"
_PAIRS = """aeroplane/airplane aeroplanes/airplanes aluminium/aluminum analyse/analyze analysed/analyzed analysing/analyzing
    anaemia/anemia anaesthetic/anesthetic archaeology/archeology archaeological/archeological archaeologist/archeologist
    archaeologists/archeologists catalogue/catalog catalogues/catalogs centred/centered centring/centering
    manoeuvre/maneuver manoeuvres/maneuvers meagre/meager sombre/somber defence/defense defences/defenses offence/offense
    offences/offenses pretence/pretense licence/license licences/licenses cheque/check cheques/checks grey/gray greys/grays
    jewellery/jewelry mould/mold moulds/molds plough/plow ploughs/plows ploughed/plowed programme/program
    programmes/programs pyjamas/pajamas sceptical/skeptical sceptic/skeptic scepticism/skepticism storey/story storeys/stories
    tyre/tire tyres/tires travelled/traveled travelling/traveling traveller/traveler travellers/travelers cancelled/canceled
    cancelling/canceling labelled/labeled labelling/labeling modelled/modeled modelling/modeling levelled/leveled
    fuelled/fueled fuelling/fueling signalled/signaled signalling/signaling channelled/channeled channelling/channeling
    counselling/counseling counsellor/counselor counsellors/counselors councillor/councilor councillors/councilors
    marvellous/marvelous woollen/woolen initialled/initialed totalled/totaled totalling/totaling equalled/equaled
    enrol/enroll enrols/enrolls enrolment/enrollment enrolments/enrollments fulfil/fulfill fulfils/fulfills
    fulfilment/fulfillment instalment/installment instalments/installments skilful/skillful skilfully/skillfully
    distil/distill ageing/aging acknowledgement/acknowledgment judgement/judgment judgements/judgments sizeable/sizable
    artefact/artifact artefacts/artifacts diarrhoea/diarrhea encyclopaedia/encyclopedia foetus/fetus gynaecology/gynecology
    haemorrhage/hemorrhage haemorrhagic/hemorrhagic leukaemia/leukemia orthopaedic/orthopedic paediatric/pediatric
    paediatrics/pediatrics paediatrician/pediatrician paediatricians/pediatricians palaeontology/paleontology draught/draft
    kerb/curb sulphur/sulfur paralyse/paralyze paralysed/paralyzed paralysing/paralyzing catalyse/catalyze
    catalysed/catalyzed towards/toward amongst/among whilst/while learnt/learned spelt/spelled burnt/burned
    gramme/gram grammes/grams kilogramme/kilogram kilogrammes/kilograms practise/practice practised/practiced
    practising/practicing homoeopathy/homeopathy oestrogen/estrogen tonne/metric_ton tonnes/metric_tons
    per_cent/percent""".replace("\n", " ").split()
# American words that British English has too, in another sense or as well: they are not turned back.
_SHARED = frozenset(
    """check checks draft story stories practice license licenses meter meters tire tires curb learned spelled burned among
    while mold molds disc discs""".split()
)
_MONTH = "|".join(MONTHS_EN)
_KEPT = r"«[^»]*»|“[^”]*”|\"[^\"]*\"|\S+@\S+|(?:https?://|www\.)\S+"
_WORD = re.compile(rf"(?P<kept>{_KEPT})|(?P<word>\bper cent\b|\bmetric tons?\b|[^\W\d_]+)", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"(?P<kept>{_KEPT})|(?<![\w.,/-])(?:(?P<from>\d{{1,2}})(?P<link> (?:and|to|or) | ?[-–] ?))?"
    rf"(?P<day>\d{{1,2}}) (?P<month>{_MONTH})"
    r"(?:,? (?P<year>\d{4}))?(?![\w-])(?P<next>(?= [^\W\d_]))?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<kept>{_KEPT})|\b(?P<month>{_MONTH}) (?:(?P<from>\d{{1,2}})(?P<link> (?:and|to|or) | ?[-–] ?))?"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:, (?P<year>\d{4}))?(?![\w-])"
)


def styled(text: str, style: BriefSettings) -> str:
    """The text in the spelling ("british", "american") and with the dates ("day-month", "month-day") of the settings."""
    respelt = to_american(text) if style.spelling == "american" else to_british(text)
    return month_first(respelt) if style.dates == "month-day" else day_first(respelt)


def to_american(text: str) -> str:
    """centre → center, organisation → organization; the order of dates is `month_first`'s."""
    return _respelt(text, american())


def to_british(text: str) -> str:
    """center → centre, organization → organisation; a word that both write, such as "check", stays."""
    return _respelt(text, british())


def month_first(text: str) -> str:
    """13 January 2021 → January 13, 2021; 4 and 5 December → December 4 and 5."""
    return _DAY_FIRST.sub(_american_date, text)


def day_first(text: str) -> str:
    """January 13, 2021 → 13 January 2021."""
    return _MONTH_FIRST.sub(_british_date, text)


@cache
def american() -> Mapping[str, str]:
    """British words, lower case, and how Americans spell them."""
    table = {s + e: s + e.replace("is", "iz", 1) for s in _ISE for e in _ISE_ENDINGS}
    table |= {s + e: s + e.replace("our", "or", 1) for s in _OUR.split() for e in _OUR_ENDINGS}
    table |= {f"{s}re{e}": f"{s}er{e}" for s in _RE.split() for e in ("", "s")}
    pairs = (pair.replace("_", " ").split("/") for pair in _PAIRS)
    return table | {british: american for british, american in pairs}


@cache
def british() -> Mapping[str, str]:
    """American words, lower case, and how the British spell them."""
    return {them: us for us, them in american().items() if them not in _SHARED}


def _respelt(text: str, table: Mapping[str, str]) -> str:
    def respell(found: re.Match[str]) -> str:
        word = found["word"]
        other = table.get(word.lower()) if word else None
        if not other or (word[0].isupper() and _is_name(text, found)):
            return found[0]
        return other.upper() if word.isupper() and len(word) > 1 else other[0].upper() + other[1:] if word[0].isupper() else other

    return _WORD.sub(respell, text)


def _is_name(text: str, found: re.Match[str]) -> bool:
    begins = re.search(r"(?:^|[.!?:;\n]|[–—•]) *[\"“(]?$", text[max(0, found.start() - 4) : found.start()])
    begins = begins if found.start() > 3 or begins else re.match(r"\W*$", text[: found.start()])
    followed = re.match(r"(?: (?:of|for|and|de|du|the))* [A-ZÀ-Þ]", text[found.end() :])
    return not begins or bool(followed)


def _american_date(found: re.Match[str]) -> str:
    if found["kept"]:
        return found[0]
    days = f"{found['from']}{found['link']}{found['day']}" if found["from"] else found["day"]
    year = f", {found['year']}{',' if found['next'] is not None else ''}" if found["year"] else ""
    return f"{found['month']} {days}{year}"


def _british_date(found: re.Match[str]) -> str:
    if found["kept"]:
        return found[0]
    days = f"{found['from']}{found['link']}{found['day']}" if found["from"] else found["day"]
    return f"{days} {found['month']}" + (f" {found['year']}" if found["year"] else "")
