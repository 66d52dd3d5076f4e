"""The one set of filters, as options of every command that looks into a database."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from dateline.errors import BadConfig

if TYPE_CHECKING:
    from dateline.store.queries import EventQuery

FILTERS: dict[str, Any] = {
    "type": Annotated[str | None, typer.Option("--type", help="PLOVER type, such as ASSAULT.")],
    "status": Annotated[str | None, typer.Option("--status", help="happened, planned, denied, disputed …")],
    "actor": Annotated[str | None, typer.Option("--actor", help="Who did it: id, words of the name, or country code.")],
    "recipient": Annotated[str | None, typer.Option("--recipient", help="To whom, likewise.")],
    "country": Annotated[str | None, typer.Option("--country", help="Where it happened: three letters, such as EGY.")],
    "place": Annotated[str | None, typer.Option("--place", help="Where it happened: id or words of the name.")],
    "box": Annotated[str | None, typer.Option("--box", metavar="W,S,E,N", help="A part of the map, in degrees.")],
    "since": Annotated[str | None, typer.Option("--since", metavar="DATE", help="Not over before this day.")],
    "until": Annotated[str | None, typer.Option("--until", metavar="DATE", help="Begun by this day.")],
    "claimant": Annotated[str | None, typer.Option("--claimant", help="Who says so: id, name, outlet or unnamed.")],
    "party": Annotated[bool | None, typer.Option("--party/--no-party", help="Whether who says so is a party to it.")],
    "source": Annotated[str | None, typer.Option("--source", help="Words of the outlet's name.")],
    "text": Annotated[str | None, typer.Option("--text", help="Words of the evidence.")],
    "reviewed": Annotated[
        str | None, typer.Option("--reviewed", help="By people: yes, no, accepted, rejected, edited or unsettled.")
    ],
    "limit": Annotated[int | None, typer.Option("--limit", min=1, help="So many at most.")],
    "offset": Annotated[int | None, typer.Option("--offset", min=0, help="Pass over so many.")],
}


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for every filter in the place of its parameter `query`."""

    def with_filters(**given: Any) -> None:
        filters = {name: given.pop(name) for name in FILTERS}
        command(query=query_of(filters), **given)

    hints = get_type_hints(command, localns={"EventQuery": object}, include_extras=True)
    del hints["query"]
    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = inspect.signature(command).parameters
    own = [one.replace(annotation=hints[name]) for name, one in parameters.items() if name in hints]
    options = [inspect.Parameter(name, keyword, default=None, annotation=kind) for name, kind in FILTERS.items()]
    with_filters.__signature__ = inspect.Signature([*own, *options])  # type: ignore[attr-defined]
    with_filters.__annotations__ = hints | FILTERS
    with_filters.__doc__ = command.__doc__
    return with_filters


def query_of(filters: dict[str, Any]) -> EventQuery:
    """The query that some filters make. Raises `BadConfig` for a filter that could not find anything."""
    from dateline.store.box import Box
    from dateline.store.queries import EventQuery

    given = {name: value for name, value in filters.items() if value is not None}
    for name in ("since", "until"):
        if name in given:
            given[name] = day(given[name])
    if "box" in given:
        given["box"] = Box.of(given["box"])
    return EventQuery(**given)


def day(value: str) -> date:
    """The day of an ISO date. Raises `BadConfig` for anything else."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise BadConfig(f"{value!r} is no date; give it as 2024-03-31") from error
