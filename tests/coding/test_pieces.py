"""A sentence as word pieces, with its two ends marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from dateline.coding.model import FOLDER
from dateline.coding.pieces import CLS, MARKS, MOST, SEP, marked, pieces
from dateline.records.text import Span

VOCABULARY = FOLDER / "vocab.txt"
TEXT = "Rebels shelled the town of Taiz."


def test_marks_stand_around_the_two_ends() -> None:
    sentence = pieces(TEXT, VOCABULARY)
    found = marked(sentence, Span(0, 6), Span(15, 31))
    (before, _), (opens, _) = MARKS
    assert found.ids[:2] == (CLS, before)
    assert found.ids[-1] == SEP
    assert found.ids[found.ends[0]] == before
    assert found.ids[found.ends[1]] == opens
    assert [origin for origin in found.origins if origin >= 0] == list(range(len(sentence.ids)))


def test_an_end_that_is_not_told_is_marked_nowhere() -> None:
    assert marked(pieces(TEXT, VOCABULARY), Span(0, 6), None).ends == (1, 0)


def test_what_an_article_says_in_brackets_is_no_mark() -> None:
    ids = pieces("[SEP] [CLS] [PAD] [UNK]", VOCABULARY).ids
    assert not {0, CLS, SEP} & set(ids)


def test_a_long_sentence_is_cut_around_its_pair() -> None:
    text = "word " * 400 + "Rebels shelled Taiz" + " word" * 400
    start = text.index("Rebels")
    found = marked(pieces(text, VOCABULARY), Span(start, start + 6), Span(start + 15, start + 19))
    assert len(found.ids) <= MOST + 6
    assert all(found.ends)


@given(some.text(max_size=60), some.data())
def test_any_text_can_be_marked(text: str, data: some.DataObject) -> None:
    sentence = pieces(text, VOCABULARY)
    cut = data.draw(some.integers(0, len(text)))
    found = marked(sentence, Span(0, cut), Span(cut, len(text)))
    assert len(found.ids) == len(found.origins)
    assert all(0 <= start <= end <= len(text) for start, end in sentence.offsets)
