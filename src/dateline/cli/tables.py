"""Lists of claims and events that fit the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.cli.screen import claim_block, console, headline, place_words, plain, range_words
from dateline.export.wording import whose_word
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.event import Event, EventCount
from dateline.records.mention import ActorMention
from dateline.sheets import ASPECTS

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.sheets import EventSheet, Side

WIDE = 100
"""Columns of a terminal that has room for an id beside the rest."""


def claim_table(rows: Sequence[tuple[Article, Claim]]) -> None:
    """Prints claims, one a row."""
    table = empty("when", "what", "who", "to whom", "where", "who says so", "id")
    for article, claim in rows:
        table.add_row(
            shortly(claim.when.begin, claim.when.finish) if claim.when else "",
            told(claim.type, claim.mode, claim.status),
            short(claim.actor),
            short(claim.recipient),
            plain(claim.place.text) if claim.place else "",
            plain(claim.claimant.name or claim.claimant.kind) + (" (party)" if claim.claimant_is_party else ""),
            plain(f"{article.id}/{claim.id}"),
        )
    if rows:
        console().print(table)


def event_table(rows: Sequence[Event]) -> None:
    """Prints events, one a row."""
    table = empty("when", "what", "who", "to whom", "where", "told by", "id")
    for event in rows:
        table.add_row(
            shortly(event.begin, event.finish),
            told(event.type, event.mode, event.status),
            labels(event.actors),
            labels(event.recipients),
            plain(event.place.text) if event.place else "",
            tellers(event),
            plain(event.id),
        )
    if rows:
        console().print(table)


def tellers(event: Event) -> str:
    """How many articles tell it (of how many sources), and how many who say so are a party to it and are not."""
    counts = ((event.party_claimants, "party"), (event.other_claimants, "others"))
    return "\n".join([f"{event.reports} ({event.independent_sources})", *(f"{n} {name}" for n, name in counts if n)])


def show_event(sheet: EventSheet, why: bool = False) -> None:
    """Prints an event and every claim it joins; with `why`, what decided their types."""
    event, out = sheet.event, console()
    for line in elsewhere(sheet):
        out.print(f"{line}\n")
    out.print(f"{what(event.type, event.mode, event.status)}, {days(event.begin, event.finish) or 'when is not known'}")
    out.print(f"{place_words(event.place)}: {labels(event.actors) or '?'} to {labels(event.recipients) or '?'}")
    for count in event.quantities:
        out.print(f"{count.kind}{of_words(count)}: {range_words(count.low, count.high)}")
        for one in count.by_claimant:
            out.print(f"  {plain(one.claimant)}: {range_words(one.low, one.high)}")
    told, independent = event.reports, event.independent_sources
    sources = f"{told} report{'s' * (told != 1)}, {independent} independent source{'s' * (independent != 1)}"
    out.print(f"{sources}; claimants: {event.party_claimants} a party to it, {event.other_claimants} not")
    out.print("\n".join(filter(None, (reported(event), whose_word(event), "\n"))), end="")
    side_table(sheet)
    show_claims(sheet.claims, why)
    reasons = sheet.reasons()
    if reasons:
        out.print("joined because:")
        for line in reasons:
            out.print(f"  {plain(line)}")


def of_words(count: EventCount) -> str:
    """Whom a number counts, where it is not those whom the event befell."""
    return " (of those who did it)" if count.of else ""


def elsewhere(sheet: EventSheet) -> list[str]:
    """Lines on other events: what it was, what it once held, and of a campaign what it holds, or what holds it."""
    asked = f"{plain(sheet.asked)} is now part of {plain(sheet.event.id)}" if sheet.asked else ""
    others = (
        ("part of what it held is now", sheet.parts),
        ("a campaign that holds", tuple(one.id for one in sheet.acts)),
        ("part of the campaign", tuple(one.id for one in sheet.campaigns)),
    )
    return [*filter(None, [asked]), *(f"{words} {plain(', '.join(names))}" for words, names in others if names)]


def reported(event: Event) -> str:
    """The days on which the first and the last report came out; "" where none is known."""
    came = days(event.first_report, event.last_report)
    return came and f"reported {came}"


def side_table(sheet: EventSheet) -> None:
    """Prints what each voice says, side by side; a star marks what most others tell otherwise.

    The status has a column only where the voices do not agree on it.
    """
    sides = sheet.sides()
    names = list(dict.fromkeys([*ASPECTS, *(name for side in sides for name in side.told)]))
    if len({side.told["status"] for side in sides}) == 1:
        names.remove("status")
    table = empty("who says so", *names, "in")
    for side in sides:
        who = plain(side.claimant) + (" (party)" if side.is_party else "")
        told = [side_cell(side, name) for name in names]
        reports = f"{len({article.id for article, _ in side.claims})}: {plain(', '.join(side.sources))}"
        table.add_row("\n".join(filter(None, (who, side.standing))), *told, reports)
    out = console()
    out.print(table)
    out.print("* most others say something else\n" if any(side.differs for side in sides) else "")


def side_cell(side: Side, name: str) -> str:
    """What a voice says of one thing; the days of a longer time a line each."""
    words = plain(side.told.get(name, "")) + (" *" if name in side.differs else "")
    return words.replace(" to ", "\n") if name == "when" else words


def show_claims(rows: Iterable[tuple[Article, Claim]], why: bool = False) -> None:
    """Prints claims with their words; with `why`, what decided their types."""
    out = console()
    for article, claim in rows:
        out.print(headline(article))
        out.print(claim_block(article, claim, why))
        out.print()


def empty(*names: str) -> Table:
    """A table without rows; ids are kept whole where the terminal is wide enough."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    wide = console().width >= WIDE
    for name in names:
        whole = name in {"when", "what", "first–last"} or (name == "id" and wide)
        table.add_column(name, overflow="fold", no_wrap=whole)
    return table


def short(actor: ActorMention | None) -> str:
    """An actor in few words; "" for none."""
    return "" if actor is None else plain(actor.name or actor.text)


def labels(ids: Sequence[str]) -> str:
    """The names of actors, by their ids."""
    from dateline.lexicon.labels import label

    return plain(", ".join(label(one) for one in ids))


def told(kind: str, mode: str | None, status: str) -> str:
    """Type, mode and status, a line each."""
    return "\n".join(part for part in (kind, mode, status) if part)


def shortly(begin: date | None, finish: date | None) -> str:
    """A day, month or year as such, else a line each for the first and last day; "" where it is not known."""
    if begin is None or finish is None or begin == finish:
        return days(begin, finish)
    last = finish + timedelta(days=1)
    if begin.day == last.day == 1:
        if begin.month == last.month == 1 and last.year - begin.year == 1:
            return f"{begin.year}"
        if (last.year - begin.year) * 12 + last.month - begin.month == 1:
            return f"{begin:%Y-%m}"
    return f"{begin}\n{finish}"


def what(kind: str, mode: str | None, status: str) -> str:
    """Type, mode and status."""
    return f"{kind}{f' {mode}' if mode else ''}, {status}"


def days(begin: date | None, finish: date | None) -> str:
    """A day or an interval; "" where it is not known."""
    if begin is None:
        return "" if finish is None else f"until {finish}"
    return str(begin) if finish in {None, begin} else f"{begin} to {finish}"
