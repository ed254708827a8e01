"""What need not be translated again: human translations of the memory, then what the same signature made before.

A human translation is used as it stands, whatever the engine. It goes through the same checks as ours, and says where it is from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import service
from service.config import Settings
from service.glossary import Glossary
from service.invariants import check
from service.markup import Marked, unmark
from service.memory import Memory, Unit, fold
from service.normalise import normalise
from service.types import Finding, Rendering


class Recall:
    """A memory as one engine with its settings may use it."""

    def __init__(self, memory: Memory, engine: str, settings: Settings) -> None:
        self.memory = memory
        self._made = f"depeche {service.__version__} | {engine}/beam{settings.translator.beam} | {settings.sentence_digest()}"

    def signature(self, glossary: Glossary) -> str:
        """Everything that a rendering depends on, the sentence apart."""
        return f"{self._made} | glossary {glossary.digest}"

    def get(self, sentences: Sequence[str], glossary: Glossary) -> dict[str, Rendering]:
        """The sentences that are known. Raises `MemoryUnusable`."""
        human = self._human(dict.fromkeys(sentences), glossary)
        return self.memory.get(self.signature(glossary), [s for s in sentences if s not in human]) | human

    def put(self, renderings: Mapping[str, Rendering], glossary: Glossary) -> None:
        """For the next time. Raises `MemoryUnusable`."""
        self.memory.put(self.signature(glossary), renderings)

    def _human(self, sentences: dict[str, None], glossary: Glossary) -> dict[str, Rendering]:
        marked = {s: unmark(s) for s in sentences}
        spoken = {s: normalise(m.plain, acronyms=glossary.acronyms) for s, m in marked.items()}
        units = self.memory.units({text for s in sentences for text in (marked[s].plain, spoken[s].text)})
        found = {}
        for sentence, given in marked.items():
            if unit := units.get(fold(given.plain)):
                found[sentence] = _checked(given, _spaced(given.plain, unit.english), unit, glossary)
            elif unit := units.get(fold(spoken[sentence].text)):  # without its bullet or its capitals
                found[sentence] = _checked(given, spoken[sentence].restore(unit.english), unit, glossary)
        return found


def _spaced(french: str, english: str) -> str:
    """With the white space that leads and ends the sentence here."""
    bare = french.strip()
    return french.replace(bare, english.strip(), 1) if bare else english


def _checked(marked: Marked, english: str, unit: Unit, glossary: Glossary) -> Rendering:
    doubts = check(marked.plain, english, glossary=glossary)
    source = Finding("from_memory", f"A human translation, from the memory {unit.file}.", "note")
    return Rendering(
        english=marked.restore(english) if marked.marks else english,
        confidence="low" if any(f.severe for f in doubts) else "medium" if any(f.level == "doubt" for f in doubts) else "high",
        findings=(source, *doubts),
    )
