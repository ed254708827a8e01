"""The head of a release: letterhead, labels, date lines, title and sub-title, up to the first sentence of running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.release.opening import read_head_date, read_opening
from service.release.wording import (
    BODY_NAME,
    BULLET,
    CONTACT,
    DESK,
    EMBARGO,
    ENDS,
    KICKER,
    LABEL,
    LETTERHEAD,
    MARGIN,
    MOTTO,
    REACH,
    REFERENCE,
    VERB,
    line_of,
    own_lines,
)
from service.types import Role, Sentence

_SMALL = frozenset("de du des d la le les l et pour sans sur the of and for a – — - & |".split())
_NEWS = re.compile(
    r"(?:nouvel\w*|première?|résultats?|trafic|nominations?|lancement|ouverture|fermeture|appel|alerte|bilan|inauguration|signature|visite|rappel"
    r"|grève|incendie|accident|décès|hommage|élections?|baisse|hausse|record|succès|fin|début|retour|report|annulation|journée)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 6  # words of a name that no word for a kind of organisation begins


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the head: sentences `begin` up to, not with, `end`; `role` None where it is a title or stands above one."""

    begin: int
    end: int
    words: str
    role: Role | None


def head_roles(sentences: Sequence[Sentence]) -> list[Role]:
    """Roles up to the first sentence of running text.

    Of the lines that may be a title the first is it, unless it names who writes and another follows.
    """
    rows = _rows(sentences)
    roles: list[Role] = []
    titled = False
    for place, row in enumerate(rows):
        role = row.role
        if role is None:
            letterhead = not titled and (bare_label(row.words) or _names_sender(row, rows[place + 1 :]))
            role = "heading" if letterhead else ("subtitle" if titled else "title")
            titled = titled or role == "title"
        if role == "subtitle" and _head_is_over(sentences, row.begin, roles):
            break
        roles += [role] * (row.end - row.begin)
    return roles


def sender(words: str) -> str | None:
    """The organisation that a line of the head names, without the label or the press office beside it; None in a label."""
    if MOTTO.fullmatch(words):
        return None
    named = [part for part in _parts(words) if not bare_label(part)]
    told = any(_NEWS.match(part) or re.search(r"\d{4}", part) for part in named[1:])  # TerraLune – Résultats annuels 2026
    return " – ".join(named) if named and _is_name(named[0]) and not told else None


def _parts(words: str) -> list[str]:
    return [part.strip() for part in re.split(r"\s+[–—|-]\s+", words)]


def bare_label(words: str) -> bool:
    """Whether a line is only a kind of text, a reference, a motto, a date or a press office."""
    forms = (LABEL, REFERENCE, MOTTO, MARGIN, DESK)
    return any(form.fullmatch(words) for form in forms) or bool(re.search(r"\s[–—|-]\s", words) and DESK.search(words))


def _rows(sentences: Sequence[Sentence]) -> list[_Row]:
    """The lines up to the first that is running text."""
    rows: list[_Row] = []
    index = 0
    while index < len(sentences) and (end := own_lines(sentences, index)) is not None:
        words = " ".join(line_of(s) for s in sentences[index:end])
        role = _label_role(words)
        if role is None and not _is_heading(sentences, index, end, words):
            break
        rows.append(_Row(index, end, words, role))
        index = end
    return rows


def _label_role(words: str) -> Role | None:
    """A line of the head that is no title: embargo, date line, label, reference."""
    if EMBARGO.match(words) and len(words.split()) <= 25:
        return "embargo"
    dated = read_head_date(words)
    if dated and dated.whole:
        return "dateline"
    return "heading" if bare_label(words) else None


def _is_heading(sentences: Sequence[Sentence], index: int, end: int, words: str) -> bool:
    """A line without the full stop of running text, or a short one that stands over a dateline."""
    if BULLET.match(words) or len(words.split()) > 45 or CONTACT.match(words) or REACH.search(words):
        return False
    opening = read_opening(words)
    if opening and not opening.whole:
        return False
    if not ENDS.search(words) and not words.endswith(":"):
        return end < len(sentences)
    alone = end < len(sentences) and sentences[end].paragraph > sentences[index].paragraph
    return (
        alone
        and len(words.split()) <= 20
        and not words.endswith((";", ",", ":"))
        and read_opening(line_of(sentences[end])) is not None
    )


def _names_sender(row: _Row, after: Sequence[_Row]) -> bool:
    """Whether a line names who writes and the title is still to come: it looks like a name, and the line that may be the
    title stands under it, or is set off from it by a label or date."""
    following = [r for r in after if r.role is None and not bare_label(r.words)]
    if all(_is_body(r.words) for r in (row, *following)) and any(r.role for r in after):
        return True  # a prosecutor's office over its court, label and date: the release has no title
    if not following:
        return False
    if _kicker(row.words, following[0].words) and after[0].role is None:
        return True
    if len(row.words.split()) > 12 or sender(row.words) is None:
        return False
    title = next((r for r in following if not _is_name(r.words)), following[-1])
    if any(bare_label(part) for part in _parts(row.words)):
        return True  # "Communiqué – Olympique de Garonne"
    if any(LETTERHEAD.match(part) for part in _parts(row.words)):  # also "AFSCA – Agence fédérale …"
        labelled = any(LABEL.fullmatch(r.words) for r in after)
        return labelled or after[0].role is None or len(following) > 1 or not _is_name(title.words)
    apart = any(r.role is not None for r in after if r.begin < title.begin)
    return apart or (len(row.words.split()) <= 4 < len(title.words.split()) and not _is_name(title.words))


def _is_name(words: str) -> bool:
    """A kind of organisation, or a few words that are all capitals or all begin with one."""
    if ":" in words or VERB.search(words.lower()) or _NEWS.match(words):
        return False
    if LETTERHEAD.match(words) or (BODY_NAME.match(words) and re.search(r"\s[A-ZÀ-Þ]", words)):
        return True
    telling = [word for word in re.split(r"[\s’']+", words) if word.lower() not in _SMALL]
    return 1 <= len(telling) <= _LONGEST_NAME and all(word[:1].isupper() and word.replace("-", "").isalpha() for word in telling)


def _is_body(words: str) -> bool:
    """The name of an organisation, by its first word, of two words or more."""
    return len(words.split()) > 1 and _is_name(words) and bool(LETTERHEAD.match(words) or BODY_NAME.match(words))


def _kicker(words: str, title: str) -> bool:
    """One or two words over a longer line that is the title, or up to four that name a kind of text: "OFFICIEL", "Rapport
    public thématique"."""
    count, longer = len(words.split()), len(title.split())
    return (count <= 2 and not words.endswith("?") and longer >= 3) or (count <= 4 < longer and bool(KICKER.fullmatch(words)))


def _head_is_over(sentences: Sequence[Sentence], index: int, roles: Sequence[Role]) -> bool:
    """A short heading of the body and no sub-title: it stands over text in its own paragraph, after a dateline or sub-title."""
    joined = index + 1 < len(sentences) and sentences[index + 1].paragraph == sentences[index].paragraph
    return bool(roles) and (
        (roles[-1] == "subtitle" and len(line_of(sentences[index]).split()) <= 4) or (joined and roles[-1] == "dateline")
    )
