"""The architecture, held: layers, sizes, the public face, what an import may cost."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "service").rglob("*.py"))

# docs/architecture.md tells what each does; a module imports only from the lines above its own
LAYERS = [
    {"errors", "record"},
    {"types", "coverage"},
    {"config", "lexicon", "english", "dates", "rouge", "invented", "attempts", "termfiles",
     "pronouns"},
    {"glossary", "alignment"},
    {"clean", "segment", "normalise", "invariants", "memory", "journal", "readers", "release",
     "language", "clauses", "confidence", "faults", "intake", "storage", "spelling", "markup"},
    {"engines", "carry", "rare", "recall", "rows", "writers", "compress", "gate"},
    {"translate", "summarize"},
    {"brief", "render"},
    {"desk", "batching"},
    {"archive", "distributed", "evaluate", "search"},
    {"api", "ui"},
    {"cli"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
LONGEST_FILE, LONGEST_FUNCTION = 250, 40


def module_of(path: Path) -> str:
    return path.relative_to(ROOT / "service").parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The modules of `service` that a file imports, by their first name."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names = [f"{node.module}.{a.name}" if node.module == "service" else node.module or "" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        found |= {n.split(".")[1] for n in names if n.startswith("service.")}
    return found - {"__version__"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_small_and_imports_only_from_above_its_own_line(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{path}:{node.name} is too long"
    own = module_of(path)
    if own == "__init__":
        return
    for other in imported(path) - {own}:
        assert LEVEL[other] < LEVEL[own], f"{path} imports {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_engines_import_a_model_library(path: Path):
    if "engines" in path.parts:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not {n.split(".")[0] for n in names} & {"torch", "transformers", "ctranslate2"}


def test_every_module_of_the_table_is_told_in_the_documentation():
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for name in {module_of(p) for p in FILES} - {"__init__"}:
        assert f"`{name}" in told, f"docs/architecture.md says nothing of {name}"


def test_the_public_face_is_small_and_all_there():
    import service

    assert service.__all__ == ["Brief", "BriefService", "DepecheError", "Document", "Settings", "Summary", "Translation"]
    for name in service.__all__:
        assert getattr(service, name).__name__ == name


def test_import_service_loads_no_model_library_and_little_else():
    code = (
        "import sys, service; heavy = {'torch', 'transformers', 'ctranslate2', 'gradio', 'numpy', 'sentencepiece'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "[]"
