"""One method for each thing a person can do. The library, the command line and the web service all call it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.engine.account import ReadSummary, Tally, Watch
from dateline.engine.local import Local
from dateline.errors import BadConfig, BadInput, Split
from dateline.export.jsonl import event_json
from dateline.export.lines import outcome_line
from dateline.export.outfile import outfile
from dateline.ingest.intake import Intake, Sources
from dateline.pipeline import Knowledge, Outcome, Pipeline
from dateline.records.decision import DIFFERENT, SAME, STANDS, WITHDRAWN, Decision, Named, in_force
from dateline.records.event import Event
from dateline.records.reading import Reading
from dateline.sheets import EventSheet, Told
from dateline.summaries import AddSummary, MergeSummary

if TYPE_CHECKING:
    from dateline.changes import Change
    from dateline.checkup import Check
    from dateline.lexicon.find_actors import Found, Sheet
    from dateline.lexicon.own_actors_check import Flaw
    from dateline.records.tie import Graph
    from dateline.store.queries import EventQuery
    from dateline.store.relations import RelationQuery
    from dateline.store.store import Store


__all__ = ["AddSummary", "Desk", "EventSheet", "MergeSummary"]


@dataclass(frozen=True)
class Desk:
    """Where the work is done: an optional database (a path or a URL), and settings for the pipeline.

    `pipeline` replaces the one that `settings` describe. What needs a database raises `BadConfig` where none was named.
    """

    database: str | Path | None = None
    settings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    pipeline: Pipeline | None = None

    def prepare(self, progress: Callable[[str, int, int], None] | None = None) -> None:
        """Builds what is built once on a machine, the gazetteer, before workers would each begin to.

        `progress` is told the part, how many parts are done, and how many there are.
        """
        from dateline.lexicon.gazetteer import gazetteer

        if self.pipeline is None:
            gazetteer(progress)

    def readings(self, sources: Sources, engine: Local | None = None) -> Iterator[Outcome]:
        """An outcome for every input, in order, one after the other."""
        captures = Intake.of(sources).captures()
        return (engine or Local()).read(self._pipeline(), captures)

    def read(
        self, sources: Sources, to: str | Path, *, engine: Local | None = None, watch: Watch | None = None
    ) -> ReadSummary:
        """Writes a line of `dateline/1` for every input, in order. The file appears when all is written."""
        tally, outcomes = Tally(watch), self.readings(sources, engine)
        with outfile(to) as file:
            for outcome in outcomes:
                file.write(outcome_line(outcome))
                tally.count(outcome)
        return tally.summary()

    def add(self, sources: Sources, *, engine: Local | None = None, watch: Watch | None = None) -> AddSummary:
        """Reads what the database does not have yet, keeps it, and makes the events anew that it touches.

        Done again, or after it was interrupted, it ends with the same tables.
        """
        from dateline import __version__
        from dateline.store.feed import Feed

        worker, pipeline, captures = engine or Local(), self._pipeline(), Intake.of(sources).captures()
        tally = Tally(watch)
        with self.opened(make=True) as store:
            store.begin_run(pipeline.run, __version__, now())
            feed = Feed(store, pipeline.run, worker.batch)
            feed.keep(worker.read(pipeline, feed.unread(captures)), tally.count)
            self._merge(store)
            store.end_run(pipeline.run, now())
            return AddSummary(tally.summary(), *feed.numbers(), *store.sizes())

    def merge(self, readings: str | Path, to: str | Path, workers: int = 1) -> MergeSummary:
        """Writes the events of a file of `dateline/1` as `dateline-event/1`. Raises `BadInput` for any other file."""
        from dateline.ingest.readings import Readings
        from dateline.merge.events import merge

        source = Readings(Path(readings))
        events = merge(source, workers=workers)
        with outfile(to) as file:
            file.writelines(event_json(event) for event in events)
        return MergeSummary(source.read, source.passed_over, len(events))

    def rebuild(self) -> int:
        """Makes the events of the database anew from its readings, and says how many there are."""
        with self.opened() as store:
            self._merge(store, anew=True)
            return store.sizes()[2]

    def claims(self, query: EventQuery | None = None) -> Iterator[Told]:
        """The claims in the database that fit, each with its article, by time."""
        with self.opened() as store:
            yield from store.claims(query)

    def events(self, query: EventQuery | None = None) -> Iterator[Event]:
        """The events in the database that fit, by time."""
        with self.opened() as store:
            yield from store.events(query)

    def relations(self, query: RelationQuery | None = None) -> Graph:
        """The ties that the relations in the database make, those that most articles tell first."""
        from dateline.relate.graph import graph

        with self.opened() as store:
            return graph(store.relations(query), None if query is None else query.limit)

    def show(self, name: str) -> EventSheet | Reading | Told:
        """The event, the article or the claim ("article/claim") of that id; an event also by an id that it once had.

        Raises `BadInput` when there is none, or what was one event is several now.
        """
        with self.opened() as store:
            if (event := sheet_of(store, name)) is not None:
                return event
            found = store.reading(name) or store.claim(*name.rpartition("/")[::2])
        if found is None:
            raise BadInput(
                f"{self.database} has no event, article or claim {name!r}; `dateline claims` and `events` list ids"
            )
        return found

    def judge(self, kind: str, one: str, other: str, *, why: str, by: str | None = None) -> Decision:
        """Keeps that two claims ("article/claim") or events are the "same" happening, or "different" ones.

        It wins over what the program finds, now and whenever the events are made again. Raises `BadInput` for an
        unknown id, `BadConfig` for another kind.
        """
        if kind not in {SAME, DIFFERENT}:
            raise BadConfig(f"two claims are {SAME} or {DIFFERENT}, not {kind!r}")
        with self.opened() as store:
            return self._decide(store, Decision(kind, store.named(one), store.named(other), by, now(), why))

    def take_back(self, number: int, *, why: str, by: str | None = None) -> Decision:
        """Keeps that a decision, by its number, holds no more. Raises `BadInput` where there is none to take back."""
        from dateline.store.decisions import taking_back

        with self.opened() as store:
            return self._decide(store, taking_back(store.decisions(), number, by, now(), why))

    def withdraw(self, article: str, *, why: str, by: str | None = None, undo: bool = False) -> Decision:
        """Keeps that an article's story, with all its copies, was taken back: its claims no longer count.

        `undo` says that it stands after all. Raises `BadInput` for an unknown article.
        """
        with self.opened() as store:
            if store.reading(article) is None:
                raise BadInput(f"{self.database} has no article {article!r}; `dateline claims` lists ids")
            kind = STANDS if undo else WITHDRAWN
            return self._decide(store, Decision(kind, (Named(article),), (), by, now(), why))

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, in that order."""
        with self.opened() as store:
            return tuple(store.decisions())

    def diff(self, other: str | Path) -> tuple[Change, ...]:
        """What is other in a second database, or file of events or readings, than in this one, and why."""
        from dateline.changes import changes
        from dateline.snapshot import snapshot

        if self.database is None:
            raise BadConfig("nothing was named that could be compared; give a database or a file")
        return changes(snapshot(self.database), snapshot(other))

    def export(self, path: str | Path, query: EventQuery | RelationQuery | None = None, of: str = "events") -> int:
        """Writes events, claims or ties ("relations") that fit, in the shape of the file's ending; says how many.

        Raises `BadConfig` for another `of`, an ending that it does not have, or a query that is not for it.
        """
        from dateline.export.shapes import export_claims, export_events, export_ties, suffix_of
        from dateline.store.relations import RelationQuery

        suffix_of(path, of)
        if of == "relations":
            return export_ties(self.relations(RelationQuery.of(query)), path)
        if isinstance(query, RelationQuery):
            raise BadConfig(f"{of} are not found by a RelationQuery; give an EventQuery")
        return export_events(self.events(query), path) if of == "events" else export_claims(self.claims(query), path)

    def find_actors(self, words: str, most: int = 10) -> tuple[Found, ...]:
        """Who is called so, or nearly so, by name, alias or id; own actors too where the settings name some."""
        from dateline.lexicon.find_actors import find_actors

        with self.knowing():
            return find_actors(words, most)

    def actor(self, known_id: str, on: date | None = None) -> Sheet:
        """All that is known of an actor, as of a day. Raises `BadInput` when there is none of that id."""
        from dateline.lexicon.find_actors import sheet

        with self.knowing():
            found = sheet(known_id, on)
        if found is None:
            raise BadInput(f"there is no actor {known_id!r}; find its id with `dateline actors find`")
        return found

    def check_actors(self, path: str | Path) -> tuple[Flaw, ...]:
        """Every mistake in a file of own actors, and every name that another actor bears too, by line.

        Raises `BadConfig` when it cannot be read.
        """
        from dateline.lexicon.own_actors import lined_in
        from dateline.lexicon.own_actors_check import flaws, shared_names

        entries = lined_in(Path(path))
        return tuple(sorted((*flaws(entries), *shared_names(entries)), key=lambda flaw: flaw.line))

    def knowing(self) -> AbstractContextManager[None]:
        """A block in which names of actors are looked up among own actors too, where the settings name some."""
        own = self.pipeline.own if self.pipeline else self.settings.get("actors", {}).get("own")
        return own.in_force() if isinstance(own, Knowledge) else nullcontext()

    def doctor(self) -> tuple[Check, ...]:
        """Whether everything that Dateline needs is there and in order."""
        from dateline.checkup import checkup

        return checkup(self.database)

    def _decide(self, store: Store, decision: Decision) -> Decision:
        store.decide(decision)
        self._merge(store)
        return decision

    def _merge(self, store: Store, *, anew: bool = False) -> None:
        from dateline.merge.again import merge_again

        with store.shelf(now()) as shelf:
            merge_again(shelf, anew=anew)

    def opened(self, *, make: bool = False) -> Store:
        """The database, to be closed by whoever opened it. Raises `BadConfig` where none was named."""
        from dateline.store.store import Store

        if self.database is None:
            raise BadConfig("no database was named; give one, as in Desk('events.db')")
        return Store.open(self.database, make=make)

    def _pipeline(self) -> Pipeline:
        if self.pipeline is not None:
            return self.pipeline
        from dateline.recipe import pipeline

        return pipeline(self.settings)


def sheet_of(store: Store, name: str) -> EventSheet | None:
    """The event of that id, or of that former id, with its claims; None where there is none.

    Raises `Split` when what was one event is several now.
    """
    if not (events := store.forwarded(name)):
        return None
    if len(events) > 1:
        raise Split(name, events)
    [(found, joined_at)] = events.items()
    event = store.event(found)
    assert event is not None, "a forwarding leads to an event that is there"
    claims = tuple(store.claims_of(event.id))
    about = {f"{article.id}/{claim.id}" for article, claim in claims} | {article.id for article, _ in claims}
    decided = [one for one in in_force(store.decisions()) if one.is_about(about)]
    asked, beside = None if event.id == name else name, store.beside(event.id)
    acts = tuple(one for one in beside if not {*one.claims}.isdisjoint(event.holds))
    campaigns = tuple(one for one in beside if not {*one.holds}.isdisjoint(event.claims))
    known, parts = store.origins(event.id), store.parts(event.id)
    return EventSheet(event, claims, known, tuple(decided), asked, joined_at, parts, acts, campaigns)


def now() -> str:
    """The time, for the record of runs: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
