"""JSON, the truth that all other forms show, and TSV for spreadsheets and translators' tools."""

from __future__ import annotations

import json

from service.record import Record
from service.render.characters import plain
from service.render.digest import Digest
from service.types import Brief, Summary, Translation

_COLUMNS = ("sentence", "french", "english", "confidence", "findings")
_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def brief_json(brief: Brief, dates: str) -> str:
    """`Brief.from_dict` reads it back; dates stay ISO."""
    return _written(brief)


def digest_json(digest: Digest, dates: str) -> str:
    """Title and themes, each with its briefs."""
    sections = [{"theme": s.theme, "briefs": [e.brief.to_dict() for e in s.entries]} for s in digest.sections]
    return _safe({"title": digest.title, "themes": sections})


def translation_json(translation: Translation) -> str:
    return _written(translation)


def summary_json(summary: Summary) -> str:
    return _written(summary)


def translation_tsv(translation: Translation) -> str:
    r"""One passage a row under a row of names; a tab, break or backslash in a text is written \t, \n, \r or \\."""
    rows = [_COLUMNS]
    for number, passage in enumerate(translation.passages, 1):
        findings = "; ".join(f"{f.level}: {f.note}" for f in passage.findings)
        rows.append((str(number), passage.french, passage.english, passage.confidence, findings))
    return "".join("\t".join(plain(cell).translate(_ESCAPES) for cell in row) + "\n" for row in rows)


def _written(record: Record) -> str:
    return _safe(record.to_dict())


def _safe(content: object) -> str:
    """Readable UTF-8, but a lone surrogate, which has no UTF-8, is written as an escape and survives."""
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(content, ensure_ascii=True, indent=2) + "\n"
    return text
