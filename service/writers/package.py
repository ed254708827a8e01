"""An office document with some of its parts exchanged; all others keep their bytes, order and compression."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from service.readers.file import mapped


def exchanged(archive: zipfile.ZipFile, parts: Mapping[str, object]) -> bytes:
    out = io.BytesIO()
    with mapped(archive.filename or "The document", "office document"), zipfile.ZipFile(out, "w") as written:
        for info in archive.infolist():
            root = parts.get(info.filename)
            content = archive.read(info) if root is None else serialised(root)
            written.writestr(info, content, compress_type=info.compress_type)
    return out.getvalue()


def serialised(root: object) -> bytes:
    tree = root.getroottree()  # type: ignore[attr-defined]
    return bytes(etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=tree.docinfo.standalone))
