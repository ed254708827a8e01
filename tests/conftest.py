"""Services that many tests share: the embedded model and the echo, with a cache of their own."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch: small models lose more by waiting for a second thread than they gain

import pytest

from service.config import Settings
from service.desk import BriefService


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def desk(cache):
    """The embedded model, as a user has it."""
    return BriefService.load(cache=str(cache))


@pytest.fixture(scope="session")
def echo():
    """No model: the English is the French. For what happens around the model."""
    return BriefService.load(settings=Settings.load(overrides={"translator.engine": "echo", "clean.language": "ignore"}))
