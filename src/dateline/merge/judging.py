"""Very many pairs of gists judged at once.

What a question reads of two gists is the same for many pairs: each is asked once for each different pair of what it
reads, by the functions that judge one pair. Only rarest words, which are hardly ever the same, are compared in arrays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.merge.agreements import (
    ABOUT,
    BOTH_DENY,
    DENIAL,
    DENIED,
    ENOUGH,
    NO_DAY,
    READS,
    SAME_WORD,
    Question,
    actor,
    recipient,
    way,
)
from dateline.merge.contradictions import MUTUAL, RULES, Rule, in_one_way, is_answer, loose, timeless
from dateline.merge.ends import likeness
from dateline.merge.gist import Gist
from dateline.merge.grouped import Numbers
from dateline.merge.likeness import Texts
from dateline.merge.matching import SameHappening, learned
from dateline.merge.terms import scaled

EDGE = np.dtype([("score", np.float64), ("one", np.int64), ("other", np.int64)])
"""Two gists that tell the same happening, as they are kept where there are millions."""
Edges = NDArray[np.void]
Odds = NDArray[np.float64]
Truths = NDArray[np.bool_]
TURNED = {"actors": "recipients", "recipients": "actors"}
Way = tuple[bool, bool]
"""Whether the one and the other of two gists are turned."""
STRAIGHT: Way = (False, False)
WAYS: tuple[Way, ...] = ((False, True), (True, False), (True, True))


@dataclass(frozen=True)
class Views:
    """What a question reads of each gist, and of each when it is turned, by number; for each number a gist.

    Where it reads neither actors nor recipients, a turned gist is as good as the gist.
    """

    numbers: tuple[Numbers, Numbers]
    examples: Sequence[Gist]

    @classmethod
    def of(cls, gists: Sequence[Gist], fields: Sequence[str]) -> Views:
        """What some fields hold."""
        seen: dict[Any, Gist] = {}
        places: dict[Any, int] = {}

        def number(one: Gist, read: Callable[[Gist], Any], turned: bool) -> int:
            held = read(one)
            if held not in places:
                places[held] = len(places)
                seen[held] = one.turned() if turned else one
            return places[held]

        straight = np.fromiter((number(one, attrgetter(*fields), False) for one in gists), np.int64, len(gists))
        if TURNED.keys().isdisjoint(fields):
            return cls((straight, straight), list(seen.values()))
        read = attrgetter(*(TURNED.get(field, field) for field in fields))
        turned = np.fromiter((number(one, read, True) for one in gists), np.int64, len(gists))
        return cls((straight, turned), list(seen.values()))

    def asked(
        self, answer: Callable[[Gist, Gist], float], first: Numbers, second: Numbers, turned: Way = STRAIGHT
    ) -> Odds:
        """The answers for pairs of gists, each turned or not."""
        size, (one, other) = len(self.examples), (self.numbers[is_turned] for is_turned in turned)
        codes, back = np.unique(one[first] * size + other[second], return_inverse=True)
        pairs = zip(*(ends.tolist() for ends in np.divmod(codes, size)), strict=True)
        found = (answer(self.examples[a], self.examples[b]) for a, b in pairs)
        return np.fromiter(found, np.float64, len(codes))[back]


@dataclass(frozen=True)
class Judging:
    """Some gists, for pairs of them to be judged as `SameHappening` does: what each rule and question reads of them."""

    judge: SameHappening
    rules: Mapping[Rule, Views]
    questions: Mapping[Question, Views]
    texts: Mapping[str, Texts]
    stems: Texts
    vague: Truths
    timeless: Truths
    mutual: Truths
    denies: Truths
    struck: tuple[Truths, Truths]
    """Whether some recipient is told, of each gist and of each when it is turned."""

    @classmethod
    def of(cls, gists: Sequence[Gist], judge: SameHappening) -> Judging:
        """What is asked of some gists."""
        return cls(
            judge,
            {rule: Views.of(gists, fields) for rule, fields in RULES.items()},
            {question: Views.of(gists, fields) for question, fields in READS.items()},
            {name: Texts.of(map(attrgetter(field), gists)) for name, field in ABOUT.items()},
            Texts.of(scaled((word, 1.0) for word in one.stems) for one in gists),
            truths(map(loose, gists)),
            truths(map(timeless, gists)),
            truths(one.type in MUTUAL for one in gists),
            truths(one.denied for one in gists),
            (truths(bool(one.recipients) for one in gists), truths(bool(one.actors) for one in gists)),
        )

    def edges(self, first: Numbers, second: Numbers) -> Edges:
        """The pairs that are the same, in their order, each with its score."""
        for rule, views in self.rules.items():
            against = views.asked(partial(breaks, rule), first, second) > 0
            first, second = first[~against], second[~against]
        vague = self.vague[first] | self.vague[second]
        odds = self._odds(first, second) + self._story(first, second, vague) + learned().bias
        scores = np.round(1 / (1 + np.exp(-odds)), 3)
        undated = np.where(self.timeless[first] ^ self.timeless[second], self.judge.timeless, self.judge.undated)
        same = scores >= np.where(vague, undated, self.judge.least)
        found = np.empty(np.count_nonzero(same), EDGE)
        found["score"], found["one"], found["other"] = scores[same], first[same], second[same]
        return found

    def _odds(self, first: Numbers, second: Numbers) -> Odds:
        """What all questions but those of words say; of what has no direction, turned as fits best."""
        odds = self._sum([one for one in self.questions if not reads_ends(one)], first, second)
        in_word = self.stems.like(first, second) > 0
        ends = self._ends(first, second, in_word)
        both = np.flatnonzero(self.mutual[first])
        for turned in WAYS:
            ends[both] = np.maximum(ends[both], self._ends(first[both], second[both], in_word[both], turned))
        return odds + in_word * weight_of(SAME_WORD) + ends

    def _ends(self, first: Numbers, second: Numbers, in_word: Truths, turned: Way = STRAIGHT) -> Odds:
        """What the questions say that read who did it to whom; few gists deny."""
        odds = self._sum([one for one in self.questions if reads_ends(one)], first, second, turned)
        either = np.flatnonzero(self.denies[first] | self.denies[second])
        odds[either] += self._denial(first[either], second[either], in_word[either], turned)
        return odds

    def _denial(self, first: Numbers, second: Numbers, in_word: Truths, turned: Way) -> Odds:
        """What `denial` says, where one denies, or both do."""
        actors = self.questions[actor].asked(like_actors, first, second, turned)
        recipients = self.questions[recipient].asked(like_recipients, first, second, turned)
        in_way = self.questions[way].asked(in_one_way, first, second) > 0
        one, other = (self.struck[is_turned] for is_turned in turned)
        answer = is_answer(actors, recipients, in_word | in_way, ~(one[first] & other[second]))
        both = self.denies[first] & self.denies[second]
        return np.where(both, weight_of(BOTH_DENY), np.where(answer, weight_of(DENIED), weight_of(DENIAL)))

    def _sum(self, questions: Iterable[Question], first: Numbers, second: Numbers, turned: Way = STRAIGHT) -> Odds:
        found = (self.questions[one].asked(partial(weight, one), first, second, turned) for one in questions)
        return sum(found, np.zeros(len(first)))

    def _story(self, first: Numbers, second: Numbers, vague: Truths) -> Odds:
        """What `story` says."""
        odds = np.zeros(len(first))
        for name, texts in self.texts.items():
            weights = weight_of(name), weight_of(name + NO_DAY)
            odds += np.minimum(texts.like(first, second), ENOUGH) * (weights[0] + weights[1] * vague)
        return odds


def outlines(gists: Iterable[Gist]) -> list[Gist]:
    """For each gist the first of those that may not be joined with the same: they are asked once for all of them."""
    read = attrgetter("bare", *dict.fromkeys(chain.from_iterable(RULES.values())))
    first: dict[Any, Gist] = {}
    return [first.setdefault(read(one), one) for one in gists]


def reads_ends(question: Question) -> bool:
    """Whether a question reads what stands in another place when a gist is turned."""
    return not TURNED.keys().isdisjoint(READS[question])


def weight(question: Question, one: Gist, other: Gist) -> float:
    """What the answer to a question adds to the log odds."""
    return sum(weight_of(name) * much for name, much, _ in question(one, other))


def truths(found: Iterable[bool]) -> Truths:
    """The answers in an array."""
    return np.fromiter(found, bool)


def like_actors(one: Gist, other: Gist) -> float:
    """How like those are who did it."""
    return likeness(one.actors, other.actors)


def like_recipients(one: Gist, other: Gist) -> float:
    """How like those are to whom it was done."""
    return likeness(one.recipients, other.recipients)


def weight_of(name: str) -> float:
    """What a thing adds in which two agree or differ."""
    return learned().weights.get(name, 0.0)


def breaks(rule: Rule, one: Gist, other: Gist) -> bool:
    """Whether a rule keeps two gists apart."""
    return next(rule(one, other), None) is not None
