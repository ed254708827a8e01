"""Countries and their people: a sentence on Benin must not come out as one on Mali.

A country that the English leaves out may be the writer's choice, one that it adds may be a name in full; both together are an
exchange. The glossary knows the countries, this table the words for their people, masculine, with the English for both.
"""

from __future__ import annotations

import re
from functools import cache

from service.glossary import institutions
from service.invariants.names import fold

DEMONYMS = """
français French; marocain Moroccan; algérien Algerian; tunisien Tunisian; libyen Libyan; égyptien Egyptian; mauritanien
Mauritanian; sénégalais Senegalese; malien Malian; nigérien Nigerien; burkinabè Burkinabe; ivoirien Ivorian; béninois
Beninese; togolais Togolese; ghanéen Ghanaian; nigérian Nigerian; camerounais Cameroonian; gabonais Gabonese; congolais
Congolese; centrafricain Central African; tchadien Chadian; guinéen Guinean; bissau-guinéen Bissau-Guinean; équato-guinéen
Equatorial Guinean; gambien Gambian; sierra-léonais Sierra Leonean; libérien Liberian; rwandais Rwandan; burundais
Burundian; ougandais Ugandan; kényan Kenyan; tanzanien Tanzanian; éthiopien Ethiopian; érythréen Eritrean; somalien Somali;
djiboutien Djiboutian; soudanais Sudanese; sud-soudanais South Sudanese; malgache Malagasy; mauricien Mauritian; comorien
Comorian; seychellois Seychellois; mozambicain Mozambican; angolais Angolan; zambien Zambian; zimbabwéen Zimbabwean;
malawien Malawian; botswanais Botswanan; namibien Namibian; sud-africain South African; lésothien Basotho; eswatinien Swazi;
cabo-verdien Cabo Verdean; santoméen Sao Tomean; belge Belgian; suisse Swiss; luxembourgeois Luxembourg; monégasque
Monegasque; andorran Andorran; allemand German; autrichien Austrian; italien Italian; espagnol Spanish; portugais
Portuguese; britannique British; anglais British; irlandais Irish; néerlandais Dutch; hollandais Dutch; danois Danish;
suédois Swedish; norvégien Norwegian; finlandais Finnish; islandais Icelandic; polonais Polish; tchèque Czech; slovaque
Slovak; slovène Slovenian; hongrois Hungarian; roumain Romanian; bulgare Bulgarian; grec Greek; chypriote Cypriot; maltais
Maltese; croate Croatian; serbe Serbian; bosnien Bosnian; bosniaque Bosnian; monténégrin Montenegrin; macédonien Macedonian;
albanais Albanian; kosovar Kosovan; estonien Estonian; letton Latvian; lituanien Lithuanian; ukrainien Ukrainian;
bélarussien Belarusian; moldove Moldovan; russe Russian; géorgien Georgian; arménien Armenian; azerbaïdjanais Azerbaijani;
turc Turkish; israélien Israeli; palestinien Palestinian; jordanien Jordanian; libanais Lebanese; syrien Syrian; iraquien
Iraqi; iranien Iranian; saoudien Saudi; koweïtien Kuwaiti; qatarien Qatari; bahreïnien Bahraini; émirien Emirati; omanais
Omani; yéménite Yemeni; afghan Afghan; pakistanais Pakistani; indien Indian; bangladais Bangladeshi; sri-lankais Sri Lankan;
népalais Nepalese; bhoutanais Bhutanese; maldivien Maldivian; kazakh Kazakh; ouzbek Uzbek; turkmène Turkmen; kirghiz Kyrgyz;
tadjik Tajik; mongol Mongolian; chinois Chinese; japonais Japanese; coréen Korean; sud-coréen South Korean; nord-coréen
North Korean; vietnamien Vietnamese; cambodgien Cambodian; laotien Lao; thaïlandais Thai; birman Myanmar; malaisien
Malaysian; singapourien Singaporean; indonésien Indonesian; brunéien Bruneian; philippin Philippine; timorais Timorese;
australien Australian; néo-zélandais New Zealand; fidjien Fijian; vanuatuan Ni-Vanuatu; samoan Samoan; tongan Tongan;
kiribatien I-Kiribati; palaosien Palauan; papouan Papua New Guinean; salomonais Solomon Islands; marshallais Marshallese;
canadien Canadian; américain American; mexicain Mexican; guatémaltèque Guatemalan; bélizien Belizean; hondurien Honduran;
salvadorien Salvadoran; nicaraguayen Nicaraguan; costaricien Costa Rican; panaméen Panamanian; cubain Cuban; haïtien
Haitian; dominicain Dominican; jamaïcain Jamaican; barbadien Barbadian; grenadien Grenadian; dominiquais Dominica;
saint-lucien Saint Lucian; trinidadien Trinidadian; bahaméen Bahamian; antiguais Antiguan; surinamais Surinamese; guyanien
Guyanese; colombien Colombian; vénézuélien Venezuelan; équatorien Ecuadorian; péruvien Peruvian; bolivien Bolivian;
brésilien Brazilian; paraguayen Paraguayan; uruguayen Uruguayan; chilien Chilean; argentin Argentine
"""
_ENDINGS = ("", "s", "e", "es", "ne", "nes", "te", "tes", "que", "ques", "se", "ses")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ALSO = {
    "American": ("US", "U.S.", "USA", "America"),
    "British": ("UK", "U.K.", "Britain", "England", "English", "Welsh"),
    "Congolese": ("DRC",),
    "Emirati": ("UAE",),
    "Korean": ("Korea", "South Korean", "South Koreans"),
    "South Korean": ("Korea", "Korean", "Koreans"),
    "North Korean": ("Korea", "Korean", "Koreans"),
}


