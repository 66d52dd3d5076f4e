from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.records.article import Article
from dateline.records.claim import Claim, Claimant, Count, When
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Skipped, Span
from dateline.web.marks import Piece, paragraphs

TEXT = "PARIS - The army shelled Homs on Monday, <b>rebels</b> said.\n\nIt was the first time."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def reading() -> Reading:
    claim = Claim(
        "c1",
        "ASSAULT",
        Span(*span("shelled")),
        Span(*span("The army shelled Homs on Monday")),
        actor=ActorMention(*span("The army"), "The army", "nominal", "SYR-military", "Syrian army", "SYR", ("MIL",)),
        place=PlaceMention(*span("Homs"), "Homs", "p:1", "Homs", "SYR", precision="settlement", radius_km=9),
        when=When(*span("Monday"), None, None, "day", "relative"),
        claimant=Claimant("actor", *span("rebels"), None, "rebels"),
        quantities=(Count("killed", 3, 3, *span("first")),),
        status="denied",
        hedges=(Span(*span("said")),),
    )
    said = Statement(
        "s1", "indirect", "says", Span(*span("rebels")), Span(*span("said")), (Span(*span("The army shelled Homs")),)
    )
    article = Article("a1", TEXT)
    return Reading(article, skipped=(Skipped(*span("PARIS - "), "dateline"),), claims=(claim,), statements=(said,))


def pieces() -> list[Piece]:
    return [piece for paragraph in paragraphs(reading()) for piece in paragraph.pieces]


def of(words: str) -> Piece:
    return next(piece for piece in pieces() if piece.text == words)


def test_what_overlaps_is_told_together() -> None:
    assert of("shelled").kinds == ("trigger", "content")
    assert of("The army").kinds == ("actor", "content")
    assert of("Homs").kinds == ("place", "content")
    assert of("Monday").kinds == ("time",)
    assert of("rebels").kinds == ("speaker",)
    assert of("said").kinds == ("hedge", "cue")


def test_a_mark_says_what_it_is_and_why() -> None:
    assert "Who did it (Assault): Syrian army [SYR MIL] SYR-military" in of("The army").notes
    assert of("shelled").notes[0].startswith("Assault, denied: decided by")
    assert of("shelled").claims == ("c1",)
    assert "Why it is told as denied (Assault)" in of("said").notes


def test_what_no_step_read_is_told_with_the_reason() -> None:
    assert of("PARIS - ").skipped == "dateline"


def test_empty_lines_part_paragraphs() -> None:
    assert [paragraph.pieces[-1].text for paragraph in paragraphs(reading())] == [".", " time."]


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: (min(ends), max(ends)))


@given(st.lists(spans, max_size=8), st.lists(spans, max_size=3))
def test_the_pieces_are_the_text(mentions: list[tuple[int, int]], skipped: list[tuple[int, int]]) -> None:
    actors = tuple(ActorMention(*ends, TEXT[slice(*ends)], "name") for ends in mentions)
    made = Reading(Article("a", TEXT), actors=actors, skipped=tuple(Skipped(*ends, "byline") for ends in skipped))
    told = "\n\n".join("".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs(made))
    assert told == TEXT
