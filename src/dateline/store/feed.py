"""Inputs on their way into a store: what it knows already is not read again."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple
from itertools import islice

from dateline.pipeline import Outcome, name_for
from dateline.records.article import Capture, Rejection
from dateline.records.ids import digest
from dateline.records.reading import Reading
from dateline.store.store import CHANGED, NEW, SAME, Store, Ticket
from dateline.store.words import key

UNCHANGED, REPEATED = "unchanged", "repeated"


class Feed:
    """Leads inputs to an engine and outcomes to a store, in the order of the inputs.

    Batches of `size` inputs are read or passed over as a whole: an article is then always read in the same company, and
    a run that was killed ends as if it had not been. Of two articles with one id in a run, the first stands.
    `counts` tells how many were new, changed, same, unchanged (passed over) or repeated.
    """

    def __init__(self, store: Store, run: str, size: int) -> None:
        self._store, self._run, self._size = store, run, size
        self._waiting: deque[tuple[Ticket, str | Rejection | None]] = deque()
        self._seen: set[str] = set()
        self.counts: Counter[str] = Counter()

    def unread(self, items: Iterable[Capture | Rejection]) -> Iterator[Capture | Rejection]:
        """The inputs that are to be read."""
        left = iter(items)
        while batch := list(islice(left, self._size)):
            tickets = [ticket(item, self._run) for item in batch]
            known = self._store.known(tickets)
            known |= {one: item for one, item in zip(tickets, batch, strict=True) if isinstance(item, Rejection)}
            dealt = len(known) == len(set(tickets))
            self._waiting.extend((one, known[one] if dealt else None) for one in tickets)
            if not dealt:
                yield from batch

    def keep(self, outcomes: Iterable[Outcome], tell: Callable[[Outcome], object]) -> None:
        """Writes each outcome in its turn, and tells of those that are new and of everything without a reading."""
        for outcome in outcomes:
            self._pass_over(tell)
            self._write(outcome, self._waiting.popleft()[0])
            tell(outcome)
        self._pass_over(tell)

    def numbers(self) -> tuple[int, int, int, int]:
        """How many articles were new, changed, unchanged and repeated."""
        count = self.counts
        return count[NEW], count[CHANGED], count[SAME] + count[UNCHANGED], count[REPEATED]

    def _pass_over(self, tell: Callable[[Outcome], object]) -> None:
        """Deals with the inputs that nobody read, up to the next one that somebody does."""
        while self._waiting and self._waiting[0][1] is not None:
            one, known = self._waiting.popleft()
            if isinstance(known, Rejection):
                self._write(known, one)
                tell(known)
            elif known is not None:
                self.counts[REPEATED if known in self._seen else UNCHANGED] += 1
                self._seen.add(known)

    def _write(self, outcome: Outcome, one: Ticket) -> None:
        if not isinstance(outcome, Reading):
            self._store.write(outcome, one)
            return
        name = key(outcome.article.id)
        self.counts[REPEATED if name in self._seen else self._store.write(outcome, one)] += 1
        self._seen.add(name)


def ticket(item: Capture | Rejection, run: str) -> Ticket:
    """What is known of an input before it is read. The same content has the same digest wherever it comes from."""
    if isinstance(item, Rejection):
        return Ticket(run, digest("rejection", item.id, item.reason), item.origin, item.id)
    return Ticket(run, digest("capture", *map(repr, astuple(item)[1:])), item.origin, name_for(item))
