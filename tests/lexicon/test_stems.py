"""Stems of words, and how rare they are in news."""

from __future__ import annotations

import pytest

from dateline.lexicon.stems import rarity, stem


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("attacked", "attacks", True), ("killing", "killed", True), ("bomb", "bombed", True), ("met", "set", False)],
)
def test_stems(one: str, other: str, same: bool) -> None:
    assert (stem(one) == stem(other)) == same


def test_common_words_are_less_rare() -> None:
    assert 0 <= rarity("the") < rarity(stem("police")) < rarity(stem("harbourmaster")) == 1
