"""What longer and repeated times denote: durations, sets, units, years, and fixed phrases. See `dates_rules`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateline.lexicon.calendar import table, unit_of
from dateline.lexicon.numbers import value_of
from dateline.resolve import dates_rules as rules
from dateline.resolve import dates_values as values
from dateline.resolve.dates_clock import clock, clock_word, daypart, nth
from dateline.resolve.dates_feasts import holiday
from dateline.resolve.dates_rules import Around, Match, group, number, relative, steps
from dateline.resolve.dates_tense import FUTURE
from dateline.resolve.dates_values import COARSE, Told

REPEATED = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "TH": "XXXX-XX-XXTXX", "TM": "PT1M", "TS": "PT1S",
}  # fmt: skip


def sets_weekday(found: Match, _: Around) -> Told | None:
    """Every Friday; Fridays."""
    if not rules.is_capital(found, "weekday"):
        return None
    return Told("SET", f"XXXX-WXX-{rules.weekday_number(found)}", precision="day")


def sets_unit(found: Match, _: Around) -> Told | None:
    """Every day; every two weeks; every other month."""
    unit, count = unit_of(found["unit"]), group(found, "other")
    if count == "other":
        return Told("SET", values.amount(2, unit), precision=unit.precision)
    if count:
        return Told("SET", values.amount(value_of(count), unit), precision=unit.precision)
    one = unit.each == 1
    return Told("SET", REPEATED[unit.code] if one else values.amount(1, unit), precision=unit.precision)


def sets_daypart(found: Match, _: Around) -> Told | None:
    """Every night."""
    return Told("SET", f"XXXX-XX-XXT{table('dayparts')[group(found, 'daypart')]}", precision="hour")


def sets_word(found: Match, _: Around) -> Told | None:
    """Daily, weekly."""
    return Told("SET", table("sets")[group(found, "set")])


def unit_rel(found: Match, around: Around) -> Told | None:
    """Last week, this month, next year, this weekend; the next day (after one that was told)."""
    word, step = group(found, "unit"), steps(found) or 0
    precision = "week" if word == "weekend" else unit_of(word).precision
    told_day = precision == "day" or group(found, "rel") in {"following", "previous", "preceding"}
    start = around.before if told_day else around.anchor
    if start is None:
        return values.unknown("day" if word == "weekend" else precision)
    if word == "weekend":
        return relative(values.weekend(values.moved(start, 7 * step)))
    unit = unit_of(word)
    if group(found, "fiscal") == "fiscal" and precision == "year":
        return Told("DATE", f"{start.year + step:04}", precision="year", basis="relative")
    if step and unit.each > 3:
        return long_span(values.amount(1, unit), start, values.shifted(start, step, unit), precision)
    return relative(values.holding(values.shifted(start, step, unit), unit))


def weekend(_: Match, around: Around) -> Told | None:
    """The weekend: the last one, or the next where the grammar points to what is to come."""
    if around.anchor is None:
        return values.unknown("day")
    this = values.weekend(around.anchor)
    is_over = this.begin is not None and this.begin <= around.anchor
    step = 0 if is_over or around.direction() == FUTURE else -7
    return relative(values.weekend(values.moved(around.anchor, step)))


def side_day(found: Match, around: Around) -> Told | None:
    """The day before, the following night: beside the day told before."""
    if around.before is None:
        return values.unknown("day")
    step = 1 if group(found, "side") in {"after", "following", "next"} else -1
    told = relative(values.day(values.moved(around.before, step)))
    part = table("dayparts").get(group(found, "unit"))
    return replace(told, type="TIME", value=f"{told.value}T{part}", precision="hour") if part else told


def week_of_month(found: Match, around: Around) -> Told | None:
    """The first week of October, the last week of March: seven days from the month's first on, or up to its last."""
    return week_in(found, rules.month_year(found, around) if number(found, "year") else rules.month(found, around))


