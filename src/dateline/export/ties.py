"""The columns of ties as a flat table."""

from __future__ import annotations

from collections.abc import Callable

from dateline.export.columns import Cell, Column, Table, day, listed
from dateline.records.tie import Tie, TieEnd


def end_columns(role: str, of: Callable[[Tie], TieEnd]) -> tuple[Column[Tie], ...]:
    """The columns of one end."""
    return (
        Column(f"{role}_id", f"id of the {role}", lambda tie: of(tie).id),
        Column(f"{role}_name", f"name of the {role}", lambda tie: of(tie).name),
        Column(f"{role}_country", "ISO 3166-1 alpha-3", lambda tie: of(tie).country),
    )


def outlets(tie: Tie) -> Cell:
    """The outlets that tell it, as far as they are known."""
    return listed(sorted({one.source for one in tie.tellings if one.source}))


TIE_COLUMNS: tuple[Column[Tie], ...] = (
    Column("kind", "ally_of, backs, leads …", lambda tie: tie.kind),
    *end_columns("subject", lambda tie: tie.subject),
    *end_columns("object", lambda tie: tie.object),
    Column("first", "first publication day of an article that tells it", lambda tie: day(tie.first)),
    Column("last", "last such day", lambda tie: day(tie.last)),
    Column("reports", "articles that tell it", lambda tie: tie.reports),
    Column("sources", "different outlets of these, as far as they are known", lambda tie: tie.sources),
    Column("claimants", "who says so: outlet, unnamed, names of actors", lambda tie: listed(tie.claimants)),
    Column("outlets", "the outlets", outlets),
    Column("articles", "ids of the articles", lambda tie: listed(one.article_id for one in tie.tellings)),
    Column("words", "the words that the first of them rests on", lambda tie: tie.tellings[0].words),
)


def name_of(tie: Tie) -> str:
    """What tells a tie from any other of an export."""
    return f"{tie.kind} {tie.subject.id} {tie.object.id}"


TIE_TABLE: Table[Tie] = Table(TIE_COLUMNS, name_of, lambda _: None)
