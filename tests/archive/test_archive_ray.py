"""The same archive on a Ray cluster of two nodes: the same bytes, also when a worker and a node are lost in the middle."""

import contextlib
import os
import signal
import socket
from pathlib import Path

import archive_samples as samples
import pytest

from service.archive import run

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]  # Ray and what it imports warn about each other
PORTS = ("metrics_agent_port", "metrics_export_port", "runtime_env_agent_port", "dashboard_agent_listen_port")
SAME = ("briefs.jsonl", "quarantine.jsonl", "index.sqlite", "digest.html", "digest.md", "digest.docx", "report.json")


@pytest.fixture(scope="module")
def cluster():
    """(cluster, second node)"""
    os.environ["RAY_raylet_start_wait_time_s"] = "300"  # noqa: SIM112  # Ray's own name; a busy machine is slow to start it
    os.environ["RAY_agent_register_timeout_ms"] = "300000"  # noqa: SIM112
    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parents[2]), str(Path(__file__).parent)])
    ray = pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    nodes = Cluster(initialize_head=True, head_node_args=node())
    second = nodes.add_node(**node())
    ray.init(address=nodes.address, log_to_driver=False)
    yield nodes, second
    ray.shutdown()
    nodes.shutdown()


def node():
    """Ports are chosen here: the node would wait for its agents to choose them, and not long enough on a busy machine."""
    with contextlib.ExitStack() as stack:
        bound = [stack.enter_context(socket.socket()) for _ in PORTS]
        for opened in bound:
            opened.bind(("127.0.0.1", 0))
        ports = {name: opened.getsockname()[1] for name, opened in zip(PORTS, bound, strict=True)}
    return {"num_cpus": 2, "object_store_memory": 100 << 20, **ports}


def outputs(out):
    found = samples.content(out)
    return {name: found[name] for name in found if name in SAME or name.startswith(("briefs/", "documents/"))}


def workers():
    """Process ids of the actors that hold an engine, by the titles that Ray gives them: its own list wants the dashboard."""
    titles = {int(file.parent.name): file.read_bytes() for file in Path("/proc").glob("[0-9]*/cmdline") if file.exists()}
    return [pid for pid, title in titles.items() if title.startswith(b"ray::") and b"MapWorker" in title]


def test_two_nodes_give_the_bytes_of_one_machine_and_go_on_where_they_were(archive, finished, cluster, tmp_path):
    job = samples.job(archive, tmp_path / "out", translated=True, on="ray", workers=2)
    ended = run(job)
    assert ended.progress.documents == 26
    assert outputs(tmp_path / "out") == outputs(finished[0])
    again = run(job)
    assert (again.progress.documents, again.progress.known) == (0, 40)


def test_a_lost_worker_and_a_lost_node_change_nothing(cluster, tmp_path):
    nodes, second = cluster
    (tmp_path / "in").mkdir()
    for n in range(400):
        (tmp_path / "in" / f"{n:03}.txt").write_text(samples.text(n), encoding="utf-8")
    lost = []

    def lose(progress):
        if progress.documents and not lost:
            lost.append("worker")
            os.kill(workers()[0], signal.SIGKILL)
        elif progress.documents >= 128 and lost == ["worker"]:
            lost.append("node")
            nodes.remove_node(second)

    run(samples.job(tmp_path / "in", tmp_path / "out", on="ray", workers=2), tell=lose)
    assert lost == ["worker", "node"]
    run(samples.job(tmp_path / "in", tmp_path / "alone"))
    assert outputs(tmp_path / "out") == outputs(tmp_path / "alone")
