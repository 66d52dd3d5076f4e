"""Sentences and what they must and must not give, through the whole pipeline: each row of `FILES`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.pipeline import Pipeline
from dateline.recipe import pipeline
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading

NAMES = ("claims.yaml", "attribution.yaml", "scenes.yaml", "days.yaml")
FILES = [Path(__file__).parents[1] / "cases" / name for name in NAMES]
CASES = [case for path in FILES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
ANSWERS = {"denied_by", "confirmed_by"}
WHEN = {"day": "begin", "last_day": "finish", "basis": "basis"}
PUBLISHED = date(2015, 10, 14)


@cache
def english() -> Pipeline:
    return pipeline()


def read(case: dict[str, Any]) -> Reading:
    article = Article("a", case["text"], language="en", published=day_of(case))
    return english().read_article(Reading(article))


def day_of(case: dict[str, Any]) -> str | None:
    """The day of publication; None where a case says that none is known."""
    day = case.get("published", PUBLISHED)
    return None if day is None else str(day)


def marked(case: dict[str, Any]) -> Any:
    """A case; one that is `open`, a mistake not mended yet, must fail until it is."""
    marks = [pytest.mark.xfail(strict=True, reason=case["open"])] if "open" in case else []
    return pytest.param(case, marks=marks, id=case["text"][:60])


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_gives(case: dict[str, Any]) -> None:
    claims = read(case).claims
    for wanted in case.get("gives", []):
        assert any(fits(claim, wanted, claims) for claim in claims), f"{wanted} is not among {list(map(shown, claims))}"
    for unwanted in case.get("never", []):
        assert not [shown(claim) for claim in claims if fits(claim, unwanted, claims)], f"{unwanted} must not be there"


def fits(claim: Claim, wanted: dict[str, Any], claims: Sequence[Claim]) -> bool:
    return all(
        is_answered(claim, name, value, claims) if name in ANSWERS else is_so(claim, name, value)
        for name, value in wanted.items()
    )


def is_answered(claim: Claim, name: str, value: Any, claims: Sequence[Claim]) -> bool:
    """Whether those who deny or confirm a claim are these: words of their names; None: nobody."""
    names = [(one.claimant.name or "").lower() for one in claims if one.id in getattr(claim, name)]
    wanted = value if isinstance(value, list) else [value] if value else []
    return bool(names) == bool(wanted) and all(any(one.lower() in name for name in names) for one in wanted)


def is_so(claim: Claim, name: str, value: Any) -> bool:
    if name in {"type", "mode", "status", "place_basis"}:
        return bool(getattr(claim, name) == value)
    if name in {"actor", "recipient"}:
        return holds(getattr(claim, name), value)
    if name.endswith(("_country", "_sector")):
        role, _, what = name.partition("_")
        end: ActorMention | None = getattr(claim, role)
        return end is not None and (end.country == value if what == "country" else value in end.sectors)
    if name == "place":
        return bool((claim.place.text if claim.place else None) == value)
    if name in {"day", "last_day", "basis"}:
        return claim.when is not None and getattr(claim.when, WHEN[name]) == value
    return of_claimant(claim, name, value)


def of_claimant(claim: Claim, name: str, value: Any) -> bool:
    if name == "claimant":
        told = claim.claimant.name or ""
        return claim.claimant.kind == value or value.lower() in told.lower()
    if name == "claimant_kind":
        return bool(claim.claimant.kind == value)
    if name == "chain":
        chain = [(one.name or one.kind).lower() for one in (*reversed(claim.via), claim.claimant)]
        return len(chain) == len(value) and all(one.lower() in name for one, name in zip(value, chain, strict=True))
    if name == "party":
        return claim.claimant_is_party is value
    low, high = value
    return any((count.kind, count.low, count.high) == (name, low, high) for count in claim.quantities)


def holds(end: ActorMention | None, words: str | None) -> bool:
    if end is None or words is None:
        return end is None and words is None
    return words.lower() in end.text.lower() or words.lower() in (end.name or "").lower()


def shown(claim: Claim) -> str:
    actor, recipient = ((end.text, end.country) if end else None for end in (claim.actor, claim.recipient))
    counts = [(count.kind, count.low, count.high) for count in claim.quantities]
    place, day = claim.place and (claim.place.text, claim.place_basis), claim.when and claim.when.begin
    who = (claim.claimant.kind, claim.claimant.name, claim.claimant_is_party, claim.denied_by, claim.confirmed_by)
    return f"{claim.type} {claim.mode} {claim.status} {actor}->{recipient} @{place} {day} {counts} by {who}"
