"""What a brief is about: a table of English words that decides the section of a digest.

A word of the headline counts three times, of the lead twice, of a point once; a word counts once for each line. The
theme with the most wins, the earlier in the table on a tie; without any word it is "Other news". `*` ends a stem.
"""

from __future__ import annotations

import re
from functools import cache

from service.types import Brief

OTHER = "Other news"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

_VOCABULARY = {
    "Diplomacy": """diplomat* ambassador* embassy embassies bilateral multilateral treaty treaties summit summits consul*
        foreign sovereignty ceasefire peace peacekeep* un nato cooperation envoy* delegation* ratif* sanctions refugee*
        humanitarian african-union""",
    "Justice & security": """court courts judge* judicia* justice prosecutor* trial* sentenc* convict* prison* police
        gendarm* terror* crime* criminal* traffick* fraud corruption arrest* customs border* defence defense army military
        soldier* cybersecurity cyberattack* narcotic* law laws bill legislat* decree* tribunal* rescue firefighter*""",
    "Health": """health healthcare hospital* vaccin* disease* epidem* pandem* patient* doctor* nurse* medic* clinic*
        cholera malaria measles ebola covid* covid-19 cancer* virus* outbreak* drug* pharmac* surger* maternity who
        sanitary nutrition* contamin* poison* toxi* symptom* dengue tuberculosis hiv polio mental""",
    "Education": """education* school* pupil* student* teacher* universit* curricul* literacy scholarship* classroom*
        campus* lycee* exam exams examination* baccalaureate enrol* academic* vocational apprentic* training unesco
        graduat* diploma*""",
    "Climate & environment": """climate environment* emission* carbon biodivers* forest* reforest* deforest* pollut*
        drought* flood* warming renewable* solar wind-farm ecolog* recycl* waste* plastic* species conservation ocean*
        desertif* storm* cyclone* heatwave* wildfire* water sustainable""",
    "Agriculture & food": """agricult* farm* crop* harvest* cereal* wheat livestock fish* fisher* food irrigation seed*
        rural dairy cattle olive* vineyard* wine* agri-food agronom* fertiliser* fertilizer* fao locust*""",
    "Science & technology": """scien* research* technolog* digital* innovat* satellite* space artificial-intelligence ai
        robot* laborator* software data startup* start-up* internet broadband telecom* quantum semiconductor* astronom*
        physic* chip chips spacecraft""",
    "Culture": """cultur* heritage museum* festival* film* cinema* music* theatre* art arts artist* exhibition* book* novel*
        literar* poet* librar* concert* archaeolog* monument* painting* dance icesco biennial orchestra* sculpt*""",
    "Sport": """sport* football* match* olympic* paralympic* athlet* champion* tournament* coach* stadium* basketball
        handball rugby tennis cycling league goalkeeper* player* cup afcon medal* fifa caf marathon* qualif* squad""",
    "Economy": """econom* financ* bank* budget* inflation tax* trade export* import* invest* compan* revenue* turnover
        profit* dividend* quarter* share* shareholder* market* gdp growth industr* employ* unemploy* job jobs wage* debt
        loan* currenc* monetary interest-rate* customs-union business* entrepreneur* tourism airline* energy oil gas
        electricity transport* railway* port ports airport* infrastructur* acqui* merger* rate rates""",
    "Society": """women* gender* youth child* famil* disab* housing poverty social* migra* elderly citizen* communit*
        equalit* discriminat* religio* volunteer* rights ngo* association* charit* pension* solidarity population
        census elect* voter* parliament*""",
}
THEMES = (*_VOCABULARY, OTHER)


def theme(brief: Brief) -> str:
    """The name of the section, one of `THEMES`."""
    weighted = [(3, brief.headline.text), (2, brief.lead.text), *((1, point.text) for point in brief.points)]
    scores = dict.fromkeys(_VOCABULARY, 0)
    for weight, text in weighted:
        for word in {match.casefold() for match in _WORD.findall(text)}:
            for name in _themes_of(word):
                scores[name] += weight
    best = max(scores, key=lambda name: scores[name])  # the first of equals
    return best if scores[best] else OTHER


def _themes_of(word: str) -> list[str]:
    exact, stems = _index()
    found = list(exact.get(word, ()))
    for length in range(3, len(word) + 1):
        found += stems.get(word[:length], ())
    return list(dict.fromkeys(found))


@cache
def _index() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    exact: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for name, words in _VOCABULARY.items():
        for word in words.split():
            table = stems if word.endswith("*") else exact
            table.setdefault(word.rstrip("*"), []).append(name)
    return exact, stems
