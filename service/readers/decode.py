"""Bytes to text.

UTF-8 and UTF-16 are proved by their structure; the older one-byte encodings by how French the outcome looks.
"""

from __future__ import annotations

import codecs
import re

from service.errors import UnreadableInput

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins in the same way
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old or protected Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
LEGACY = ("cp1252", "iso8859-15", "mac_roman", "cp850")  # the earlier wins between equals; cp1252 holds latin-1
FRENCH = frozenset("éèêëàâîïôöùûüçœæÉÈÊËÀÂÎÏÔÙÛÇŒÆ«»’‘“”–—…€°§•·\u00a0")
WESTERN = frozenset("äáíóúñãõåøßìòýÿÄÖÜÁÍÓÚÑÃÕÅØŸš²³½×±®©™")  # of foreign names and signs: half as French
LEAST_FRENCH = 0.4  # below it the encoding is not recognised
SAMPLE = 1_000_000  # bytes of a legacy text that are scored
MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|\xc2[\xa0-\xbf]")
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
FEW_CONTROLS, MOST_CONTROLS = 4, 0.02  # bytes, and share of them; above both the file is no text


def decode(data: bytes, *, source: str) -> str:
    """The text of a file, line ends as "\\n", without byte order mark and NULs. Raises `UnreadableInput`."""
    codec = recognise(data, source=source)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise UnreadableInput(broken(data, error, source=source)) from error
    return text.replace("\x00", "").replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n")


def recognise(data: bytes, *, source: str) -> str:
    """The codec of `data`, which may be the beginning of a longer text. Raises `UnreadableInput` for others."""
    for mark, codec in BOMS:
        if data.startswith(mark):
            return codec
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise UnreadableInput(f"{source} is {what} and not text.")
    if b"\x00" in data and (wide := _without_mark(data)):
        return wide
    if len(data) - len(data.translate(None, CONTROLS)) > max(FEW_CONTROLS, len(data) * MOST_CONTROLS):
        raise UnreadableInput(f"{source} is a binary file and not text.")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data" and not _only_ascii(data, error):
            return "utf-8"
        return _legacy(data, error, source=source)
    return "utf-8"


def broken(data: bytes, error: UnicodeDecodeError, *, source: str) -> str:
    """The sentence that says where a text stops being valid."""
    line = data.count(b"\n", 0, error.start) + 1
    byte = f"0x{data[error.start]:02X}" if error.start < len(data) else "end"
    return (
        f"{source} is not valid {error.encoding.upper()}: byte {byte} at offset {error.start} (line {line}), "
        f"{error.reason}; save it again as UTF-8."
    )


def _only_ascii(data: bytes, error: UnicodeDecodeError) -> bool:
    return data[: error.start].isascii()


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: the NULs of Latin letters all stand on one side."""
    sample = data[: 64 * 1024]
    half = len(sample) / 2
    for codec, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        nulls, others = sample[at::2].count(0), sample[1 - at :: 2].count(0)
        if nulls > 0.6 * half and others < 0.05 * half:
            return codec
    return None


def _legacy(data: bytes, error: UnicodeDecodeError, *, source: str) -> str:
    """The one-byte encoding that gives the most French text, unless this is UTF-8 with a few broken bytes."""
    sample = data[:SAMPLE] if error.start < SAMPLE else data[max(0, error.start - SAMPLE // 2) :][:SAMPLE]
    left, valid = MULTIBYTE.subn(b"", sample)
    stray = len(left) - len(left.translate(None, bytes(range(128, 256))))
    if valid >= max(stray, 1):
        raise UnreadableInput(broken(data, error, source=source))
    best, worth = "", LEAST_FRENCH
    for codec in LEGACY:
        score = _frenchness(sample, codec)
        if score > worth:
            best, worth = codec, score
    if not best:
        raise UnreadableInput(f"{source} is a binary file, or text in an encoding that is not recognised; save it as UTF-8.")
    return best


def _frenchness(sample: bytes, codec: str) -> float:
    """French letters and signs less strange ones, from -1 to 1; a capital after a small letter is strange."""
    try:
        text = sample.decode(codec)
    except UnicodeDecodeError:
        return -1.0
    around = zip(" " + text, text, text[1:] + " ", strict=False)
    worths = [_worth(*letters) for letters in around if letters[1] > "\x7f"]
    return sum(worths) / len(worths) if worths else 0.0


def _worth(before: str, letter: str, after: str) -> float:
    if (letter.isupper() and before.islower()) or (letter.islower() and after.isupper()):
        return -1.0
    return 1.0 if letter in FRENCH else 0.5 if letter in WESTERN else -1.0
