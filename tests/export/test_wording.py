"""Claims as sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.export.wording import act, is_many, sentence
from dateline.lexicon.files import load
from dateline.lexicon.frames import terms
from dateline.lexicon.ontology import event_types
from dateline.records.article import Article
from dateline.records.claim import Claim, Claimant, Count, When
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.text import Span

ARTICLE = Article("a", "Peru said its jets struck 86 targets in Chile.", source="Andes Wire")
JETS = ActorMention(10, 18, "its jets", "nominal", "PER-military", "Peruvian jets", "PER")
TARGETS = ActorMention(26, 36, "86 targets", "nominal")
CLAIM = Claim(
    "c1",
    "ASSAULT",
    Span(19, 25),
    Span(0, 46),
    mode="aerial",
    actor=JETS,
    recipient=TARGETS,
    place=PlaceMention(40, 45, "Chile", None, "Chile", "CHL"),
    when=When(None, None, date(2015, 10, 12), date(2015, 10, 13), "day", "relative"),
    claimant=Claimant("actor", 0, 4, "state-PER", "Peru"),
    claimant_is_party=True,
)


def test_a_claim_reads_as_a_person_would_write_it() -> None:
    told = "Peru, a party, claims that its jets struck 86 targets from the air in Chile between 12 and 13 October 2015."
    assert sentence(ARTICLE, CLAIM) == told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"claimant": Claimant("outlet")}, "Andes Wire reports that its jets struck"),
        ({"claimant_is_party": False}, "Peru says that its jets struck"),
        ({"status": "denied"}, "Peru, a party, denies that its jets struck"),
        ({"status": "planned"}, "that its jets are to strike 86 targets from the air"),
        ({"status": "did_not_happen"}, "that its jets did not strike 86 targets"),
        ({"status": "possible"}, "that its jets may have struck 86 targets"),
        ({"actor": None}, "that 86 targets were struck from the air"),
        ({"actor": None, "status": "ongoing"}, "that 86 targets are being struck"),
        ({"recipient": None}, "that its jets struck from the air"),
        ({"type": "CONSULT", "mode": "visit"}, "that its jets visited 86 targets"),
        ({"type": "RETREAT", "mode": "withdraw"}, "that its jets withdrew from 86 targets"),
        ({"type": "VISITS"}, "that its jets did something of type VISITS to 86 targets"),
        ({"quantities": (Count("killed", 12, None, 0, 1),)}, "from the air (at least 12 killed) in Chile"),
        ({"claimant": Claimant("unnamed")}, "Somebody unnamed, a party, claims"),
        ({"when": When(None, None, date(2015, 10, 1), date(2015, 10, 31), "month", "stated")}, "in October 2015."),
        ({"when": When(None, None, date(2015, 1, 1), date(2015, 12, 31), "year", "stated")}, "in 2015."),
        ({"when": When(None, None, date(2015, 1, 1), None, "open", "stated")}, "since 1 January 2015."),
        ({"when": When(None, None, date(2015, 1, 1), None, "day", "published")}, "in Chile."),
    ],
)
def test_each_part_has_its_words(changes: dict[str, object], told: str) -> None:
    assert told in sentence(ARTICLE, replace(CLAIM, **changes))  # type: ignore[arg-type]


def test_every_type_mode_and_status_has_words() -> None:
    for kind in event_types():
        for mode in (None, *(mode.name for mode in kind.modes)):
            assert all(act(kind.name, mode)[:4]), (kind.name, mode)
    for voice in ("active", "passive"):
        assert set(load("en/wording.yaml")[voice]) == set(terms("statuses"))


def test_many_and_one() -> None:
    assert all(map(is_many, ("both sides", "12 people", "Chad and Mali", "police", "rebels")))
    assert not any(map(is_many, ("a gas", "the bus", "the crisis", "Peru", "a man")))
