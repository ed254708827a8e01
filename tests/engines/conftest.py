"""Settings and models that all engine tests share."""

from __future__ import annotations

import pytest
import small_marian

from service.config import Settings


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def configure(cache):
    """Settings with the cache of this session; keys with a dot go into `[translator]` and the others as they are."""

    def make(**overrides):
        dotted = {key.replace("__", "."): value for key, value in overrides.items()}
        return Settings.load(overrides={"cache": str(cache), **dotted})

    return make


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tiny-marian")
    small_marian.make(folder)
    return folder
