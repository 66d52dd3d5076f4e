"""Whose own actors are known just now, and answers that are kept apart for each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, update_wrapper
from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from dateline.lexicon.own_actors import OwnActors

P = ParamSpec("P")
T = TypeVar("T")

_own: ContextVar[OwnActors | None] = ContextVar("own actors", default=None)
"""Set by `in_force` alone, and only while its block runs; each thread and task has its own."""


@contextmanager
def in_force(own: OwnActors | None) -> Iterator[None]:
    """Within the block every look-up knows these own actors and no others; None: those that ship alone."""
    before = _own.set(own)
    try:
        yield
    finally:
        _own.reset(before)


def own_actors() -> OwnActors | None:
    """The own actors in force; None when there are none."""
    return _own.get()


class Kept(Generic[P, T]):
    """A function whose answers are kept as by `functools.lru_cache`, apart for each set of own actors in force."""

    def __init__(self, make: Callable[P, T], size: int | None) -> None:
        update_wrapper(self, make)
        self._answers = lru_cache(size)(lambda _, *words, **named: make(*words, **named))
        self.cache_clear = self._answers.cache_clear

    def __call__(self, *words: P.args, **named: P.kwargs) -> T:
        """The answer to these words; they are hashable."""
        own = _own.get()
        return self._answers(own and own.digest, *words, **named)  # type: ignore[arg-type]


def kept(size: int | None = None) -> Callable[[Callable[P, T]], Kept[P, T]]:
    """Keeps the answers of a function that depend on who is known, as many as `size`; all without one."""
    return lambda make: Kept(make, size)
