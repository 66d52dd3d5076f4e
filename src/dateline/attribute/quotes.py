"""Quotations: from mark to mark, over paragraphs, nested, and in spite of typing errors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dateline.lexicon.reporting import words_for
from dateline.records.text import Span

MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚'`]")
LINE = re.compile(r"\n\s*")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
WORD = re.compile(r"\w+")
FAMILY = {"“": "“", "”": "“", "„": "“", "‟": "“", '"': '"', "``": '"', "«": "«", "»": "«"}
FAMILY["''"] = '"'  # opens as often as it closes, where a paper has no other marks
FAMILY |= {"‘": "'", "’": "'", "‚": "'", "'": "'", "`": "'"}
OPENERS, CLOSERS = frozenset("“„‟«‘‚") | {"``"}, frozenset("”»")
ENDS = ".!?:;\"”’')»"
DEEPEST = 4
"""Quotations inside quotations inside …: deeper ones are not told apart."""


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """A stretch in quotation marks, the marks included, inside one paragraph.

    `depth` is 0 for one that stands in no other. Pieces of one quotation that runs over several paragraphs share
    `turn`. `closed` is False where the paragraph ends before the mark that closes it.
    """

    depth: int
    paragraph: int
    turn: int
    closed: bool = True

    def words(self, text: str) -> int:
        """How many words it has, counted up to 50."""
        return sum(1 for _, _ in zip(WORD.finditer(text, self.start, self.end), range(50), strict=False))


@dataclass(slots=True)
class _Open:
    family: str
    start: int
    depth: int
    has_inner: bool = False


@dataclass(slots=True)
class _Scan:
    """The marks of one paragraph, read from left to right."""

    text: str
    paragraph: Span
    number: int
    last_single: int
    opened: list[_Open] = field(default_factory=list)
    found: list[Quotation] = field(default_factory=list)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text in the order they open. Linear in the length of the text."""
    pieces: list[Quotation] = []
    before: Quotation | None = None
    turn = 0
    for number, paragraph in enumerate(paragraphs(text)):
        found = quotations_in(text, paragraph, number)
        for one in found:
            goes_on = before is not None and one.start == paragraph.start and one.depth == 0
            turn += 0 if goes_on else 1
            pieces.append(replace(one, turn=before.turn if goes_on and before else turn))
            before = None
        outer = [one for one in pieces[len(pieces) - len(found) :] if one.depth == 0]
        before = outer[-1] if outer and not outer[-1].closed else None
    return tuple(pieces)