def demonym(french: str) -> str | None:
    """Ivoirienne → Ivorian, Française → France's; None for what is no word for a people."""
    english = _people().get(fold(french))
    if english and english.endswith(("sh", "ch")):  # "French Jean Dupont" is none that a newspaper writes
        named = [term.english.removeprefix("the ") for term in institutions().terms if english in term.also]
        return f"{named[0]}'s" if named else english
    return english


@cache
def _people() -> dict[str, str]:
    """Folded French word in each of its forms → English: béninoises → Beninese."""
    pairs = [pair.split(" ", 1) for pair in " ".join(DEMONYMS.split()).split("; ")]
    forms = {fold(french) + ending: english for french, english in pairs for ending in _ENDINGS}
    return forms | {fold(french)[:-1] + end: english for french, english in pairs if french[-1] == "c" for end in ("que", "ques")}


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """English demonym → the ways to say it or its country in English."""
    every = {demonym: [demonym, f"{demonym}s", *_ALSO.get(demonym, ())] for demonym in _people().values()}
    for term in institutions().terms:
        for demonym in every.keys() & set(term.also):
            every[demonym] += [term.english.removeprefix("the "), *term.also]
    return {demonym: tuple(forms) for demonym, forms in every.items()}


@cache
def _english() -> re.Pattern[str]:
    forms = sorted({form for forms in _countries().values() for form in forms}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?!\w)")


def exchanged(french: str, english: str) -> tuple[str, str] | None:
    """A country or people of the French that the English lacks, and one of the English that the French lacks; or None."""
    french = french.replace("Colombie-Britannique", "")
    spoken = {_people()[word]: m[0] for m in _WORD.finditer(french) if (word := fold(m[0])) in _people()}
    for match in institutions().find(french):
        spoken |= {demonym: match.text for demonym, forms in _countries().items() if match.term.english in forms}
    said = {m[0] for m in _english().finditer(english)}
    lost = [word for demonym, word in spoken.items() if not said & set(_countries()[demonym])]
    strange = [form for form in sorted(said) if not any(form in _countries()[demonym] for demonym in spoken)]
    return (lost[0], strange[0]) if lost and strange else None
