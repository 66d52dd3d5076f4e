"""What people can do about single claims: be given one, decide on it, take that back, and see what it all comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.desk import now
from dateline.errors import BadConfig, BadInput
from dateline.merge.again import merge_again, program
from dateline.records.claim import Claim
from dateline.records.decision import Named
from dateline.records.reading import Reading
from dateline.records.review import ACCEPT, CODING, COMMENT, EDIT, REDO, SKIP, UNDO, UNSETTLED, Answers, Review
from dateline.review.again import found
from dateline.review.answers import answers_of, differing, words_of
from dateline.review.gold import Gold, gold
from dateline.review.standing import agreed, codings, in_force, opinions, stacks, verdict
from dateline.sheets import Told
from dateline.store import decisions, reviews
from dateline.store.draws import is_sampled
from dateline.store.index import Index
from dateline.store.queries import EventQuery
from dateline.store.queues import QUEUES, Queues
from dateline.store.reviewed import row_of
from dateline.store.tallied import Outcome
from dateline.view import View

LONGEST_COMMENT = 2_000
LONGEST_NAME = 60
MOST_SIBLINGS = 6
HIDDEN = "reviewed"
"""What is told of a claim to somebody who may still decide on it: not how others did."""


@dataclass(frozen=True)
class Word:
    """What somebody says of a claim: a verdict, with `answers` where it is "edit", and a comment or ""."""

    verdict: str
    by: str
    comment: str = ""
    answers: Answers | None = None
    settles: bool = False


@dataclass(frozen=True)
class Item:
    """A claim as a reviewer is given it.

    `others` are other people's decisions where these may be seen, `hidden` tells how many there are where not.
    """

    reading: Reading
    claim: Claim
    said: Answers
    own: Review | None
    others: tuple[Review, ...]
    hidden: int
    comments: tuple[Review, ...]
    verdict: str | None
    sampled: bool
    event_id: str | None
    siblings: tuple[Told, ...]
    """Other claims of its event."""


@dataclass(frozen=True)
class Reviewing:
    """Reviewing in a database that is open."""

    view: View

    def counts(self, query: EventQuery, by: str | None) -> dict[str, int]:
        """How many claims that fit wait in each queue for somebody."""
        queues = self._queues()
        fits, reviewed = self.view.fitting_claims(queues.index, query), self.view.reviewed(queues.index)
        return {name: int((queues.waiting(name, reviewed, by) & fits).sum()) for name in QUEUES}

    def next(self, queue: str, query: EventQuery, by: str | None, after: str | None = None) -> str | None:
        """The claim ("article/claim") that comes next in a queue; None where none waits.

        Raises `BadConfig` for a queue that there is not.
        """
        queues = self._queues()
        index = queues.index
        waiting = queues.waiting(queue, self.view.reviewed(index), by) & self.view.fitting_claims(index, query)
        row = queues.first(queue, waiting, None if after is None else self._row(index, after))
        if row is None:
            return None
        article_id = index.articles[index.claims.article[row]]
        claims = self.view.article(article_id).claims
        return f"{article_id}/{claims[index.claims.position[row]].id}"

    def item(self, name: str, by: str | None, *, settling: bool = False) -> Item:
        """A claim with what was decided of it, as far as somebody may see that. Raises `BadInput` for an unknown id.

        Who has not decided on it does not see how others did, unless they are about to settle it.
        """
        reading, claim = self.claim(name)
        made = self._standing(reading, claim)
        said, coded = opinions(made), codings(made)
        own = said.get(by or "")
        open_to = settling or by is None or any(one.by == by for one in coded) or any(one.settles for one in made)
        strangers = [one for one in made if one.verdict != SKIP and (one.settles or one.by != by)]
        return Item(
            reading,
            claim,
            answers_of(claim),
            own,
            tuple(one for one in strangers if one in said.values() or one.settles) if open_to else (),
            0 if open_to else len([one for one in coded if one.by != by]),
            tuple(one for one in made if one.comment and (open_to or one.by == by)),
            verdict(made, answers_of(claim)) if open_to else None,
            is_sampled(reading.article.id, reading.claims.index(claim)),
            event_id := decisions.event_of(self.view.store.engine, reading.article.id, claim.id),
            self._siblings(event_id, (reading.article.id, claim.id)),
        )

    def decide(self, name: str, word: Word) -> Review:
        """Keeps what somebody says of a claim ("article/claim").

        Raises `BadInput` for an unknown claim, `BadConfig` for what cannot be said.
        """
        reading, claim = self.claim(name)
        shown = answers_of(claim)
        word = checked(word, shown)
        if word.settles and verdict(self._standing(reading, claim), shown) != UNSETTLED:
            raise BadConfig("only what reviewers differ on is settled; decide on it, or undo what you decided")
        about = Named(reading.article.id, claim.id, claim.type, claim.trigger.start, claim.trigger.end)
        made = Review(
            about,
            word.verdict,
            word.by,
            now(),
            claim.evidence,
            words_of(reading.article, claim),
            shown,
            word.answers,
            word.comment,
            word.settles,
            is_sampled(reading.article.id, reading.claims.index(claim)),
        )
        return self._keep(made)

    def undo(self, by: str) -> Review | None:
        """Takes back the last of somebody's decisions that is in force; None where there is none."""
        done, _ = stacks(reviews.reviews_by(self.view.store.engine, by))
        return self._keep(taking_back(done[0], UNDO)) if done else None

    def redo(self, by: str) -> Review | None:
        """Puts in force again what somebody took back last; None where there is nothing, or they decided since."""
        _, undone = stacks(reviews.reviews_by(self.view.store.engine, by))
        return self._keep(taking_back(undone[0], REDO)) if undone else None

    def log(self) -> list[Review]:
        """All decisions, in their order."""
        return self.view.store.reviews()

    def outcome(self) -> Outcome:
        """What reviewing comes to by now."""
        return self.view.tallied.outcome()

    def gold(self) -> Gold:
        """Labelled sentences from what is decided."""
        return gold((article, claim, agreed(made)) for article, claim, made in reviews.standing(self.view.store.engine))

    def verdicts(self, articles: Sequence[str], by: str | None) -> dict[tuple[str, str], str]:
        """The verdicts on claims of some articles, by article and claim, as far as somebody may see them."""
        engine = self.view.store.engine
        made = reviews.verdicts_in(engine, articles)
        if by is None:
            return made
        own = reviews.decided_by(engine, articles, by)
        return {name: one if name in own else HIDDEN for name, one in made.items()}

    def _queues(self) -> Queues:
        return Queues(self.view.index())

    def _row(self, index: Index, name: str) -> int | None:
        reading, claim = self.claim(name)
        return row_of(index, reading.article.id, reading.claims.index(claim))

    def claim(self, name: str) -> tuple[Reading, Claim]:
        """A claim with all that its article says. Raises `BadInput` for an unknown id."""
        article_id, _, claim_id = name.rpartition("/")
        reading = self.view.article(article_id)
        claim = next((one for one in reading.claims if one.id == claim_id), None)
        if claim is None:
            raise BadInput(f"there is no claim {name}")
        return reading, claim

    def _standing(self, reading: Reading, claim: Claim) -> list[Review]:
        made = in_force(reviews.reviews_in(self.view.store.engine, reading.article.id))
        return [one for one in made if found(one, reading.article.text, reading.claims) == claim]

    def _siblings(self, event_id: str | None, own: tuple[str, str]) -> tuple[Told, ...]:
        if event_id is None:
            return ()
        told = self.view.store.claims_of(event_id)
        return tuple(one for one in told if (one[0].id, one[1].id) != own)[:MOST_SIBLINGS]

    def _keep(self, review: Review) -> Review:
        others_wait = self.view.store.waits()  # then somebody adds articles, and merges ours with theirs
        kept = self.view.store.review(review)
        if not others_wait and self.view.store.waits() and self._is_merged_by_us():
            with self.view.store.shelf(review.at) as shelf:
                merge_again(shelf)
        return kept

    def _is_merged_by_us(self) -> bool:
        """What another version merged is made anew as a whole: when articles are added, not at a key."""
        return self.view.store.merged_by() == program()


