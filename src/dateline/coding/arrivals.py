"""The day when those came who did what a report tells around it: "The attackers came before dawn on Saturday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.clause_times import OWN, time_of
from dateline.coding.sites import is_definite
from dateline.coding.told_again import RECENT
from dateline.coding.told_ahead import UNDATED
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.records.claim import Claim, When
from dateline.records.mention import TimeMention
from dateline.records.reading import Reading

BEFORE, BEHIND = 3, 2
"""So many sentences before theirs tell what they did, and so many behind it."""
DAYS = frozenset({"day", "minute", "hour"})


def days_of_arrival(reading: Reading, claims: Sequence[Claim]) -> dict[str, When]:
    """The days, by claim, of attacks told near those who came, that have only the day when somebody told of them."""
    found: dict[str, When] = {}
    for number, time in arrivals(reading):
        near = reading.sentences[max(0, number - BEFORE) : number + BEHIND + 1]
        when = When(time.start, time.end, time.begin, time.finish, time.precision, "carried")
        for claim in claims:
            if near[0].start <= claim.trigger.start < near[-1].end and is_theirs(claim, when):
                found.setdefault(claim.id, when)
    return found


def arrivals(reading: Reading) -> Iterator[tuple[int, TimeMention]]:
    """The sentences, by number, that tell when the attackers came, with that day."""
    doers, coming = load("en/ends.yaml")["doers"], load("en/circumstances.yaml")["coming"]
    for number, sentence in enumerate(reading.sentences):
        times = [one for one in reading.times if sentence.holds(one)]
        if not times or not any(token.lemma.lower() in doers for token in sentence.tokens):
            continue
        tree = Tree(sentence)
        for at, token in enumerate(sentence.tokens):
            subjects = tree.kids(at, "nsubj") if token.tag == "VBD" and token.lemma.lower() in coming else []
            if any(is_definite(tree.tokens, n) and tree.tokens[n].lemma.lower() in doers for n in subjects):
                timed = time_of(tree, at, times, frozenset({at}))
                if timed is not None and timed.kin == OWN and timed.time.precision in DAYS:
                    yield number, timed.time


def is_theirs(claim: Claim, came: When) -> bool:
    """Whether an attack has only the day when it was told of, and that is soon after they came."""
    when = claim.when
    if claim.type != "ASSAULT" or claim.status != "happened" or when is None or when.basis not in UNDATED:
        return False
    if when.begin is None or came.begin is None:
        return False
    return came.begin <= when.begin <= came.begin + RECENT
