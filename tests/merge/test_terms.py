"""What texts are about, and how like they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.terms import KEPT, terms
from dateline.merge.told import is_known


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_a_share_and_has_no_direction(one: str, other: str) -> None:
    like = terms(one).like(terms(other))
    assert 0 <= like <= 1.000001
    assert like == pytest.approx(terms(other).like(terms(one)))


def test_rare_words_tell_what_a_text_is_about() -> None:
    strike = terms("Miners of the Kolwezi pit struck for the third day, the governor said.")
    again = terms("The strike of the miners at Kolwezi went on, the president said.")
    other = terms("The president of the country said that the government would meet.")
    assert strike.like(again) > 0.4
    assert strike.like(other) < 0.1


def test_a_long_text_keeps_its_rarest_words() -> None:
    assert len(terms(" ".join(f"word{n}x" for n in range(500))).words) == KEPT
    assert not terms("the of and").words


@pytest.mark.parametrize(
    ("before", "words", "known"),
    [
        ("The minister condemned the ", "attack", True),
        ("The minister condemned Monday's deadly ", "attack", True),
        ("The rebels began an ", "attack", False),
        ("On Monday the rebels ", "attacked", False),
    ],
)
def test_what_readers_know(before: str, words: str, known: bool) -> None:
    assert is_known(before, words) == known
