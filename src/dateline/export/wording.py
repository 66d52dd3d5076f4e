"""A claim as a sentence that a person would write: "Russia, a party, claims that its jets struck 86 targets …"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from dateline.lexicon.actors import STATE
from dateline.lexicon.files import load
from dateline.records.article import Article
from dateline.records.claim import Claim, Claimant, Count, When
from dateline.records.event import Event
from dateline.records.mention import ActorMention, PlaceMention

SAYS = {True: "claim", False: "say", None: "say"}
"""A party to something claims it, anybody else says so."""


class Act(NamedTuple):
    """The forms of the verb for an act, and the preposition before its recipient ("" for a plain object)."""

    do: str
    past: str
    done: str
    ing: str
    to: str


@cache
def act(kind: str, mode: str | None) -> Act:
    """How an act of a type and mode is told; of a type of the user's own by its name."""
    told = load("en/wording.yaml")["acts"]
    own = [f"{verb} something of type {kind}" for verb in ("do", "did", "done", "doing")]
    return Act(*(told.get(f"{kind}/{mode}") or told.get(kind) or [*own, "to"]))


def sentence(article: Article, claim: Claim) -> str:
    """One claim as a sentence: who says so and whether it is a party to it, who did what to whom, how many, where and
    when, with the words of the text for the two ends."""
    body = " ".join(filter(None, (clause(claim), counted(apart(claim)), where(claim.place), when(claim.when))))
    return f"{teller(article, claim)} {body}.".replace(" ,", ",").replace(",.", ".")


def teller(article: Article, claim: Claim) -> str:
    """Who says so, with the verb."""
    if claim.claimant.kind == "outlet":
        return f"{article.source or 'The outlet'} reports {'a denial ' if claim.status == 'denied' else ''}that"
    party = ", a party," if claim.claimant_is_party else ""
    who, verb = voice(article, claim.claimant), SAYS[claim.claimant_is_party]
    verbs = ("deny", "denies") if claim.status == "denied" else (verb, f"{verb}s")
    many = claim.claimant.kind == "actor" and not claim.claimant.actor_id and is_many(who)
    return f"{who[0].upper()}{who[1:]}{party} {verbs[not many]} that"


def whose_word(event: Event) -> str:
    """Whose word an event is: "told by one side alone"; "" where that is not known."""
    return str(load("en/wording.yaml")["whose_word"][event.whose_word]) if event.whose_word else ""


def voice(article: Article, claimant: Claimant) -> str:
    """What to call a claimant."""
    if claimant.kind == "actor" and claimant.name:
        return claimant.name
    if claimant.start is not None and claimant.end is not None:
        words = " ".join(article.text[claimant.start : claimant.end].split())
        return words if claimant.kind == "actor" else f"somebody unnamed ({words})"
    return "somebody unnamed"


def clause(claim: Claim) -> str:
    """Who did what to whom; in the passive where nobody is told to have done it."""
    told = act(claim.type, claim.mode)
    recipient = words(claim.recipient)
    if claim.actor is None and recipient and not told.to:
        return f"{recipient} {inflected('passive', told, claim, claim.recipient).replace('|', ' ')}"
    doer = words(claim.actor) or "somebody"
    verb, _, behind = inflected("active", told, claim, claim.actor).partition("|")
    object_ = f"{told.to} {recipient}".strip() if recipient else ""
    return " ".join(filter(None, (doer, verb, object_, behind)))


def inflected(voice: str, told: Act, claim: Claim, subject: ActorMention | None) -> str:
    """The verb in the form that a status asks for."""
    plural = subject is not None and subject.form != "name" and is_many(subject.text)
    forms = load("en/wording.yaml")[voice]
    return str(forms[claim.status]).format(
        **told._asdict(), be="are" if plural else "is", was="were" if plural else "was"
    )


def is_many(told: str) -> bool:
    """Whether words tell of more than one, as far as their first and last word show."""
    split, many = told.lower().split(), load("en/wording.yaml")["many"]
    is_plural = split[-1].endswith("s") and not split[-1].endswith(("ss", "us", "is"))
    if split[0] in load("en/wording.yaml")["one"]:
        return False
    return "and" in split or is_plural or split[0] in many or split[-1] in many


def words(end: ActorMention | None) -> str:
    """The words for an end: those of the text; the name where they are a pronoun or the adjective of a country."""
    if end is None:
        return ""
    named = end.name and (end.form == "pronoun" or (end.form == "name" and (end.actor_id or "").startswith(STATE)))
    told = " ".join((end.name if named and end.name else end.text).split())
    first, _, rest = told.partition(" ")
    if rest and first.lower() in load("en/wording.yaml")["ours"]:
        return f"its {rest}"
    return f"{first.lower()} {rest}" if rest and first.lower() in load("en/wording.yaml")["small"] else told


def apart(claim: Claim) -> list[Count]:
    """The numbers that the words for the two ends do not tell."""
    ends = [end for end in (claim.actor, claim.recipient) if end is not None]
    return [
        one
        for one in claim.quantities
        if one.kind not in load("en/wording.yaml")["in_ends"]
        or not any(one.start is not None and end.start <= one.start < end.end for end in ends)
    ]


def counted(counts: Sequence[Count]) -> str:
    """The numbers told: "(12 killed, at least 30 wounded)"."""
    kinds = load("en/wording.yaml")["counts"]
    told = [f"{amount(one)} {kinds[one.kind]}" for one in counts if one.low is not None or one.high is not None]
    return f"({', '.join(told)})" if told else ""


def amount(count: Count) -> str:
    """A number or a range of numbers."""
    low, high = count.low, count.high
    if low is None or high is None:
        return f"at least {low:,}" if low is not None else f"at most {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def where(place: PlaceMention | None) -> str:
    """Where it was."""
    return "" if place is None else f"in {' '.join((place.name or place.text).split())}"


def when(time: When | None) -> str:
    """When it was, where that is known: "on 13 October 2015", "between 12 and 13 October 2015", "in October 2015"."""
    if time is None or time.begin is None or time.basis in {"published", "unknown"}:
        return ""
    first, last = time.begin, time.finish or time.begin
    if time.precision == "open":
        return f"since {day(first)}"
    if first == last:
        return f"on {day(first)}"
    if time.precision in {"year", "month"} and first.day == 1:
        return f"in {first:%B %Y}" if time.precision == "month" else f"in {first.year}"
    return f"between {day_before(first, last)} and {day(last)}"


def day(one: date) -> str:
    """A day as it is written: "13 October 2015"."""
    return f"{one.day} {one:%B %Y}"


def day_before(first: date, last: date) -> str:
    """The first day of an interval without what the last one says again."""
    if (first.year, first.month) == (last.year, last.month):
        return str(first.day)
    return f"{first.day} {first:%B}" if first.year == last.year else day(first)
