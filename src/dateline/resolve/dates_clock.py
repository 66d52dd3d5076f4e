"""What times of the clock and parts of a day denote, and for how many days something has gone on. See `dates_rules`."""

from __future__ import annotations

from dateline.lexicon.calendar import table, unit_of
from dateline.resolve import dates_rules as rules
from dateline.resolve import dates_values as values
from dateline.resolve.dates_rules import Around, Match, group, number, relative
from dateline.resolve.dates_values import Told


def clock(found: Match, around: Around) -> Told | None:
    """8 p.m. on Monday, 15:00 GMT."""
    hour, minute, part = int(found["hour"]), number(found, "minute"), group(found, "half")
    if part and not 1 <= hour <= 12:
        return None
    turned = hour % 12 + 12 * part.startswith("p") if part else hour
    return rules.timed(clock_day(found, around), turned, minute)


def clock_word(found: Match, around: Around) -> Told | None:
    """Noon, midnight."""
    return rules.timed(clock_day(found, around), 12 if group(found, "word") == "noon" else 24, None)


def clock_day(found: Match, around: Around) -> Told:
    """The day told beside a time of the clock, else the day told before, else the anchor."""
    if group(found, "weekday"):
        return rules.on_weekday(found, around)
    if group(found, "deictic"):
        shift = table("deictics")[group(found, "deictic")]
        return relative(values.day(values.moved(around.anchor, shift))) if around.anchor else values.unknown("day")
    return relative(values.day(around.before)) if around.before else values.unknown("day")


def daypart(found: Match, around: Around) -> Told | None:
    """At dawn, by nightfall, at dusk on Friday."""
    return rules.with_daypart(clock_day(found, around), found)


def nth(found: Match, _: Around) -> Told | None:
    """For a third night, for a second straight day: so many of them."""
    unit = unit_of(found["unit"])
    return Told("DURATION", values.amount(rules.ordinal(group(found, "ordinal")), unit), precision=unit.precision)
