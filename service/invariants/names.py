"""Acronyms and names of people: what the English must spell as the French does, or as the glossary says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from service.coverage import never_met
from service.invariants.fact import Fact

ACRONYM = re.compile(r"(?<![\w⟦#@.-])(?=[^\s]*[A-ZÀ-Þ])[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9&]*(?:-[A-Z0-9]+)*(?![\w@⟧-]|\.[A-Z])")
ROMAN = re.compile(r"[IVXLC]+")
NO_ACRONYMS = frozenset(
    "LA LE LES DE DU DES ET EN UN AU IL ON NE SA SE CE À TV OK JC MM MW KW GW TWH GWH MWH KWH MO GO HA KM CFA FCFA XOF XAF DH "
    "MDH MAD USD US EUR CHF GBP CAD CZK TND DZD HT TTC NB PS AM PM ART PP NO".split()
)  # words of a heading, units, currencies: read elsewhere, or by nobody

_INNER = re.compile(r"(?<=[a-zà-ÿ,;] )(?:[ldLD]['’])?(?P<word>[A-ZÀ-Þ][a-zà-ÿ]{3,})(?![\w’'-])")
_VERBS = (
    "annonce|publie|lance|présente|signe|acquiert|renforce|confirme|enregistre|poursuit|ouvre|nomme|obtient|remporte|inaugure|étend|"
    "a|va|est|rachète|cède|vend|recrute|supprime|investit|dépasse|affiche|réalise|dévoile|propose|rejoint|devient|s['’]\\w+|se"
)  # a noun without an article before one of them is a name: Nordéa annonce
_HEAD = re.compile(rf"(?:^|[–—-] )(?P<word>[A-ZÀ-Þ][a-zà-ÿ]{{3,}})(?= \(|,? (?:{_VERBS})\b)")
_PART = r"[A-ZÀ-Þ][\w’'-]*\w"
_JOINT = r"[ \u00a0](?:(?:de|du|des|d|la|le|al|el|ben|bin|von|van)[ \u00a0])?"
TITLED = re.compile(
    r"(?<!\w)(?:(?:M\.|MM\.|Mme|Mmes|Mlle|Dr|Pr|Me|S\.E\.M\.|S\.E\.)[ \u00a0\u202f])+"
    rf"(?P<name>{_PART}(?:{_JOINT}{_PART}){{0,4}})"
)
_CLUB = re.compile(
    r"[LlDd]['’](?=(?:Olympique|Union|Étoile|Entente|Espérance|Athl[ée]tic|Avenir|Amicale|Aviron|Élan|Ajax|Inter)\b)"
)
_PARTICLES = frozenset("Le La Les De Du Des El Al Ben Van Von Di Da".split())  # Yann Le Bihan
_ELIDED = re.compile(r"[LDlNnSsd]['’][a-zà-ÿ]")  # L'aéroport de Roissy: the sentence begins, no name does
_FULL = re.compile(rf"(?<![\w’'⟦.-])(?P<name>{_PART}(?:{_JOINT}{_PART})+)")
_NATIONAL = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:ain|aine|ien|ienne|ais|aise|ois|oise)")
_ARTICLE = re.compile(r"(?:^|[\s(])(?:[Ll][ea]\s|[Ll][’']|[Dd]u\s|[Aa]u\s)$")
# A firm named for where it is: Verrières du Nord; the place itself, Corée du Nord, has an English name
_LOCAL = re.compile(
    r"(?!(?:Cor[ée]e|Soudan|Caroline|Dakota|Irlande|Mac[ée]doine|Chypre|Tyrol|Gare|Pôle|Pays|Italie|Inde|France|Allemagne|Russie|"
    r"Virginie|Australie|Oss[ée]tie|Yémen|Vietnam|Atlantique|Pacifique|Kivu|Hémisphère|Autoroute|Port|Quartier|Alpes|Rhénanie)s?\b)"
    r"[A-ZÀ-Þ][a-zà-ÿ]{4,}s du (?:Nord|Sud)"
)
# A house with its trade in its name, each word with a capital: Crédit Coopératif des Alpes, Laboratoires Pierre Fabre
_TRADE = re.compile(
    r"(?<![\w’'⟦-])(?:Crédit|Caisse d[’']Épargne|Laboratoires?|Éditions|Galeries|Mutuelles?|Chantiers|Verreries?|Brasseries?"
    r"|Ateliers|Établissements|Ets|Cristalleries?|Filatures|Papeteries?|Fonderies?|Forges|Aciéries|Moulins|Sucreries?|Caves|Habitat"
    r"|Transports|Autocars|Imprimeries?|Pharmacies|Cliniques?|Minoteries?|Tanneries?|Distilleries?|Salins|Tuileries|Ciments|Charbonnages)"
    r"(?:[ \u00a0](?:(?:de[ \u00a0]la|de|du|des|et)[ \u00a0]|d['’])?[A-ZÀ-Þ][\w’'-]*\w)+"
)
# Two places in one word: Sète-Frontignan
_JOINED = re.compile(r"(?<![\w’'⟦.-])(?P<word>[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-ZÀ-Þ][a-zà-ÿ]{2,})+)(?![\w’'-])")
# Names of places that only French words make up: Deux-Ponts, Côte-Nord
_GROUND = re.compile(r"(?:Deux|Trois|Quatre|Sept|Côte|Val|Pont|Bourg|Bois|Roche|Château|Beau|Belle|Petit|Vieux|Clair)s?-")
# Words of office and institution, which a model translates better than it copies; and small words at the head of a sentence.
COMMON_NAME = re.compile(
    r"(?:Minist|Présid|Direct|Secrét|Conseil|Commiss|Premi|Organis|Union|Nations|Unies|État|Républi|Assembl|Comit|Banque|Centr|"
    r"Programm|Agence|Instit|Univers|[ÉE]col|Journée|Stratég|Semaine|Forum|Sommet|Conféren|Déclar|Accord|Charte|Convention|"
    r"Développement|Affaires|Santé|[ÉE]ducation|Culture|Sciences?$|Monde|Objectif|Droit|Parlement|Sénat|Chambre|Fédération|Fond|"
    r"Associat|Ambassad|Consul|Délég|Gouvern|Coopér|Ligue|Communauté|Office|Réseau|Projet|Région|Ville|Mair|Province|Départe|"
    r"Palais|Musée|Festival|Salon|Académ|Groupe|Sociét|Professeur|Docteur|Monsieur|Madame|Génér|Colonel|Mission|Constitution|"
    r"Afri|Asie|Europ|Améri|Océan|Golfe|Saint-Siège|Mer$|Jeux$|Loi$|Code$|Coupe$|Roi$|Reine$|Prince|Chef|Père$|Prix$|Plan$|"
    r"Excellenc|Altesse|Éminence|Honorable|Cour$|Haute?$|Grande?$|Sud$|Nord$|Est$|Ouest$|Rive$|(?:L[ae]s?|L|Une?|D[eu]s?|Ce(?:tte|s|t)?|En|Aux?|[ÀA]|Par|Pour|Dans|"
    r"Avec|Sur|Sous|Selon|Depuis|Après|Avant|Ils?|Elles?|Nous|Vous|On|Et|Mais|Si|S[ao]n?|Ses|Leurs?|Notre|Nos|Lors|Ainsi|Enfin|"
    r"Cependant|Toutefois|Quant|Plus|Deux|Trois|Contact|Photo)$)"
)


def acronyms(text: str) -> Iterator[Fact]:
    """Words of capitals, two letters at least; none in a text that is all capitals, where nothing can be told."""
    if mostly_capitals(text):
        return
    for found in ACRONYM.finditer(text):
        word = found.group()
        letters = sum(c.isalpha() for c in word)
        shaped = len(word) > 1 and (letters > 1 or (letters == 1 and word[0].isalpha()))
        if shaped and not ROMAN.fullmatch(word) and word not in NO_ACRONYMS:
            yield Fact(kind="acronym", text=word, start=found.start(), end=found.end(),
                       readings=frozenset({("acronym", word)}))  # fmt: skip


def people(text: str) -> Iterator[Fact]:
    """Surnames after a title: `M. Youssef Amrani` asks for Amrani, accents aside."""
    for found in TITLED.finditer(text):
        surname = found["name"].split()[-1]
        yield Fact(kind="name", text=found["name"], start=found.start("name"), end=found.end("name"),
                   readings=frozenset({("name", fold(surname))}))  # fmt: skip


def names(text: str) -> Iterator[Fact]:
    """Names of people: whatever follows a title, then two capitalised words or more that are no office and no institution."""
    yield from people(text)
    for found in _TRADE.finditer(text):
        yield Fact(kind="name", text=found.group(), start=found.start(), end=found.end(),
                   readings=frozenset({("name", fold(found.group().split()[-1]))}))  # fmt: skip
    for found in _FULL.finditer(text):
        words = [(word.group(), word.start()) for word in re.finditer(r"[^ \u00a0]+", found["name"])]
        while words and (COMMON_NAME.match(words[0][0]) or words[0][0].islower() or _ELIDED.match(words[0][0])):
            words = words[1:]  # Selon, Président, Université: what is left may be a name
        if len(words) > 2 and _NATIONAL.fullmatch(words[0][0]) and _ARTICLE.search(text, 0, found.start("name") + words[0][1]):
            words = words[1:]  # la Colombienne Totó la Momposina
        plain = [word for n, (word, _) in enumerate(words) if not (0 < n < len(words) - 1 and word in _PARTICLES)]
        if len(words) > 1 and (_LOCAL.fullmatch(found["name"]) or not any(_common(word) for word in plain)):
            start = found.start("name") + words[0][1]
            start += len(club[0]) if (club := _CLUB.match(text, start)) else 0
            yield Fact(kind="name", text=text[start : found.end("name")], start=start, end=found.end("name"),
                       readings=frozenset({("name", fold(words[-1][0]))}))  # fmt: skip


def _common(word: str) -> bool:
    return not word.islower() and bool(COMMON_NAME.match(word))


def unknown_names(text: str) -> Iterator[Fact]:
    """Single capitalised words inside a sentence, or at its head before a verb, that are no office, no institution and no word of
    the lexicon: Meridia."""
    if mostly_capitals(text):
        return
    every = (found for form in (_INNER, _HEAD, _JOINED) for found in form.finditer(text))
    for found in sorted(every, key=lambda found: found.start("word")):
        word = found["word"]
        parts = word.split("-")
        strange = any(never_met(part) for part in parts) or _GROUND.match(word)
        if strange and not any(COMMON_NAME.match(part) for part in parts if part not in ("Deux", "Trois")):
            yield Fact(kind="name", text=word, start=found.start("word"), end=found.end("word"),
                       readings=frozenset({("name", fold(word))}))  # fmt: skip


def mostly_capitals(text: str) -> bool:
    """A heading in capitals has no acronyms to be seen."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.6 * len(letters)


def fold(text: str) -> str:
    """Without accents and case, the hyphen and apostrophe plain."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return plain.replace("’", "'")
