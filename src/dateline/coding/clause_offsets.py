"""Events told as some time before or after another: "a day after police fired on the crowd", "hours before"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.coding.tree import Tree
from dateline.records.claim import When
from dateline.records.mention import TimeMention

SIDES = {"after": -1, "before": 1}
"""Where the event of the clause over "after" lies from the one under it: that one is earlier, hence the sign."""
LENGTH = re.compile(r"P(?P<clock>T?)(?P<count>[0-9.]+|X)(?P<unit>[DWMYHS])")
UNITS = {"D": (1, 0, "day"), "W": (7, 3, "week"), "M": (30, 15, "month"), "Y": (365, 183, "year")}
"""Days in a unit, how many days off a round number of them may be, and the precision it gives."""
MOST = {"D": 6, "W": 29, "M": 364, "Y": 3650}
"""The most days that "days", "weeks" … without a number are read as."""
LINKS = frozenset({"conj", "pobj", "pcomp", "prep", "xcomp", "dobj", "acl"})
CONJUNCTIONS = frozenset({"ADP", "SCONJ"})


@dataclass(frozen=True)
class Offset:
    """How far an event lies from another: a length of time, its side, and the words that may tell the other event."""

    side: int
    time: TimeMention
    other: tuple[int, ...]


def offset_of(tree: Tree, event: int, times: Sequence[TimeMention]) -> Offset | None:
    """The offset in whose clause an event stands; None where it stands in none."""
    lengths = [one for one in times if one.type == "DURATION"]
    if not lengths:
        return None
    for clause in clauses_up_to(tree, event):
        for mark in marks_of(tree, clause):
            length = next((one for one in lengths if is_right_before(one, tree, mark)), None)
            over = None if length is None else clause_over(tree, mark if mark == clause else clause, length)
            if length is not None and over is not None:
                side = SIDES[tree.tokens[mark].lemma.lower()]
                return Offset(side, length, (*said(tree, over, clause), over, *tree.kids(over, "nsubj", "nsubjpass")))
    return None


def offsets_under(tree: Tree, event: int, times: Sequence[TimeMention]) -> Iterator[Offset]:
    """How far an event lies from the nouns below it: "were arrested two days after the bombing"."""
    for mark in tree.kids(event, "prep"):
        length = next((one for one in times if one.type == "DURATION" and is_right_before(one, tree, mark)), None)
        side = SIDES.get(tree.tokens[mark].lemma.lower())
        if length is not None and side is not None:
            yield from (Offset(-side, length, (noun,)) for noun in tree.kids(mark, "pobj"))


def is_told_earlier(tree: Tree, event: int, days: Container[int]) -> bool:
    """Whether an event is what somebody said before another of the sentence: "arrested after they wrote that …"."""
    reported = False
    for clause in (event, *tree.above(event)):
        is_behind = any(SIDES[tree.tokens[n].lemma.lower()] < 0 for n in marks_of(tree, clause))
        over = tree.head(clause)
        if reported and is_behind and any(n in days for n in tree.above(clause)):
            return True
        reported = reported or (over is not None and tree.tokens[clause].relation == "ccomp")
    return False


def said(tree: Tree, over: int, clause: int) -> list[int]:
    """What somebody says before a clause that hangs on the saying: "five were killed, police said, a day after …"."""
    return [n for n in tree.kids(over, "ccomp") if n < over < clause]


def clauses_up_to(tree: Tree, event: int) -> list[int]:
    """An event with the words over it up to the head of its clause."""
    found = [event]
    for above in tree.above(event):
        if tree.tokens[found[-1]].relation not in LINKS:
            break
        found.append(above)
    return found


def marks_of(tree: Tree, clause: int) -> list[int]:
    """The "after" or "before" that a clause begins with, or is."""
    near = [clause] if tree.tokens[clause].pos in CONJUNCTIONS else tree.kids(clause, "mark", "prep", "advmod")
    return [n for n in near if tree.tokens[n].lemma.lower() in SIDES and n <= clause]


def is_right_before(length: TimeMention, tree: Tree, mark: int) -> bool:
    """Whether a length of time stands right before a word, and is not that of "its largest operation in years"."""
    if mark < 1 or not tree.tokens[mark - 1].overlaps(length):
        return False
    before = next((n for n in range(mark - 1, -1, -1) if not tree.tokens[n].overlaps(length)), None)
    return before is None or tree.tokens[before].lemma.lower() != "in"


def clause_over(tree: Tree, below: int, length: TimeMention) -> int | None:
    """The word that an offset clause hangs on, over the length itself."""
    return next((n for n in tree.above(below) if not tree.tokens[n].overlaps(length)), None)


def shifted(base: When, offset: Offset) -> When | None:
    """The days that lie so far from other days; the same days where the length is of hours."""
    length, time = LENGTH.match(offset.time.value), offset.time
    if base.begin is None or length is None:
        return None
    first, last = base.begin, base.finish or base.begin
    if length["clock"]:
        return When(time.start, time.end, first, last, base.precision, "relative")
    nearest, farthest, precision = reach_in_days(length)
    near, far = offset.side * nearest, offset.side * farthest
    return When(time.start, time.end, moved(first, min(near, far)), moved(last, max(near, far)), precision, "relative")


def reach_in_days(length: re.Match[str]) -> tuple[int, int, str]:
    """The fewest and the most days that a length may be, and the precision of a day counted so."""
    each, slack, precision = UNITS[length["unit"]]
    if length["count"] == "X":
        return each, MOST[length["unit"]], precision
    days = round(float(length["count"]) * each)
    return days - slack, days + slack, precision


def moved(day: date, count: int) -> date:
    """Some days later, kept within the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return date.max if count > 0 else date.min
