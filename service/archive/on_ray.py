"""The same stages on Ray Data: files → documents (tasks) → outcomes (actors, an engine each) → this process, which writes.

Rows travel as Arrow tables; nothing is pickled but functions. Tasks and actors that are lost with a worker or a node are run
again by Ray; whatever was settled is in the journal, which is the one of a run on a single machine.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from service.archive.job import Copy, Job, Made, Outcome, Refusal, Work, digest
from service.archive.ledger import Ledger
from service.archive.planning import Group, Plan, seal_of, sha256_of, words_of
from service.archive.pool import Settled, Stop
from service.archive.reading import Found, found_in, listed, opened
from service.archive.stages import Workshop
from service.errors import MissingExtra
from service.types import Document

BLOCK = 32  # documents that travel and are made together
Row = dict[str, Any]
COLUMNS = ("file", "kind", "source", "sha256", "body", "words", "names", "contents")


def settled(job: Job, plan: Plan, stop: Stop) -> Iterator[Settled]:
    """Groups with their outcomes, in the order of the archive. Raises `MissingExtra` without Ray."""
    plan_rows = _Intake(job, plan)
    for row in _rows(job, plan.ledger):
        for group in plan_rows.take(row):
            yield group, plan_rows.outcomes_of(group)
            if stop():
                return
        if plan.full:
            break
    for group in plan.rest():
        yield group, plan_rows.outcomes_of(group)


def connect(address: str) -> None:
    """Join a cluster, or start Ray on this machine where none is named."""
    ray = _ray("ray")
    if not ray.is_initialized():
        ray.init(address=address or None, log_to_driver=False, include_dashboard=False if not address else None)


class _Intake:
    """Puts rows that were made elsewhere into the plan, as if they were read here."""

    def __init__(self, job: Job, plan: Plan) -> None:
        self._job, self._plan, self._file, self._first = job, plan, -1, 0
        self._made: dict[int, Outcome] = {}  # by the identity of the work that stands in the plan

    def take(self, row: Row) -> Iterator[Group]:
        plan, source, kind = self._plan, row["source"], row["kind"]
        if row["file"] != self._file:
            self._file, self._first = row["file"], len(plan.order)
        if kind == "known":
            plan.skip(source, row["sha256"])
        elif kind == "end":
            plan.close(source, row["sha256"], self._first)
        elif kind == "unread":
            plan.take(_refusal(row), row["sha256"])
        else:
            if not kind.endswith("copy"):
                yield from plan.split()
            copied = kind.endswith("copy")
            work: Work = Copy(source=source, content=b"") if copied else Document(text="", source=source)
            if not kind.startswith("settled"):
                self._made[id(work)] = _outcome(row)
            plan.take(work, row["sha256"], row["words"])

    def outcomes_of(self, group: Group) -> list[Outcome]:
        outcomes = [self._made[id(work)] for work in group.work]
        self._made.clear()  # twins and known documents need none
        return outcomes


def _rows(job: Job, ledger: Ledger) -> Iterable[Row]:
    ray, data = _ray("ray"), _ray("ray.data")
    context = data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    known = ray.put(ledger.known())
    entries = [
        {"file": n, "path": "" if isinstance(place, Refusal) else place, "name": name, "reason": getattr(place, "reason", "")}
        for n, (place, name) in enumerate(listed(job))
    ]
    if not entries:
        return []
    translator = job.recipe.settings.translator
    made = (
        data.from_items(entries, override_num_blocks=max(1, min(len(entries), 4 * job.workers)))
        .map_batches(_read, batch_size=None, fn_kwargs={"job": job, "known": known}, batch_format="pyarrow")
        .map_batches(
            _Maker, batch_size=BLOCK, batch_format="pyarrow", compute=data.ActorPoolStrategy(size=job.workers),
            fn_constructor_args=(job.recipe,), num_cpus=max(1, translator.threads),
            num_gpus=1 if translator.device == "cuda" else 0,
        )
    )  # fmt: skip
    rows: Iterable[Row] = made.iter_rows()
    return rows


def _read(files: Any, *, job: Job, known: Any) -> Iterator[Any]:
    """A task: the documents of some files; those that are settled by name alone."""
    documents, sealed = _ray("ray").get(known)
    rows: list[Row] = []
    for entry in files.to_pylist():
        for row in _rows_of(entry, job, sealed):
            if row["kind"] in ("document", "copy") and digest(row["source"], row["sha256"]) in documents:
                row |= {"body": b"", "kind": f"settled {row['kind']}"}
            rows.append(row)
            if len(rows) >= BLOCK:
                yield _table(rows)
                rows = []
    yield _table(rows)


def _rows_of(entry: Row, job: Job, sealed: frozenset[bytes]) -> Iterator[Row]:
    number, name = entry["file"], entry["name"]
    if entry["reason"]:
        yield _row(number, Refusal(source=name, kind="UnreadableInput", reason=entry["reason"]))
        return
    file = opened(entry["path"], name, job)
    if isinstance(file, Refusal):
        yield _row(number, file)
        return
    with file.stream:
        seal = seal_of(file, job)
        if digest(name, seal) in sealed:
            yield _blank(number, "known", name, seal)
            return
        yield from (_row(number, found) for found in found_in(file, job))
        yield _blank(number, "end", name, seal)


class _Maker:
    """An actor: one engine."""

    def __init__(self, recipe: Any) -> None:
        self._workshop = Workshop.open(recipe)

    def __call__(self, table: Any) -> Any:
        rows = table.to_pylist()
        waiting = [row for row in rows if row["kind"] in ("document", "copy")]
        for row, outcome in zip(waiting, self._workshop.make([_work(row) for row in waiting]), strict=True):
            row |= _told(outcome)
        return _table(rows)


def _row(number: int, found: Found) -> Row:
    row = _blank(number, "document", found.source, sha256_of(found))
    if isinstance(found, Refusal):
        return row | {"kind": "unread"} | _told(found)
    if isinstance(found, Copy):
        return row | {"kind": "copy", "body": found.content}
    return row | {"body": found.to_json(indent=None).encode("utf-8", "surrogatepass"), "words": words_of(found)}


def _blank(number: int, kind: str, source: str, sha256: str) -> Row:
    return dict(zip(COLUMNS, (number, kind, source, sha256, b"", 0, [], []), strict=True))


def _work(row: Row) -> Work:
    if row["kind"] == "copy":
        return Copy(source=row["source"], content=row["body"])
    return Document.from_dict(json.loads(row["body"].decode("utf-8", "surrogatepass")))


def _told(outcome: Outcome) -> Row:
    """A refusal has no names; its body says why."""
    if isinstance(outcome, Refusal):
        why = json.dumps([outcome.kind, outcome.reason], ensure_ascii=False)
        return {"body": why.encode("utf-8", "replace"), "names": ["refused"]}
    names, contents = [name for name, _ in outcome.files], [content for _, content in outcome.files]
    return {"body": outcome.line, "names": names, "contents": contents}


def _outcome(row: Row) -> Outcome:
    if row["names"] == ["refused"]:
        return _refusal(row)
    return Made(line=row["body"], files=tuple(zip(row["names"], row["contents"], strict=True)))


def _refusal(row: Row) -> Refusal:
    kind, reason = json.loads(row["body"])
    return Refusal(source=row["source"], kind=kind, reason=reason)


def _table(rows: list[Row]) -> Any:
    arrow = importlib.import_module("pyarrow")
    texts, binary = arrow.string(), arrow.large_binary()
    kinds = (arrow.int64(), texts, texts, texts, binary, arrow.int64(), arrow.list_(texts), arrow.list_(binary))
    return arrow.Table.from_pylist(rows, schema=arrow.schema(list(zip(COLUMNS, kinds, strict=True))))


def _ray(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "ray":
            raise MissingExtra('Running on Ray needs the package ray: pip install "depeche[archive,distributed]".') from error
        raise
