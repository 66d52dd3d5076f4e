"""The desk on a large database: makes one (1 M claims in 300 k events), and measures every page and call.

    python -m benchmarks.desk make big.db --claims 1000000 --events 300000
    python -m benchmarks.desk measure big.db

Nothing is read or merged: the records are made up, from a seed, with the names that ship, so that pages have as much to
show as in earnest. An event is told by claims of several articles; actors and places are as uneven as in news.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypeVar

from benchmarks.asked import measure

from dateline.lexicon.actors import actors
from dateline.lexicon.ontology import event_types
from dateline.records.article import Article
from dateline.records.claim import Claim, Claimant, Count, Relation, When
from dateline.records.codec import reading_line
from dateline.records.event import ClaimKey, CountByClaimant, Event, EventCount
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Span
from dateline.records.tie import KINDS
from dateline.store.connect import writing
from dateline.store.rows import article_row, claim_row, event_row, member_rows, relation_rows
from dateline.store.store import Store
from dateline.store.tables import ARTICLES, CLAIMS, EVENT_CLAIMS, EVENTS, READINGS, RELATIONS, RUNS

FIRST, DAYS = date(2012, 1, 1), 365 * 12
IN_AN_ARTICLE, TIES_IN_AN_ARTICLE = 10, 3
STATUSES = ("happened", "happened", "happened", "happened", "planned", "denied", "possible", "ongoing")
COUNTRIES = ("SYR", "UKR", "YEM", "AFG", "IRQ", "SOM", "MLI", "COD", "SDN", "MMR", "COL", "TUR", "LBN", "ISR", "IRN")
X = TypeVar("X")


@dataclass
class World:
    """Everything that happens, by its number: the same number is always the same event."""

    events: int

    @cached_property
    def actors(self) -> list[ActorMention]:
        """Those who act, those of whom most is told first."""
        known = random.Random(1).sample([one for one in actors().values() if one.kind != "state"], 3000)
        states = [one for one in actors().values() if one.id.endswith(COUNTRIES)][:40]
        return [
            ActorMention(0, 0, one.name, "name", one.id, one.name, one.country, one.sectors) for one in states + known
        ]

    @cached_property
    def places(self) -> list[PlaceMention]:
        """Where things happen: towns, some provinces, and whole countries."""
        dice, found = random.Random(2), []
        for n in range(5000):
            code = COUNTRIES[n % len(COUNTRIES)]
            exact = "country" if n < len(COUNTRIES) else "admin1" if n % 9 == 0 else "settlement"
            lat, lon = dice.uniform(-30, 60), dice.uniform(-20, 100)
            name = code if exact == "country" else f"{dice.choice(self.words).title()}{n}"
            found.append(
                PlaceMention(
                    0, 0, name, f"made:{n}", name, code, None, None, lat, lon, "PPL", exact, dice.uniform(2, 60)
                )
            )
        return found

    @cached_property
    def words(self) -> list[str]:
        """Words of the texts."""
        dice = random.Random(3)
        return [
            "".join(dice.choice(("ba", "do", "ki", "lu", "me", "ra", "su", "ti")) for _ in range(3))
            for _ in range(2000)
        ]

    def event(self, number: int) -> Event:
        """An event, without its claims."""
        dice = random.Random(number)
        kind = dice.choice(event_types())
        begin = FIRST + timedelta(days=int(DAYS * dice.random() ** 0.5))
        place, when = uneven(dice, self.places) if dice.random() < 0.7 else None, begin if dice.random() < 0.9 else None
        who, whom = uneven(dice, self.actors), uneven(dice, self.actors)
        mode = dice.choice(kind.modes).name if kind.modes else None
        return Event(
            f"e{number:09}", kind.name, mode, when, when, "day" if when else None, place, (who.actor_id or "",),
            (whom.actor_id or "",), dice.choice(STATUSES), (), (), 3, 2, 1, 2,
        )  # fmt: skip


def uneven(dice: random.Random, of: Sequence[X]) -> X:
    """One of several; the first far more often than the last."""
    return of[int(len(of) * dice.random() ** 4)]


def article(world: World, number: int) -> Reading:
    """An article that tells of ten events, a sentence each."""
    dice, parts, claims, at = random.Random(-number - 1), [], [], 0
    by_id = {one.actor_id: one for one in world.actors}
    for n in range(IN_AN_ARTICLE):
        told = world.event((number * IN_AN_ARTICLE + n) % world.events)
        who, whom, says = by_id[told.actors[0]], by_id[told.recipients[0]], uneven(dice, world.actors)
        more = " ".join(dice.choices(world.words, k=9))
        words = f"{says.name} said {who.name} {dice.choice(world.words)} {whom.name} {more}. "
        claims.append(claim(told, (who, whom, says), (at, words), n, dice))
        parts.append(words)
        at += len(words)
    text, day = "".join(parts), FIRST + timedelta(days=int(DAYS * dice.random() ** 0.5))
    about = Article(
        f"a{number:09}",
        text,
        None,
        f"Outlet {int(400 * dice.random() ** 3)}",
        text[:60],
        None,
        "en",
        day.isoformat(),
        "given",
    )
    return Reading(
        about, "made", (), (Sentence(0, len(text)),), claims=tuple(claims), relations=relations(world, number, text)
    )


def relations(world: World, number: int, text: str) -> tuple[Relation, ...]:
    """Ties that an article tells, of which some pairs of actors have many."""
    dice, end = random.Random(-number - 1), text.index(".")
    return tuple(
        Relation(
            dice.choice(KINDS),
            uneven(dice, world.actors),
            uneven(dice, world.actors),
            Span(n, end),
            dice.choice((Claimant("outlet"), Claimant("actor", 0, 9), Claimant("unnamed"))),
            0.8,
        )
        for n in range(TIES_IN_AN_ARTICLE)
    )


def claim(told: Event, ends: tuple[ActorMention, ...], at: tuple[int, str], number: int, dice: random.Random) -> Claim:
    """A claim that tells an event, in a sentence that begins at an offset."""
    (who, whom, says), (start, words) = ends, at
    kind = dice.choice(("outlet", "actor", "actor", "unnamed"))
    claimant = Claimant(kind, start, start + 5, says.actor_id, says.name) if kind == "actor" else Claimant(kind)
    killed = dice.randrange(1, 60)
    when = When(None, None, told.begin, told.finish, "day", "stated") if told.begin else None
    return Claim(
        f"c{number}", told.type, Span(start, start + 4), Span(start, start + len(words) - 1), told.mode, ("military",),
        4, "190", -9.0, who, whom, told.place, when, told.status, claimant, dice.choice((True, False, None)), None,
        (Count("killed", killed, killed, None, None),), 0.8, "made",
    )  # fmt: skip


def make(path: str, claims: int, events: int) -> None:
    """Makes the database."""
    world, began = World(events), time.perf_counter()
    members: dict[int, list[ClaimKey]] = {}
    with Store.open(path, make=True) as store:
        with writing(store.engine) as connection:
            connection.execute(
                RUNS.insert().values(id="made", version="0", began="2024-01-01T00:00:00+00:00", ended=None)
            )
        for first in range(0, claims // IN_AN_ARTICLE, 500):
            numbers = range(first, min(first + 500, claims // IN_AN_ARTICLE))
            readings = [article(world, number) for number in numbers]
            for number, reading in zip(numbers, readings, strict=True):
                for n, one in enumerate(reading.claims):
                    key = ClaimKey(reading.article.id, one.id)
                    members.setdefault((number * IN_AN_ARTICLE + n) % events, []).append(key)
            with writing(store.engine) as connection:
                connection.execute(
                    ARTICLES.insert(), [article_row(one.article, one.article.id, "made") for one in readings]
                )
                lines = [{"article_id": one.article.id, "line": reading_line(one).decode()} for one in readings]
                connection.execute(READINGS.insert(), lines)
                rows = [claim_row(one.article, n, told) for one in readings for n, told in enumerate(one.claims)]
                connection.execute(CLAIMS.insert(), rows)
                connection.execute(RELATIONS.insert(), [row for one in readings for row in relation_rows(one)])
        keep_events(store, world, members)
    print(f"{claims} claims, {events} events: {time.perf_counter() - began:.0f} s")


def keep_events(store: Store, world: World, members: dict[int, list[ClaimKey]]) -> None:
    """Writes the events, each with the claims that tell it."""
    for first in range(0, world.events, 5000):
        made = [with_claims(world.event(n), members.get(n, [])) for n in range(first, min(first + 5000, world.events))]
        with writing(store.engine) as connection:
            connection.execute(EVENTS.insert(), [event_row(one) for one in made])
            connection.execute(EVENT_CLAIMS.insert(), [row for one in made for row in member_rows(one)])


def with_claims(event: Event, keys: list[ClaimKey]) -> Event:
    """An event with the claims that tell it and the numbers they give."""
    ids = tuple(f"{one.article_id}/{one.claim_id}" for one in keys)
    killed = EventCount(
        "killed", 3, 9, 20, (CountByClaimant("somebody", 3, 9, ids[:1]), CountByClaimant("other", 12, 20, ids))
    )
    return replace(event, claims=tuple(keys), reports=len(keys), quantities=(killed,))


def main() -> None:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what: Any = parser.add_subparsers(required=True)
    making = what.add_parser("make")
    making.add_argument("path")
    making.add_argument("--claims", type=int, default=1_000_000)
    making.add_argument("--events", type=int, default=300_000)
    making.set_defaults(run=lambda given: make(given.path, given.claims, given.events))
    measuring = what.add_parser("measure")
    measuring.add_argument("path")
    measuring.add_argument("--slow", type=int, default=25, help="so many of the slowest are printed")
    measuring.set_defaults(run=lambda given: measure(given.path, given.slow))
    given = parser.parse_args()
    given.run(given)


if __name__ == "__main__":
    main()
