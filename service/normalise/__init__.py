"""What the model should see of a sentence, and the way back.

The order matters (each step relies on the one before): characters → wrapped lines → spaced letters, spaces and elisions →
bullets off → capitals to sentence case → dotted acronyms and titles. Nothing that carries meaning is dropped: only what no reader sees.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.normalise.capitals import is_capitals, sentence_case, surnames
from service.normalise.characters import characters, spaces, unwrap
from service.normalise.prefix import split_affixes
from service.normalise.titles import titles

__all__ = ["Normalised", "normalise"]

SHOUTED_WORDS = 3  # a label ("CONTACT PRESSE") comes back in capitals; a longer heading reads better without


@dataclass(frozen=True, slots=True)
class Normalised:
    """The text for the model; `restore` puts the bullet, number and markers back around its English."""

    text: str
    prefix: str = ""
    suffix: str = ""
    capitals: bool = False

    def restore(self, english: str) -> str:
        """A label of up to three words that was all capitals is capitals again; a longer heading stays in sentence case,
        as an editor of briefs would set it."""
        shouted = self.capitals and len(self.text.split()) <= SHOUTED_WORDS
        return self.prefix + (english.upper() if shouted else english) + self.suffix


def normalise(text: str, *, acronyms: frozenset[str] = frozenset(), names: frozenset[str] = frozenset()) -> Normalised:
    """`acronyms` stay capitals in a line of capitals; `names` are words to be capitalised there, both as the rest of the
    document writes them. Idempotent; "" for text without anything to read."""
    prefix, body, suffix = split_affixes(text)
    body = _settle(body)
    more, body, rest = split_affixes(body)
    if not body.strip():
        return Normalised("", prefix + more + body, rest + suffix)
    capitals = is_capitals(body, acronyms)
    body = sentence_case(body, acronyms, names) if capitals else surnames(body, acronyms)
    return Normalised(titles(body), prefix + more, rest + suffix, capitals)


def _settle(text: str) -> str:
    return spaces(unwrap(characters(text))).strip()