def paragraphs(text: str) -> Iterator[Span]:
    """Lines; stretches between blank lines, where lines break sentences. White space is left out."""
    breaks = BLANK_LINE if is_wrapped(text) else LINE
    start = 0
    for gap in breaks.finditer(text):
        yield from trimmed(text, start, gap.start())
        start = gap.end()
    yield from trimmed(text, start, len(text))


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without white space at its edges; nothing when nothing is left."""
    part = text[start:end]
    content = part.strip()
    if content:
        start += len(part) - len(part.lstrip())
        yield Span(start, start + len(content))


def is_wrapped(text: str) -> bool:
    """Whether most lines that another line follows end without a full stop."""
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [line for line, below in pairwise(lines) if line and below.strip()]
    return bool(inner) and 2 * sum(line[-1] in ENDS for line in inner) < len(inner)


def quotations_in(text: str, paragraph: Span, number: int) -> list[Quotation]:
    """The quotations of one paragraph, in text order."""
    marks = [mark for mark in MARK.finditer(text, paragraph.start, paragraph.end) if not is_apostrophe(text, mark)]
    singles = [mark.start() for mark in marks if FAMILY[mark[0]] == "'" and not before_word(text, mark)]
    scan = _Scan(text, paragraph, number, singles[-1] if singles else -1)
    for mark in marks:
        read_mark(scan, mark)
    finish(scan)
    return scan.found


def is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    """Whether the mark stands inside a word, or for letters left out at its head ("’90s")."""
    if FAMILY[mark[0]] != "'" or mark[0] == "‚":
        return False
    left, right = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if left.isalnum() and right.isalnum():
        return True
    head = WORD.match(text, mark.end(), mark.end() + 12)
    return (
        mark[0] != "‘"
        and not left.isalnum()
        and bool(head)
        and str(head and head[0]).lower() in words_for("apostrophe_heads")
    )


def before_word(text: str, mark: re.Match[str]) -> bool:
    """Whether a word starts right behind the mark and none ends right before it."""
    left, right = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return not right.isspace() and right != "" and (left == "" or left.isspace() or left in "([{—–-/“\"‘'«`")


def read_mark(scan: _Scan, mark: re.Match[str]) -> None:
    """Opens a quotation, closes one, or does nothing."""
    family = FAMILY[mark[0]]
    is_open = any(one.family == family for one in scan.opened)
    if opens(scan.text, mark, is_open):
        if len(scan.opened) < DEEPEST:
            scan.opened.append(_Open(family, mark.start(), len(scan.opened)))
    elif is_open:
        if family != "'" or closes_single(scan, mark):
            close(scan, family, mark.end())
    elif family != "'" and lacks_opener(scan, mark):
        scan.found.append(Quotation(scan.paragraph.start, mark.end(), 0, scan.number, 0))


def lacks_opener(scan: _Scan, mark: re.Match[str]) -> bool:
    """Whether the mark ends speech that starts with the paragraph, its opening mark forgotten."""
    is_first = not scan.found and not scan.opened and mark.start() > scan.paragraph.start
    return is_first and scan.text[mark.start() - 1 : mark.start()] in {",", ".", "?", "!"}


def opens(text: str, mark: re.Match[str], is_open: bool) -> bool:
    """Whether the mark opens a quotation, from its shape and from what stands beside it."""
    if mark[0] in CLOSERS:
        return False
    looks_open = before_word(text, mark)
    if mark[0] in OPENERS:
        return looks_open or not is_open
    if FAMILY[mark[0]] == "'":
        return looks_open and not is_open
    right = text[mark.end() : mark.end() + 1]
    left = text[mark.start() - 1 : mark.start()]
    return not is_open if left.isspace() == right.isspace() else looks_open


def closes_single(scan: _Scan, mark: re.Match[str]) -> bool:
    """Whether a single mark closes: not for a plural's genitive ("the soldiers’ wives") with another behind."""
    left, right = scan.text[mark.start() - 1 : mark.start()], scan.text[mark.end() : mark.end() + 2]
    genitive = left == "s" and right[:1] == " " and right[1:].islower()
    return not genitive or mark.start() >= scan.last_single


def close(scan: _Scan, family: str, end: int) -> None:
    """Closes the innermost quotation of the family; what was opened inside it and never closed is dropped."""
    while scan.opened:
        one = scan.opened.pop()
        if one.family == family:
            scan.found.append(Quotation(one.start, end, len(scan.opened), scan.number, 0))
            for outer in scan.opened:
                outer.has_inner = True
            return


def finish(scan: _Scan) -> None:
    """Ends what is still open with the paragraph, unless it looks like a typing error, which is then left out."""
    kept = [one for one in scan.opened if one.family != "'" and not one.has_inner]
    if kept:
        last = kept[-1]
        scan.found = [one for one in scan.found if one.end <= last.start or one.start >= last.start]
        scan.found.append(Quotation(last.start, scan.paragraph.end, 0, scan.number, 0, closed=False))
    scan.found = list(nested(scan.found))


def nested(found: Sequence[Quotation]) -> Iterator[Quotation]:
    """The quotations in text order with their depth counted anew."""
    outer: list[Quotation] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        while outer and outer[-1].end <= one.start:
            outer.pop()
        yield replace(one, depth=len(outer))
        outer.append(one)
