"""Places that are carried from another sentence: when they are, when not, and that they always rest on words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.carried import REACH, carried
from dateline.coding.placing import PlaceClaims, placed
from dateline.records.article import Article, Dateline
from dateline.records.claim import Claim, When
from dateline.records.mention import PlaceMention
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Sentence, Span, Token
from dateline.testing import check_step

WIDTH = 10
"""Characters of each sentence of the text here."""


def reading(
    *told: Claim, places: tuple[PlaceMention, ...] = (), said: tuple[Span, ...] = (), line: bool = False
) -> Reading:
    text = "x" * WIDTH * 20
    dateline = Dateline(0, 4, "xxxx", None, None) if line else None
    sentences = tuple(
        Sentence(n, n + WIDTH, (Token(n, n + 4, "xxxx", "xxxx", "VERB", "VB", "root", 0),))
        for n in range(0, 200, WIDTH)
    )
    statements = tuple(Statement(f"s{n}", "indirect", "says", None, None, (part,)) for n, part in enumerate(said))
    own = tuple(claim.place for claim in told if claim.place is not None)
    return Reading(
        Article("a", text, dateline=dateline),
        sentences=sentences,
        places=(*own, *places),
        statements=statements,
        claims=told,
    )


def place(sentence: int, name: str, precision: str = "settlement") -> PlaceMention:
    start = sentence * WIDTH + 5
    return PlaceMention(start, start + 4, "xxxx", name, name, "SYR", precision=precision)


def claim(
    sentence: int, name: str | None = None, kind: str = "ASSAULT", status: str = "happened", day: int | None = None
) -> Claim:
    start = sentence * WIDTH
    when = None if day is None else When(start, start, date(2024, 3, day), date(2024, 3, day), "day", "stated")
    where = None if name is None else place(sentence, name)
    basis = None if name is None else "stated"
    trigger, evidence = Span(start, start + 4), Span(start, start + WIDTH)
    return Claim(f"c{sentence}", kind, trigger, evidence, place=where, place_basis=basis, when=when, status=status)


def names(one: Reading) -> list[tuple[str | None, str | None]]:
    return [(told.place.name if told.place else None, told.place_basis) for told in carried(one)]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (claim(1), ("Homs", "carried")),
        (claim(REACH), ("Homs", "carried")),
        (claim(REACH + 1), (None, None)),
        (claim(1, day=2), ("Homs", "carried")),
        (claim(1, day=20), (None, None)),
        (claim(1, status="planned"), (None, None)),
        (claim(1, status="denied"), ("Homs", "carried")),
        (claim(1, kind="ACCUSE"), (None, None)),
        (replace(claim(1, kind="RETREAT"), mode="ceasefire"), (None, None)),
    ],
)
def test_a_scene_goes_on(second: Claim, expected: tuple[str | None, str | None]) -> None:
    assert names(reading(claim(0, "Homs", day=1), second))[1] == expected


def test_the_last_scene_and_not_one_before_it() -> None:
    assert names(reading(claim(0, "Homs"), claim(2, "Erbil"), claim(3)))[2] == ("Erbil", "carried")


def test_another_place_in_the_same_mouth_ends_a_scene() -> None:
    told = claim(0, "Homs"), claim(2)
    assert names(reading(*told, places=(place(2, "Erbil"),)))[1] == (None, None)
    assert names(reading(*told, places=(place(2, "Syria", "country"),)))[1] == ("Homs", "carried")
    assert names(reading(*told, places=(place(2, "Riyadh"),), said=(Span(20, 25),)))[1] == ("Homs", "carried")


def test_an_opening_has_its_place_from_what_follows() -> None:
    assert names(reading(claim(0), claim(2, "Homs")))[0] == ("Homs", "carried")
    assert names(reading(claim(0), claim(3, "Homs")))[0] == (None, None)


def test_a_crowd_is_where_the_report_was_written_if_it_tells_no_place() -> None:
    here = PlaceMention(0, 4, "xxxx", "Lima", "Lima", "PER", precision="settlement")
    assert names(reading(claim(2, kind="PROTEST"), places=(here,), line=True)) == [("Lima", "dateline")]
    assert names(reading(claim(2), places=(here,), line=True)) == [(None, None)]
    assert names(reading(claim(2, kind="PROTEST"), places=(here,))) == [(None, None)]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 19),
            st.sampled_from([None, "Homs", "Erbil"]),
            st.sampled_from(["ASSAULT", "PROTEST", "ACCUSE"]),
        )
    )
)
def test_no_place_without_words_for_it(told: list[tuple[int, str | None, str]]) -> None:
    one = reading(*(claim(*each) for each in sorted(told, key=lambda each: each[0])))
    for before, after in zip(one.claims, carried(one), strict=True):
        assert (after.place is None) == (after.place_basis is None)
        assert after.place is None or after.place in one.places
        assert replace(after, place=before.place, place_basis=before.place_basis) == before
        assert before.place is None or after == before


def test_whatever_is_chosen_rests_on_words_and_says_on_which() -> None:
    one = reading(claim(0, "Homs"), claim(1), claim(2, kind="PROTEST"), places=(place(2, "Erbil"),))
    for told in placed(one):
        assert (told.place is None) == (told.place_basis is None)
        assert told.place is None or told.place in one.places
        assert told.place is None or (told.place_basis == "stated") == told.evidence.holds(told.place)


def test_as_a_step() -> None:
    check_step(PlaceClaims(), reading(claim(0, "Homs"), claim(1)))
