"""Sentences around the verbs that press releases need: each verb of verbs.txt with objects that fit, in the ways it is used."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.lexicon import MONTHS, WEEKDAYS
from training.frames import CITIES, ENGLISH_CITIES, Word, articles, elided, read_word, sections, upper
from training.pairs import Pair

HERE = Path(__file__).parent
SUBJECTS = (  # French, English, feminine, plural
    ("le gouvernement", "the government", False, False),
    ("la ministre", "the minister", True, False),
    ("le Premier ministre", "the Prime Minister", False, False),
    ("le maire", "the mayor", False, False),
    ("l'association", "the association", True, False),
    ("le Conseil de sécurité", "the Security Council", False, False),
    ("l'Union africaine", "the African Union", True, False),
    ("la Commission européenne", "the European Commission", True, False),
    ("la directrice générale", "the Director-General", True, False),
    ("le secrétaire général", "the Secretary-General", False, False),
    ("l'entreprise", "the company", True, False),
    ("la police", "the police", True, False),
    ("le tribunal", "the court", False, False),
    ("l'armée", "the army", True, False),
    ("l'université", "the university", True, False),
    ("la banque", "the bank", True, False),
    ("les députés", "members of parliament", False, True),
    ("les autorités", "the authorities", True, True),
    ("les syndicats", "the unions", False, True),
    ("les États membres", "the member states", False, True),
    ("les deux pays", "the two countries", False, True),
)
CHIEFS = {
    "la ministre": "the minister",
    "le maire": "the mayor",
    "le président": "the President",
    "la directrice": "the director",
}


@dataclass(frozen=True, slots=True)
class Verb:
    infinitive: str
    participle: str
    english: tuple[str, str, str]  # base, past, participle
    objects: tuple[str, ...]


def sentences(times: int, rng: random.Random) -> Iterator[Pair]:
    """Every verb in every frame, `times` with other objects."""
    words = {kind: [read_word(*sides) for sides in rows] for kind, rows in sections(HERE / "lexicon.txt").items()}
    frames = sections(HERE / "verb_frames.txt")["verb"]
    tasks = [(frame, verb) for frame in frames for verb in verbs()] * times
    rng.shuffle(tasks)
    for (french, english), verb in tasks:
        kind = rng.choice(verb.objects)
        slots = around(rng) | uses(verb) | subject(rng) | thing(verb, kind, rng.choice(words[kind]))
        yield upper(elided(french.format_map(slots))), upper(articles(english.format_map(slots)))


def verbs() -> list[Verb]:
    found = []
    for line in (HERE / "verbs.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            french, _, rest = line.partition(" = ")
            english, _, objects = rest.partition(" : ")
            infinitive, participle = french.split(", ")
            forms = english.split(", ")
            found.append(Verb(infinitive, participle, (forms[0], forms[1], forms[-1]), tuple(objects.split())))
    return found


def uses(verb: Verb) -> dict[str, str]:
    base, past, participle = verb.english
    return {"inf": verb.infinitive, "pp": verb.participle, "base": base, "past": past, "en": participle}


def subject(rng: random.Random) -> dict[str, str]:
    """Who does it, and the auxiliaries that agree."""
    french, english, feminine, plural = rng.choice(SUBJECTS)
    many = plural or english == "the police"
    who = {"sujet": french, "Sujet": upper(french), "subject": english, "Subject": upper(english)}
    says = {"a": "ont", "na": "n'ont", "va": "vont", "souhaite": "souhaitent", "refuse": "refusent", "est": "sont"}
    if not plural:
        says = {"a": "a", "na": "n'a", "va": "va", "souhaite": "souhaite", "refuse": "refuse", "est": "est"}
    said = {"is": "are" if many else "is", "wants": "want" if many else "wants", "refuses": "refuse" if many else "refuses"}
    return who | says | said | {"se": ("e" if feminine else "") + ("s" if plural else "")}


def thing(verb: Verb, kind: str, word: Word) -> dict[str, str]:
    """What it is done to; people come in the plural."""
    many = kind == "person"
    french = f"les {word.french}" if many else word.the
    english = word.english if kind in ("goods", "trouble") else f"the {word.english}"
    ending = ("e" if word.feminine else "") + ("s" if many and not verb.participle.endswith("s") else "")
    agrees = {"ppe": verb.participle + ending, "ae": "ont été" if many else "a été", "nae": "n'ont" if many else "n'a"}
    agrees |= {"sera": "seront" if many else "sera", "doit": "doivent" if many else "doit"}
    agrees["nae"] += " pas encore été"
    plural_english = many or english.endswith(("nuts", "heatwaves"))
    said = {
        "was": "were" if plural_english else "was",
        "has": "have" if plural_english else "has",
        "the": english,
        "The": upper(english),
    }
    return agrees | said | {"le": french, "Le": upper(french)}


def around(rng: random.Random) -> dict[str, str]:
    month, day, city, chief = (rng.choice(list(names)) for names in (MONTHS, WEEKDAYS, CITIES, CHIEFS))
    french = {"mois": month, "jour": day, "ville": city, "le_chef": chief, "n": str(rng.randint(2, 900))}
    english = {"month": MONTHS[month], "day": WEEKDAYS[day], "city": ENGLISH_CITIES.get(city, city), "chief": CHIEFS[chief]}
    return french | english | {"an1": str(rng.randint(2026, 2035))}
