"""The forms of French and English verbs and adjectives that are regular, and of the irregular ones what can be said for sure."""

from __future__ import annotations

import re
from dataclasses import dataclass

DOUBLING = ("appel", "jet", "épel", "nivel", "renouvel", "feuillet")  # stems: il appelle, il jette; the others take è
DOUBLED = frozenset("hit cut put set run swim sit get spin split begin forget win shut bet stop".split())


def feminine(masculine: str) -> str:
    return masculine if masculine.endswith("e") else f"{masculine}e"


def agreed(one: str) -> str:
    """The plural of a French adjective."""
    if one.endswith(("s", "x")):
        return one
    return f"{one[:-2]}aux" if one.endswith("al") else f"{one}s"


@dataclass(frozen=True, slots=True)
class FrenchVerb:
    infinitive: str
    participle: str

    @classmethod
    def read(cls, text: str) -> FrenchVerb:
        infinitive, _, participle = text.partition(", ")
        return cls(infinitive, participle or f"{infinitive[:-2]}{'é' if infinitive.endswith('er') else 'i'}")

    def forms(self) -> dict[str, str]:
        """Of an irregular verb the infinitive stands for "going to" and "had to"."""
        given = {"inf": self.infinitive, "pp": self.participle}
        if self.infinitive.endswith("er") and self.participle.endswith("é"):
            return given | self._first()
        if self.infinitive.endswith("ir") and self.participle == f"{self.infinitive[:-1]}":
            return given | self._second()
        return given

    def _first(self) -> dict[str, str]:
        stem = self.infinitive[:-2]
        soft = re.sub(r"c$", "ç", re.sub(r"g$", "ge", stem))  # before a
        if stem.endswith(DOUBLING):
            open_ = future = stem + stem[-1]
        else:
            open_ = re.sub(r"(?:é([^aeiouyéè]{1,2})|e([^aeiouyéè]))$", r"è\1\2", re.sub(r"(?<=[ou])y$", "i", stem))
            future = stem if re.search(r"é[^aeiouyéè]{1,2}$", stem) else open_
        return {
            "pres": f"{open_}e", "press": f"{open_}ent", "impf": f"{soft}ait", "impfs": f"{soft}aient", "ps": f"{soft}a",
            "fut": f"{future}era",
        }  # fmt: skip

    def _second(self) -> dict[str, str]:
        stem = self.infinitive[:-1]
        return {"pres": f"{stem}t", "press": f"{stem}ssent", "impf": f"{stem}ssait", "impfs": f"{stem}ssaient", "ps": f"{stem}t",
                "fut": f"{self.infinitive}a"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EnglishVerb:
    base: str
    past: str
    participle: str

    @classmethod
    def read(cls, text: str) -> EnglishVerb:
        base, *irregular = text.split(", ")
        past = irregular[0] if irregular else _first_word(base, _past)
        return cls(base, past, irregular[-1] if irregular else past)

    def forms(self) -> dict[str, str]:
        ing = _first_word(self.base, lambda verb: _ing(verb, self.past.split()[0]))
        return {"base": self.base, "s": _first_word(self.base, _third), "past": self.past, "en": self.participle, "ing": ing}


def _first_word(phrase: str, change: object) -> str:
    """The verb changes, its particle stays: "give up" → "gives up"."""
    verb, gap, rest = phrase.partition(" ")
    return change(verb) + gap + rest  # type: ignore[operator]


def _past(verb: str) -> str:
    return re.sub(r"(?<=[^aeiou])y$", "i", verb) + ("d" if verb.endswith("e") else "ed")


def _third(verb: str) -> str:
    return (
        "is"
        if verb == "be"
        else re.sub(r"(?<=[^aeiou])y$", "ie", verb) + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else "s")
    )


def _ing(verb: str, past: str) -> str:
    if verb in DOUBLED or past == f"{verb}{verb[-1]}ed":
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    return f"{verb[:-1] if re.search(r'[^eoy]e$', verb) else verb}ing"
