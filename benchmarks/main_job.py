"""The main job, timed as a user meets it: a cold `depeche brief`, and a warm brief in one process.

    python benchmarks/main_job.py [--runs 5] [RELEASE.txt]

Prints minimum and median of several runs, the resident memory at its peak, and whether torch was imported. The first run converts
the embedded model into the cache and is told apart. Times of a machine that does other work beside are upper bounds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
WARM = """
import sys, time
from service import BriefService
started = time.perf_counter(); desk = BriefService.load(); loaded = time.perf_counter() - started
text = open(sys.argv[1], encoding="utf-8").read(); desk.brief(text)
times = []
for _ in range(int(sys.argv[2])):
    started = time.perf_counter(); brief = desk.brief(text); times.append(time.perf_counter() - started)
words = len(text.split())
print(f"load {loaded:.2f} s; warm brief of {words} words: min {min(times):.2f} s, median {sorted(times)[len(times) // 2]:.2f} s; "
      f"torch imported: {'torch' in sys.modules}")
"""


def cold(release: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Wall seconds and peak resident megabytes of one `depeche brief` in a process of its own."""
    started = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", "from service.cli import main; main()", "brief", str(release)],
        stdout=subprocess.DEVNULL, env=environment,
    )  # fmt: skip
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, "depeche brief failed"
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("release", nargs="?", type=Path, default=ROOT / "examples" / "communique.fr.txt")
    ap.add_argument("--runs", type=int, default=5)
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"DEPECHE_CACHE": cache, "PYTHONPATH": str(ROOT)}
        first, memory = cold(a.release, environment)
        print(f"very first brief (converts the model): {first:.2f} s, {memory:.0f} MB")
        runs = [cold(a.release, environment) for _ in range(a.runs)]
        seconds, memories = [r[0] for r in runs], [r[1] for r in runs]
        print(f"cold brief: min {min(seconds):.2f} s, median {statistics.median(seconds):.2f} s, peak {max(memories):.0f} MB")
        subprocess.run([sys.executable, "-c", WARM, str(a.release), str(a.runs)], env=environment, check=True)


if __name__ == "__main__":
    main()
