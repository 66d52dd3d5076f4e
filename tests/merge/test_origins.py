"""Whose story it is, which version counts, and what was taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.lexicon.files import load
from dateline.lexicon.notices import notice_pattern
from dateline.merge.events import merge
from dateline.merge.origins import origins
from dateline.merge.outlets import credited, is_called_so, outlet
from dateline.merge.report import reports
from dateline.records.article import Article, Dateline
from dateline.records.claim import Claimant
from dateline.records.decision import STANDS, WITHDRAWN, Decision, Named
from dateline.records.reading import Reading
from tellings import FIRST, report

STORY = "Bombed " + " ".join(f"word{n}" for n in range(80))
RAID = {"type": "ASSAULT", "words": "bombed", "day": FIRST, "place": "Homs", "actor": "Russia"}
HEADLINE = "Bridge at Rastan falls after night of raids"


def told(name: str, killed: int, published: str, source: str, text: str = STORY) -> Reading:
    found = report(name, {**RAID, "numbers": {"killed": killed}}, text=text, source=source)
    return replace(found, article=replace(found.article, published=published))


def test_each_notice_finds_its_example_and_not_the_words_elsewhere() -> None:
    for kind in ("withdrawn", "corrected"):
        for entry in load("en/notices.yaml")[kind]:
            assert notice_pattern(kind).search(entry["example"].casefold()), entry["words"]
    assert not notice_pattern().search("rebels kill nine: witnesses speak of a retraction of promises")


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("reuters.com", "Reuters"),
        ("https://www.reuters.com", "Reuters"),
        ("AFP", "Agence France-Presse"),
        ("The Associated Press", "Associated Press"),
        ("Harbour Wire", "Harbour Wire"),
        ("harbour-wire.example", "harbour-wire.example"),
    ],
)
def test_an_outlet_is_known_by_its_usual_name(name: str, means: str) -> None:
    assert outlet(name) == means


def test_unknown_outlets_are_known_by_their_names() -> None:
    names = load("en/media_names.yaml")
    assert all(is_called_so(name) for name in names["like"])
    assert not any(is_called_so(name) for name in names["unlike"])


def test_a_report_that_opens_with_what_another_reported_is_of_that_one() -> None:
    quoting = {**RAID, "claimant": Claimant("actor", actor_id="name:rift-standard", name="Rift Standard")}
    later = {**RAID, "type": "PROTEST", "words": "marched"}
    events = merge([report("a", quoting, later, source="Coast"), report("b", later, source="Rift Standard")])
    assert {event.type: event.independent_sources for event in events} == {"ASSAULT": 1, "PROTEST": 1}


def test_an_agency_is_credited_in_dateline_or_byline() -> None:
    assert credited(Reading(Article("a", "x", byline="By AFP"))) == "Agence France-Presse"
    assert credited(Reading(Article("a", "x", dateline=Dateline(0, 1, None, None, "Harbour Wire")))) == "Harbour Wire"
    assert credited(Reading(Article("a", "x", byline="Jane Doe"))) is None


def test_what_an_outlet_is_quoted_for_is_its_own() -> None:
    quoting = {**RAID, "claimant": Claimant("actor", actor_id="reuters", name="Reuters")}
    [event] = merge([report("a", quoting, source="Coast"), report("b", RAID, source="reuters.com")])
    assert (event.reports, event.independent_sources) == (2, 1)


def test_a_later_version_replaces_the_number_and_both_are_kept() -> None:
    read = [told("a", 12, "2015-09-28T08:00", "Coast"), told("b", 18, "2015-09-28T11:00", "Coast", STORY + " more")]
    [event] = merge(read)
    assert [(count.low, count.best, count.high) for count in event.quantities] == [(18, 18, 18)]
    assert [key.article_id for key in event.superseded] == ["a"]
    assert [key.article_id for key in event.claims] == ["a", "b"]
    assert (event.reports, event.independent_sources) == (2, 1)


def test_a_late_copy_of_the_old_version_replaces_nothing() -> None:
    read = [
        told("a", 12, "2015-09-28", "Coast"),
        told("b", 18, "2015-09-29", "Coast"),
        told("c", 12, "2015-09-30", "Hill"),
    ]
    [event] = merge(read)
    assert event.quantities[0].best == 18
    assert [key.article_id for key in event.superseded] == ["a", "c"]


@pytest.mark.parametrize(("one", "other"), [("2015-09-28", "2015-09-28T11:00"), ("2015-09-28", "2015-09-28")])
def test_which_of_a_day_came_later_is_not_known(one: str, other: str) -> None:
    [event] = merge([told("a", 12, one, "Coast"), told("b", 18, other, "Coast")])
    assert (event.quantities[0].low, event.quantities[0].high, event.superseded) == (12, 18, ())


def test_other_stories_replace_nothing() -> None:
    other = "Bombed " + " ".join(f"other{n}" for n in range(80))
    [event] = merge([told("a", 12, "2015-09-28", "Coast"), told("b", 18, "2015-09-29", "Hill", other)])
    assert (event.quantities[0].low, event.quantities[0].high) == (12, 18)


OTHER = "Bombed " + " ".join(f"other{n}" for n in range(80))


@pytest.mark.parametrize(
    ("text", "source", "corrected"),
    [
        (STORY + " This story has been corrected.", "Coast", ["a"]),
        (OTHER + " This version corrects an earlier toll.", "Coast", ["a"]),
        (OTHER, "Coast", []),
        (OTHER + " This version corrects an earlier toll.", "Hill", []),
    ],
    ids=["the same story", "another story", "no correction", "another source"],
)
def test_what_a_report_of_the_same_source_corrects_counts_no_more(text: str, source: str, corrected: list[str]) -> None:
    [event] = merge([told("a", 12, "2015-09-28", "Coast"), told("b", 9, "2015-09-29", source, text)])
    assert [key.article_id for key in event.corrected] == corrected
    assert event.superseded == ()
    assert (event.quantities[0].low, event.quantities[0].high) == ((9, 9) if corrected else (9, 12))


def headed(reading: Reading, title: str) -> Reading:
    return replace(reading, article=replace(reading.article, title=title))


def notice(source: str, published: str = "2015-09-29", title: str = f"KILL: {HEADLINE}") -> Reading:
    found = report("k", {**RAID, "numbers": {"killed": 12}}, text="Bombed: editors, do not use.", source=source)
    return replace(found, article=replace(found.article, title=title, published=published))


def test_a_notice_takes_the_story_and_its_copies_back() -> None:
    story = headed(told("a", 12, "2015-09-28", "Coast"), HEADLINE)
    copy = told("b", 12, "2015-09-28T20:00", "Hill")
    alone = merge([story, copy, notice("Coast")])
    assert [event.status for event in alone] == ["withdrawn"]
    assert (alone[0].reports, alone[0].independent_sources, alone[0].other_claimants) == (0, 0, 0)
    assert alone[0].withdrawn == alone[0].claims
    other = "Bombed " + " ".join(f"other{n}" for n in range(80))
    [event] = merge([story, copy, notice("Coast"), told("c", 3, "2015-09-28", "Vale", other)])
    assert (event.status, event.reports, event.quantities[0].high) == ("happened", 1, 3)
    assert {key.article_id for key in event.withdrawn} == {"a", "b", "k"}


@pytest.mark.parametrize(
    "other",
    [notice("Hill"), notice("Coast", "2015-09-20"), notice("Coast", title="KILL: another story of that night")],
    ids=["another outlet", "an earlier day", "another story"],
)
def test_other_notices_take_nothing_back(other: Reading) -> None:
    story = headed(told("a", 12, "2015-09-28", "Coast"), HEADLINE)
    assert not [origin for origin in origins(reports([story, other]), []).values() if origin.withdrawn]


def test_the_last_word_of_people_counts() -> None:
    read = [told("a", 12, "2015-09-28", "Coast"), told("b", 12, "2015-09-29", "Hill")]
    gone = Decision(WITHDRAWN, (Named("b"),), (), None, "2024-01-01", "the outlet took it back")
    back = replace(gone, kind=STANDS)
    assert [event.status for event in merge(read, [gone])] == ["withdrawn"]
    assert [event.status for event in merge(read, [gone, back])] == ["happened"]
