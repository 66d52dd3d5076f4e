"""What two reports agree and differ in, each thing by a name under which a weight is learned for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import log2

from dateline.merge.contradictions import answers, in_one_way, loose, shared_number, unsure
from dateline.merge.ends import NAMED, End, likeness
from dateline.merge.gist import DEEDS, VICTIMS, Gist
from dateline.merge.spots import Days, gap, nearness

Said = tuple[str, float, str]
"""A name, how much of it there is (0 to 4; mostly 1), and words for people; no words for what they need not be told."""
Question = Callable[[Gist, Gist], Iterator[Said]]

WEAPONS = frozenset({"aerial", "drone", "explosives", "firearms", "heavy-weapons"})
"""Modes that name what an attack was made with: reports of one attack often name different ones, or the coder does."""
MANY_TIMES = 4.0
"""A toll that much higher is of something larger, not an update."""
MOST = 4.0
"""Days apart count in doublings, up to this many."""
HOW_LIKE = {NAMED: "same name", 2: "same state", 1: "same noun", 0.5: "like", 0: "in other words", -1: "another"}
ENOUGH = 0.6
"""Texts as like as that are as good as the same."""
TELLING = 0.2
"""From this likeness on people are told of it."""
ABOUT = {"subject": "subject", "sentences": "around"}
"""The fields with the rarest words of a report and of its sentences, each by the name under which it is weighed."""
SAME_MONTH = "same month"
SAME_WORD, BOTH_DENY, DENIED, DENIAL = "same word", "both deny", "denial of it", "denial of something"
NO_DAY = ", no day"
"""What the name ends in where no days tell one from another."""


def agreements(one: Gist, other: Gist) -> Iterator[Said]:
    """All that two reports agree and differ in."""
    for said in (day, weekday, place, actor, recipient, how, numbers, person, story, denial, nature):
        yield from said(one, other)


def day(one: Gist, other: Gist) -> Iterator[Said]:
    """What the days of two reports say."""
    if in_a_month(one, other):
        yield SAME_MONTH, 1, "in the same month"
    elif one.days is None or other.days is None or loose(one) or loose(other):
        yield "no day in both" if loose(one) and loose(other) else "no day in one", 1, "no day against it"
        if one.reported and other.reported and (apart := abs((one.reported - other.reported).days)):
            yield "reported apart", doublings(apart), f"reported {days_apart(apart)}"
    elif apart := gap(one.days, other.days):
        sure = "guessed days" if unsure(one) or unsure(other) else "a day"
        yield f"{sure} apart", doublings(apart), days_apart(apart)
    else:
        yield same_days(one.days, other.days), 1, "same day" if one.days == other.days else "days that overlap"
        if one.days.begin != one.days.finish or other.days.begin != other.days.finish:
            yield "several days", 1, ""


def in_a_month(one: Gist, other: Gist) -> bool:
    """Whether one happened in the month that words tell of the other."""
    first, second = one.days, other.days
    if first is None or second is None or not (first.is_near and second.is_near):
        return False
    by_words = not (first.by_report or second.by_report)
    return by_words and (first.of_month or second.of_month) and not gap(first, second)


def same_days(one: Days, other: Days) -> str:
    """How it is known that two times overlap."""
    if one.by_report and other.by_report:
        return "same day by report"
    if not (one.by_report or other.by_report):
        return "same day"
    within = max(one.begin, other.begin) <= min(one.finish, other.finish)
    return "day of the report" if within else "day before the report"


def doublings(days: int) -> float:
    """How far apart days are: one day 1, three days 2, seven days 3."""
    return min(MOST, log2(1 + days))


def days_apart(days: int) -> str:
    """A distance in days, in words."""
    return f"{days} day{'s' * (days > 1)} apart"


def weekday(one: Gist, other: Gist) -> Iterator[Said]:
    """What the weekdays in the words of two reports without a date say."""
    if one.weekdays and other.weekdays:
        same = not {*one.weekdays}.isdisjoint(other.weekdays)
        yield ("same weekday", 1, "same weekday") if same else ("another weekday", 1, "another weekday")


def place(one: Gist, other: Gist) -> Iterator[Said]:
    """What the places say."""
    lie = nearness(one.spots, other.spots)
    if lie is None:
        yield ("no place in one", 1, "no place in one") if one.spots or other.spots else ("no place in both", 1, "")
    elif lie[0] == "near":
        yield ("same place", 1, "same place") if lie[1] < 0.5 else ("near place", 1, f"{lie[1]:.0f} km")
    elif lie[0] == "beside":
        yield "near place", 1, "another part of the town"
    elif lie[0] == "within":
        yield "place within", 1, "a place in the other"
    elif lie[0] == "country":
        yield "same country", 1, "same country"
    else:
        yield "carried place apart", 1, f"{lie[1]:.0f} km apart, but told in other sentences"


def actor(one: Gist, other: Gist) -> Iterator[Said]:
    """What those who did it say."""
    return ends("actor", one.actors, other.actors)


def recipient(one: Gist, other: Gist) -> Iterator[Said]:
    """What those to whom it was done say."""
    return ends("recipient", one.recipients, other.recipients)


def ends(role: str, ones: tuple[End, ...], others: tuple[End, ...]) -> Iterator[Said]:
    """What those in one role say."""
    if not (ones and others):
        yield (f"no {role} in one", 1, f"no {role} in one") if ones or others else (f"no {role} in both", 1, "")
        return
    alike = likeness(ones, others)
    words = "same" if alike >= 1 else "like" if alike > 0 else "another"
    yield f"{role}: {HOW_LIKE[alike]}", 1, f"{role} in other words" if alike == 0 else f"{words} {role}"


def how(one: Gist, other: Gist) -> Iterator[Said]:
    """What the type, the way of acting and the words say."""
    yield from kind(one, other)
    yield from way(one, other)
    if {*one.stems} & {*other.stems}:
        yield SAME_WORD, 1, "same word"


def kind(one: Gist, other: Gist) -> Iterator[Said]:
    """What the type says."""
    if one.type != other.type:
        yield "another type", 1, f"{one.type} and {other.type}"


def way(one: Gist, other: Gist) -> Iterator[Said]:
    """What the way of acting says."""
    if one.modes and other.modes:
        shared = sorted({*one.modes} & {*other.modes})
        unlike = "another weapon" if WEAPONS.issuperset((*one.modes, *other.modes)) else "another mode"
        told = f"both {shared[0]}" if shared else f"{one.modes[0]} and {other.modes[0]}"
        yield "same mode" if shared else unlike, 1, told


def numbers(one: Gist, other: Gist) -> Iterator[Said]:
    """What the numbers of victims say."""
    if (number := shared_number(one, other)) is not None:
        yield "same number", 1, number
    elif told := tolls(one, other):
        if any(high >= MANY_TIMES * low for low, high in told):
            yield "far number", 1, "numbers far apart"
        else:
            same = any(low == high for low, high in told)
            yield ("small number", 1, "same number") if same else ("another number", 1, "another number")


def person(one: Gist, other: Gist) -> Iterator[Said]:
    """What it says that a deed was done to the same person: nobody is arrested every day."""
    if likeness(one.people, other.people) > 0 and in_one_way(one, other):
        yield "same person", 1, ""


def tolls(one: Gist, other: Gist) -> list[tuple[float, float]]:
    """For each kind of victims that both tell, the highest numbers, the lower first."""
    first, second = dict(one.numbers), dict(other.numbers)  # in order, so that the highest stays
    pairs = [sorted((first[kind], second[kind])) for kind in first if kind in VICTIMS and kind in second]
    return [(low, high) for low, high in pairs]


def story(one: Gist, other: Gist) -> Iterator[Said]:
    """What the rarest words of two reports and of their sentences say."""
    undated = loose(one) or loose(other)
    for what, field in ABOUT.items():
        yield from likely(what, getattr(one, field).like(getattr(other, field)), undated=undated)


def sentences(one: Gist, other: Gist) -> Iterator[Said]:
    """What the rarest words of the sentences say."""
    return likely("sentences", one.around.like(other.around), undated=loose(one) or loose(other))


def likely(what: str, alike: float, *, undated: bool) -> Iterator[Said]:
    """How like two texts are; it says more where no days tell one happening from another."""
    yield what, min(alike, ENOUGH), f"like {what}" if alike >= TELLING else ""
    if undated:
        yield what + NO_DAY, min(alike, ENOUGH), ""


def denial(one: Gist, other: Gist) -> Iterator[Said]:
    """What it says that one denies, or both do."""
    if one.denied and other.denied:
        yield BOTH_DENY, 1, "both deny it"
    elif one.denied or other.denied:
        yield (DENIED, 1, "one denies it") if answers(one, other) else (DENIAL, 1, "one denies something")


def nature(one: Gist, other: Gist) -> Iterator[Said]:
    """What kind of telling it is: of a deed or of words, history, or one that names nobody."""
    if one.type in DEEDS:
        yield "deed", 1, ""
    if one.history != other.history:
        yield "history in one", 1, "one tells it as history"
    if one.bare or other.bare:
        yield "nobody named in one", 1, ""


READS: Mapping[Question, tuple[str, ...]] = {
    day: ("days", "reported"),
    weekday: ("weekdays",),
    place: ("spots",),
    actor: ("actors",),
    recipient: ("recipients",),
    kind: ("type",),
    way: ("modes",),
    numbers: ("numbers",),
    person: ("people", "modes"),
    nature: ("type", "history", "bare"),
}
"""The fields that each question reads, as far as many pairs share them; words are hardly ever the same in two."""
