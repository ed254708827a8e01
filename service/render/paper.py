"""A Word document being written, top to bottom: paragraphs, links, bookmarks, rows; the same calls give the same bytes."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

INK, QUIET = RGBColor(0x1B, 0x1C, 0x1F), RGBColor(0x5D, 0x5F, 0x66)
ACCENT, DOUBT, ALARM = RGBColor(0x1F, 0x4E, 0x8C), RGBColor(0x7A, 0x52, 0x00), RGBColor(0x9C, 0x1C, 0x1C)
_NO_DAY = datetime.datetime(2000, 1, 1)  # a clock would change the bytes; the library wants it without a zone
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_FACES = {  # style: font, points, bold, colour, points before, points after
    "Normal": ("Georgia", 10.5, False, INK, 0, 6),
    "Title": ("Georgia", 22, True, INK, 0, 10),
    "Subtitle": ("Calibri", 9.5, False, QUIET, 0, 4),
    "Heading 1": ("Calibri", 15, True, INK, 20, 4),
    "Heading 2": ("Calibri", 11, True, INK, 14, 4),
    "Heading 3": ("Georgia", 14, True, INK, 10, 4),
    "List Bullet": ("Georgia", 10.5, False, INK, 0, 4),
    "Quote": ("Georgia", 10.5, False, INK, 4, 2),
    "Footer": ("Calibri", 8, False, QUIET, 0, 0),
}


class Paper:
    """An A4 document with the signature in its footer."""

    def __init__(self, title: str, signature: str) -> None:
        self._docx = Document()
        self._bookmarks = 0
        properties = self._docx.core_properties
        properties.title, properties.author, properties.language = title[:255], "Dépêche", "en-GB"
        properties.created = properties.modified = _NO_DAY
        properties.comments = properties.last_modified_by = ""
        self._styles = {name: self._docx.styles[name] for name in _FACES}  # each look-up walks all styles
        for name, face in _FACES.items():
            _dress(self._styles[name], face)
        self._styles["Quote"].paragraph_format.left_indent = Cm(0.63)
        section = self._docx.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)
        section.footer.paragraphs[0].text = signature

    def saved(self) -> bytes:
        """The library stamps each part with the time of day; packed again without, equal briefs are equal bytes."""
        fresh, packed = io.BytesIO(), io.BytesIO()
        self._docx.save(fresh)
        with zipfile.ZipFile(fresh) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as fixed:
            for name in parts.namelist():
                entry = zipfile.ZipInfo(name, _ZIP_DAY)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
                fixed.writestr(entry, parts.read(name))
        return packed.getvalue()

    def paragraph(self, text: str, style: str) -> Any:
        return self._docx.add_paragraph(text, style=self._styles[style])

    def bookmark(self, paragraph: Any, name: str) -> None:
        """Names the paragraph for links."""
        self._bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self._bookmarks))
        start.set(qn("w:name"), name)
        paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
        paragraph._p.append(end)

    def table(self, widths: Sequence[float], titles: Sequence[str]) -> Any:
        """An empty table, widths in centimetres, whose head is repeated on each page."""
        table = self._docx.add_table(rows=0, cols=len(widths))
        table.style, table.autofit = self._docx.styles["Table Grid"], False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        _borders(table)
        for cell, title in zip(row(table, widths), titles, strict=True):
            run(cell.paragraphs[0], title, bold=True, colour=QUIET, size=8.5)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        return table


def row(table: Any, widths: Sequence[float]) -> list[Any]:
    """A new row, kept on one page: its cells, each with one empty paragraph."""
    added = table.add_row()
    added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells = list(added.cells)
    for cell, width in zip(cells, widths, strict=True):
        cell.width = Cm(width)
        spacing = cell.paragraphs[0].paragraph_format
        spacing.space_before = spacing.space_after = Pt(3)
    return cells


def run(paragraph: Any, text: str, *, bold: bool = False, colour: RGBColor | None = None, size: float | None = None) -> Any:
    """A stretch of text; what is not given comes from the style of the paragraph."""
    added = paragraph.add_run(text)
    added.bold = bold or None
    if colour is not None:
        added.font.color.rgb = colour
    if size is not None:
        added.font.size = Pt(size)
    return added


def spoken(added: Any, language: str) -> None:
    """The language of a run, for the spelling checker and the screen reader."""
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), language)
    added._r.get_or_add_rPr().append(lang)


def link(paragraph: Any, text: str, bookmark: str, *, size: float | None = None) -> None:
    """A link inside the document; it needs no relationship and no address."""
    anchor = OxmlElement("w:hyperlink")
    anchor.set(qn("w:anchor"), bookmark)
    anchor.append(run(paragraph, text, colour=ACCENT, size=size)._r)
    paragraph._p.append(anchor)


def shade(paragraph: Any, colour: str) -> None:
    """A background for the paragraph, as six hex digits."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().append(shading)


def _dress(style: Any, face: tuple[str, float, bool, RGBColor, int, int]) -> None:
    name, points, bold, colour, before, after = face
    font, spacing = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = name, Pt(points), bold, style.name == "Quote"
    font.color.rgb = colour
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # they would win over the name
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:hAnsi"), name)
    for spaced in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spaced)
    for frame in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(frame)


def _borders(table: Any) -> None:
    """Thin lines between rows and none between columns: two texts side by side are read, not filled in."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:val"), "single" if side in ("top", "bottom", "insideH") else "nil")
        for name, value in (("sz", "4"), ("space", "0"), ("color", "DDD8CE")):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    after = next(child for child in table._tbl.tblPr if child.tag in (qn("w:tblLayout"), qn("w:tblLook")))
    after.addprevious(borders)  # the schema has an order, and Word refuses a file that has another
