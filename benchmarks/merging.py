"""How merging grows with the number of claims: `python benchmarks/merging.py [CLAIMS …] [--workers N]`.

The claims are made up, with a seed: a year of happenings of which few are told by many articles and most by one, each
article with its own happening in some detail and one or two others as background, two articles of five copied from an
agency and cut. By itself it takes 10,000 and 100,000 claims. Each size runs in a process of its own, so that its peak
of memory is its own.
"""

from __future__ import annotations

import math
import resource
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from multiprocessing import get_context
from random import Random

from dateline import worker
from dateline.merge.events import merge
from dateline.records.article import Article, Dateline
from dateline.records.claim import Claim, Claimant, Count, When
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Span

YEAR = date(2015, 1, 1)
DAYS, NAMES, PLACES, OUTLETS, WORDS = 365, 3000, 2000, 400, 6000
PER_ARTICLE, PER_HAPPENING = 5, 12
"""About so many claims are in an article, and about so many tell one happening."""
COPIED = 0.4
TYPES = {
    "ASSAULT": ("attacked", "killed", "bombed", "shelled"),
    "PROTEST": ("marched", "rallied"),
    "CONSULT": ("met", "visited"),
    "ACCUSE": ("blamed", "accused"),
    "THREATEN": ("warned", "threatened"),
    "COERCE": ("detained", "raided"),
}
SIDES = (("GOV",), ("MIL",), ("REB",), ("CVL",), ("OPP",))
SIZES = (10_000, 100_000)


@dataclass(frozen=True)
class Happening:
    """What articles tell."""

    type: str
    day: date
    place: int
    actor: int
    recipient: int
    killed: int


def readings(claims: int, seed: int = 1, lasting: int = DAYS) -> Iterator[Reading]:
    """Articles with so many claims in all, of so many days: of fewer days they are as dense as more of a year."""
    random = Random(seed)
    a_day = claims // (lasting * PER_HAPPENING) + 2
    days = [happenings(random, YEAR + timedelta(days=n), a_day) for n in range(lasting)]
    weights = [1 / rank**1.1 for rank in range(1, len(days[0]) + 1)]
    wires: list[Reading] = []
    made = number = 0
    while made < claims:
        number += 1
        if wires and random.random() < COPIED:
            reading = copied(random, random.choice(wires[-50:]), f"a{number:07}")
        else:
            about = random.choices(random.choice(days), weights, k=random.choice((2, 2, 3)))
            reading = written(random, about, f"a{number:07}")
            if reading.article.dateline is not None:
                wires.append(reading)
        made += len(reading.claims)
        yield reading


def happenings(random: Random, day: date, number: int) -> list[Happening]:
    """What happens on a day."""
    return [
        Happening(
            random.choice(list(TYPES)),
            day,
            drawn(random, PLACES),
            drawn(random, NAMES),
            drawn(random, NAMES),
            random.choice((0, 0, 1, 2, 5, 9, 14, 40)),
        )
        for _ in range(number)
    ]


def drawn(random: Random, most: int) -> int:
    """A number below `most`, the small ones far more often, as names stand in the news."""
    return min(most - 1, int(random.paretovariate(0.6)) - 1)


def written(random: Random, about: list[Happening], name: str) -> Reading:
    """An article: its first happening in detail, the others as background."""
    words = [f"w{drawn(random, WORDS)}" if random.random() < 0.3 else f"w{random.randrange(WORDS)}" for _ in range(120)]
    published = about[0].day + timedelta(days=random.choice((0, 0, 1)))
    agency = random.choice(("Reuters", "AFP", "AP")) if random.random() < 0.3 else None
    head = Dateline(0, 2, None, None, agency) if agency else None
    told: list[Happening] = [about[0]] * random.choice((1, 2, 3, 4)) + about[1:]
    claims = tuple(claim(random, one, f"c{n}", n, published) for n, one in enumerate(told))
    article = Article(name, " ".join(words), published=str(published), source=outlet(random), dateline=head)
    return Reading(article, claims=claims)


