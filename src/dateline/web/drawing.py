"""Figures as numbers: what a template needs to draw them as SVG, on a plane that stretches to any width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.store.bins import Bin, Bins

WIDTH, HEIGHT = 1000.0, 100.0
Amount = float | None


@dataclass(frozen=True, slots=True)
class Range:
    """A range on the scale of all: where it begins and how wide it is, and whether it is open to either side."""

    x: float
    width: float
    open_below: bool
    open_above: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: events of one quad, from `y` down."""

    quad: int
    y: float
    height: float
    events: int


@dataclass(frozen=True, slots=True)
class Bar:
    """The events that begin in a stretch of days, both included."""

    begin: date
    finish: date
    x: float
    width: float
    parts: tuple[Part, ...]
    events: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars over time; `most` is what the highest counts, `unit` what each stands for; the rest is not drawn."""

    bars: tuple[Bar, ...]
    most: int
    unit: str
    before: int
    after: int
    undated: int


def ranges(amounts: Sequence[tuple[Amount, Amount]]) -> tuple[Range, ...]:
    """Ranges on one scale from 0; an open end runs to the edge of the picture."""
    highest = max((one for pair in amounts for one in pair if one is not None), default=0) or 1
    scale = WIDTH / (highest * 1.15)

    def drawn(low: Amount, high: Amount) -> Range:
        first = 0.0 if low is None else low * scale
        last = WIDTH if high is None else high * scale
        return Range(round(first, 1), round(max(last - first, 0.0), 1), low is None, high is None)

    return tuple(drawn(low, high) for low, high in amounts)


def timeline(counts: Bins, quads: dict[str, int]) -> Timeline:
    """A bar for every bin that holds events."""
    held = [(one, by_quad(one, quads)) for one in counts.bins if one.types]
    most = max((events.total() for _, events in held), default=0)
    bars = tuple(bar(one, events, (counts.bins[0].begin, counts.bins[-1].finish), most) for one, events in held)
    return Timeline(bars, most, counts.unit, counts.before, counts.after, counts.undated)


def by_quad(held: Bin, quads: dict[str, int]) -> Counter[int]:
    """The events of a bin by the quad of their type."""
    found = Counter[int]()
    for name, events in held.types:
        found[quads.get(name, 0)] += events
    return found


def bar(held: Bin, quads: Counter[int], span: tuple[date, date], most: int) -> Bar:
    """A bar, its parts on one another in the order of quads."""
    first, last = span
    scale = WIDTH / ((last - first).days + 1)
    parts, top = [], HEIGHT
    for quad, events in sorted(quads.items()):
        height = HEIGHT * events / most
        top -= height
        parts.append(Part(quad, round(top, 2), round(height, 2), events))
    x, width = (held.begin - first).days * scale, ((held.finish - held.begin).days + 1) * scale
    return Bar(held.begin, held.finish, round(x, 2), round(width * 0.86, 2), tuple(parts), quads.total())
