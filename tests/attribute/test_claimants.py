from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from dateline.attribute.claimants import AttributeClaims, NameSpeakers
from dateline.attribute.parties import Knowledge, Verdict, Voice, verdict
from dateline.attribute.reports import FindStatements
from dateline.parse.spacy import ParseText
from dateline.records.article import Article
from dateline.records.claim import Claim, Relation
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.text import Span

KNOWN = {
    "Russia": ("name", "state-RUS", "Russia", "RUS", ("GOV",)),
    "Moscow": ("name", "state-RUS", "Russia", "RUS", ("GOV",)),
    "Ukraine": ("name", "state-UKR", "Ukraine", "UKR", ("GOV",)),
    "Russian defence ministry": ("nominal", "state-RUS/GOV", "Russian defence ministry", "RUS", ("GOV", "MIL")),
    "Russian air force": ("nominal", "state-RUS/MIL", "Russian air force", "RUS", ("MIL",)),
    "Iceland": ("name", "state-ISL", "Iceland", "ISL", ("GOV",)),
    "Peru": ("name", "state-PER", "Peru", "PER", ("GOV",)),
    "Blue Front": ("name", "blue-front", "Blue Front", None, ("REB",)),
    "Omar Haddad": ("name", "name:omar-haddad", "Omar Haddad", None, ()),
    "Relief Now": ("name", "relief-now", "Relief Now", None, ("NGO",)),
    "rebels": ("nominal", None, None, None, ("REB",)),
    "gunmen": ("nominal", None, None, None, ("UAF",)),
    "police": ("nominal", None, None, None, ("COP",)),
    "protesters": ("nominal", None, None, None, ("OPP",)),
    "The group": ("nominal", None, None, None, ("REB",)),
}


@dataclass(frozen=True)
class Case:
    text: str
    trigger: str
    actor: str | None
    recipient: str | None
    kind: str
    name: str | None
    party: bool | None
    status: str = "happened"
    coded: str = "happened"


CASES = [
    Case(
        "Russia said Ukraine attacked the Russian air force.",
        "attacked",
        "Ukraine",
        "Russian air force",
        "actor",
        "Russia",
        True,
    ),
    Case(
        "Moscow said the Russian air force bombed a depot.",
        "bombed",
        "Russian air force",
        None,
        "actor",
        "Russia",
        True,
    ),
    Case(
        "The Russian defence ministry said the Russian air force bombed a depot.",
        "bombed",
        "Russian air force",
        None,
        "actor",
        "Russian defence ministry",
        True,
    ),
    Case("According to Iceland, Peru shelled the rebels.", "shelled", "Peru", "rebels", "actor", "Iceland", False),
    Case("Peru bombed the rebels on Monday.", "bombed", "Peru", "rebels", "outlet", None, False),
    Case("Officials said Peru bombed the rebels.", "bombed", "Peru", "rebels", "unnamed", "Officials", None),
    Case("It was reported that gunmen shot two men.", "shot", "gunmen", None, "unnamed", None, None),
    Case("Witnesses said police beat protesters.", "beat", "police", "protesters", "unnamed", "Witnesses", None),
    Case("Russia denied that it attacked Ukraine.", "attacked", "Russia", "Ukraine", "actor", "Russia", True, "denied"),
    Case("Russia denied the attack.", "attack", "Russia", None, "actor", "Russia", True, "denied"),
    Case("Russia accused Ukraine of shelling a village.", "accused", "Russia", "Ukraine", "outlet", None, False),
    Case("Russia accused Ukraine of shelling a village.", "shelling", "Ukraine", None, "actor", "Russia", True),
    Case("Iceland accused Peru of bombing rebels.", "bombing", "Peru", "rebels", "actor", "Iceland", True),
    Case("Relief Now accused Peru of bombing rebels.", "bombing", "Peru", "rebels", "actor", "Relief Now", False),
    Case("The group vowed to attack Peru.", "vowed", "The group", "Peru", "outlet", None, False),
    Case("The group vowed to attack Peru.", "attack", "The group", "Peru", "actor", "The group", True, "threatened"),
    Case("Peru promised to release the rebels.", "release", "Peru", "rebels", "actor", "Peru", True, "planned"),
    Case(
        "Iceland urged Peru to release the rebels.", "release", "Peru", "rebels", "actor", "Iceland", False, "possible"
    ),
    Case("Peru refused to release the rebels.", "release", "Peru", "rebels", "actor", "Peru", True, "did_not_happen"),
    Case(
        "Iceland fears that Peru bombed the rebels.", "bombed", "Peru", "rebels", "actor", "Iceland", False, "possible"
    ),
    Case("Iceland believes that Peru bombed the rebels.", "bombed", "Peru", "rebels", "actor", "Iceland", False),
    Case(
        "Peru will bomb the rebels, Iceland said.",
        "bomb",
        "Peru",
        "rebels",
        "actor",
        "Iceland",
        False,
        "planned",
        "planned",
    ),
    Case("Iceland condemned the shelling of rebels by Peru.", "shelling", "Peru", "rebels", "outlet", None, False),
    Case("Peru wants to bomb the rebels.", "bomb", "Peru", "rebels", "outlet", None, False, "possible"),
    Case(
        "Iceland said Peru wants to bomb the rebels.", "bomb", "Peru", "rebels", "actor", "Iceland", False, "possible"
    ),
    Case(
        "Omar Haddad, a spokesman for the Blue Front, said gunmen of the Blue Front shot two men.",
        "shot",
        "Blue Front",
        None,
        "actor",
        "Omar Haddad",
        True,
    ),
    Case('"Peru bombed the rebels," said Omar Haddad.', "bombed", "Peru", "rebels", "actor", "Omar Haddad", False),
    Case(
        '"We saw it," Omar Haddad said. "Peru bombed the rebels."',
        "bombed",
        "Peru",
        "rebels",
        "actor",
        "Omar Haddad",
        False,
    ),
    Case(
        "Iceland said that, according to Russia, Peru bombed the rebels.",
        "bombed",
        "Peru",
        "rebels",
        "actor",
        "Russia",
        False,
    ),
    Case("Omar Haddad told reporters that gunmen shot two men.", "shot", "gunmen", None, "actor", "Omar Haddad", None),
]


