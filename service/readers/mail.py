"""Mails and mailboxes: the body as one document, each attachment by its own reader."""

from __future__ import annotations

import email
import email.errors
import email.policy
import io
import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart

from service.errors import TooLarge, UnreadableInput
from service.readers import read_file
from service.readers.blocks import fragment_text
from service.readers.decode import decode
from service.readers.file import File, mapped
from service.readers.kinds import SUFFIXES, suffix
from service.readers.metadata import iso_date
from service.readers.zipped import check_depth, unique
from service.types import Document, Removed

PROTECTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
SEPARATOR = re.compile(rb"From \S.*\d{4}")
FLOWED = re.compile(r"(?m)^(?!-- $)([^>\n].*?) \n(?=[^>\n])")


def read_mail(file: File) -> Iterator[Document]:
    check_depth(file)
    with mapped(file.name, "mail"):
        mail = email.message_from_bytes(file.content(), policy=email.policy.default)
        if not isinstance(mail, EmailMessage) or not mail.keys():
            raise UnreadableInput(f"{file.name} is no mail: it does not begin with headers.")
        if mail.get_content_type() in PROTECTED:
            raise UnreadableInput(f"{file.name} is an encrypted mail; save it decrypted.")
        body = _body(mail)
        text = _text(body, file.name) if body is not None else ""
        attached, passed_over = _attachments(mail, body)
        if text or not attached:
            yield Document(
                text=text,
                source=file.name,
                title=_header(mail, "subject"),
                published=iso_date(_header(mail, "date")),
                removed=tuple(Removed(line=0, text=name, reason="attachment without text") for name in passed_over),
            )
        seen: dict[str, int] = {}
        for name, content in attached:
            yield from read_file(file.inside(unique(name, seen), io.BytesIO(content)))


def read_mailbox(file: File) -> Iterator[Document]:
    """Mail by mail; a source is the mailbox and the number of the mail, from 1."""
    check_depth(file)
    for number, content in enumerate(_messages(file), start=1):
        name = f"{file.name}#{number}"
        if len(content) > file.limits.bytes:
            file.refuse(name, TooLarge(f"{name} has more than the {file.limits.bytes:,} bytes of limits.bytes."))
        else:
            yield from _mailed(file.renamed(name, io.BytesIO(content)))


def _mailed(file: File) -> Iterator[Document]:
    """One mail of a mailbox, whose failure is its own."""
    try:
        yield from read_mail(file)
    except (UnreadableInput, TooLarge) as error:
        file.refuse(file.name, error)


def _messages(file: File) -> Iterator[bytes]:
    """The bytes between "From " lines that follow an empty line. Nothing beyond `limits.bytes` is kept in memory."""
    message = bytearray()
    blank, begun = True, False
    while line := file.stream.readline(file.limits.bytes):
        if blank and SEPARATOR.match(line):
            if begun:
                yield bytes(message)
            message.clear()
            begun = True
        elif len(message) <= file.limits.bytes:
            message += line[1:] if re.match(rb">+From ", line) else line
        blank = not line.strip()
    if begun:
        yield bytes(message)


def _body(mail: EmailMessage) -> MIMEPart | None:
    """The plain text, or the HTML where the plain text is empty or only says to look at the other."""
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    if plain is not None and page is not None and 4 * len(_content(plain).split()) < len(_content(page).split()):
        shown = len(fragment_text(_content(page), source="mail").split())
        return page if 4 * len(_content(plain).split()) < shown else plain
    return plain or page


def _text(body: MIMEPart, name: str) -> str:
    text = _content(body)
    if body.get_content_subtype() == "html":
        return fragment_text(text, source=name)
    if body.get_param("format") == "flowed":
        text = FLOWED.sub(r"\1 ", text)
    return text.strip("\n")


def _content(part: MIMEPart) -> str:
    """The declared encoding where it is true, else the one that the bytes look like."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    declared = part.get_content_charset("ascii").lower()
    codec = {"iso-8859-1": "cp1252", "latin-1": "cp1252"}.get(declared, declared)
    try:
        return content.decode(codec).replace("\r\n", "\n").replace("\x00", "")
    except (LookupError, UnicodeDecodeError):
        return decode(content, source="the mail's text")


def _attachments(mail: EmailMessage, body: MIMEPart | None) -> tuple[list[tuple[str, bytes]], list[str]]:
    """Files that have a reader, with their bytes, and the names of images, signatures and the like."""
    attached: list[tuple[str, bytes]] = []
    passed_over: list[str] = []
    for number, part in enumerate(_leaves(mail), start=1):
        kind = part.get_content_type()
        name = (part.get_filename() or "").replace("\\", "/").rpartition("/")[2]
        if part is body or (not name and kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment"):
            continue
        if kind == "message/rfc822":
            attached.append((name or f"{number}.eml", b"".join(bytes(inner) for inner in part.iter_parts())))
        elif suffix(name) in SUFFIXES or kind.startswith("text/plain"):
            content = part.get_payload(decode=True)
            attached.append((name or f"{number}.txt", content if isinstance(content, bytes) else b""))
        else:
            passed_over.append(f"{name or number} ({kind})")
    return attached, passed_over


def _leaves(part: MIMEPart) -> Iterator[MIMEPart]:
    """The parts that hold something; a mail inside the mail is one of them."""
    if part.is_multipart() and part.get_content_type() != "message/rfc822":
        for inner in part.iter_parts():
            yield from _leaves(inner)
    else:
        yield part


def _header(mail: EmailMessage, name: str) -> str | None:
    value = mail.get(name)
    return " ".join(str(value).split()) or None if value is not None else None
