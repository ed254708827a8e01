"""The hub's file protocol, spoken by a small server here: commits, etags, ranges, and cables that are pulled out."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest

from service.engines import Decoding, load_translator
from service.engines.models import available, info, pull
from service.errors import DownloadFailed, ModelNotFound

OLD, NEW = "a" * 40, "b" * 40
MODEL = "press/tiny-fr-en"


class Hub:
    """Two commits of one model: `main` is the new one, the tag `v1` the old one."""

    def __init__(self, folder: Path) -> None:
        self.files = {p.name: p.read_bytes() for p in folder.iterdir() if p.suffix in (".json", ".spm", ".safetensors")}
        self.files["README.md"] = b"---\nlicense: cc-by-4.0\n---\n"
        self.files["tf_model.h5"] = b"never asked for"
        self.refs = {"main": NEW, "v1": OLD, OLD: OLD, NEW: NEW}
        self.requests: list[tuple[str, str, str]] = []
        self.cut_after: dict[str, int] = {}  # bytes of a file that are sent before the line goes dead
        self.cuts = 0

    def etag(self, name: str) -> str:
        body = self.files[name]
        if name.endswith((".safetensors", ".bin")):
            return hashlib.sha256(body).hexdigest()
        return hashlib.sha1(b"blob %d\0" % len(body) + body).hexdigest()


def handler(hub: Hub) -> type[BaseHTTPRequestHandler]:  # noqa: C901 - one small class, closed over its hub
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args):
            pass

        def do_HEAD(self):
            self.answer(body=False)

        def do_GET(self):
            self.answer(body=True)

        def answer(self, *, body):
            path = unquote(self.path.partition("?")[0])
            hub.requests.append((self.command, path, self.headers.get("Range", "")))
            if found := re.fullmatch(rf"/api/models/{MODEL}(?:/revision/(.+))?", path):
                return self.about(found[1] or "main")
            if found := re.fullmatch(rf"/{MODEL}/resolve/([^/]+)/(.+)", path):
                return self.file(found[1], found[2], body)
            return self.refuse("RepoNotFound")

        def about(self, revision):
            if revision not in hub.refs:
                return self.refuse("RevisionNotFound")
            names = [{"rfilename": name} for name in hub.files]
            answer = {"id": MODEL, "modelId": MODEL, "sha": hub.refs[revision], "siblings": names, "tags": []}
            answer |= {"private": False, "downloads": 0, "likes": 0}
            return self.send(200, json.dumps(answer).encode(), {"Content-Type": "application/json"})

        def file(self, commit, name, body):
            whole = hub.files[name]
            start = int(re.match(r"bytes=(\d+)-", self.headers.get("Range", "") or "bytes=0-")[1])
            headers = {"ETag": f'"{hub.etag(name)}"', "X-Repo-Commit": commit, "Accept-Ranges": "bytes"}
            if start:
                headers["Content-Range"] = f"bytes {start}-{len(whole) - 1}/{len(whole)}"
            most = hub.cut_after.get(name) if body and hub.cuts > 0 else None
            hub.cuts -= most is not None
            return self.send(206 if start else 200, whole[start:], headers, body=body, most=most)

        def send(self, status, content, headers, *, body=True, most=None):
            self.send_response(status)
            for key, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(key, value)
            self.end_headers()
            if body:
                self.wfile.write(content[:most])
            if most is not None:
                self.close_connection = True

        def refuse(self, code):
            self.send(404, b"", {"X-Error-Code": code})

    return Handler


@pytest.fixture
def hub(tiny, monkeypatch):
    hub = Hub(tiny)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(hub))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{server.server_address[1]}")
    yield hub
    server.shutdown()
    server.server_close()


@pytest.fixture
def settings(configure, tmp_path):
    def make(**more):
        return configure(**{"cache": str(tmp_path / "cache"), "offline": False, "translator__model": MODEL, **more})

    return make


def test_a_model_of_the_hub_translates_and_carries_its_commit(hub, settings):
    translator = load_translator(settings())
    assert translator.name == f"ct2/tiny-fr-en@{NEW[:7]}/int8"
    ((best,),) = translator.translate(["Merci."], Decoding(beam=1))
    assert best.text == "Thank you."
    assert not any("tf_model" in path for _, path, _ in hub.requests)


@pytest.mark.parametrize(("asked", "commit"), [("", NEW), ("main", NEW), ("v1", OLD), (OLD, OLD)])
def test_a_revision_becomes_its_commit_and_files_come_from_it(hub, settings, asked, commit):
    told = pull(settings(), MODEL, asked)
    assert told.revision == commit
    assert told.kind == "marian"
    assert told.licence == "cc-by-4.0"
    assert {path.split("/")[4] for _, path, _ in hub.requests if "/resolve/" in path} == {commit}


def test_what_was_pulled_is_found_again_without_a_network(hub, settings):
    pulled = pull(settings(), MODEL, "v1")
    before = len(hub.requests)
    offline = settings(offline=True, translator__revision="v1")
    assert info(offline, MODEL, "v1") == pulled
    assert [told.model for told in available(offline)] == ["embedded", MODEL]
    assert load_translator(offline).name == f"ct2/tiny-fr-en@{OLD[:7]}/int8"
    assert len(hub.requests) == before


@pytest.mark.parametrize(("revision", "command"), [("", MODEL), ("v1", f"{MODEL} --revision v1")])
def test_offline_the_error_names_the_command_that_fetches(settings, revision, command):
    with pytest.raises(ModelNotFound, match=f"`depeche models pull {command}`"):
        load_translator(settings(offline=True, translator__revision=revision))


def test_a_cut_download_goes_on_where_it_stopped(hub, settings, monkeypatch):
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 1000)  # it is 10 MB, and our model is small
    size = len(hub.files["model.safetensors"])
    hub.cut_after, hub.cuts = {"model.safetensors": size // 2}, 1
    pull(settings(), MODEL)
    ranges = [r for method, path, r in hub.requests if method == "GET" and path.endswith(".safetensors")]
    (start,) = re.findall(r"bytes=(\d+)-", ranges[1])
    assert ranges[0] == ""
    assert size // 2 - 1000 <= int(start) <= size // 2


def test_what_a_failed_download_left_is_used_by_the_next_one(hub, settings):
    body = hub.files["model.safetensors"]
    aside = Path(settings().cache) / "hub" / MODEL.replace("/", "--") / f".{NEW}"
    aside.mkdir(parents=True)
    (aside / "model.safetensors.part").write_bytes(body[:1000])  # as a killed process leaves it
    with pytest.raises(ModelNotFound, match="depeche models pull"):
        info(settings(), MODEL)
    told = pull(settings(), MODEL)
    assert ("GET", f"/{MODEL}/resolve/{NEW}/model.safetensors", "bytes=1000-") in hub.requests
    assert (Path(told.folder) / "model.safetensors").read_bytes() == body


def test_a_damaged_download_is_thrown_away(hub, settings):
    aside = Path(settings().cache) / "hub" / MODEL.replace("/", "--") / f".{NEW}"
    aside.mkdir(parents=True)
    (aside / "model.safetensors.part").write_bytes(b"x" * 1000)
    with pytest.raises(DownloadFailed, match="arrived damaged"):
        pull(settings(), MODEL)
    assert pull(settings(), MODEL).revision == NEW


@pytest.mark.parametrize(
    ("model", "revision", "says"), [("press/none", "", "has no model press/none"), (MODEL, "v9", "no revision 'v9'")]
)
def test_what_the_hub_lacks_is_said(hub, settings, model, revision, says):
    with pytest.raises(ModelNotFound, match=says):
        pull(settings(), model, revision)


def test_a_hub_that_cannot_be_reached_may_be_tried_again(settings, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(DownloadFailed, match=r"cannot be reached from it\. Run `depeche models pull`") as caught:
        pull(settings(), MODEL)
    assert caught.value.retryable


def test_a_pickle_is_taken_only_where_there_are_no_safetensors_and_rewritten(hub, settings, tiny):
    import torch
    from safetensors.torch import load_file

    target = Path(settings().cache).parent / "old.bin"
    torch.save(load_file(tiny / "model.safetensors"), target)
    hub.files["pytorch_model.bin"] = target.read_bytes()
    pull(settings(), MODEL, "v1")
    assert not any(path.endswith(".bin") for _, path, _ in hub.requests)
    del hub.files["model.safetensors"]
    translator = load_translator(settings())
    ((best,),) = translator.translate(["Merci."], Decoding(beam=1))
    assert best.text == "Thank you."
    kept = list((Path(settings().cache) / "safetensors").glob("*/model.safetensors"))
    assert len(kept) == 1


def test_a_pickle_that_would_run_code_is_refused(configure, tiny, tmp_path):
    from service.errors import BrokenModel

    for path in tiny.glob("*.[js]*"):
        if path.suffix != ".safetensors":
            (tmp_path / path.name).write_bytes(path.read_bytes())
    mark = tmp_path / "ran"
    code = f"cos\nsystem\n(S'touch {mark}'\ntR."
    (tmp_path / "pytorch_model.bin").write_bytes(code.encode())
    with pytest.raises(BrokenModel, match="tensors alone"):
        load_translator(configure(translator__model=str(tmp_path)))
    assert not mark.exists()


def test_the_embedded_model_needs_no_network_and_no_torch(tmp_path):
    script = f"""
import socket, sys
def refuse(*args, **kwargs): raise AssertionError("a socket was opened")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from service.config import Settings
from service.engines import Decoding, load_translator
translator = load_translator(Settings.load(overrides={{"cache": {str(tmp_path)!r}}}))
print(translator.translate(["Le ministre a signé."], Decoding(beam=1))[0][0].text)
heavy = [name for name in ("torch", "transformers", "huggingface_hub") if name in sys.modules]
assert not heavy, heavy
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
