"""Copies of one story are one source; other stories of the same event are not."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge import copies
from dateline.merge.copies import text_of
from dateline.merge.origins import origins
from dateline.merge.report import reports
from dateline.records.article import Article, Dateline
from dateline.records.reading import Reading
from dateline.records.text import Skipped

STORY = """Fighters stormed an army post outside the river town of Darna before dawn on Sunday and killed
nine soldiers, the governor's office said. The attackers came in pickup trucks from two sides and cut the
telephone line first. A teacher who lives beside the barracks said the shooting lasted for almost an hour. "We
lay on the floor with the children and counted," she said. The army said its men had driven off the raid and
were searching the orchards east of the road. It was the third attack on the post since the start of the
harvest. No group has said that it was behind the raid. The governor ordered the market closed for two days
and asked the capital to send more men. Trade along the river has shrunk since the bridge was blown up last
winter, and prices for flour have doubled. Elders of the district met on Saturday to talk about a truce, but
those talks ended without a word on the prisoners."""
OTHER = """Nine soldiers died when gunmen overran a checkpoint near Darna on Sunday morning, according to the
office of the governor, in the worst violence there this year. Witnesses spoke of trucks, of gunfire that went
on for close to an hour and of smoke over the orchards. "We lay on the floor with the children and counted," a
teacher said. A security source in the capital put the dead at eleven and said two officers were missing.
Families gathered at the hospital, where the wounded were treated in the corridor because the wards were full.
The defence minister cut short a visit abroad."""
LEAD = "At least nine soldiers are dead after a raid by gunmen on a post near Darna, officials in the province say."
TAIL = STORY[STORY.index("A teacher") :]


def article(name: str, text: str, day: str | None = "2024-06-02", source: str | None = None) -> Reading:
    return Reading(Article(name, text, published=day, source=source))


def stories(read: list[Reading]) -> dict[str, str]:
    return copies.stories(text_of(reading) for reading in read)


def sources(read: list[Reading]) -> dict[str, str]:
    return {name: origin.source for name, origin in origins(reports(read), []).items()}


def same_story(*texts: str) -> bool:
    return len(set(stories([article(f"a{n}", text) for n, text in enumerate(texts)]).values())) == 1


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY.upper(),
        STORY.replace("\n", " "),
        f"By Somebody Else, Coast News\n\n{STORY}",
        STORY[: len(STORY) * 2 // 5],
        f"{LEAD} {TAIL}",
        f"{LEAD} {TAIL[:500]}",
        STORY.replace("Sunday", "June 2").replace("soldiers", "troops"),
        f"{STORY} {' '.join(f'More of {n} and what else was told of it.' for n in range(20))}",
    ],
    ids=["same", "capitals", "lines", "byline", "cut tail", "new lead", "lead and tail", "words changed", "longer"],
)
def test_copies_are_found(copy: str) -> None:
    assert same_story(STORY, copy)
    assert same_story(copy, STORY)


@pytest.mark.parametrize(
    "text",
    [OTHER, LEAD, "Nine soldiers were killed near Darna on Sunday.", "", STORY[:80]],
    ids=["other words", "lead alone", "brief", "empty", "too short to tell"],
)
def test_other_stories_are_none(text: str) -> None:
    assert not same_story(STORY, text)


def test_short_texts_must_be_the_same_word_for_word() -> None:
    assert same_story("Nine soldiers were killed near Darna.", "NINE soldiers were killed near Darna")
    assert not same_story("Nine soldiers were killed near Darna.", "Ten soldiers were killed near Darna.")
    assert not same_story("", "")


def test_what_is_skipped_does_not_count() -> None:
    note = "Sign up here for our letter with all the news of the day and more. " * 12
    one = Reading(Article("a", note + LEAD + TAIL[:300]), skipped=(Skipped(0, len(note), "boilerplate"),))
    other = Reading(Article("b", note + OTHER), skipped=(Skipped(0, len(note), "boilerplate"),))
    assert len(set(stories([one, other]).values())) == 2


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(random: Random) -> None:
    read = [article(f"a{n}", text) for n, text in enumerate([STORY, OTHER, f"{LEAD} {TAIL}", STORY[:700], LEAD, ""])]
    expected = stories(read)
    random.shuffle(read)
    assert stories(read) == expected


def test_the_first_report_is_the_story() -> None:
    found = stories([article("a", STORY, "2024-06-03"), article("b", STORY, "2024-06-02")])
    assert found == {"a": "b", "b": "b"}


def test_the_source_is_the_agency_else_the_first_outlet() -> None:
    wire = Reading(
        Article("c", f"{LEAD} {TAIL}", published="2024-06-03", dateline=Dateline(0, 5, None, None, "River News"))
    )
    read = [article("a", STORY, source="Coast"), article("b", STORY[:700], "2024-06-03", source="Hill")]
    assert sources(read) == {"a": "Coast", "b": "Coast"}
    assert set(sources([*read, wire]).values()) == {"River News"}
    assert sources([article("d", OTHER)]) == {"d": "d"}
