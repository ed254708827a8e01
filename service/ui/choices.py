"""What a visitor may choose for one brief, and the services that answer: engines are loaded once and shared."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, replace

from service.config import Settings, profiles
from service.desk import BriefService
from service.errors import ConfigError
from service.glossary import Glossary

LENGTHS = {"Brief, about 120 words": "brief", "Wire, one line": "wire", "Long, about 250 words": "long"}
DATES = {"13 January 2021": "day-month", "January 13, 2021": "month-day"}
SPELLINGS = {"British": "british", "American": "american"}
KEPT = 2  # profiles whose models stay in memory
LEAST_WORDS, MOST_WORDS = 40, 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is empty stays as the service has it."""

    length: str = ""
    words: int = 0
    dates: str = ""
    spelling: str = ""
    profile: str = ""

    def applied(self, settings: Settings) -> Settings:
        """Raises `ConfigError` for a choice that the page does not offer."""
        for value, known in ((self.length, LENGTHS), (self.dates, DATES), (self.spelling, SPELLINGS)):
            if value and value not in known.values():
                raise ConfigError(f"There is no choice {value!r}; known are {', '.join(known.values())}.")
        if self.words and not LEAST_WORDS <= self.words <= MOST_WORDS:
            raise ConfigError(f"A brief has {LEAST_WORDS} to {MOST_WORDS} words, not {self.words}.")
        own = settings.brief
        brief = replace(
            own, form=self.length or own.form, dates=self.dates or own.dates, spelling=self.spelling or own.spelling
        )  # fmt: skip
        if self.words:
            brief = replace(brief, words=self.words, most_words=round(self.words * 1.25))
        return replace(settings, brief=brief)


class Desks:
    """One service for each profile, loaded on first use; the models of the least used one are let go."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._loaded: OrderedDict[str, BriefService] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def offered(self) -> list[str]:
        """The profile that the page was started with, then the others."""
        return [self.settings.profile, *(name for name in profiles() if name != self.settings.profile)]

    def desk(self, choice: Choice, terms: Glossary | None = None) -> BriefService:
        """With the terms of a visitor over those of the service.

        Raises `ConfigError`, and `ModelError` where the models of a profile are not on this machine.
        """
        loaded = self._of(choice.profile or self.settings.profile)
        settings = choice.applied(loaded.settings)
        if settings == loaded.settings and not terms:
            return loaded
        glossary = loaded.glossary.joined(terms) if terms else loaded.glossary
        return BriefService(settings, loaded.sentences.engine, loaded.summarizer, glossary, memory=loaded.memory)

    def _of(self, profile: str) -> BriefService:
        if profile not in self.offered:
            raise ConfigError(f"There is no profile {profile!r}; known are {', '.join(self.offered)}.")
        with self._lock:
            if profile not in self._loaded:
                self._loaded[profile] = BriefService.load(settings=self._settings(profile))
                while len(self._loaded) > KEPT:
                    self._loaded.popitem(last=False)
            self._loaded.move_to_end(profile)
            return self._loaded[profile]

    def _settings(self, profile: str) -> Settings:
        """Of another profile only the models differ: bounds, cache, glossary and network stay those of the start."""
        if profile == self.settings.profile:
            return self.settings
        other = Settings.load(profile)
        return replace(self.settings, profile=profile, translator=other.translator, summarizer=other.summarizer)
