"""Records as pages tell them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from dateline.lexicon.labels import label
from dateline.lexicon.ontology import event_types
from dateline.records.claim import Claim, Claimant
from dateline.records.mention import ActorMention, PlaceMention

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}

LABELS = {
    "event": "Is there such an event?", "type": "What", "mode": "How", "status": "Status", "context": "Context",
    "actor": "Who", "recipient": "To whom", "place": "Where", "day": "When", "span": "Words", "all": "All of it",
}  # fmt: skip
"""What the fields are called."""


STATUSES = (
    "happened", "ongoing", "planned", "threatened", "possible", "conditional", "denied", "disputed", "did_not_happen",
    "historical",
)  # fmt: skip


def day(one: date | None) -> str:
    """A day: "7 Oct 2015"."""
    return f"{one.day} {one:%b %Y}" if one else "day not known"


def day_of(moment: str) -> str:
    """The day of a time in ISO 8601: "7 Oct 2015"."""
    return day(datetime.fromisoformat(moment).date())


def moment(at: str) -> str:
    """A time in ISO 8601, in words: "7 Oct 2015, 08:32 UTC"."""
    when = datetime.fromisoformat(at).astimezone(UTC)
    return f"{day(when.date())}, {when:%H:%M} UTC"


def days(begin: date | None, finish: date | None) -> str:
    """A day, a month, a year or an interval, in few words."""
    if begin is None:
        return f"until {day(finish)}" if finish else "day not known"
    if finish is None or finish == begin:
        return day(begin)
    after = finish + timedelta(days=1)
    if begin.day == after.day == 1:
        months = (after.year - begin.year) * 12 + after.month - begin.month
        if months == 1:
            return f"{begin:%b %Y}"
        if months == 12 and begin.month == 1:
            return str(begin.year)
    if (begin.year, begin.month) == (finish.year, finish.month):
        return f"{begin.day}–{day(finish)}"
    return f"{begin.day} {begin:%b} – {day(finish)}" if begin.year == finish.year else f"{day(begin)} – {day(finish)}"


def between(first: str | None, last: str | None) -> str:
    """Two days of publication in words; as they were given where they are no ISO dates."""
    try:
        return days(*(one and date.fromisoformat(one[:10]) for one in (first, last)))  # type: ignore[arg-type]
    except ValueError:
        return f"{first} – {last}"


def names(ids: Sequence[str], most: int = 4) -> str:
    """The names of actors, by their ids; of many the first ones."""
    told = [label(one) for one in ids]
    if len(told) <= most + 1:
        return ", ".join(told)
    return f"{', '.join(told[:most])} and {len(told) - most} more"


def who(mention: ActorMention | None) -> str:
    """An actor mention: its name, else its words; "" where none is told."""
    return "" if mention is None else " ".join((mention.name or mention.text).split())


def where(place: PlaceMention | None) -> str:
    """A place: its name and its country; "" where none is told."""
    if place is None:
        return ""
    name = " ".join((place.name or place.text).split())
    return f"{name}, {country(place.country)}" if place.country and place.precision != "country" else name


def country(code: str | None) -> str:
    """The name of a country, by its code; the code where there is none."""
    return label(f"state-{code}") if code and label(f"state-{code}") != f"state-{code}" else code or "not known"


def how_exact(place: PlaceMention) -> str:
    """What kind of thing the name of a place names, and how large that is."""
    size = f", within {place.radius_km:,.0f}\u00a0km" if place.radius_km and place.radius_km >= 1 else ""
    return f"{PRECISIONS.get(place.precision or '', 'how exactly is not known')}{size}"


STANDINGS = {
    "superseded": "A later version of the same story gives another number",
    "corrected": "A later report of the source corrects the number",
    "withdrawn": "The story was taken back",
}
"""Why a claim counts no more."""
PRECISIONS = {
    "point": "an exact spot",
    "settlement": "a town or village",
    "admin2": "a district",
    "admin1": "a province",
    "country": "the country only",
    "region": "a region",
}


def claimant(one: Claimant, text: str | None = None) -> str:
    """Who says so."""
    if one.kind == "outlet":
        return "The report itself"
    words = " ".join((text or "")[one.start : one.end].split()) if one.start is not None else ""
    named = one.name or (label(one.actor_id) if one.actor_id else "") or words
    return named if one.kind == "actor" and named else f"Somebody unnamed{f' ({words})' if words else ''}"


def party(is_party: bool | None) -> str:
    """Whether who says so is a party to it."""
    if is_party is None:
        return "not known whether a party"
    return "a party to it" if is_party else "not a party"


def amount(low: float | None, high: float | None) -> str:
    """A number told, as a range where it is one."""
    if low is None or high is None:
        return "not known" if low == high else f"at least {low:,}" if high is None else f"at most {high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def spoken(code: str | None) -> str:
    """A code in words: "did not happen" for did_not_happen, "heavy weapons" for heavy-weapons."""
    return (code or "").replace("_", " ").replace("-", " ")


def kind(type_name: str, mode: str | None = None) -> str:
    """A type and a mode in words: "Assault, aerial"."""
    return type_name.capitalize() + (f", {spoken(mode)}" if mode else "")


def quad(type_name: str) -> int:
    """The quad of a type, 1 to 4; 0 for a type of the user's own."""
    return next((one.quad for one in event_types() if one.name == type_name), 0)


def opening(words: str) -> str:
    """Words that open a line or a cell: with a capital."""
    return words[:1].upper() + words[1:]


def many(number: int, one: str, several: str | None = None) -> str:
    """A number with its noun: "1 report", "2 reports"."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def plain_score(claim: Claim) -> str:
    """How likely a claim's type, actor and recipient are right."""
    return f"{claim.score:.0%} likely right"
