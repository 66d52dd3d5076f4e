from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.attribute.answers import is_short_for
from dateline.attribute.claimants import AttributeClaims, NameSpeakers
from dateline.attribute.reports import FindStatements
from dateline.parse.spacy import ParseText
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.text import Span

KNOWN = {
    "Peruvian jets": ("nominal", "PER-military", "Peruvian armed forces", "PER", ("MIL",)),
    "Peruvian troops": ("nominal", "PER-military", "Peruvian armed forces", "PER", ("MIL",)),
    "Lima": ("name", "state-PER", "Peru", "PER", ("GOV",)),
    "Peruvian defence ministry": ("nominal", "PER-defence-ministry", "Peruvian defence ministry", "PER", ("MIL",)),
    "Iceland": ("name", "state-ISL", "Iceland", "ISL", ("GOV",)),
    "Blue Front": ("name", "blue-front", "Blue Front", None, ("REB",)),
    "The army": ("nominal", None, None, None, ("MIL",)),
}


def mentions(text: str) -> tuple[ActorMention, ...]:
    found = []
    for words, rest in KNOWN.items():
        at = text.find(words)
        while at >= 0:
            found.append(ActorMention(at, at + len(words), words, *rest))
            at = text.find(words, at + 1)
    return tuple(sorted(found, key=lambda one: one.start))


def claims_of(text: str, actors: tuple[ActorMention, ...], triggers: list[str]) -> tuple[Claim, ...]:
    found = []
    for number, word in enumerate(triggers, start=1):
        at = text.index(word)
        before = [one for one in actors if one.end <= at]
        end = text.index(".", at) + 1
        start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
        actor = before[-1] if before else None
        found.append(Claim(f"c{number}", "ASSAULT", Span(at, at + len(word)), Span(start, end), quad=4, actor=actor))
    return tuple(found)


def attributed(text: str, triggers: list[str]) -> tuple[Claim, ...]:
    reading = FindStatements()(ParseText()(Reading(Article("a", text))))
    actors = mentions(text)
    reading = replace(reading, actors=actors, claims=claims_of(text, actors, triggers))
    return AttributeClaims()(NameSpeakers()(reading)).claims


DENIED = [
    ("Peruvian jets bombed a school. Lima denies it.", "bombed", "it", "Peru"),
    ("Peruvian jets bombed a school. Lima denied this.", "bombed", "this", "Peru"),
    (
        "Peruvian jets bombed a school, a nurse said. The Peruvian defence ministry denied the report.",
        "bombed",
        "the report",
        "Peruvian defence ministry",
    ),
    ("Peruvian jets bombed a school. It was noon. Lima rejected the accusation.", "bombed", "the accusation", "Peru"),
    ("Peruvian troops shelled a village. The army denied it.", "shelled", "it", "The army"),
    (
        "The Blue Front shelled a village. The Blue Front denied responsibility for it.",
        "shelled",
        "responsibility",
        "Blue Front",
    ),
    ("Peruvian jets bombed a school, a nurse said. Lima called that absurd.", "bombed", "that", "Peru"),
    ("Peruvian jets bombed a school, a nurse said. That is a lie, Lima said.", "bombed", "That", "Peru"),
    (
        "Peruvian jets bombed a school, a nurse said. Lima said there was no such raid.",
        "bombed",
        "no such raid",
        "Peru",
    ),
    (
        "Peruvian jets bombed a school, a nurse said. It was noon. It was hot. Lima rejected the charge.",
        "bombed",
        "the charge",
        "Peru",
    ),
    (
        "Peruvian jets bombed a school, a nurse said. Lima rejected the findings on Twitter.",
        "bombed",
        "the findings",
        "Peru",
    ),
    (
        "The Blue Front shelled a village. The Blue Front denied that it had taken part.",
        "shelled",
        "taken part",
        "Blue Front",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "words", "claimant"), DENIED, ids=[one[0][-45:] for one in DENIED])
def test_a_denial_is_a_claim_of_its_own(text: str, trigger: str, words: str, claimant: str) -> None:
    told, denied = attributed(text, [trigger])
    assert told.status == "happened"
    assert (denied.trigger.of(text), denied.status, denied.claimant.name) == (words, "denied", claimant)
    assert denied.claimant_is_party is True
    assert (denied.id, denied.type, denied.actor) == ("c2", told.type, told.actor)
    assert denied.evidence.holds(denied.trigger)
    assert denied.statement_id is not None


@pytest.mark.parametrize(
    "text",
    [
        "The Blue Front bombed a school. Lima denied it.",
        "Peruvian jets bombed a school. Iceland denied it.",
        "Peruvian jets bombed a school. Lima denied the report that it had lost a jet.",
        "Peruvian jets bombed a school. Lima denied the visa.",
        "Peruvian jets bombed a school. It was noon. It was hot. Lima denied it.",
        "Peruvian jets bombed a school. Lima said it.",
        "Peruvian jets bombed a school. Officials denied it.",
        "Lima said that Peruvian jets bombed a school. Lima denied it.",
        "Peruvian jets bombed a school. Lima called that a success.",
        "Peruvian jets bombed a school. Lima called the figure absurd.",
    ],
)
def test_no_denial_of_the_claim(text: str) -> None:
    assert [one.status for one in attributed(text, ["bombed"])] == ["happened"]


def test_two_sentences_that_tell_leave_it_open() -> None:
    text = "Peruvian jets bombed a school. Peruvian jets shelled a village. Lima denied it."
    assert len(attributed(text, ["bombed", "shelled"])) == 2


def test_what_the_same_sentence_tells_comes_first() -> None:
    text = "Peruvian jets bombed a school. The Blue Front shelled a village; Lima denied this."
    assert len(attributed(text, ["bombed", "shelled"])) == 2


def test_ids_follow_the_text() -> None:
    text = "Peruvian jets bombed a school. Lima denied it. Peruvian jets shelled a village."
    found = attributed(text, ["bombed", "shelled"])
    assert [(one.id, one.trigger.of(text)) for one in found] == [("c1", "bombed"), ("c2", "it"), ("c3", "shelled")]


@pytest.mark.parametrize(
    "text",
    [
        "No group said that it had shelled the village.",
        "None of the groups said it had shelled the village.",
        "Nobody claimed that Peruvian jets shelled the village.",
    ],
)
def test_what_nobody_says_is_no_claim(text: str) -> None:
    assert attributed(text, ["shelled"]) == ()


def test_who_said_it_does_not_deny_it_under_a_shorter_name() -> None:
    assert is_short_for("The ministry", "Interior Ministry")
    assert is_short_for("Interior Ministry", "the interior ministry")
    assert not is_short_for("Interior Ministry", "ministry")
    assert not is_short_for("defence ministry", "Interior Ministry")
    assert not is_short_for(None, "Peru")
