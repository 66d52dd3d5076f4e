"""The fields of a claim that a reviewer decides, and when two answers to one are the same."""

from __future__ import annotations

from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.review import Answers, Thing

FIELDS = ("type", "mode", "status", "context", "actor", "recipient", "place", "day", "span")
EVENT = "event"
"""The question before all fields: whether there is such an event at all."""


def answers_of(claim: Claim) -> Answers:
    """What the program says of a claim."""
    when = claim.when
    return Answers(
        claim.type,
        claim.mode,
        claim.status,
        claim.context,
        actor_named(claim.actor),
        actor_named(claim.recipient),
        place_named(claim.place),
        when.begin if when else None,
        when.finish if when else None,
    )


def actor_named(mention: ActorMention | None) -> Thing | None:
    """An actor as answers name it."""
    if mention is None:
        return None
    return Thing(mention.name or mention.text, mention.actor_id, mention.start, mention.end)


def place_named(mention: PlaceMention | None) -> Thing | None:
    """A place as answers name it."""
    if mention is None:
        return None
    return Thing(mention.name or mention.text, mention.place_id, mention.start, mention.end)


def value(answers: Answers, field: str) -> str:
    """An answer as text, by which it is compared: who and where by id, or else by name; "" for nothing."""
    if field == "day":
        begin, finish = answers.begin, answers.finish
        return "" if begin is None and finish is None else f"{begin or finish}/{finish or begin}"
    if field == "context":
        return " ".join(sorted(answers.context))
    if field == "span":
        return "right" if answers.span else "wrong"
    if field in {"type", "mode", "status"}:
        return getattr(answers, field) or ""
    thing: Thing | None = getattr(answers, field)
    return "" if thing is None else thing.id or " ".join(thing.name.casefold().split())


def differing(one: Answers, other: Answers) -> tuple[str, ...]:
    """The fields in which two answers are not the same."""
    return tuple(field for field in FIELDS if value(one, field) != value(other, field))


def words_of(article: Article, claim: Claim) -> str:
    """The evidence of a claim."""
    return claim.evidence.of(article.text)
