"""What files say about themselves, where it can be believed."""

from __future__ import annotations

import datetime
import email.utils
import re

DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=\D|\d{6}(?!\d)|\Z)")
NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint)\b.*|untitled.*|sans titre.*|(?:document|présentation|communiqué)\s?\d*"
    r"|.*\.(?:docx?|odt|pdf|indd|rtf|dotx?))",
    re.IGNORECASE,
)


def iso_date(text: str | None) -> str | None:
    """The day of "Wed, 13 Jan 2021 10:00:00 +0100" or "2021-01-13T10:00:00Z"; None for what is neither."""
    if not text:
        return None
    try:
        if day := DAY.match(text.strip()):
            return datetime.date(*map(int, day.groups())).isoformat()
        return email.utils.parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def believable_title(text: str | None) -> str | None:
    """None for what programs write when no person gave a title: a file name, "Sans titre", "Document1"."""
    title = " ".join((text or "").replace("\x00", "").split())
    return title if title and not NO_TITLE.fullmatch(title) else None
