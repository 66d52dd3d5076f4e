"""Which claim answers a pair."""

from __future__ import annotations

import pytest

from dateline.coding.pairs import fit_ends, typed
from dateline.recipe import pipeline
from dateline.records.article import Article, Pair
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.text import Span

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
    told = claim("ASSAULT", actor, recipient)
    assert fit_ends(PAIR, (told.actor, told.recipient)) == fits


def test_an_end_that_was_not_named_fits_by_the_other() -> None:
    told = claim("ASSAULT", "Oman", "Iraq")
    assert fit_ends(Pair(None, span("Iraq")), (told.actor, told.recipient)) == 4


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


@pytest.mark.parametrize("use", ["rules", "both"])
def test_the_pairs_of_an_article_are_answered_in_order(use: str) -> None:
    text = "Iraqi jets bombed an Iranian oil terminal on Monday. Tehran thanked Oman on Tuesday."
    spans = {word: Span(text.index(word), text.index(word) + len(word)) for word in ("Iraqi jets", "Tehran", "Oman")}
    pairs = (
        Pair(spans["Tehran"], spans["Oman"]),
        Pair(spans["Iraqi jets"], None),
        Pair(spans["Oman"], spans["Tehran"]),
        Pair(spans["Iraqi jets"], spans["Oman"]),
    )
    reading = pipeline({"claims": {"use": use}}).read_article(Reading(Article("a", text), pairs=pairs))
    answers = reading.typed_pairs
    assert answers is not None
    assert [one.type for one in answers[:2]] == ["SUPPORT", "ASSAULT"]
    if use == "both":
        assert answers[2].type is None
    assert answers[0].score is not None
    assert 0 < answers[0].score < 1


def test_without_pairs_there_are_no_answers() -> None:
    assert pipeline().read_article(Reading(Article("a", TEXT))).typed_pairs is None
