"""What is yet to come, or only possible, must not come out as done: `coûtera` is no `cost`, `pourrait coûter` no `costs`.

English has many ways to say either (a present tense, `due`, a bare `to`), so only a sentence without any of them is suspect.
"""

from __future__ import annotations

import re

_PARTICIPLE = r"(?:\w+ment |déjà |bien )?(?:fait|\w*(?:[éiu]e?s?|it|ert))\b"
_NO_FUTURE = "extra|ultra|infra|supra|contra|mantra|cobra|sierra|front|affront|aspira|retira|attira|montra|entra|rencontra|livra"
_FUTURE = re.compile(
    rf"(?<![\w-])(?!(?:{_NO_FUTURE})\b)(?:aur(?:a|ont)(?! (?!lieu){_PARTICIPLE})|(?:ser|fer|ir)(?:a|ont)|"
    r"[a-zà-ÿ]{2,}[eiudtv]r(?:a|ont)|[a-zà-ÿ]+r(?:ra|ront))(?![\w-])"
)
# The imperfect, and `a`, `est` … with a participle: beside them the past of the English may be theirs.
_FRENCH_PAST = re.compile(
    rf"(?<!\w)(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent) (?:pas |plus )?{_PARTICIPLE}|\w(?:aient|èrent)\b|"
    r"\b\w{3,}ait\b"
)
_MODAL = (
    r"will|shall|would|should|could|can|cannot|(?-i:may)|might|must|ought|won['’]t|[\w.]+['’](?:ll|d)|"
    r"(?:is|are|was|were) (?:\w+ )?to|going to|about to|due|likely|able|expect\w*"
)
_YET = re.compile(rf"\b(?:{_MODAL}|set to|be|scheduled|planned|until|let)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|are|am|has|have|do|does|\w+['’]re|(?:it|that|he|she|there|who|what)['’]s)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|had|did|began|took|held|made|won|gave|met|went|came|became|rose|fell|said|told|paid|brought|found|grew|left|"
    r"drew|saw|sent|ran|put|set|cost|let|cut|hit|kept|got|built|spent|lost|led|knew|wrote|spoke|chose|[a-z]{3,}ed)\b"
)
_MAYBE = re.compile(r"\b(?:(?:pourrai|devrai)(?:t|ent)|peut-être)\b", re.IGNORECASE)
_DOUBT = re.compile(
    rf"\b(?:{_MODAL}|need\w*|possib\w+|potential\w*|probabl\w+|perhaps|maybe|set to|supposed|seem\w*|appear\w*|reported\w*|"
    r"ha(?:s|ve|d) to|if|enabl\w+|allow\w*|risk\w*|chance|capable|plan\w*|hop(?:e|ed|ing)|think\w*|be)\b",
    re.IGNORECASE,
)


def settled(french: str, english: str) -> str | None:
    """The French verb that is yet to come and that the English tells as past; None where it does not."""
    found = _FUTURE.search(french)
    if not found or not _PAST.search(english) or _YET.search(english):
        return None
    return found.group() if not _PRESENT.search(english) or not _FRENCH_PAST.search(french) else None


def assured(french: str, english: str) -> str | None:
    """The French word that leaves it open (`pourrait`), where nothing in the English does; or None."""
    found = _MAYBE.search(french)
    return found.group() if found and not french.rstrip().endswith("?") and not _DOUBT.search(english) else None
