"""What stands above the text of a file: front matter, "Title: …" lines, a Markdown heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dateline.ingest.rows import fields, plain

LINE = re.compile(r"([A-Za-z][A-Za-z _-]{0,24}):[ \t]*(.*)")
MOST = 30
"""Lines that a header may have."""


@dataclass(frozen=True)
class Headed:
    """A text and what its header says of it."""

    text: str
    values: dict[str, str] = field(default_factory=dict)


def headed(text: str) -> Headed:
    """The text below a header of "Key: value" lines and a blank line, and what they say; the whole text without one."""
    text = text.removeprefix("\ufeff")
    lines = text[:20_000].split("\n", MOST + 1)[: MOST + 1]
    blank = next((n for n, line in enumerate(lines) if not line.strip()), 0)
    found = [LINE.fullmatch(line.rstrip("\r")) for line in lines[:blank]]
    named = [fields().get(plain(one[1])) for one in found if one]
    if not named or None in found or named[0] is None or 2 * named.count(None) > len(named):
        return Headed(text)
    if {"text", "html"} & set(named):
        return Headed(text)
    return below(text, lines[: blank + 1], [one for one in found if one])


def front_matter(text: str) -> Headed:
    """The same for Markdown: also a block between lines of "---", and a first heading, which is the title."""
    text = text.removeprefix("\ufeff")
    lines = text[:20_000].split("\n", 2 * MOST)
    fence = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if lines[0].rstrip() != "---" or not fence:
        return titled(headed(text))
    found = [LINE.fullmatch(line.rstrip("\r")) for line in lines[1:fence]]
    return titled(below(text, lines[: fence + 1], [one for one in found if one]))


def below(text: str, header: list[str], found: list[re.Match[str]]) -> Headed:
    """The text below the lines of a header, unless there is none."""
    rest = text[sum(len(line) + 1 for line in header) :].lstrip("\r\n")
    values: dict[str, str] = {}
    for one in found:
        name, value = fields().get(plain(one[1])), one[2].strip().strip("\"'")
        if name not in (None, "text", "html") and value:
            values.setdefault(str(name), value)
    return Headed(rest, values) if rest.strip() else Headed(text)


def titled(one: Headed) -> Headed:
    """The text below a first heading of Markdown, which is taken as the title."""
    first, _, rest = one.text.partition("\n")
    if not first.startswith("# ") or not rest.strip():
        return one
    return Headed(rest.lstrip("\r\n"), {"title": first[2:].strip(" #\r")} | one.values)