def week_of_this_month(found: Match, around: Around) -> Told | None:
    """The first week of the month: that of the anchor."""
    unit = unit_of("month")
    return week_in(found, relative(values.holding(around.anchor, unit)) if around.anchor else values.unknown("week"))


def week_in(found: Match, month: Told | None) -> Told | None:
    """The week of a month that a match numbers; the month itself where its days are not known."""
    if month is None or month.begin is None or month.finish is None:
        return month
    if group(found, "ordinal") == "last":
        begin = values.moved(month.finish, -6)
    else:
        begin = values.moved(month.begin, 7 * (rules.ordinal(group(found, "ordinal")) - 1))
    return replace(values.days(begin, values.moved(begin, 6), month.basis), precision="week")


def long_span(value: str, start: date, end: date, precision: str) -> Told:
    """The next decade is the ten years to come, and not the years that begin with 202."""
    return Told("DURATION", value, min(start, end), max(start, end), precision, "relative")


def unit_that(found: Match, around: Around) -> Told | None:
    """The same day, that year."""
    unit = unit_of(found["unit"])
    return relative(values.holding(around.before, unit)) if around.before else values.unknown(unit.precision)


def year_end(found: Match, around: Around) -> Told | None:
    """The end of the year: the year of the anchor."""
    unit = unit_of(found["unit"])
    return relative(values.holding(around.anchor, unit)) if around.anchor else values.unknown(unit.precision)


def ago(found: Match, around: Around) -> Told | None:
    """Two days ago; three years earlier, a week later (than the day told before)."""
    unit, count = rules.unit_and_number(found)
    side = group(found, "side")
    sign = -1 if side in {"ago", "earlier", "before"} else 1
    start = around.anchor if side in {"ago", "from now", "hence"} else around.before
    if count is None:
        return Told("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", precision="open", basis="relative")
    if start is None:
        return values.unknown(unit.precision)
    if start is around.before and around.lately is not None and unit.precision in COARSE:
        start = around.lately
    return relative(values.holding(values.shifted(start, sign * count, unit), unit))


def span(found: Match, around: Around) -> Told | None:
    """The past 24 hours, which end at the anchor; the next two weeks, which begin there."""
    told = duration(found, around)
    side, anchor = group(found, "side"), around.anchor
    unit, count = rules.unit_and_number(found)
    if told is None or anchor is None or count is None:
        return told
    if side in {"last", "past"}:
        return relative(replace(told, begin=values.shifted(anchor, -count, unit), finish=anchor))
    if side in {"next", "coming"}:
        return relative(replace(told, begin=anchor, finish=values.shifted(anchor, count, unit)))
    return told


def duration(found: Match, _: Around) -> Told | None:
    """Three hours, several days, a two-year term."""
    unit, count = rules.unit_and_number(found)
    return Told("DURATION", values.amount(count, unit), precision=unit.precision)


def duration_half(found: Match, _: Around) -> Told | None:
    """An hour and a half."""
    unit = unit_of(found["unit"])
    return Told("DURATION", values.amount(1.5, unit), precision=unit.precision)


def duration_pair(found: Match, around: Around) -> Told | None:
    """The 12 of "12 to 18 months"."""
    return duration(found, around)


def duration_bare(found: Match, _: Around) -> Told | None:
    """Weeks, months: nobody knows how many."""
    unit = unit_of(found["unit"])
    return Told("DURATION", values.amount(None, unit), precision=unit.precision)


