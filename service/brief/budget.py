"""How many words each part of a brief may have."""

from __future__ import annotations

from dataclasses import dataclass

from service.config import BriefSettings
from service.errors import ConfigError

LEAD_WORDS, POINT_WORDS, QUOTE_WORDS = 35, 24, 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Words of the running text: aimed at, never exceeded, and the most of each part."""

    words: int
    most: int
    headline: int
    lead: int = LEAD_WORDS
    point: int = POINT_WORDS
    points: int
    quote: bool


def budget(settings: BriefSettings) -> Budget:
    """The budget of `form`: long is twice a brief; a wire is one line that the renderer makes of headline and lead alone."""
    if settings.words > settings.most_words:
        raise ConfigError(f"brief.words is {settings.words}, more than brief.most_words, {settings.most_words}.")
    if settings.form not in ("wire", "brief", "long"):
        raise ConfigError(f"brief.form is {settings.form!r}; known are wire, brief, long.")
    scale = 2 if settings.form == "long" else 1
    return Budget(
        words=settings.words * scale,
        most=settings.most_words * scale,
        headline=min(settings.headline_words, max(4, settings.words // 3)),
        lead=min(LEAD_WORDS, max(8, settings.words - settings.headline_words)),
        points=0 if settings.form == "wire" else settings.points * scale,
        quote=settings.quote and settings.form != "wire",
    )