def checked(word: Word, shown: Answers) -> Word:
    """What is said as it is kept. Raises `BadConfig` where it cannot be said."""
    if word.verdict not in {*CODING, SKIP, COMMENT}:
        raise BadConfig(f"a claim is not decided by {word.verdict!r}; accept, reject, edit, skip or comment")
    if not word.by.strip() or len(word.by) > LONGEST_NAME:
        raise BadConfig(f"decisions are kept under a name of at most {LONGEST_NAME} letters; say who decides")
    if word.verdict == COMMENT and not word.comment.strip():
        raise BadConfig("the comment is empty; write one")
    if len(word.comment) > LONGEST_COMMENT:
        raise BadConfig(f"a comment has at most {LONGEST_COMMENT} letters")
    if word.settles and word.verdict not in CODING:
        raise BadConfig("a claim is settled by accept, reject or edit")
    if word.verdict == EDIT and word.answers is None:
        raise BadConfig("an edit says what the claim should say; reject what is no event at all")
    if word.verdict == ACCEPT or (word.verdict == EDIT and word.answers and not differing(word.answers, shown)):
        return replace(word, verdict=ACCEPT, answers=shown)
    return word if word.verdict == EDIT else replace(word, answers=None)


def taking_back(review: Review, verdict: str) -> Review:
    """The decision that takes another back, or puts it in force again."""
    return replace(review, verdict=verdict, at=now(), answers=None, comment="", takes_back=review.number, number=0)
