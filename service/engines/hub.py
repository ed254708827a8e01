"""A model of the Hugging Face hub: pinned to a commit, fetched into our cache, found there again without a network."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.config import Settings
from service.errors import DepecheError, DownloadFailed, ModelNotFound

_ID = re.compile(r"[\w.-]+/[\w.-]+")
_TEXT_FILES = ("*.json", "*.spm", "*.model", "merges.txt", "vocab.txt")
_SAFE = ("model.safetensors", "model-*.safetensors")
_PICKLED = ("pytorch_model.bin", "pytorch_model-*.bin")


def is_hub_id(model: str) -> bool:
    """Whether this is written as `owner/name`."""
    return bool(_ID.fullmatch(model)) and ".." not in model


def hub_cache(settings: Settings) -> Path:
    return settings.cache_folder() / "hub"


def endpoint() -> str | None:
    """`HF_ENDPOINT` as it is now: huggingface_hub itself reads it only once, when it is imported."""
    return os.environ.get("HF_ENDPOINT", "").rstrip("/") or None


def fetch(model: str, revision: str, settings: Settings) -> tuple[Path, str]:
    """The folder and the commit of a model. Offline it must have been pulled before. Safetensors are taken where there
    are any, a pickle only where there are none. Raises `ModelNotFound` or `DownloadFailed`."""
    if settings.offline:
        return cached(model, revision, settings)
    from huggingface_hub import HfApi, snapshot_download

    with _hub_border(model, revision):
        found = HfApi(endpoint=endpoint()).model_info(model, revision=revision or None)
        names = [sibling.rfilename for sibling in found.siblings or []]
        weights = _SAFE if any(name.endswith(".safetensors") and "/" not in name for name in names) else _PICKLED
        commit = str(found.sha)
        folder = snapshot_download(
            model,
            revision=commit,
            cache_dir=hub_cache(settings),
            allow_patterns=[*_TEXT_FILES, *weights],
            ignore_patterns=["*/*"],
            endpoint=endpoint(),
        )
    _remember(model, revision, commit, settings)
    return Path(folder), commit


def cached(model: str, revision: str, settings: Settings) -> tuple[Path, str]:
    """What an earlier `fetch` brought, without a socket. Raises `ModelNotFound`, naming the command that fetches."""
    store = hub_cache(settings) / f"models--{model.replace('/', '--')}"
    reference = store / "depeche" / _reference(revision)
    commit = reference.read_text(encoding="utf-8").strip() if reference.is_file() else revision
    folder = store / "snapshots" / commit
    complete = (store / "depeche" / _reference(commit)).is_file()
    if not commit or not complete or not folder.is_dir():
        pinned = f" --revision {revision}" if revision else ""
        raise ModelNotFound(
            f"The model {model}{'@' + revision if revision else ''} is not on this machine and Dépêche is offline; "
            f"fetch it with `depeche models pull {model}{pinned}`, or set `offline = false`."
        )
    return folder, commit


def _remember(model: str, revision: str, commit: str, settings: Settings) -> None:
    """Write down that a snapshot is whole; a download that was cut leaves a folder too, but not this."""
    folder = hub_cache(settings) / f"models--{model.replace('/', '--')}" / "depeche"
    folder.mkdir(exist_ok=True)
    for name in (commit, revision):
        aside = folder / f".{os.getpid()}"
        aside.write_text(commit + "\n", encoding="utf-8")
        aside.replace(folder / _reference(name))


def _reference(revision: str) -> str:
    return revision.replace("/", "--") or "main"


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
        words = " ".join(str(error).split())[:300] or type(error).__name__
        raise DownloadFailed(f"Fetching {model} from the hub failed: {words}; what has arrived is kept.") from error
