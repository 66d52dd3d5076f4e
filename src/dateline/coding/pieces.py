"""A sentence as the word pieces that the learned coder reads, with the two ends of a pair marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from dateline.records.text import Span

CLS, SEP, UNKNOWN = 101, 102, 100
MARKS = ((1030, 1030), (1001, 1001))
"""Ids before and behind the one end, and the other: @ and #. Marks the encoder knows do better than new ones (Zhou and
Chen, AACL 2022, "An Improved Baseline for Sentence-level Relation Extraction")."""
RESERVED = frozenset(mark for pair in MARKS for mark in pair)
"""What an article writes as @ or # is read as an unknown piece: no text can imitate a mark."""
MOST = 192
"""Pieces of a longer sentence are cut around the pair: wire sentences have 30 to 60."""


@dataclass(frozen=True)
class Pieces:
    """The word pieces of a text: `ids`, and for each the half-open `offsets` in the text."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Marked:
    """What the model is given of a pair: `ids`, the places of the two opening marks (0, the first piece, for an end
    that is not told), and for each id the number of its piece in the sentence, or -1."""

    ids: tuple[int, ...]
    ends: tuple[int, int]
    origins: tuple[int, ...]


@cache
def tokenizer(vocabulary: Path) -> Tokenizer:
    """BERT's lower-casing tokenizer. No special tokens: what an article says in brackets is text, never a mark."""
    made = Tokenizer(WordPiece.from_file(str(vocabulary), unk_token="[UNK]"))  # noqa: S106 - a token of text
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def pieces(text: str, vocabulary: Path) -> Pieces:
    """The word pieces of a text."""
    found = tokenizer(vocabulary).encode(text, add_special_tokens=False)
    return Pieces(tuple(UNKNOWN if one in RESERVED else one for one in found.ids), tuple(found.offsets))


def marked(sentence: Pieces, actor: Span | None, recipient: Span | None) -> Marked:
    """The sentence with marks around its actor and its recipient; spans count in the sentence's own text."""
    bounds = [within(sentence.offsets, span) for span in (actor, recipient)]
    first, last = window(len(sentence.ids), bounds)
    ids, origins, ends = [CLS], [-1], [0, 0]
    for n in range(first, last + 1):
        for role in (1, 0):  # what closes here closes before anything opens
            if (bound := bounds[role]) is not None and bound[1] == n:
                ids.append(MARKS[role][1])
                origins.append(-1)
        for role in (0, 1):
            if (bound := bounds[role]) is not None and bound[0] == n:
                ends[role] = len(ids)
                ids.append(MARKS[role][0])
                origins.append(-1)
        if n < last:
            ids.append(sentence.ids[n])
            origins.append(n)
    return Marked((*ids, SEP), (ends[0], ends[1]), (*origins, -1))


def within(offsets: Sequence[tuple[int, int]], span: Span | None) -> tuple[int, int] | None:
    """The half-open range of pieces that share a character with a span; None where none does."""
    if span is None:
        return None
    inside = [n for n, (start, end) in enumerate(offsets) if start < span.end and span.start < end]
    return (inside[0], inside[-1] + 1) if inside else None


def window(size: int, bounds: Sequence[tuple[int, int] | None]) -> tuple[int, int]:
    """The part of a long sentence that is read: the pair, and as much on both sides as there is room for."""
    if size <= MOST:
        return 0, size
    told = [bound for bound in bounds if bound is not None]
    start = min((bound[0] for bound in told), default=0)
    end = max((bound[1] for bound in told), default=0)
    first = max(0, min((start + end - MOST) // 2, size - MOST))
    return first, first + MOST
