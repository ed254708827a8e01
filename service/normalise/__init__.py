"""What the model should see of a sentence, and the way back.

The order matters (each step relies on the one before): characters → wrapped lines → spread letters, spaces, elisions →
bullets off → dotted acronyms and titles → idioms and rare verbs in common words (for a small model) → capitals to sentence
case. Nothing that carries meaning is dropped: only what no reader sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.normalise.capitals import is_capitals, mixed, sentence_case, shouts
from service.normalise.characters import characters, spaces, unwrap
from service.normalise.common import in_common_words
from service.normalise.idioms import plainly
from service.normalise.known import known_capitals
from service.normalise.prefix import split_affixes
from service.normalise.titles import spelled_out, titles

__all__ = ["Normalised", "known_capitals", "normalise", "shouts"]

ADDRESS = re.compile(r"@|://|www\.")
ROUNDS = 5  # one is enough but for contrived text; what changes nothing costs one
# No model knows them: they go to the end.
EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d\u2600-\u27bf\U0001f000-\U0001faff]*")
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
        shouted = self.capitals and len(self.text.split()) <= SHOUTED_WORDS and not ADDRESS.search(english)
        return self.prefix + (english.upper() if shouted else english) + self.suffix


def normalise(
    text: str, *, acronyms: frozenset[str] = frozenset(), names: frozenset[str] = frozenset(), plain: bool = False
) -> Normalised:
    """`acronyms` stay capitals in a line of capitals; `names` are words to be capitalised there, both as the rest of the
    document writes them; `plain`: idioms and rare verbs in common words. Idempotent; "" for text without anything to read."""
    prefix, body, suffix = split_affixes(text)
    body = _settle(body)
    if (signs := EMOJI.findall(body)) and (bare := _settle(EMOJI.sub(" ", body))):
        body, suffix = bare, " " + "".join(signs) + suffix
    more, body, rest = split_affixes(body)
    if not body.strip():
        return Normalised("", prefix + more + body, rest + suffix)
    prefix, suffix = prefix + more, rest + suffix
    capitals = is_capitals(body, acronyms)
    known = acronyms | spelled_out(body)
    for _ in range(ROUNDS):
        seen, body = body, _as_written(body, known, names)
        if body == seen:
            break
        known = acronyms
    return Normalised(in_common_words(plainly(body)) if plain else body, prefix, suffix, capitals)


def _as_written(text: str, acronyms: frozenset[str], names: frozenset[str]) -> str:
    """Dotted acronyms and titles first: what is left in capitals is then a word."""
    text = titles(text)
    cased = sentence_case(text, acronyms, names) if is_capitals(text, acronyms) else mixed(text, acronyms, names)
    return _settle(cased)


def _settle(text: str) -> str:
    return spaces(unwrap(characters(text))).strip()
