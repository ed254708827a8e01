"""One page for all tests of the endpoints, with the engine that gives back what it is given."""

import pytest
from page_server import served


@pytest.fixture(scope="session")
def echo_page():
    with served("--set", "translator.engine=echo") as url:
        yield url
