"""The sample releases that ship with Dépêche."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from service.config import PACKAGE

_NAMES = {
    "communique": "Education, copied from a web page",
    "alerte-sante": "Health alert",
    "banque-centrale": "Central bank",
    "resultats-societe": "Company results",
    "festival": "Film festival",
    "sommet": "University summit, long",
}


@cache
def samples() -> dict[str, str]:
    """The French text of each sample, by the name that the page shows."""
    inside = PACKAGE / "examples"
    folder: Path = inside if inside.is_dir() else PACKAGE.parent / "examples"
    found = {title: folder / f"{name}.fr.txt" for name, title in _NAMES.items()}
    return {title: path.read_text(encoding="utf-8") for title, path in found.items() if path.is_file()}
