"""Files, folders, patterns and standard input, as captures in a fixed order."""

from __future__ import annotations

import glob
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from dateline.errors import BadInput
from dateline.ingest.content import BROKEN, LARGEST, Unreadable, chained, read_whole, sound, unpacked
from dateline.ingest.headers import Headed, front_matter, headed
from dateline.ingest.lines import Read, is_json_line, json_file, json_lines, table
from dateline.records.article import Capture, Rejection
from dateline.records.ids import digest

STDIN = "-"
PASSED_OVER = (".", "~$")
"""How hidden files and the lock files of word processors begin."""
Reader = Callable[[BinaryIO, str], Read]


def captures(
    sources: str | Path | Iterable[str | Path], *, stdin: BinaryIO | None = None
) -> Iterator[Capture | Rejection]:
    """An outcome for every article in files, folders and patterns, and in standard input for "-", in a fixed order.

    One source may stand by itself. What cannot be read is a `Rejection`, and nothing else is lost by it. Raises
    `BadInput` before anything is read when a source does not exist.
    """
    return opened([sources] if isinstance(sources, str | Path) else list(sources), stdin)


def opened(sources: list[str | Path], stdin: BinaryIO | None) -> Iterator[Capture | Rejection]:
    """The same, once all sources are known to exist."""
    plans = [(source, [] if str(source) == STDIN else list(found(source))) for source in sources]
    return (outcome for source, paths in plans for outcome in outcomes(source, paths, stdin))


def outcomes(source: str | Path, paths: list[Path], stdin: BinaryIO | None) -> Iterator[Capture | Rejection]:
    """The outcomes of one source."""
    if str(source) == STDIN:
        yield from guarded(lambda: stdin or sys.stdin.buffer, "standard input", sniffed)
    for path in paths:
        yield from guarded(partial(open_bytes, path), str(path), reader_for(path, explicit=path == Path(source)))


def found(source: str | Path) -> Iterator[Path]:
    """The files of a source, folders walked in the order of names. Raises `BadInput` when there is nothing there."""
    path = Path(source)
    if path.is_dir():
        yield from walked(path)
    elif path.exists():
        yield path
    else:
        matches = sorted(glob.glob(str(source), recursive=True)) if glob.has_magic(str(source)) else []
        if not matches:
            raise BadInput(
                f"there is no file, folder or match for {str(source)!r}; check the path, or give - for standard input"
            )
        for match in matches:
            if Path(match).is_dir():
                yield from walked(Path(match))
            elif not Path(match).name.startswith(PASSED_OVER):
                yield Path(match)


def walked(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, sorted; hidden files and lock files are passed over."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(PASSED_OVER) and (Path(parent) / name).is_file():
                yield Path(parent) / name


def guarded(opener: Callable[[], BinaryIO], origin: str, reader: Reader | None) -> Read:
    """What a reader finds in a file; a `Rejection` where it breaks off."""
    if reader is None:
        yield rejection(origin, f"unknown kind of file: {''.join(Path(origin).suffixes[-2:]) or 'no ending'}")
        return
    try:
        stream = opener()
        try:
            yield from reader(unpacked(stream), origin)
        finally:
            if origin != "standard input":
                stream.close()
    except Unreadable as reason:
        yield rejection(origin, str(reason))
    except BROKEN as error:
        yield rejection(origin, f"cannot be opened: {error}")


def open_bytes(path: Path) -> BinaryIO:
    """The file, to read."""
    return path.open("rb")


def rejection(origin: str, reason: str) -> Rejection:
    """The rejection of a whole file."""
    return Rejection(digest("file", origin), origin, reason)


def reader_for(path: Path, *, explicit: bool) -> Reader | None:
    """What reads a file, by its ending; a file named outright is looked into when its ending says nothing."""
    name = path.name.casefold().removesuffix(".gz")
    return READERS.get(Path(name).suffix, sniffed if explicit else None)


def plain_text(stream: BinaryIO, origin: str, *, header: Callable[[str], Headed] = headed) -> Read:
    """The one article of a text file."""
    yield written(read_whole(stream), origin, header)


def written(text: str, origin: str, header: Callable[[str], Headed] = headed) -> Capture:
    """A text with what its header says of it."""
    one = header(sound(text))
    return Capture(origin, text=one.text, **{name: value for name, value in one.values.items() if name != "text"})  # type: ignore[arg-type]


def web_page(stream: BinaryIO, origin: str) -> Read:
    """The one article of a page."""
    yield Capture(origin, html=sound(read_whole(stream)))


def sniffed(stream: BinaryIO, origin: str) -> Read:
    """JSON Lines, JSON or a page where it looks like one, else one text."""
    head = b""
    while not head.strip() and (line := stream.readline(LARGEST + 1)):
        head = line
    first = head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if is_json_line(first):
        yield from json_lines(chained(head, stream), origin)
        return
    yield from single(read_whole(chained(head, stream)), origin)


def single(text: str, origin: str) -> Read:
    """The article or articles of a text that is not JSON Lines."""
    start = text[:1000].lstrip("\ufeff \t\r\n").casefold()
    if start.startswith(("<!doctype html", "<html")):
        yield Capture(origin, html=sound(text))
        return
    if start.startswith(("{", "[")):
        try:
            yield from list(json_file(io.BytesIO(text.encode("utf-8", "surrogatepass")), origin))
            return
        except Unreadable:
            pass
    yield written(text, origin)


READERS: dict[str, Reader] = {
    ".txt": plain_text,
    ".text": plain_text,
    ".md": partial(plain_text, header=front_matter),
    ".markdown": partial(plain_text, header=front_matter),
    ".html": web_page,
    ".htm": web_page,
    ".xhtml": web_page,
    ".json": json_file,
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".csv": partial(table, delimiter=","),
    ".tsv": partial(table, delimiter="\t"),
}
