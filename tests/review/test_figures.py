"""Agreement and intervals, against the worked examples of those who thought them out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.review.agreement import agreement, kappa
from dateline.review.estimate import estimate, wilson

OBSERVERS = (  # Krippendorff 2011, part C: four observers, twelve units, gaps
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
BINARY = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")  # part A: two observers
NOMINAL = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")  # part B: two observers
GRANTS = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
DIAGNOSES = (  # Fleiss 1981, table 13.1: two raters, 100 subjects
    [("1", "1")] * 75 + [("1", "2")] * 1 + [("1", "3")] * 4 + [("2", "1")] * 5 + [("2", "2")] * 4 + [("2", "3")] * 1
) + [("3", "3")] * 10


def alpha(units: Iterable[Mapping[str, str]]) -> float | None:
    return agreement("type", units).alpha


def units(observers: Sequence[str]) -> list[dict[str, str]]:
    told = zip(*(row.split() for row in observers), strict=True)
    return [{str(n): one for n, one in enumerate(unit) if one != "."} for unit in told]


@pytest.mark.parametrize(("observers", "expected"), [(BINARY, 0.095), (NOMINAL, 0.692), (OBSERVERS, 0.743)])
def test_alpha_is_that_of_the_published_examples(observers: Sequence[str], expected: float) -> None:
    assert alpha(units(observers)) == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize(("pairs", "expected"), [(GRANTS, 0.4), (DIAGNOSES, 0.676)])
def test_kappa_is_that_of_the_published_examples(pairs: list[tuple[str, str]], expected: float) -> None:
    assert kappa(pairs) == pytest.approx(expected, abs=0.0005)


def test_where_there_is_nothing_to_compare_there_is_no_figure() -> None:
    assert alpha([]) is alpha([{"A": "a"}]) is alpha([{"A": "a", "B": "a"}] * 2) is None
    assert kappa([]) is kappa([("a", "a")]) is None
    found = agreement("type", [{"Ana": "ASSAULT"}])
    assert (found.claims, found.same, found.alpha, found.kappas) == (0, None, None, ())


def test_agreement_names_every_pair_of_people() -> None:
    found = agreement("type", [{"Ana": "a", "Ben": "a"}, {"Ana": "b", "Ben": "a", "Eva": "b"}, {"Eva": "a"}])
    assert (found.claims, found.same) == (2, 0.5)
    assert [(one.one, one.other, one.claims) for one in found.kappas] == [
        ("Ana", "Ben", 2), ("Ana", "Eva", 1), ("Ben", "Eva", 1),
    ]  # fmt: skip


def test_intervals_are_those_of_wilson() -> None:
    # Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=0.00005)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=0.00005)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=0.00005)
    assert wilson(1, 29) == pytest.approx((0.0061, 0.1718), abs=0.00005)


@given(st.integers(0, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_share(counts: tuple[int, int]) -> None:
    found = estimate("type", *counts)
    assert 0 <= found.low <= (found.share or found.low) <= found.high <= 1
    assert (found.share is None) == (counts[1] == 0)
