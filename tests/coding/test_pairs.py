"""Which claim answers a pair."""

from __future__ import annotations

import pytest

from dateline.coding.pairs import TypePairs, fit, typed
from dateline.records.article import Article, Pair
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.text import Span
from dateline.testing import check_step

TEXT = "Iran attacked Iraq and praised Oman ."


def end(word: str) -> ActorMention:
    start = TEXT.index(word)
    return ActorMention(start, start + len(word), word, "name")


def claim(kind: str, actor: str | None, recipient: str | None, status: str = "happened", score: float = 0.5) -> Claim:
    ends = [end(word) if word else None for word in (actor, recipient)]
    return Claim(id="c", type=kind, trigger=Span(5, 13), evidence=Span(0, 37), actor=ends[0], recipient=ends[1],
                 status=status, score=score, by="test")  # fmt: skip


def span(word: str | None) -> Span | None:
    return None if word is None else Span(end(word).start, end(word).end)


PAIR = Pair(span("Iran"), span("Iraq"))


@pytest.mark.parametrize(
    ("actor", "recipient", "fits"),
    [
        ("Iran", "Iraq", 4),
        ("Iran", None, 2),
        (None, "Iraq", 1),
        ("Iraq", "Iran", 0),
        ("Oman", None, 0),
        (None, "Oman", 0),
    ],
)
def test_fit(actor: str | None, recipient: str | None, fits: int) -> None:
    assert fit(PAIR, claim("ASSAULT", actor, recipient)) == fits


def test_an_end_that_was_not_named_fits_by_the_other() -> None:
    assert fit(Pair(None, span("Iraq")), claim("ASSAULT", "Oman", "Iraq")) == 4


@pytest.mark.parametrize(
    ("claims", "kind"),
    [
        ([], None),
        ([claim("ACCUSE", "Iran", None), claim("ASSAULT", "Iran", "Iraq")], "ASSAULT"),
        ([claim("ACCUSE", "Iran", "Iraq", "planned", 0.9), claim("ASSAULT", "Iran", "Iraq")], "ASSAULT"),
        ([claim("ACCUSE", "Iran", "Iraq", score=0.9), claim("ASSAULT", "Iran", "Iraq")], "ACCUSE"),
        ([claim("ASSAULT", "Iraq", "Iran")], None),
    ],
)
def test_typed(claims: list[Claim], kind: str | None) -> None:
    assert typed(PAIR, claims).type == kind


def test_the_step_keeps_its_promises() -> None:
    reading = Reading(Article("a", TEXT), claims=(claim("ASSAULT", "Iran", "Iraq"),), pairs=(PAIR, PAIR))
    answers = check_step(TypePairs(), reading).typed_pairs
    assert answers is not None
    assert [one.type for one in answers] == ["ASSAULT", "ASSAULT"]
    assert check_step(TypePairs(), Reading(Article("a", TEXT))).typed_pairs is None
