"""Names, acronyms and quotations: who is named and who speaks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from service.english import SAYING, STOP, WORD, stem, words
from service.gate.reading import Reading
from service.lexicon import MONTHS_EN, WEEKDAYS_EN

QUOTED = re.compile(r"[\"“][^\"“”]+[\"”]|«[^»]+»")
_CALENDAR = frozenset((*MONTHS_EN, *WEEKDAYS_EN))
_SHORT = 3  # a quotation of so few words is a term, not what somebody said


def names_held(reading: Reading) -> Iterator[str]:
    """Every word with a capital, and the first word, stands in the source; an acronym may be spelt out there."""
    text = f"{reading.source} {reading.french}"
    if attributed(reading.line):
        text += " " + " ".join(reading.rest)  # the function of a speaker may be told where the person is first named
    held, initials = {stem(w) for w in words(text)}, _initials(text)
    for m in WORD.finditer(reading.line):
        word, bare = m[0], stem(m[0].lower().replace("’", "'"))
        parts = {stem(p) for p in re.split(r"[-.&']", bare) if p}
        if not word[0].isupper() or word.lower() in STOP or word in _CALENDAR or len(word) < 2:
            continue
        if bare not in held and not parts <= held and word not in initials and not _form_of(bare, held):
            yield f"“{word}” is not in the source."


def _form_of(word: str, held: set[str]) -> bool:
    """Algeria and Algerian, Belgium and Belgian: the same five letters."""
    return len(word) > 5 and any(h[:5] == word[:5] and abs(len(h) - len(word)) <= 3 for h in held if len(h) > 4)


def _initials(text: str) -> set[str]:
    letters = "".join(m[0][0] for m in WORD.finditer(text) if m[0][0].isupper())
    return {letters[i:j] for i in range(len(letters)) for j in range(i + 2, min(len(letters), i + 7) + 1)}


def names_adjacent(reading: Reading) -> Iterator[str]:
    """The words of one name stand together in the source: no first name of one with the last name of another."""
    theirs = words(reading.source + " " + " ".join(reading.rest))
    for run in re.findall(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)+", reading.line[1:]):
        name = words(run)
        for one, other in itertools.pairwise(name):
            places = [i for i, w in enumerate(theirs) if stem(w) == stem(one)]
            near = any(stem(other) in [stem(w) for w in theirs[i + 1 : i + 5]] for i in places)
            if places and not near and stem(other) in {stem(w) for w in theirs}:
                yield f"“{run}” is no name of the source."
                break


def quotes_held(reading: Reading) -> Iterator[str]:
    """Each quotation is a run of words inside one quotation of the source, and its speaker is the one named there."""
    held = [" ".join(words(m)) for m in QUOTED.findall(reading.source)]
    for quote in QUOTED.findall(reading.line):
        said = " ".join(words(quote))
        if not any(f" {said} " in f" {whole} " for whole in held):
            if len(quote.split()) > _SHORT or said not in " ".join(words(reading.source)):
                yield f"{quote} is not inside one quotation of the source."
        elif len(quote.split()) > _SHORT:
            yield from _speaker(said, reading)
    yield from _unquoted(reading, held)


def _speaker(said: str, reading: Reading) -> Iterator[str]:
    speaker = _people(QUOTED.sub(" ", reading.line))
    for sentence in reading.sentences:
        if not any(f" {said} " in f" {' '.join(words(m))} " for m in QUOTED.findall(sentence)):
            continue
        named = _people(QUOTED.sub(" ", sentence))
        if speaker and named and not speaker & named:
            yield "The quotation is given to somebody else than in the source."
        elif speaker and not named and not speaker & _people(QUOTED.sub(" ", reading.source + _before(sentence, reading))):
            yield "The speaker of the quotation is not named beside it."


def _before(sentence: str, reading: Reading) -> str:
    return " " + " ".join(reading.rest) if len(reading.sentences) < 2 else ""


def _unquoted(reading: Reading, held: list[str]) -> Iterator[str]:
    """A line that says "said" of a person names one who says something in the source."""
    spoken = [w for w in words(QUOTED.sub(" ", reading.line)) if w in SAYING]
    if spoken and not SAYING & set(words(reading.source)) and not held:
        yield f"“{spoken[0]}”: nobody speaks in the source."


def attributed(line: str) -> bool:
    return bool(re.search(r"[\"”»] ?[—–-] ?[A-ZÀ-Þ]", line))


def _people(text: str) -> set[str]:
    return {m[0].lower() for m in WORD.finditer(text) if m[0][0].isupper() and m[0].lower() not in STOP and m[0] not in _CALENDAR}