def years(found: Match, _: Around) -> Told | None:
    """2009-10: both years and what is between."""
    first, second = int(found["year"]), found["year2"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if last <= first:
        return None
    return Told("DATE", f"{first:04}/{last:04}", date(first, 1, 1), date(last, 12, 31), "year")


def decade(found: Match, _: Around) -> Told | None:
    """The 1980s, the '80s."""
    first = int(found["decade"])
    return values.decade(first if first >= 1000 else first + 1900)


def century(found: Match, _: Around) -> Told | None:
    """The 19th century."""
    told = rules.ordinal(group(found, "ordinal"))
    return values.century(told) if 1 <= told <= 30 else None


def season(found: Match, around: Around) -> Told | None:
    """Spring 2011, last summer."""
    code = table("seasons")[group(found, "season")]
    if number(found, "year"):
        return values.season(int(found["year"]), code)
    if around.anchor is None:
        return Told("DATE", f"XXXX-{code}", precision="quarter", basis="relative")
    return relative(near_season(code, steps(found) or 0, around.anchor))


def near_season(code: str, step: int, anchor: date) -> Told:
    """The last season of that name that is over, the one of this year, or the next to begin."""
    years_ = range(max(1, anchor.year - 2), min(9998, anchor.year + 2) + 1)
    found = [values.season(year_, code) for year_ in years_]
    if step < 0:
        return next((one for one in reversed(found) if one.finish and one.finish < anchor), found[0])
    if step > 0:
        return next((one for one in found if one.begin and one.begin > anchor), found[-1])
    holding = [one for one in found if one.begin and one.finish and one.begin <= anchor <= one.finish]
    return holding[0] if holding else values.season(anchor.year, code)


def quarter(found: Match, around: Around) -> Told | None:
    """The third quarter of 2014."""
    told, year_ = rules.ordinal(group(found, "ordinal")), rel_year(found, around)
    if year_ is None:
        return Told("DATE", f"XXXX-Q{told}", precision="quarter", basis="relative")
    return values.quarter(year_, told) if number(found, "year") else relative(values.quarter(year_, told))


def half(found: Match, around: Around) -> Told | None:
    """The first half of 2014."""
    told, year_ = rules.ordinal(group(found, "ordinal")), rel_year(found, around)
    if year_ is None:
        return Told("DATE", f"XXXX-H{told}", precision="quarter", basis="relative")
    return values.half(year_, told) if number(found, "year") else relative(values.half(year_, told))


def fiscal(found: Match, _: Around) -> Told | None:
    """Fiscal 2014: a year whose first and last day the law of each land says, and the text does not."""
    return Told("DATE", f"{int(found['year']):04}", precision="year")


def rel_year(found: Match, around: Around) -> int | None:
    """The year that is told beside a quarter or half, else the anchor's."""
    if number(found, "year"):
        return int(found["year"])
    return around.anchor.year + (steps(found) or 0) if around.anchor else None


def year(found: Match, _: Around) -> Told | None:
    """1990."""
    return values.year(int(found["year"]))


def reference(found: Match, _: Around) -> Told | None:
    """Now, recently, soon."""
    return Told("DATE", table("references")[group(found, "reference")], precision="open", basis="relative")


def reference_past(_: Match, __: Around) -> Told | None:
    """The past."""
    return Told("DATE", "PAST_REF", precision="open", basis="relative")


def named(found: Match, _: Around) -> Told | None:
    """9/11."""
    return values.day(date.fromisoformat(table("named")[group(found, "named")]))


MAKERS: dict[str, Callable[[Match, Around], Told | None]] = {
    make.__name__: make
    for make in (
        rules.iso, rules.slashed, rules.dotted, rules.month_day, rules.month_year, rules.month_rel, rules.month,
        rules.weekday, rules.weekday_week, rules.deictic, rules.beyond, rules.overnight, sets_weekday, sets_unit,
        sets_daypart, sets_word, unit_rel, weekend, side_day, unit_that, year_end, ago, span, fiscal, week_of_month,
        week_of_this_month,
        duration, duration_half, duration_pair, duration_bare, years, decade, century, season, quarter, half, year,
        reference, reference_past, named, clock, clock_word, daypart, nth,
        holiday,
    )
}  # fmt: skip
"""The function for each `make` of `calendar.yaml`."""
