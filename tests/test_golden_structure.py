"""The golden releases: what a reader sees in each is written by hand beside it, and the share that we read the same is held."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.clean import clean
from service.release import Release, read_release
from service.segment import segment
from service.types import Document, Role

GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))
ROLES: tuple[tuple[str, Role], ...] = (
    ("subtitle", "subtitle"), ("headings", "heading"), ("items", "item"), ("table", "table"), ("about", "about"),
    ("contact", "contact"), ("notes", "notes"), ("embargo", "embargo"), ("dateline", "dateline"),
)  # fmt: skip
LEAST = 0.95


def compared(name: str) -> Iterator[tuple[str, bool, str]]:
    """Each structure field of one release: its name, whether it is right, and both values for the miss list."""
    wanted = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    document = clean(Document(text=(GOLDEN / f"{name}.fr.txt").read_text(encoding="utf-8")))
    release = read_release(segment(document.text), published=document.published)
    yield from _plain(wanted, document, release)
    for field, role in ROLES:
        yield _starting(f"{name}.{field}", wanted.get(field, []), [_line(release, i) for i in release.with_role(role)])
    quotes = [(speech.text, speech.speaker) for speech in release.speeches]
    yield _starting(f"{name}.quotes", [text for text, _ in wanted.get("quotes", [])], [text for text, _ in quotes])
    for start, speaker in wanted.get("quotes", []):
        said = next((who for text, who in quotes if text.startswith(start)), None)
        yield f"{name}.speaker", said == speaker, f"{start}: {speaker} / {said}"
    people = {person.name: person.function for person in release.people}
    yield f"{name}.people", set(people) == set(wanted.get("people", {})), f"{sorted(wanted.get('people', {}))} / {sorted(people)}"
    for person, function in wanted.get("people", {}).items():
        yield f"{name}.function", people.get(person) == function, f"{person}: {function} / {people.get(person)}"


def _plain(wanted: dict[str, Any], document: Document, release: Release) -> Iterator[tuple[str, bool, str]]:
    dateline = release.dateline
    read = {
        "title": release.title,
        "place": dateline.place,
        "date": dateline.date,
        "published": dateline.published,
        "page_title": document.title,
        "issuer": release.issuer,
        "removed": [gone.text for gone in document.removed],
        "weekdays": [finding.note.split("“")[1].split("”")[0] for finding in release.findings],
    }
    for field, value in read.items():
        expected = wanted.get(field, [] if isinstance(value, list) else None)
        yield field, expected == value, f"{expected} / {value}"
    for field, titles in (("starts", [_line(release, i) for i in release.starts]), ("titles", _later_titles(release))):
        if field in wanted:
            yield _starting(field, wanted[field], titles)
    if "starts" not in wanted:
        yield "starts", release.starts == (0,), str(release.starts)
    if "events" in wanted:
        events = [event.date for event in release.events]
        yield "events", events == wanted["events"], f"{wanted['events']} / {events}"


def _later_titles(release: Release) -> list[str]:
    return [_line(release, i) for i in release.with_role("title") if len(release.starts) > 1 and i >= release.starts[1]]


def _line(release: Release, index: int) -> str:
    return " ".join(release.sentences[index].text.split())


def _starting(field: str, wanted: list[str], read: list[str]) -> tuple[str, bool, str]:
    same = len(wanted) == len(read) and all(b.startswith(a) for a, b in zip(wanted, read, strict=True))
    return field, same, f"{wanted} / {[text[:60] for text in read]}"


def test_structure_fields_are_right_in_95_of_100() -> None:
    results = [(name, *result) for name in NAMES for result in compared(name)]
    misses = [f"{name}: {field}: {both}" for name, field, right, both in results if not right]
    share = 1 - len(misses) / len(results)
    print(f"\n{share:.1%} of {len(results)} structure fields of {len(NAMES)} releases are right; misses:", *misses, sep="\n  ")
    assert share >= LEAST, "\n".join(misses)


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_lost_between_text_and_removed(name: str) -> None:
    text = (GOLDEN / f"{name}.fr.txt").read_text(encoding="utf-8")
    document = clean(Document(text=text))
    kept = sorted(line.strip() for line in document.text.split("\n") if line.strip())
    gone = [removed.text for removed in document.removed]
    assert sorted([*kept, *gone]) == sorted(line.strip() for line in text.split("\n") if line.strip())
    assert all(text.split("\n")[removed.line - 1].strip() == removed.text for removed in document.removed)


def test_the_golden_set_is_of_many_kinds_and_lengths() -> None:
    words = [len((GOLDEN / f"{name}.fr.txt").read_text(encoding="utf-8").split()) for name in NAMES]
    assert len(NAMES) >= 25
    assert min(words) <= 100
    assert max(words) >= 2000
