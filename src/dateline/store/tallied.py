"""What decisions come to, kept up with them: an article is counted anew when somebody decides on it or when it is read
again, and all others stay as they were counted."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, select

from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.review import CODING, Review
from dateline.review.agreement import Agreement
from dateline.review.answers import answers_of
from dateline.review.estimate import Estimate
from dateline.review.standing import agreed, codings, in_force
from dateline.review.tally import Coded, Said, Tally, said
from dateline.store.reviews import claims_in, decided_since, gathered, listed
from dateline.store.shelf import batches
from dateline.store.state import revision
from dateline.store.tables import ARTICLES, REVIEWS
from dateline.store.words import key

Stamp = tuple[str, str] | None
"""What was received of an article and the run that read it; None where there is no such article."""


@dataclass(frozen=True)
class Outcome:
    """What reviewing comes to: the estimate from the sample, and how far reviewers agree.

    `reviewed` counts claims that are there now, `sampled` those of them that were drawn at random, `unsettled` those of
    which reviewers differ; `gone` counts decisions on claims that no article tells any more.
    """

    reviewed: int
    sampled: int
    unsettled: int
    gone: int
    estimates: tuple[Estimate, ...]
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What an article adds: its reviewed claims, and how many decisions are on claims it tells no more."""

    stamp: Stamp = None
    coded: tuple[Coded, ...] = ()
    gone: int = 0


@dataclass
class Tallied:
    """The decisions in a database as they are counted by now."""

    engine: Engine
    tally: Tally = field(default_factory=Tally)
    _last: int = 0
    _revision: str = ""
    _articles: dict[str, Counted] = field(default_factory=dict)
    _gone: int = 0
    _lock: Any = field(default_factory=threading.Lock)

    def outcome(self) -> Outcome:
        """What all decisions come to."""
        with self._lock:
            for some in batches(sorted(self._changed())):
                self._count(some)
            tally = self.tally
            counts = (tally.reviewed, tally.sampled, tally.unsettled, self._gone)
            return Outcome(*counts, tally.estimates(), tally.agreements())

    def _changed(self) -> set[str]:
        """The articles of which somebody decided something since, or that were read again."""
        state, (last, found) = revision(self.engine), decided_since(self.engine, self._last)
        if state != self._revision:
            now = stamps(self.engine, self._articles)
            found |= {name for name, one in self._articles.items() if one.stamp != now.get(name)}
        self._revision, self._last = state, last
        return found

    def _count(self, names: list[str]) -> None:
        made = counted(self.engine, names)
        for name in names:
            self._take(self._articles.get(name, Counted()), -1)
            self._take(made[name], 1)
            self._articles[name] = made[name]

    def _take(self, one: Counted, times: int) -> None:
        self._gone += times * one.gone
        for claim in one.coded:
            self.tally.add(claim, times)


def counted(engine: Engine, names: list[str]) -> dict[str, Counted]:
    """What some articles add."""
    told, stamped = claims_in(engine, names), stamps(engine, names)
    made: dict[str, list[Review]] = {name: [] for name in names}
    for one in listed(engine, select(REVIEWS).where(REVIEWS.c.article_id.in_(names)).order_by(REVIEWS.c.number)):
        made[key(one.about.article_id)].append(one)
    return {name: counted_in(stamped.get(name), told.get(name, []), made[name]) for name in names}


def counted_in(stamp: Stamp, claims: list[tuple[Article, Claim]], decided: Iterable[Review]) -> Counted:
    """What an article adds that tells these claims."""
    standing = in_force(decided)
    found = gathered(claims, standing)
    there = {one.number for _, made in found.values() for one in made}
    gone = sum(one.verdict in CODING and one.number not in there for one in standing)
    coded = tuple(coded_of(made, said(answers_of(claim))) for claim, made in found.values() if codings(made))
    return Counted(stamp, coded, gone)


def coded_of(made: list[Review], now: Said) -> Coded:
    """A reviewed claim, from the decisions on it and what the program says now."""
    final, by = agreed(made), {one.by: said(one.answers) for one in codings(made)}
    return Coded(by, None if final is None else said(final.answers), now, any(one.sampled for one in made))


def stamps(engine: Engine, names: Iterable[str]) -> dict[str, Stamp]:
    """The stamps of some articles, of those that are there."""
    return dict(stamped(engine, names))


def stamped(engine: Engine, names: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    """Each article that is there with its stamp."""
    wanted = select(ARTICLES.c.id, ARTICLES.c.capture, ARTICLES.c.run)
    with engine.connect() as connection:
        for some in batches(names):
            for row in connection.execute(wanted.where(ARTICLES.c.id.in_(some))):
                yield row.id, (row.capture, row.run)
