"""PDF: PDFium says where each run of text stands; columns, paragraphs and hyphenation are found from there."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pypdfium2

from service.errors import TooLarge, UnreadableInput
from service.readers.file import File, mapped
from service.readers.layout import Run, page_paragraphs
from service.readers.metadata import believable_title
from service.readers.pages import joined_pages
from service.types import Document, Removed

BULLETS = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf0d8\uf076\uf0fc▪●◦‣"), "•")  # those of Symbol and Wingdings too
ONE_AT_A_TIME = threading.Lock()  # PDFium is not safe in threads


def read_pdf(file: File) -> Iterator[Document]:
    """Running headers and page numbers, and pages that are only images, are listed in `removed` (`line`: the page)."""
    content = file.content()
    with ONE_AT_A_TIME, mapped(file.name, "PDF file"):
        pages, about = _pages(content, file)
    if not any(pages):
        raise UnreadableInput(f"{file.name} has no text on its {len(pages)} pages: they are scanned images; run OCR on it first.")
    text, removed = joined_pages(pages)
    scanned = [
        Removed(line=number, text=f"page {number}", reason="a page without text: a scanned image")
        for number, page in enumerate(pages, start=1)
        if not page
    ]
    yield Document(
        text=text,
        source=file.name,
        title=believable_title(about.get("Title")),
        removed=tuple(sorted([*removed, *scanned], key=lambda r: r.line)),
    )


def _pages(content: bytes, file: File) -> tuple[list[list[str]], dict[str, str]]:
    """The paragraphs of each page, and the file's own words about itself."""
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableInput(f"{file.name} is protected by a password; save it without one.") from error
        raise UnreadableInput(f"{file.name} is no readable PDF file: {str(error).rstrip('.')}.") from error
    try:
        if len(pdf) > file.limits.pages:
            raise TooLarge(f"{file.name} has {len(pdf):,} pages, over the {file.limits.pages:,} of limits.pages.")
        return [page_paragraphs(_runs(pdf, number)) for number in range(len(pdf))], pdf.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise UnreadableInput(f"{file.name} is no readable PDF file: {str(error).rstrip('.')}.") from error
    finally:
        pdf.close()


def _runs(pdf: pypdfium2.PdfDocument, number: int) -> list[Run]:
    page = pdf[number]
    words = page.get_textpage()
    try:
        runs = []
        for i in range(words.count_rects()):
            box = words.get_rect(i)
            text = words.get_text_bounded(*box).translate(BULLETS)
            if text.strip():
                bottom, top = _font_box(words, box)
                runs.append(Run(box[0], bottom, box[2], top, text))
        return runs
    finally:
        words.close()
        page.close()


def _font_box(words: pypdfium2.PdfTextPage, box: tuple[float, float, float, float]) -> tuple[float, float]:
    """Bottom and top of a line by its font: the box of the ink of "nous" is lower than that of "déjà"."""
    left, bottom, right, top = box
    index = words.get_index((left + min(right, left + 2.0)) / 2, (bottom + top) / 2, 4.0, 4.0)
    if index is None:
        return bottom, top
    _, low, _, high = words.get_charbox(index, loose=True)
    return (low, high) if low < high else (bottom, top)