def copied(random: Random, wire: Reading, name: str) -> Reading:
    """The article in another outlet, its tail cut."""
    words = wire.article.text.split()
    text = " ".join(words[: random.randrange(70, len(words) + 1)])
    head = wire.article.dateline if random.random() < 0.5 else None
    article = replace(wire.article, id=name, text=text, source=outlet(random), dateline=head)
    kept = random.randrange(1, len(wire.claims) + 1)
    return replace(wire, article=article, claims=tuple(map(replace, wire.claims[:kept])))


def claim(random: Random, one: Happening, name: str, position: int, published: date) -> Claim:
    """A happening as an article tells it: some things left out, numbers a little off."""
    span = Span(position * 9, position * 9 + 8)
    day, basis = (one.day, "stated") if random.random() < 0.6 else (published, "published")
    killed = max(0, one.killed + random.choice((0, 0, 0, 1, -1)))
    return Claim(
        name,
        one.type,
        span,
        span,
        mode=None,
        actor=actor(one.actor) if random.random() < 0.85 else None,
        recipient=actor(one.recipient) if random.random() < 0.75 else None,
        place=place(one.place) if random.random() < 0.7 else None,
        when=When(None, None, day, day, "day", basis) if random.random() < 0.9 else None,
        status=random.choice(("happened",) * 8 + ("planned", "denied")),
        claimant=Claimant("outlet") if random.random() < 0.5 else Claimant("actor", 0, 2, f"n{one.actor}", None),
        claimant_is_party=random.choice((None, True, False)),
        quantities=(Count("killed", killed, killed, 0, 2),) if one.type == "ASSAULT" and killed else (),
    )


def actor(number: int) -> ActorMention:
    """One of the names: a few are states, the others people and groups."""
    country = f"C{number % 60:02}"
    known = f"state-{country}" if number < 60 else f"name:first{number % 97} last{number}"
    return ActorMention(0, 2, f"n{number}", "name", known, f"n{number}", country, SIDES[number % len(SIDES)])


def place(number: int) -> PlaceMention:
    """One of the places, all over the world."""
    lat, lon = number * 37 % 120 - 60 + number % 7 / 10, number * 61 % 360 - 180 + number % 9 / 10
    fine = number % 10 > 1
    return PlaceMention(
        0,
        2,
        f"p{number}",
        f"p{number}",
        f"p{number}",
        f"C{number % 60:02}",
        lat=lat,
        lon=lon,
        precision="settlement" if fine else "admin1",
        radius_km=None if fine else 80.0,
    )


def outlet(random: Random) -> str:
    """One of the outlets."""
    return f"outlet {drawn(random, OUTLETS)}"


def measured(claims: int, workers: int) -> tuple[int, float, float, float]:
    """Events, seconds on the clock and of processors, gigabytes at the peak, of making and merging the claims."""
    begin = time.perf_counter()
    events = len(merge(readings(claims), workers=workers))
    seconds = time.perf_counter() - begin
    mine, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    worked = sum(one.ru_utime + one.ru_stime for one in (mine, others))
    return events, seconds, worked, (mine.ru_maxrss + (workers - 1) * others.ru_maxrss) / 2**20


def main() -> None:
    """Prints a line for each size, and with what power of the number of claims the processors' time grows."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="*", type=int, default=SIZES, help="how many claims; several sizes one by one")
    parser.add_argument("--workers", type=int, default=1, help="processes (default: 1)")
    asked = parser.parse_args()
    before: tuple[int, float] | None = None
    for claims in asked.claims:
        with ProcessPoolExecutor(1, get_context("spawn"), worker.start) as pool:
            events, seconds, worked, size = pool.submit(measured, claims, asked.workers).result()
        power = f", n^{math.log(worked / before[1]) / math.log(claims / before[0]):.2f}" if before else ""
        work = f"{seconds:.1f} s ({worked:.1f} s of processors)"
        print(f"{claims:,} claims: {events:,} events, {work}, {size:.2f} GB{power}", flush=True)
        before = claims, worked


if __name__ == "__main__":
    main()
