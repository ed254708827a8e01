"""The dates of metadata: ISO 8601, RFC 2822 and what PDF writes, as an ISO date."""

from __future__ import annotations

import datetime
import email.utils
import re

NUMBERS = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)(?!\d{5})")


def iso_date(text: str | None) -> str | None:
    """The day of "Wed, 13 Jan 2021 10:00:00 +0100", "2021-01-13T10:00:00Z" or "D:20210113100000"; None for others."""
    if not text:
        return None
    try:
        if numbers := NUMBERS.match(text.strip()):
            return datetime.date(*map(int, numbers.groups())).isoformat()
        return email.utils.parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return None
