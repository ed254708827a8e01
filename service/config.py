"""TOML files and overrides become one frozen `Settings`; an unknown key names the nearest one."""

from __future__ import annotations

import dataclasses
import difflib
import hashlib
import json
import os
import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from service.errors import ConfigError

PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatorSettings:
    model: str = "embedded"  # "embedded", an id on the hub, or a folder
    revision: str = ""
    engine: str = "ctranslate2"
    device: str = "auto"
    compute: str = "auto"
    threads: int = 0
    beam: int = 8
    candidates: int = 8
    batch_tokens: int = 2048
    comfort: int = 70  # source tokens; longer sentences are split at clauses
    carry: bool = True
    plain: bool = True
    high_from: float = -0.45  # mean log-probability of a target token
    low_below: float = -0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarizerSettings:
    model: str = ""  # "": extractive, no weights
    revision: str = ""
    engine: str = "ctranslate2"
    beam: int = 4
    min_words: int = 40
    max_words: int = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSettings:
    form: str = "brief"  # "wire", "brief" or "long"
    words: int = 120
    most_words: int = 150
    headline_words: int = 12
    points: int = 4
    quote: bool = True
    dates: str = "day-month"  # or "month-day"
    spelling: str = "british"  # or "american"


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectSettings:
    """Weights of the features of a sentence, and the trade between its worth and its novelty."""

    position: float = 0.25
    centrality: float = 0.75
    title: float = -0.15
    figures: float = 0.1
    names: float = 0.1
    decision: float = 0.05
    quote: float = 0.7
    spoken: float = -0.4
    protocol: float = -0.15
    boilerplate: float = -1.0
    dangling: float = -0.2
    long: float = 0.1
    variety: float = 0.9  # lambda of MMR


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanSettings:
    chrome: bool = True
    language: str = "refuse"  # "refuse", "warn" or "ignore" a text that is not French


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossarySettings:
    institutions: bool = True
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MemorySettings:
    url: str = ""  # "": off; a path of an SQLite file, or a PostgreSQL URL


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitSettings:
    bytes: int = 20_000_000
    characters: int = 5_000_000
    archive_ratio: int = 200
    archive_depth: int = 3
    pages: int = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set. Two equal `Settings` and one revision of the weights give the same bytes."""

    profile: str = "embedded"
    offline: bool = True
    cache: str = ""  # "": $DEPECHE_CACHE, else $XDG_CACHE_HOME/depeche, else ~/.cache/depeche
    translator: TranslatorSettings = field(default_factory=TranslatorSettings)
    summarizer: SummarizerSettings = field(default_factory=SummarizerSettings)
    brief: BriefSettings = field(default_factory=BriefSettings)
    select: SelectSettings = field(default_factory=SelectSettings)
    clean: CleanSettings = field(default_factory=CleanSettings)
    glossary: GlossarySettings = field(default_factory=GlossarySettings)
    memory: MemorySettings = field(default_factory=MemorySettings)
    limits: LimitSettings = field(default_factory=LimitSettings)

    @classmethod
    def load(cls, profile: str | Path = "embedded", overrides: Mapping[str, object] | None = None) -> Settings:
        """`default.toml`, then the profile (a name in `configs/` or a path), then overrides such as
        `{"translator.beam": 1}`. Raises `ConfigError`, with the nearest known name for an unknown one."""
        merged = _read_toml(config_folder() / "default.toml")
        _merge(merged, _read_toml(_profile_path(profile)))
        for dotted, value in (overrides or {}).items():
            _merge(merged, _nested(dotted.split("."), value))
        return typing.cast("Settings", _build(cls, merged, ""))

    def to_dict(self) -> dict[str, Any]:
        return dataclasses.asdict(self)

    def digest(self) -> str:
        """The first 12 hex digits of the SHA-256 of everything here that can change the text."""
        changing = {k: v for k, v in self.to_dict().items() if k not in ("cache", "offline", "memory", "limits")}
        changing["translator"] = {k: v for k, v in changing["translator"].items() if k not in ("threads", "batch_tokens")}
        return hashlib.sha256(json.dumps(changing, sort_keys=True).encode()).hexdigest()[:12]

    def sentence_digest(self) -> str:
        """The same of what can change the English of one sentence: what the memory is keyed by, so that it serves briefs of
        any length. The terms of a glossary count there by themselves, and not where their files lie."""
        changing = self.to_dict()
        for key in ("profile", "offline", "cache", "memory", "limits", "clean", "select", "summarizer", "glossary"):
            del changing[key]
        changing["translator"] = {k: v for k, v in changing["translator"].items() if k not in ("threads", "batch_tokens")}
        for key in ("form", "words", "most_words", "headline_words", "points", "quote"):
            del changing["brief"][key]
        return hashlib.sha256(json.dumps(changing, sort_keys=True).encode()).hexdigest()[:12]

    def cache_folder(self) -> Path:
        """Where weights are kept; not created here."""
        named = self.cache or os.environ.get("DEPECHE_CACHE")
        home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        return Path(named).expanduser() if named else Path(home) / "depeche"


@cache
def config_folder() -> Path:
    """`configs/` inside an installed wheel, else at the top of the checkout."""
    inside = PACKAGE / "configs"
    return inside if inside.is_dir() else PACKAGE.parent / "configs"


def profiles() -> list[str]:
    """The names that `Settings.load` knows without a path."""
    return sorted(path.stem for path in config_folder().glob("*.toml") if path.stem != "default")


def _profile_path(profile: str | Path) -> Path:
    path = Path(profile)
    if path.suffix == ".toml":
        return path
    if str(profile) not in profiles():
        raise ConfigError(f"There is no profile {str(profile)!r}; {_nearest(str(profile), profiles())}")
    return config_folder() / f"{profile}.toml"


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"The configuration {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"The configuration {path} is no valid TOML: {error}.") from error


def _nested(keys: list[str], value: object) -> dict[str, Any]:
    return {keys[0]: _nested(keys[1:], value) if keys[1:] else value}


def _merge(into: dict[str, Any], new: Mapping[str, Any]) -> None:
    for key, value in new.items():
        if isinstance(value, Mapping) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def _build(kind: type, values: Mapping[str, Any], where: str) -> Any:
    hints = typing.get_type_hints(kind)
    read = {}
    for key, value in values.items():
        if key not in hints:
            raise ConfigError(f"There is no setting {where + key!r}; {_nearest(key, hints, where)}")
        read[key] = _value(hints[key], value, where + key)
    return kind(**read)


def _value(hint: Any, value: Any, name: str) -> Any:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, Mapping):
            raise ConfigError(f"{name!r} is a table of settings, not {value!r}.")
        return _build(hint, value, name + ".")
    if typing.get_origin(hint) is tuple and isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        return tuple(value)
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is hint:
        return value
    wanted = "a list of texts" if typing.get_origin(hint) is tuple else hint.__name__
    raise ConfigError(f"{name!r} must be {wanted}, not {value!r}.")


def _nearest(name: str, known: typing.Iterable[str], where: str = "") -> str:
    names = list(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    return f"did you mean {where + close[0]!r}?" if close else f"known are {', '.join(sorted(names))}."
