"""`dateline judge` and `diff`: what people decide, and what two snapshots tell otherwise."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Database, Json

if TYPE_CHECKING:
    from dateline.changes import Change
    from dateline.records.decision import Decision
    from dateline.records.event import Event

One = Annotated[str, typer.Argument(metavar="ONE", help="Id of an event, or ARTICLE/CLAIM.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="Likewise.")]
Why = Annotated[str, typer.Option("--why", help="Why you decide so, for those who ask later.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides.")]


def same(one: One, other: Other, *, db: Database, why: Why, by: By = None) -> None:
    """Say that two claims or events are the same happening. It wins over what the program finds."""
    kept("same", (one, other), db, why, by)


def different(one: One, other: Other, *, db: Database, why: Why, by: By = None) -> None:
    """Say that two claims or events are different happenings. It wins over what the program finds."""
    kept("different", (one, other), db, why, by)


def withdrawn(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of an article.")],
    *,
    db: Database,
    why: Why,
    by: By = None,
    undo: Annotated[bool, typer.Option("--undo", help="It stands after all.")] = False,
) -> None:
    """Say that an article's story was taken back: with all its copies it no longer counts."""
    from dateline.desk import Desk

    tell(Desk(db).withdraw(article, why=why, by=by, undo=undo))


def back(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Of a decision, as `dateline judge list` has it.")],
    *,
    db: Database,
    why: Why,
    by: By = None,
) -> None:
    """Take a decision back: it holds no more, whoever made it. All decisions are kept, this one too."""
    from dateline.desk import Desk

    tell(Desk(db).take_back(number, why=why, by=by))


def decisions(*, db: Database, as_json: Json = False) -> None:
    """List what people decided, in that order."""
    from dateline.desk import Desk
    from dateline.records.codec import to_builtins

    for one in Desk(db).decisions():
        if as_json:
            print_json(to_builtins(one))
        else:
            sys.stdout.write(f"{one.number}  ")
            tell(one)


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="A database, or a file of events or of readings.")],
    after: Annotated[str, typer.Argument(metavar="B", help="Likewise.")],
    *,
    as_json: Json = False,
) -> None:
    """Tell which events are other in B than in A, and why: new, gone, merged, split, regrouped or changed."""
    from collections import Counter

    from dateline.desk import Desk

    found = Desk(before).diff(after)
    for one in found:
        if as_json:
            print_json(brief(one))
        else:
            show_change(one)
    counted = Counter(one.kind for one in found)
    sys.stderr.write(", ".join(f"{number} {kind}" for kind, number in sorted(counted.items())) or "nothing is other")
    sys.stderr.write("\n")


def kept(kind: str, ends: tuple[str, str], db: str, why: str, by: str | None) -> None:
    """Keeps a decision on two claims or events, and says so."""
    from dateline.desk import Desk

    tell(Desk(db).judge(kind, *ends, why=why, by=by))


def tell(decision: Decision) -> None:
    """Prints a decision."""
    from dateline.cli.screen import plain
    from dateline.sheets import decided

    sys.stdout.write(f"{plain(decided(decision))}\n")


def show_change(change: Change) -> None:
    """Prints a change: the events, what differs, and why."""
    from dateline.cli.screen import plain

    lines = [change.kind]
    lines += [f"  - {title(event)}" for event in change.before if change.kind != "changed"]
    lines += [f"  + {title(event)}" for event in change.after if change.kind != "changed"]
    lines += [f"  {title(event)}" for event in change.after if change.kind == "changed"]
    lines += [f"    {what}" for what in change.what]
    lines += [f"    because {why}" for why in change.why]
    for line in lines:
        indent = len(line) - len(line.lstrip())
        sys.stdout.write(f"{' ' * indent}{plain(line)}\n")


def title(event: Event) -> str:
    """An event in one line."""
    from dateline.cli.screen import place_words
    from dateline.cli.tables import days, labels, what

    when = days(event.begin, event.finish) or "when is not known"
    who = f"{labels(event.actors) or '?'} to {labels(event.recipients) or '?'}"
    return f"{event.id}  {when}  {what(event.type, event.mode, event.status)}  {who}, {place_words(event.place)}"


def brief(change: Change) -> dict[str, object]:
    """A change for programs: the ids of the events, what differs, and why."""
    before, after = ([event.id for event in side] for side in (change.before, change.after))
    return {"change": change.kind, "before": before, "after": after, "what": change.what, "why": change.why}


def print_json(value: dict[str, object]) -> None:
    """Prints a line of JSON."""
    import json

    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
