"""Reads a page as a strict browser would."""

import io
from html.parser import HTMLParser

from docx import Document

VOID = {"meta", "br", "img", "link", "input", "hr"}


class Page(HTMLParser):
    """The visible text of a page, its tags with their attributes, and whether they close in order."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.words, self.open = [], [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    @property
    def links(self):
        """The targets inside the page, in order."""
        targets = [attributes.get("href", "") for tag, attributes in self.tags if tag == "a"]
        return [target[1:] for target in targets if target.startswith("#")]

    @property
    def ids(self):
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]


def paragraphs(document):
    """The texts of a DOCX, its tables left out."""
    return [paragraph.text for paragraph in Document(io.BytesIO(document)).paragraphs]
