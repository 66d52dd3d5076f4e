"""Claims for tests of merging, from the shorthand of cases/merge.yaml and at random."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from dateline.merge.terms import terms
from dateline.merge.told import Told
from dateline.records.article import Article
from dateline.records.claim import Claim, Claimant, Count, When
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Span

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases" / "merge.yaml").read_text(encoding="utf-8"))
FIRST = date(2015, 9, 28)


def actor(name: str | None) -> ActorMention | None:
    """An actor of the table."""
    if name is None:
        return None
    known, form, country, sectors = CASES["actors"][name]
    return ActorMention(0, len(name), name, form, known, None, country, tuple(sectors))


def place(name: str | None) -> PlaceMention | None:
    """A place of the table."""
    if name is None:
        return None
    if CASES["places"][name] is None:
        return PlaceMention(0, len(name), name)
    lat, lon, precision, country, radius = CASES["places"][name]
    return PlaceMention(
        0, len(name), name, name, name, country, lat=lat, lon=lon, precision=precision, radius_km=radius
    )


def when(said: Mapping[str, Any]) -> When | None:
    """The day of a claim, or its first and last."""
    days = said.get("days") or [said.get("day")]
    return None if days[0] is None else When(None, None, days[0], days[-1], "day", said.get("basis", "stated"))


def claim(said: Mapping[str, Any], name: str = "c1") -> Claim:
    """A claim from its shorthand."""
    numbers = tuple(Count(kind, n, n, None, None) for kind, n in said.get("numbers", {}).items())
    at = said.get("at", 0)
    return Claim(
        name,
        said["type"],
        Span(at, at + len(said.get("words", ""))),
        Span(at, at + len(said.get("words", ""))),
        actor=actor(said.get("actor")),
        recipient=actor(said.get("recipient")),
        place=place(said.get("place")),
        when=when(said),
        mode=said.get("mode"),
        quad=said.get("quad"),
        status=said.get("status", "happened"),
        quantities=numbers,
        claimant=said.get("claimant", Claimant("outlet")),
        claimant_is_party=said.get("party"),
        party_reason=said.get("reason"),
    )


def telling(said: Mapping[str, Any], article: str = "a1") -> Told:
    """A claim with its article, from its shorthand."""
    return Told(
        article,
        claim(said),
        said.get("reported"),
        said.get("words", ""),
        said.get("sentence", ""),
        is_known=said.get("known", False),
        is_campaign=said.get("campaign", False),
        subject=terms(said.get("about", "")),
    )


def report(
    name: str,
    *said: Mapping[str, Any],
    text: str | None = None,
    source: str | None = None,
    published: str | None = None,
) -> Reading:
    """A reading with some claims; its text is their triggers, one after the other, unless given."""
    found, words = [], ""
    for n, one in enumerate(said):
        found.append(claim({**one, "at": len(words)}, f"c{n:03}"))
        words += one.get("words", "") + " "
    return Reading(Article(name, text or f"{words}{name}", source=source, published=published), claims=tuple(found))


@st.composite
def sayings(draw: st.DrawFn) -> dict[str, Any]:
    """The shorthand of any claim."""
    return {
        "type": draw(st.sampled_from(["ASSAULT", "PROTEST", "CONSULT"])),
        "words": draw(st.sampled_from(["attacked", "killed", "met", "campaign", ""])),
        "day": draw(st.none() | st.integers(0, 6).map(lambda n: FIRST + timedelta(days=n))),
        "basis": draw(st.sampled_from(["stated", "relative", "dateline", "published"])),
        "place": draw(st.none() | st.sampled_from(sorted(CASES["places"]))),
        "actor": draw(st.none() | st.sampled_from(sorted(CASES["actors"]))),
        "recipient": draw(st.none() | st.sampled_from(sorted(CASES["actors"]))),
        "status": draw(st.sampled_from(["happened", "happened", "historical", "planned", "denied"])),
        "numbers": draw(st.sampled_from([{}, {"killed": 2}, {"killed": 12}])),
    }


def claims() -> st.SearchStrategy[Claim]:
    """Any claim."""
    return sayings().map(claim)


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Any few reports."""
    reports = draw(st.lists(st.lists(sayings(), max_size=4), max_size=8))
    return [report(f"a{n}", *said) for n, said in enumerate(reports)]
