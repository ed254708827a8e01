"""The page as `python demo.py` serves it, in a process of its own: for the tests of its endpoints and those in a browser."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 180  # seconds until the page answers; a machine that does other work is slow to import


@contextlib.contextmanager
def served(*options):
    """The address of `python demo.py` with these options."""
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, str(ROOT / "demo.py"), "--port", str(port), *options]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, "OMP_NUM_THREADS": "1"}, stdout=subprocess.DEVNULL) as page:
        url = f"http://127.0.0.1:{port}/"
        try:
            answered(url, page)
            yield url
        finally:
            page.terminate()


def answered(url, page):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert page.poll() is None, "the page ended before it answered"
        with contextlib.suppress(urllib.error.URLError, ConnectionError), urllib.request.urlopen(url, timeout=30) as reply:
            assert reply.status == 200
            return
        time.sleep(0.3)
    raise AssertionError(f"{url} did not answer in {PATIENCE} seconds")
