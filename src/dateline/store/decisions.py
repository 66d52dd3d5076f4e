"""What people decided, appended to what was decided before; and events by the ids they once had."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, Engine, func, insert, select

from dateline.errors import BadInput, Split
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.decision import TAKEN_BACK, Decision, Named, standing
from dateline.records.origin import Origin
from dateline.store import queries
from dateline.store.rows import clean
from dateline.store.shelf import decision_of
from dateline.store.tables import DECISIONS, EVENT_CLAIMS, FORWARDINGS, STORIES, WAITING
from dateline.store.words import key


def append(connection: Connection, decision: Decision) -> None:
    """Keeps a decision; the articles that it is about wait to be merged again."""
    last = connection.scalar(select(func.max(DECISIONS.c.number))) or 0
    ends = {name: msgspec.json.encode(getattr(decision, name)).decode() for name in ("ones", "others")}
    told = {name: getattr(decision, name) for name in ("kind", "by", "at", "why", "takes_back")}
    connection.execute(insert(DECISIONS), clean({"number": last + 1} | told | ends))
    waiting = set(connection.scalars(select(WAITING.c.article_id)))
    about = {one.article_id for one in (*decision.ones, *decision.others)} - waiting
    for name in sorted(about):
        connection.execute(insert(WAITING), {"article_id": name})


def taking_back(made: Sequence[Decision], number: int, by: str | None, at: str, why: str) -> Decision:
    """The decision that takes back another one, of all that were made. Raises `BadInput` where none has that number."""
    if not 1 <= number <= len(made):
        raise BadInput(f"there is no decision {number}; `dateline judge list` numbers them")
    one = made[number - 1]
    if number not in {held.number for held in standing(made)}:
        raise BadInput(f"decision {number} was taken back already")
    return Decision(TAKEN_BACK, one.ones, one.others, by, at, why, number)


def decisions(engine: Engine) -> list[Decision]:
    """All decisions, in the order in which they were made."""
    return [decision_of(row) for row in queries.rows(engine, select(DECISIONS).order_by(DECISIONS.c.number))]


def named(engine: Engine, name: str) -> tuple[Named, ...]:
    """The claims that an id names: those of an event, under whatever id it once had, or one ("article/claim").

    Raises `BadInput` where it names none, `Split` for an event that is several now.
    """
    events = forwarded(engine, name)
    if len(events) > 1:
        raise Split(name, events)
    for event in events:
        return tuple(claim_named(*told) for told in queries.claims_of(engine, event))
    found = queries.claim(engine, *name.rpartition("/")[::2])
    if found is None:
        raise BadInput(f"there is no event or claim {name!r}; `dateline events` and `claims` list ids")
    return (claim_named(*found),)


def claim_named(article: Article, claim: Claim) -> Named:
    """A claim as decisions name it."""
    return Named(article.id, claim.id, claim.type, claim.trigger.start, claim.trigger.end)


def event_of(engine: Engine, article_id: str, claim_id: str) -> str | None:
    """The event that holds a claim; None where none does."""
    theirs = (EVENT_CLAIMS.c.article_id == key(article_id)) & (EVENT_CLAIMS.c.claim_id == key(claim_id))
    row = queries.first(engine, select(EVENT_CLAIMS.c.event_id).where(theirs))
    return None if row is None else str(row.event_id)


def forwarded(engine: Engine, event_id: str) -> dict[str, str]:
    """The events that hold now what an event of this id held, each with the time when it came there.

    The event itself where it is there, none where nobody knows it; "" stands for a time that was not noted.
    """
    found: dict[str, str] = {}
    seen: set[str] = set()
    front = [(key(event_id), "")]
    while front:
        name, at = front.pop(0)
        if queries.event(engine, name) is not None:
            found[name] = max(at, found.get(name, ""))
        elif name not in seen:
            seen.add(name)
            wanted = select(FORWARDINGS).where(FORWARDINGS.c.old == name).order_by(FORWARDINGS.c.new)
            front += [(row.new, max(at, row.at or "")) for row in queries.rows(engine, wanted)]
    return found


def parts(engine: Engine, event_id: str) -> tuple[str, ...]:
    """The other events that hold claims which an event, that is still there, once held."""
    wanted = select(FORWARDINGS.c.new).where(FORWARDINGS.c.old == key(event_id)).order_by(FORWARDINGS.c.new)
    names = [one for row in queries.rows(engine, wanted) for one in forwarded(engine, row.new)]
    return tuple(dict.fromkeys(name for name in names if name != key(event_id)))


def origins(engine: Engine, event_id: str) -> dict[str, Origin]:
    """Where the articles of an event come from."""
    theirs = select(EVENT_CLAIMS.c.article_id).where(EVENT_CLAIMS.c.event_id == key(event_id))
    found = queries.rows(engine, select(STORIES).where(STORIES.c.article_id.in_(theirs)))
    return {row.article_id: Origin(row.story, row.source, row.withdrawn) for row in found}
