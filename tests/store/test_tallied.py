"""What reviewing comes to follows what people decide, and is what counting everything anew would give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from databases import KINDS, fresh
from dateline.records.review import CODING, SKIP
from dateline.review.tally import QUESTIONS, Coded, Tally
from dateline.reviewing import Reviewing
from dateline.store.reviewed import Followed
from dateline.store.tallied import Tallied
from dateline.view import View
from review_desk import REPORTS, reviewing, said, say, write

NAMES = ("a1/c000", "a1/c001", "a2/c000", "a3/c000", "a3/c001")
VERDICTS = ("accept", "reject", "edit", "skip", "undo", "redo")


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    for one in fresh(request.param, tmp_path):
        write(one, *REPORTS)
        yield one


def deed(desk: Reviewing, name: str, verdict: str, by: str) -> None:
    if verdict in {"undo", "redo"}:
        (desk.undo if verdict == "undo" else desk.redo)(by)
    elif verdict == "edit":
        say(desk, name, "edit", by, answers=replace(said(desk, name), status="planned", mode=by))
    else:
        say(desk, name, verdict, by)


def counted_anew(view: View) -> tuple[object, ...]:
    reviewed = Followed(view.store.engine)(view.index())
    people = {by: reviewed.rows(by, {*CODING, SKIP}).tolist() for by in ("Ana", "Ben", "Eva")}
    return Tallied(view.store.engine).outcome(), reviewed.verdict.tolist(), people, reviewed.people(CODING).tolist()


def followed(view: View) -> tuple[object, ...]:
    reviewed = view.reviewed(view.index())
    people = {by: reviewed.rows(by, {*CODING, SKIP}).tolist() for by in ("Ana", "Ben", "Eva")}
    return view.tallied.outcome(), reviewed.verdict.tolist(), people, reviewed.people(CODING).tolist()


@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(VERDICTS), st.sampled_from(["Ana", "Ben", "Eva"])),
        max_size=12,
    )
)
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_following_is_counting_anew(tmp_path: Path, deeds: list[tuple[str, str, str]]) -> None:
    path = tmp_path / "one.db"
    path.unlink(missing_ok=True)
    write(str(path), *REPORTS)
    with reviewing(str(path)) as desk:
        for one in deeds:
            deed(desk, *one)
            assert followed(desk.view) == counted_anew(desk.view)


def test_what_is_read_again_is_counted_again(database: str) -> None:
    with reviewing(database) as desk:
        say(desk, "a1/c000", "accept")
        say(desk, "a3/c000", "reject")
        assert desk.outcome().reviewed == 2
        write(database, replace(REPORTS[0], claims=REPORTS[0].claims[1:]), run="later")
        assert (desk.outcome().reviewed, desk.outcome().gone) == (1, 1)
        assert followed(desk.view) == counted_anew(desk.view)


def test_who_changes_their_mind_or_settles_leaves_nothing_that_is_gone(database: str) -> None:
    with reviewing(database) as desk:
        say(desk, "a1/c000", "accept")
        say(desk, "a1/c000", "reject")
        say(desk, "a1/c000", "accept", "Ben")
        say(desk, "a1/c000", "accept", "Eva", settles=True)
        assert (desk.outcome().reviewed, desk.outcome().gone) == (1, 0)


def test_a_decision_has_only_its_own_article_read_again(database: str) -> None:
    with reviewing(database) as desk:
        for name in NAMES:
            say(desk, name, "accept")
        desk.outcome()
        desk.view.reviewed(desk.view.index())
        say(desk, "a3/c000", "accept", "Ben")
        read: list[str] = []
        event.listen(desk.view.store.engine, "before_cursor_execute", lambda *told: read.append(str(told[3])))
        desk.outcome()
        desk.view.reviewed(desk.view.index())
        assert any("a3" in given for given in read)
        assert not any("a1" in given or "a2" in given for given in read)


answers = st.fixed_dictionaries({name: st.sampled_from(["yes", "no", "x"]) for name in QUESTIONS})
claims = st.builds(
    Coded,
    st.dictionaries(st.sampled_from(["Ana", "Ben", "Eva"]), answers, min_size=1),
    st.none() | answers,
    answers,
    st.booleans(),
)


@given(st.lists(claims, max_size=6), st.lists(claims, max_size=6))
def test_what_is_taken_out_again_leaves_nothing(kept: list[Coded], gone: list[Coded]) -> None:
    tally, plain = Tally(), Tally()
    for one in [*gone, *kept]:
        tally.add(one)
    for one in gone:
        tally.add(one, -1)
    for one in kept:
        plain.add(one)
    assert tally.estimates() == plain.estimates()
    for told, wanted in zip(tally.agreements(), plain.agreements(), strict=True):
        assert (told.field, told.claims, told.same, told.kappas) == (
            wanted.field, wanted.claims, wanted.same, wanted.kappas,
        )  # fmt: skip
        assert np.allclose(np.array([told.alpha], float), np.array([wanted.alpha], float), equal_nan=True)
