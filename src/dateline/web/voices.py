"""The claims of an event by who makes them, and where these differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.export.wording import sentence
from dateline.records.article import Article
from dateline.records.claim import NOT_SO, Claim
from dateline.records.reading import Reading
from dateline.sheets import EventSheet, Told
from dateline.web.wording import claimant, days, party, spoken, where

AROUND = 240
"""Characters of the evidence that are shown on each side of the trigger."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that a claim rests on, cut around its trigger; `cut` tells that there is more on either side."""

    before: str
    trigger: str
    after: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim as somebody makes it: the stance of the statement it stands in (None: in none), and the words.

    `standing` is "superseded" or "withdrawn"; "" where the claim counts.
    """

    article: Article
    claim: Claim
    stance: str | None
    sentence: str
    quote: Quote
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """A claimant with all it says of an event: what counts, and what counts no more.

    `is_party`: whether it is a party to any of it; None: not known.
    """

    name: str
    is_party: bool | None
    sayings: tuple[Saying, ...]
    former: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One of several answers, and who gives it."""

    told: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that claims answer differently."""

    question: str
    versions: tuple[Version, ...]


def voices(sheet: EventSheet, readings: Sequence[Reading]) -> tuple[Voice, ...]:
    """Who says what of an event: parties first, then others, those who say most first; last who counts no more."""
    stances = {(reading.article.id, one.id): one.stance for reading in readings for one in reading.statements}
    said: dict[str, list[Saying]] = {}
    for article, claim in sheet.claims:
        told = replace(saying(article, claim, stances), standing=sheet.standing(article, claim))
        said.setdefault(voice(article, claim), []).append(told)
    found = [voice_of(name, sayings) for name, sayings in said.items()]
    return tuple(sorted(found, key=lambda one: (not one.sayings, not one.is_party, -len(one.sayings), one.name)))


def voice_of(name: str, said: Sequence[Saying]) -> Voice:
    """A claimant with what it says, what counts apart from what counts no more."""
    counting, former = (tuple(one for one in said if bool(one.standing) is gone) for gone in (False, True))
    return Voice(name, is_party(counting or former), counting, former)


def voice(article: Article, claim: Claim) -> str:
    """What a claimant is called on a page about several reports: an outlet by its name."""
    if claim.claimant.kind == "outlet":
        return f"{article.source or 'An outlet'}, in its own words"
    return claimant(claim.claimant, article.text)


def is_party(sayings: Sequence[Saying]) -> bool | None:
    """Whether a claimant is a party to anything it says; None where nobody knows."""
    known = [one.claim.claimant_is_party for one in sayings]
    return True if True in known else False if False in known else None


def saying(article: Article, claim: Claim, stances: Mapping[tuple[str, str], str]) -> Saying:
    """A claim as somebody makes it."""
    stance = stances.get((article.id, claim.statement_id)) if claim.statement_id else None
    return Saying(article, claim, stance, sentence(article, claim), quote(article.text, claim))


def quote(text: str, claim: Claim) -> Quote:
    """The words that a claim rests on, with its trigger."""
    evidence, trigger = claim.evidence, claim.trigger
    if not evidence.holds(trigger):
        words = text[evidence.start : evidence.end]
        return Quote("", "", words[: 2 * AROUND] + ("…" if len(words) > 2 * AROUND else ""))
    start, end = max(evidence.start, trigger.start - AROUND), min(evidence.end, trigger.end + AROUND)
    before, after = text[start : trigger.start], text[trigger.end : end]
    return Quote(
        ("…" if start > evidence.start else "") + before, trigger.of(text), after + ("…" if end < evidence.end else "")
    )


def differences(claims: Sequence[Told]) -> tuple[Difference, ...]:
    """Where the claims of an event differ: whether it was so, when, and where."""
    questions: dict[str, Callable[[Claim], str]] = {
        "Was it so?": lambda claim: "No" if claim.status in NOT_SO else f"Yes: {spoken(claim.status)}",
        "When?": lambda claim: days(claim.when.begin, claim.when.finish) if claim.when and claim.when.begin else "",
        "Where?": lambda claim: where(claim.place),
    }
    found = (Difference(question, versions(claims, answer)) for question, answer in questions.items())
    return tuple(one for one in found if len(one.versions) > 1)


def versions(claims: Iterable[Told], answer: Callable[[Claim], str]) -> tuple[Version, ...]:
    """Each answer once, with those who give it; claims without one do not count."""
    by: dict[str, dict[str, None]] = {}
    for article, claim in claims:
        if told := answer(claim):
            badge = f" ({party(True)})" if claim.claimant_is_party else ""
            by.setdefault(told, {})[voice(article, claim) + badge] = None
    return tuple(Version(told, tuple(names)) for told, names in by.items())
