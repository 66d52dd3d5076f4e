"""The states of words: each piece counts once, where it stands nearest the middle; the same text gives the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from dateline.coding.model import Coder
from dateline.coding.pieces import Pieces
from dateline.coding.word_states import KEPT, MOST, SHARED, Numbers, States, states_of, windows
from dateline.records.article import Article, Dateline
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span


def reading(text: str, line: Dateline | None = None, start: int = 0) -> Reading:
    return Reading(Article("a", text, dateline=line), sentences=(Sentence(start, len(text), ()),))


@pytest.mark.parametrize("size", [0, 1, MOST, MOST + 1, 2 * MOST - SHARED, 3 * MOST])
def test_each_piece_counts_once_in_a_window_that_holds_it(size: int) -> None:
    found = list(windows(size))
    assert [n for _, counts in found for n in range(counts.start, counts.stop)] == list(range(size))
    for window, counts in found:
        assert window.start <= counts.start
        assert counts.stop <= window.stop <= size
        assert window.stop - window.start <= MOST
        assert window.start == 0 or counts.start - window.start >= SHARED // 2


class Counting(Coder):
    """A coder that knows of each piece its id, and counts what it is asked."""

    def states(self, ids: Sequence[int]) -> Numbers:
        ASKED.append(len(ids))
        return np.array(ids, dtype=float).reshape(-1, 1, 1)


ASKED: list[int] = []


def counted(size: int) -> States:
    ASKED.clear()
    numbers = Pieces(tuple(range(1000, 1000 + size)), tuple((2 * n, 2 * n + 1) for n in range(size)))
    return States(Counting(None, {}, Path()), (1, 2), numbers, 100)


def test_words_have_the_mean_state_of_their_pieces_wherever_windows_end() -> None:
    states = counted(3 * MOST)
    assert states.of(Span(100, 101)).tolist() == [[1000.0]]
    assert states.of(Span(100, 104)).tolist() == [[1000.5]]
    assert states.of(Span(101, 102)).tolist() == [[1000.0]]
    assert states.of(Span(100, 100 + 6 * MOST)).tolist() == [[1000 + (3 * MOST - 1) / 2]]


def test_a_window_is_read_when_it_is_asked_about_and_few_are_kept() -> None:
    states = counted(KEPT * MOST * 2)
    assert not ASKED
    for _ in range(2):
        states.of(Span(100, 101))
    assert ASKED == [MOST + 5]
    states.of(Span(100, 100 + 2 * KEPT * MOST * 2))
    assert len(states.read) == KEPT


def test_the_same_text_has_the_same_states_whatever_was_read_before() -> None:
    one, other = reading("Rebels shelled Taiz on Monday."), reading("The envoy flew to Lima. " * 100)
    first = states_of(one).of(Span(0, 6))
    states_of(other).of(Span(0, 6))
    assert np.array_equal(states_of(one).of(Span(0, 6)), first)


def test_the_dateline_is_read_with_the_sentences_and_nothing_else_before_them() -> None:
    text = "(Wire) LIMA, May 3 - Rebels shelled Taiz."
    line = Dateline(7, 18, "LIMA, May 3", None, None)
    assert min(states_of(reading(text, line, start=21)).starts) == 7
    assert min(states_of(reading(text, start=21)).starts) == 21
