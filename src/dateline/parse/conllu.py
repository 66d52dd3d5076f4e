"""Sentences from CoNLL-U, the ten columns of Universal Dependencies: a test sentence is a few lines and needs no model.

The columns that count are ID, FORM, LEMMA, UPOS, XPOS, HEAD and DEPREL; DEPREL holds the CLEAR labels that our rules
read, not those of Universal Dependencies. MISC may hold `SpaceAfter=No` and `Entity=GPE`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.errors import BadInput
from dateline.records.text import Sentence, Token

COLUMNS = 10


def read_conllu(source: str) -> tuple[str, tuple[Sentence, ...]]:
    """The text that the words make, one space between them, and its sentences with offsets in that text.

    Raises `BadInput` naming the line that is no row of ten columns, or whose head is no word of its sentence.
    """
    text, sentences = "", []
    for rows in blocks(source):
        start = len(text)
        tokens = []
        for number, row in rows:
            form, misc = row[1], fields(row[9])
            tokens.append(token(number, row, len(text), len(rows), misc))
            text += form if misc.get("SpaceAfter") == "No" else f"{form} "
        text = f"{text.rstrip(' ')} "
        sentences.append(Sentence(start, tokens[-1].end, tuple(tokens)))
    return text.rstrip(" "), tuple(sentences)


def blocks(source: str) -> Iterator[list[tuple[int, list[str]]]]:
    """The rows of each sentence with their line numbers, without comments, ranges and empty nodes."""
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*source.splitlines(), ""], 1):
        if not line.strip():
            if rows:
                yield rows
            rows = []
        elif not line.startswith("#"):
            row = line.split("\t")
            if len(row) != COLUMNS:
                raise BadInput(
                    f"line {number} has {len(row)} columns, not {COLUMNS}, with tabs between them: {line[:60]!r}"
                )
            if row[0].isdigit():
                rows.append((number, row))


def fields(misc: str) -> dict[str, str]:
    """The pairs in the last column."""
    return dict(part.split("=", 1) for part in misc.split("|") if "=" in part)


def token(number: int, row: list[str], start: int, length: int, misc: dict[str, str]) -> Token:
    """The token of a row; a word with head 0 is the root and its own head."""
    position, head = int(row[0]) - 1, row[6]
    if not head.isdigit() or int(head) > length:
        raise BadInput(f"line {number}: head {head!r} is no word of the sentence")
    above = position if head == "0" else int(head) - 1
    relation = "root" if head == "0" else row[7]
    return Token(start, start + len(row[1]), row[1], row[2], row[3], row[4], relation, above, misc.get("Entity", ""))
