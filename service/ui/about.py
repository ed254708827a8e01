"""The About tab: which models answer, under which licences, what they cannot do, and where the text goes: nowhere."""

from __future__ import annotations

from pathlib import Path

import service
from service.config import Settings
from service.engines.models import info
from service.errors import DepecheError
from service.render.characters import markup as h


def about(settings: Settings) -> str:
    """Everything of it as HTML; models that are not on this machine are named as such."""
    wanted = [("Translation", settings.translator.model), ("Summary", settings.summarizer.model)]
    models = "".join(_model(settings, job, name) for job, name in wanted)
    written = Path(__file__).with_name("about.html").read_text(encoding="utf-8")
    return (
        f'<section class="about"><h1>About Dépêche</h1><p>Version {h(service.__version__)}, profile '
        f"<strong>{h(settings.profile)}</strong>, settings <code>{settings.digest()}</code>. Every brief ends with its "
        "signature: version, models with their revisions, settings. The same French under the same signature gives the same "
        f"text, letter for letter.</p><h2>Models</h2><dl>{models}</dl>{written}</section>"
    )


def _model(settings: Settings, job: str, name: str) -> str:
    if not name:
        return f"<dt>{job}</dt><dd>Extractive: sentences of the translation, shortened by rule. No model.</dd>"
    try:
        found = info(settings, name)
    except DepecheError as error:
        return f"<dt>{job}: {h(name)}</dt><dd>{h(str(error))}</dd>"
    size = f"{found.parameters / 1e6:.1f} million parameters, " if found.parameters else ""
    licence = f", licence {h(found.licence)}" if found.licence else ""
    told = f"{h(found.kind)}, {size}{found.bytes / 1e6:.0f} MB, revision <code>{h(found.revision[:12])}</code>{licence}"
    return f"<dt>{job}: {h(name)}</dt><dd>{told}.</dd>"