def mention(text: str, words: str) -> ActorMention:
    start = text.rindex(words) if words == "Blue Front" else text.index(words)
    form, actor_id, name, country, sectors = KNOWN[words]
    return ActorMention(start, start + len(words), words, form, actor_id, name, country, sectors)


def mentions(text: str) -> tuple[ActorMention, ...]:
    found = []
    for words, (form, actor_id, name, country, sectors) in KNOWN.items():
        start = text.find(words)
        while start >= 0:
            found.append(ActorMention(start, start + len(words), words, form, actor_id, name, country, sectors))
            start = text.find(words, start + 1)
    return tuple(sorted(found, key=lambda one: one.start))


def reading_of(text: str, claims: tuple[Claim, ...] = ()) -> Reading:
    reading = FindStatements()(ParseText()(Reading(Article("a", text))))
    return NameSpeakers()(replace(reading, actors=mentions(text), claims=claims))


def claim_of(case: Case) -> Claim:
    at = case.text.index(case.trigger)
    actor = mention(case.text, case.actor) if case.actor else None
    recipient = mention(case.text, case.recipient) if case.recipient else None
    return Claim(
        "c1",
        "ASSAULT",
        Span(at, at + len(case.trigger)),
        Span(0, len(case.text)),
        actor=actor,
        recipient=recipient,
        status=case.coded,
    )


@pytest.mark.parametrize("case", CASES, ids=[f"{case.text[:50]}-{case.trigger}" for case in CASES])
def test_whose_claim_it_is(case: Case) -> None:
    (claim,) = AttributeClaims()(reading_of(case.text, (claim_of(case),))).claims
    claimant = claim.claimant
    assert (claimant.kind, claimant.name, claim.claimant_is_party) == (case.kind, case.name, case.party)
    assert claim.status == case.status
    assert (claim.statement_id is None) == (case.kind == "outlet")
    if claimant.start is not None and claimant.end is not None:
        assert 0 <= claimant.start < claimant.end <= len(case.text)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Omar Haddad said the road was open.", ["Omar Haddad"]),
        ('"The road is open," said Omar Haddad. He added that the bridge was safe.', ["Omar Haddad", "Omar Haddad"]),
        ('"The road is open," said Omar Haddad.\n\n"The bridge is safe, and so is the tunnel."', ["Omar Haddad"] * 2),
        ("A spokesman for the Blue Front said the road was open.", ["Blue Front"]),
        ("Omar Haddad, who said the road was open, left.", ["Omar Haddad"]),
        (
            "Omar Haddad, the mayor, criticised Ibrahim Saleh. The bridge was shut by police, he said.",
            ["Omar Haddad", "Omar Haddad"],
        ),
        ("Omar Haddad urged Ibrahim Saleh to go. It was late. The bridge was shut, he said.", ["Omar Haddad"] * 2),
        ("Peru said the road was open. The bridge was shut, he said.", ["Peru", None]),
        ("Critics of Peru said the road was closed.", [None]),
        ("It was reported that the road was closed.", [None]),
        ("Ibrahim Saleh said the road was closed.", ["Ibrahim Saleh"]),
    ],
)
def test_who_speaks(text: str, speakers: list[str | None]) -> None:
    found = reading_of(text).statements
    assert [one.speaker.name if one.speaker else None for one in found] == speakers


def test_somebody_new_is_nobody_named_before() -> None:
    text = "Omar Haddad, a military spokesman, said the road was open. A military spokesman said it was shut."
    reading = FindStatements()(ParseText()(Reading(Article("a", text))))
    known = (None, "name:omar-haddad", "Omar Haddad", None, ("MIL",))
    at = text.index("A military")
    named = ActorMention(0, 11, "Omar Haddad", "name", *known[1:])
    taken = ActorMention(at, at + 20, text[at : at + 20], "nominal", *known[1:])
    found = NameSpeakers()(replace(reading, actors=(named, taken))).statements
    assert [one.speaker.name if one.speaker else None for one in found] == ["Omar Haddad", None]


def test_ties_of_the_text_make_a_party() -> None:
    text = "Iceland said Peru bombed the rebels."
    iceland, peru, rebels = mentions(text)
    claim = Claim("c1", "ASSAULT", Span(13, 19), Span(0, 36), actor=peru, recipient=rebels)
    voice = Voice((iceland,), "says", iceland.actor_id)
    tie = Relation("backs", iceland, peru, Span(0, 5))
    assert verdict(voice, claim) == Verdict(False, "neither")
    assert verdict(voice, claim, Knowledge((tie,))).is_party is True


def test_no_claims_stay_none() -> None:
    assert AttributeClaims()(reading_of("Peru said nothing.")).claims == ()
