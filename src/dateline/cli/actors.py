"""`dateline actors find`, `show` and `check`: who is known, and whether a file of own actors is in order."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Json, SettingsFile, own_actors_of

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.lexicon.actors import Actor, Post
    from dateline.lexicon.find_actors import Sheet

NOT_IN_ORDER = 1


def find(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="A name, an alias or an id, or nearly so.")],
    *,
    limit: Annotated[int, typer.Option(min=1, help="So many at most.")] = 10,
    settings: SettingsFile = None,
    as_json: Json = False,
) -> None:
    """Find actors by name: those called so first, then those called nearly so."""
    from dateline.cli.screen import console, plain
    from dateline.cli.tables import empty
    from dateline.desk import Desk

    found = Desk(settings=own_actors_of(settings)).find_actors(" ".join(words), limit)
    if as_json:
        for hit in found:
            print_json({"found": hit.name, "score": round(hit.score), **brief(hit.actor)})
        return
    table = empty("id", "name", "kind", "country", "sectors", "found by")
    for hit in found:
        one = hit.actor
        cells = (one.id, one.name, one.kind, one.country or "", " ".join(one.sectors))
        table.add_row(*map(plain, cells), plain(f"{hit.name} ({hit.score:.0f})"))
    if found:
        console().print(table)
    sys.stderr.write(
        f"{len(found)} actors\n" if found else "nobody is called so; try fewer words or another spelling\n"
    )


def show(
    known_id: Annotated[str, typer.Argument(metavar="ID", help="The id of an actor, such as hezbollah or state-SYR.")],
    *,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="As of this day.")] = None,
    settings: SettingsFile = None,
    as_json: Json = False,
) -> None:
    """Show all that is known of an actor: names, posts, allies, enemies, members, and who holds its posts."""
    from dateline.cli.filters import day
    from dateline.cli.screen import console
    from dateline.desk import Desk

    desk = Desk(settings=own_actors_of(settings))
    sheet = desk.actor(known_id, day(on) if on else None)
    if as_json:
        print_json(full(sheet))
        return
    with desk.knowing():
        console().print(sheet_table(sheet))


def check(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A YAML file of your own actors.")],
) -> None:
    """Name every mistake in a file of own actors, with its line and the remedy; exit with 1 if there is any."""
    from dateline.cli.screen import plain
    from dateline.desk import Desk

    flaws = Desk().check_actors(path)
    for flaw in flaws:
        sys.stdout.write(f"{plain(path)} {plain(flaw)}\n")
    sys.stderr.write(f"{len(flaws)} mistakes in {path}\n" if flaws else f"{path} is in order\n")
    if flaws:
        raise typer.Exit(NOT_IN_ORDER)


def sheet_table(sheet: Sheet) -> Table:
    """What is known of an actor, as people read it."""
    from rich.table import Table

    from dateline.cli.screen import plain

    one = sheet.actor
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    rows: list[tuple[str, str]] = [
        ("id", one.id),
        ("name", one.name),
        ("also", ", ".join((*one.aliases, *sheet.words))),
        ("kind", " ".join(filter(None, (one.kind, one.class_)))),
        ("country", one.country or ""),
        ("sectors", " ".join(one.sectors)),
        ("when", span(one.since, one.until)),
        *(("post", f"{told(post)}{of(post)}") for post in one.posts),
        ("part of", named(one.parents)),
        ("allies", named(sheet.allies)),
        ("enemies", named(sheet.enemies)),
        ("members", named(sheet.members)),
        *((held.post.title, f"{held.name} [{held.id}] {dates(held.post)}".rstrip()) for held in sheet.holders),
    ]
    for name, words in rows:
        if words:
            grid.add_row(plain(name), plain(words))
    return grid


def named(ids: Iterable[str]) -> str:
    """Actors by name and id."""
    from dateline.lexicon.labels import label

    return ", ".join(f"{label(one)} [{one}]" for one in ids)


def of(post: Post) -> str:
    """Whose post it is."""
    return f", {named([post.of])}" if post.of else ""


def told(post: Post) -> str:
    """A post with its days."""
    return f"{post.title} {dates(post)}".rstrip()


def dates(post: Post) -> str:
    """The days of a post, in brackets; "" where none is known."""
    days = span(post.since, post.until)
    return f"({days})" if days else ""


def span(since: object, until: object) -> str:
    """From when to when; "" where neither is known."""
    return " to ".join((str(since or "…"), str(until or "…"))) if since or until else ""


def brief(one: Actor) -> dict[str, object]:
    """An actor in a few fields."""
    return {"id": one.id, "name": one.name, "kind": one.kind, "country": one.country, "sectors": one.sectors}


def full(sheet: Sheet) -> dict[str, object]:
    """An actor with everything; what the sheet says of allies and enemies stands for what the entry says."""
    from dataclasses import asdict

    known: dict[str, object] = asdict(sheet)
    del known["actor"]
    actor: dict[str, object] = asdict(sheet.actor)
    actor["class"] = actor.pop("class_")
    return actor | known


def print_json(value: Mapping[str, object]) -> None:
    """Prints a line of JSON; days are ISO dates."""
    import json

    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
