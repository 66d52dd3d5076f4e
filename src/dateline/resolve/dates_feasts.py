"""Days that bear a name: which day of which year a feast is."""

from __future__ import annotations

from datetime import date

from dateline.lexicon.calendar import numbered, table
from dateline.resolve import dates_rules as rules
from dateline.resolve import dates_values as values
from dateline.resolve.dates_rules import Around, Match, group, number, relative
from dateline.resolve.dates_values import Told


def holiday(found: Match, around: Around) -> Told | None:
    """Christmas Day, Good Friday 2015."""
    if not rules.is_capital(found, "holiday"):
        return None
    told, year_ = holiday_rules()[group(found, "holiday")], number(found, "year")
    if year_:
        return values.day(holiday_in(told, year_))
    if around.anchor is None:
        return values.unknown("day")
    years_ = range(max(1, around.anchor.year - 1), min(9999, around.anchor.year + 1) + 1)
    when = rules.pointed([holiday_in(told, one) for one in years_], around)
    return relative(values.day(when)) if when else None


def holiday_rules() -> dict[str, str]:
    """The rule of each holiday by its name in lower case."""
    return {name.lower(): rule for name, rule in table("holidays").items()}


def holiday_in(rule: str, year_: int) -> date:
    """The day of a holiday in a year."""
    if rule.startswith("easter"):
        return values.moved(values.easter(year_), int(rule.removeprefix("easter")))
    month, *rest = rule.split("-")
    if len(rest) == 1:
        return date(year_, int(month), int(rest[0]))
    first = date(year_, int(month), 1)
    ahead = (numbered("weekdays")[rest[0]] - first.isoweekday()) % 7
    return values.moved(first, ahead + 7 * (int(rest[1]) - 1))
