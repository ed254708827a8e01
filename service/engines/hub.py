"""A model of the Hugging Face hub: pinned to a commit, fetched into our cache, found there again without a network.

Not `snapshot_download`: since huggingface_hub 1.x it throws a file away when its download breaks off, and a folder
that it left half done looks like a whole one to the next offline run.
"""

from __future__ import annotations

import hashlib
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.config import Settings
from service.errors import ConfigError, DepecheError, DownloadFailed, ModelNotFound

_ID = re.compile(r"[\w-][\w.-]*/[\w-][\w.-]*")
_FILE = re.compile(r"README\.md|[\w-]+\.json|[\w-]+\.(spm|model)|merges\.txt|vocab\.txt")
_SAFE = re.compile(r"model(-\d+-of-\d+)?\.safetensors")
_PICKLED = re.compile(r"pytorch_model(-\d+-of-\d+)?\.bin")
_ATTEMPTS = 4  # besides those that huggingface_hub makes itself


def is_hub_id(model: str) -> bool:
    """Whether this is written as `owner/name`."""
    return bool(_ID.fullmatch(model))


def store(model: str, settings: Settings) -> Path:
    """Where the commits of a model are kept: `<cache>/hub/owner--name/`."""
    return settings.cache_folder() / "hub" / model.replace("/", "--")


def cached(model: str, revision: str, settings: Settings) -> tuple[Path, str]:
    """The folder and the commit that an earlier `fetch` brought, without a socket. Raises `ModelNotFound`, naming the
    command that fetches."""
    reference = store(model, settings) / "refs" / _file_name(revision)
    commit = reference.read_text(encoding="utf-8").strip() if reference.is_file() else revision
    folder = store(model, settings) / _file_name(commit)
    if not commit or not (folder / "config.json").is_file():
        at, option = (f"@{revision}", f" --revision {revision}") if revision else ("", "")
        raise ModelNotFound(
            f"The model {model}{at} is not on this machine and Dépêche is offline; "
            f"fetch it with `depeche models pull {model}{option}`, or set `offline = false`."
        )
    return folder, commit


def fetch(model: str, revision: str, settings: Settings) -> tuple[Path, str]:
    """The folder and the commit of a model. Safetensors are taken where there are any, a pickle only where there are
    none. A download that broke off goes on where it stopped. Raises `ModelNotFound` or `DownloadFailed`."""
    if settings.offline:
        return cached(model, revision, settings)
    from filelock import FileLock
    from huggingface_hub import HfApi

    kept = _writable(store(model, settings))
    with _hub_border(model, revision):
        found = HfApi(endpoint=_endpoint()).model_info(model, revision=revision or None)
        commit, names = str(found.sha), [sibling.rfilename for sibling in found.siblings or []]
        folder, aside = kept / commit, kept / f".{commit}"
        with FileLock(kept / ".lock"):  # a second process waits for the first one's download
            if not folder.is_dir():
                aside.mkdir(exist_ok=True)
                for name in _wanted(names, model):
                    _download(model, name, commit, aside)
                aside.rename(folder)
    for name in {commit, revision}:
        _write_whole(kept / "refs" / _file_name(name), commit)
    return folder, commit


def _wanted(names: list[str], model: str) -> list[str]:
    weights = [name for name in names if _SAFE.fullmatch(name)] or [name for name in names if _PICKLED.fullmatch(name)]
    if not weights or "config.json" not in names:
        raise ModelNotFound(f"The hub's {model} has no config.json or no weights that PyTorch reads.")
    return [name for name in names if _FILE.fullmatch(name)] + weights


def _download(model: str, name: str, commit: str, aside: Path) -> None:
    """One file into `aside`, its bytes checked against the hub's own hash of them."""
    from huggingface_hub import get_hf_file_metadata, hf_hub_url
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils._headers import build_hf_headers

    if (aside / name).exists():
        return
    url = hf_hub_url(model, name, revision=commit, endpoint=_endpoint())
    facts = get_hf_file_metadata(url, endpoint=_endpoint(), retry_on_errors=True)
    part = aside / f"{name}.part"
    for attempt in range(_ATTEMPTS):
        try:
            with part.open("ab") as stream:
                http_get(url, stream, resume_size=stream.tell(), headers=build_hf_headers(), expected_size=facts.size)
            break
        except Exception as error:  # a reset connection, a proxy's short answer …: httpx has a dozen names for them
            if attempt == _ATTEMPTS - 1 or _status(error) in (401, 403, 404):
                raise
    if not _matches(part, facts.etag or ""):
        part.unlink()
        raise DownloadFailed(f"{name} of {model} arrived damaged and was thrown away; try again.")
    part.rename(aside / name)


def _status(error: Exception) -> int | None:
    return getattr(getattr(error, "response", None), "status_code", None)


def _matches(part: Path, etag: str) -> bool:
    """Large files have their SHA-256 as etag, small ones the hash that git gives a blob; other servers have others."""
    if not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", etag):
        return True
    digest = hashlib.sha256() if len(etag) == 64 else hashlib.sha1(b"blob %d\0" % part.stat().st_size)  # noqa: S324
    with part.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest() == etag


def _endpoint() -> str | None:
    """`HF_ENDPOINT` as it is now: huggingface_hub itself reads it only once, when it is imported."""
    return os.environ.get("HF_ENDPOINT", "").rstrip("/") or None


def _file_name(revision: str) -> str:
    return revision.replace("/", "--").lstrip(".") or "main"


def _write_whole(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.write_text(text + "\n", encoding="utf-8")
    aside.replace(path)


def _writable(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"The cache {folder} cannot be written ({error.strerror}); set `cache` or DEPECHE_CACHE.") from error
    return folder


def _unreachable(error: BaseException | None) -> bool:
    """Whether no connection was ever made: no such host, or nobody answers there."""
    while error and not isinstance(error, (socket.gaierror, ConnectionRefusedError)):
        error = error.__cause__ or error.__context__
    return error is not None


@contextmanager
def _hub_border(model: str, revision: str) -> Iterator[None]:
    from huggingface_hub import errors

    try:
        yield
    except DepecheError:
        raise
    except errors.RevisionNotFoundError as error:
        raise ModelNotFound(f"The model {model} has no revision {revision!r} on the hub.") from error
    except errors.GatedRepoError as error:
        raise ModelNotFound(f"The hub gives {model} only to those who accepted its terms and logged in.") from error
    except errors.RepositoryNotFoundError as error:
        raise ModelNotFound(f"The hub has no model {model}, or it is private.") from error
    except Exception as error:
        if _unreachable(error):
            raise DownloadFailed(
                f"The model {model} is not on this machine and the hub cannot be reached from it. Run `depeche models pull` with "
                "the same profile where there is a network, or use the embedded profile, which needs none."
            ) from error
        words = " ".join(str(error).split())[:300] or type(error).__name__
        raise DownloadFailed(
            f"Fetching {model} from the hub failed: {words}. What has arrived is kept; the same command goes on from there."
        ) from error
