"""Words for those whom nobody lists as the claims of an event write them: events keep them in small letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Engine, and_, or_, select

from dateline.records.event import Event
from dateline.store.queries import rows
from dateline.store.tables import CLAIMS, EVENT_CLAIMS

MOST = 2_000
"""Claims that are looked at; an event of more is called by the words of some."""
OF_EVENT = and_(EVENT_CLAIMS.c.article_id == CLAIMS.c.article_id, EVENT_CLAIMS.c.claim_id == CLAIMS.c.id)


def written(engine: Engine, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with words as their claims write them; ids stay."""
    words = {word for one in events for word in (*one.actors, *one.recipients)}
    spelled = spellings(words, told_in(engine, [one.id for one in events]))
    return tuple(
        replace(one, actors=said(one.actors, spelled), recipients=said(one.recipients, spelled)) for one in events
    )


def said(ends: Iterable[str], spelled: Mapping[str, str]) -> tuple[str, ...]:
    """Actors with the words for them as they are written."""
    return tuple(spelled.get(one, one) for one in ends)


def told_in(engine: Engine, ids: Sequence[str]) -> Iterable[str]:
    """The words for actors and recipients without an id in the claims of some events."""
    nobody = or_(CLAIMS.c.actor_id.is_(None), CLAIMS.c.recipient_id.is_(None))
    wanted = select(CLAIMS.c.actor_words, CLAIMS.c.recipient_words).join(EVENT_CLAIMS, OF_EVENT)
    for row in rows(engine, wanted.where(EVENT_CLAIMS.c.event_id.in_(ids), nobody).limit(MOST)):
        yield from filter(None, row)


def spellings(words: Iterable[str], texts: Iterable[str]) -> dict[str, str]:
    """How some words in small letters stand at the end of the texts; of several ways the commonest."""
    lengths: dict[str, int] = {word: len(word.split()) for word in words}
    seen: dict[str, Counter[str]] = {}
    for text in texts:
        told = text.split()
        for many in {*lengths.values()}:
            tail = " ".join(told[-many:])
            if tail.casefold() in lengths:
                seen.setdefault(tail.casefold(), Counter())[tail] += 1
    return {word: min(ways, key=lambda one: (-ways[one], one)) for word, ways in seen.items()}
