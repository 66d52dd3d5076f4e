"""Bytes to text: compressed files opened, sizes held within bounds, encodings found."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zlib
from typing import BinaryIO, cast

from dateline.errors import BadInput

LARGEST = 50_000_000
"""Bytes or characters that one article, or one file that is read whole, may have once it is unpacked."""
HEAD = 1 << 18
BROKEN = (OSError, EOFError, zlib.error)
"""What reading a damaged or vanished file raises."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x7fELF", "a program"),
)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
OLD_MACS = ("mac_cyrillic", "mac_greek", "mac_latin2", "mac_roman", "mac_turkish", "mac_iceland")
"""Encodings that statistics confuse with those of Windows, and that hardly any file has."""
ASCII = bytes(range(128))
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27})
LONE = re.compile(r"[\ud800-\udfff]")


class Unreadable(BadInput):
    """A file or a part of it is no text; the message is the reason. Becomes a `Rejection`."""


class Chained(io.RawIOBase):
    """A stream whose beginning was read already: first that, then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """How many bytes were put into the buffer; 0 at the end."""
        found = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(found)] = found
        return len(found)


def chained(head: bytes, rest: BinaryIO) -> BinaryIO:
    """The stream again from its beginning, of which `head` was read already."""
    return io.BufferedReader(Chained(head, rest), 1 << 16)


def unpacked(stream: BinaryIO) -> BinaryIO:
    """The stream itself; what it holds, where it is compressed with gzip."""
    head = stream.read(2)
    whole = chained(head, stream)
    return cast(BinaryIO, gzip.GzipFile(fileobj=whole)) if head == b"\x1f\x8b" else whole


def read_whole(stream: BinaryIO) -> str:
    """The text of a stream. Raises `Unreadable` when it is too large, empty or binary, or breaks off."""
    try:
        data = stream.read(LARGEST + 1)
    except BROKEN as error:
        raise Unreadable(f"damaged: {error}") from error
    if len(data) > LARGEST:
        raise Unreadable("too large: more than 50 MB; split it, or give it as JSON Lines")
    return decoded(data)


def decoded(data: bytes) -> str:
    """The text that bytes hold. Raises `Unreadable` when there is none."""
    if not data.strip():
        raise Unreadable("empty")
    encoding = encoding_of(data[:HEAD], whole=len(data) <= HEAD)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode(guessed(data) if encoding.startswith("utf-8") else encoding, errors="replace")


def encoding_of(head: bytes, *, whole: bool) -> str:
    """The encoding of a text by its beginning. Raises `Unreadable` when it is binary.

    UTF-8 if it is valid as such, else what a byte order mark, the page itself or its statistics say.
    """
    for mark, name in BOMS:
        if head.startswith(mark):
            return name
    if marked := unmarked(head):
        return marked
    refuse_binary(head)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=whole)
    except UnicodeDecodeError:
        return declared(head) or guessed(head)
    return "utf-8"


def declared(head: bytes) -> str | None:
    """The encoding that a page says it has, if there is such a one and it fits."""
    found = CHARSET.search(head[:4096])
    name = found[1].decode("ascii") if found else ""
    return name if name and not name.casefold().startswith("utf") and fits(head, name) else None


def guessed(data: bytes) -> str:
    """The most likely encoding of bytes that are not UTF-8.

    English with a few typographic marks is too little for statistics: it is Windows-1252 where that fits.
    """
    sample = data[:HEAD]
    foreign = len(sample.translate(None, ASCII))
    if foreign * 20 < len(sample) and fits(sample, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=list(OLD_MACS)).best()
    return best.encoding if best else "cp1252"


def fits(data: bytes, encoding: str) -> bool:
    """Whether bytes can be read so."""
    try:
        data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return False
    return True


def unmarked(head: bytes) -> str | None:
    """UTF-16 that has no byte order mark: every other byte of Latin script is then 0."""
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if (
            len(head) > 3
            and head[first::2].count(0) * 10 > 7 * len(head[first::2])
            and head[1 - first :: 2].count(0) == 0
        ):
            return name
    return None


def refuse_binary(head: bytes) -> None:
    """Raises `Unreadable` when bytes are no text in any encoding we know."""
    for mark, kind in BINARY:
        if head.startswith(mark):
            raise Unreadable(f"binary: it is {kind}; save its text and give that")
    controls = len(head) - len(head.translate(None, CONTROLS))
    if controls * 100 > len(head):
        raise Unreadable("binary: it holds bytes that no text has")


def sound(text: str) -> str:
    """The text with each half of a surrogate pair, which no encoding can hold, as one U+FFFD."""
    return text if text.isascii() else LONE.sub("\ufffd", text)


def text_stream(stream: BinaryIO, *, newline: str | None) -> io.TextIOWrapper:
    """A stream of text over one of bytes. Raises `Unreadable` when it is empty, binary or damaged."""
    try:
        head = stream.read(HEAD)
    except BROKEN as error:
        raise Unreadable(f"damaged: {error}") from error
    if not head.strip() and len(head) < HEAD:
        raise Unreadable("empty")
    encoding = encoding_of(head, whole=len(head) < HEAD)
    return io.TextIOWrapper(chained(head, stream), encoding, "surrogateescape", newline)


def mended(line: str, encoding: str) -> str:
    """A line of `text_stream` whose bytes did not fit the encoding, decoded by itself."""
    if line.isascii() or not LONE.search(line):
        return line
    if encoding not in ("utf-8", "utf-8-sig"):
        return sound(line)
    data = line.encode("utf-8", "surrogateescape")
    return data.decode(guessed(data), "replace")
