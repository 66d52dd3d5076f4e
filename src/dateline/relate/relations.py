"""Standing ties between actors that an article tells: who backs, leads, belongs to or fights whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.lexicon.actors import STATE, actor
from dateline.records.claim import OUTLET, Relation
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.text import Span
from dateline.records.tie import UNDIRECTED
from dateline.relate.cast import Cast, casts, near
from dateline.relate.clauses import is_denied, told_by_verbs
from dateline.relate.frames import Between, Tie, betweens, pairs, table
from dateline.relate.posts import told_by_posts

WORD = re.compile(r"[\w-]+")
AND_BEFORE = re.compile(r"\s+and\s+$")
AND = re.compile(r",?\s+and\s+(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True)
class FindRelations:
    """Finds ties between actors that the text tells; those it denies are left out.

    `score` is given to a tie between two resolved names; a worse score of an actor lowers it.
    """

    score: float = 0.8
    reads: ClassVar[frozenset[str]] = frozenset({"article", "sentences", "actors", "places"})
    writes: ClassVar[frozenset[str]] = frozenset({"relations"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `relations`."""
        return replace(reading, relations=find_relations(reading, self.score))


def find_relations(reading: Reading, score: float = 0.8) -> tuple[Relation, ...]:
    """The ties of an article in the order of the text, each once."""
    found = [(tie, cast) for cast in casts(reading) for tie in ties(cast) if is_tie(tie)]
    return once(relation(tie, cast, score) for tie, cast in found)


def ties(cast: Cast) -> Iterator[Tie]:
    """The ties of a sentence, whatever tells them, but for those that it denies."""
    if len(cast.told) + len(cast.known) == 0:
        return
    yield from (one for one in told_by_words(cast) if not is_denied(cast.sentence.tokens, one[3]))
    yield from told_by_posts(cast)


def told_by_words(cast: Cast) -> Iterator[Tie]:
    """The ties that cues between two actors and verbs tell."""
    content = cast.sentence.of(cast.text)
    for frame in betweens():
        for match in frame.cue.finditer(content):
            yield from between(cast, frame, match)
    for frame in pairs():
        for match in frame.cue.finditer(content):
            yield from paired(cast, frame, match)
    for frame in pairs(behind=True):
        for match in frame.cue.finditer(content):
            yield from paired_before(cast, frame, match)
    yield from told_by_verbs(cast)


def between(cast: Cast, frame: Between, match: re.Match[str]) -> Iterator[Tie]:
    """The tie of the two actors beside a cue."""
    start, end = cast.sentence.start + match.start(), cast.sentence.start + match.end()
    right = cast.right_of(end, start) if frame.left != "around" else named_at(cast, end)
    left = cast.around(start, end) if frame.left == "around" else cast.left_of(start)
    if left is None or right is None:
        return
    if frame.left == "object":
        yield frame.kind, right, left, start
    else:
        yield frame.kind, left, right, start
    leader = right if frame.left == "object" else left
    if frame.kind == "leads" and (leader.actor_id or "").startswith(
        STATE
    ):  # whichever state leads others is one of them
        yield "member_of", leader, left if leader is right else right, start


def named_at(cast: Cast, at: int) -> ActorMention | None:
    """The name that begins at an offset: behind "pro-" or "anti-"."""
    found = [one for one in (*near(cast.known, at), *near(cast.told, at)) if one.start == at]
    found = found or [one for one in (cast.part_of_name(at, behind=True),) if one is not None]
    if found:
        return max(found, key=lambda one: one.end)
    tokens = cast.sentence.tokens
    position = bisect_left(tokens, at, key=lambda token: token.start)
    word = tokens[position] if position < len(tokens) else None
    return cast.proper_noun(word.end, trusted=word.text[0].isupper()) if word and word.start == at else None


def paired(cast: Cast, frame: Between, match: re.Match[str]) -> Iterator[Tie]:
    """The tie of the X and the Y of a cue with "X and Y" behind it."""
    end = cast.sentence.start + match.end()
    one = cast.right_of(end, end)
    joint = AND.match(cast.text, one.end, cast.sentence.end) if one else None
    other = cast.right_of(joint.end(), joint.end()) if joint else None
    if one is not None and other is not None:
        yield frame.kind, one, other, cast.sentence.start + match.start()


def paired_before(cast: Cast, frame: Between, match: re.Match[str]) -> Iterator[Tie]:
    """The tie of the X and the Y of a cue with "X and Y" before it."""
    start = cast.sentence.start + match.start()
    other = cast.left_of(start)
    joint = AND_BEFORE.search(cast.text, cast.sentence.start, other.start) if other else None
    one = cast.left_of(joint.start()) if joint else None
    if one is not None and other is not None:
        yield frame.kind, one, other, start


def is_tie(tie: Tie) -> bool:
    """Whether a tie joins two different actors, no pronouns for nobody knows whom."""
    kind, subject, object_, _ = tie
    if (kind == "speaks_for" and is_body(subject)) or (kind in {"leads", "member_of"} and is_one_person(object_)):
        return False
    return not nobody_in((subject, object_)) and key_of(subject) != key_of(object_)


def is_body(subject: ActorMention) -> bool:
    """Whether somebody is a state or a known body, which holds no post."""
    known = actor(subject.actor_id or "")
    return known is not None and known.kind != "person"


def is_one_person(object_: ActorMention) -> bool:
    """Whether somebody is a person, whom nobody leads and nobody is a member of: "his deputy"."""
    known = actor(object_.actor_id or "")
    if object_.form == "pronoun" and object_.text.lower() in table("personal"):
        return True
    return known is not None and known.kind == "person"


def nobody_in(ends: tuple[ActorMention, ActorMention]) -> bool:
    """Whether an end is a pronoun for nobody knows whom."""
    return any(one.form == "pronoun" and one.actor_id is None for one in ends)


def is_lesser(words: str) -> bool:
    """Whether some words tell a post at the head of a part of a state, not of the state: "US commander"."""
    found = set(WORD.findall(words.lower()))
    return bool(found & set(table("lesser"))) and not found & set(table("heads"))


def relation(tie: Tie, cast: Cast, score: float) -> Relation:
    """The record of a tie; its evidence reaches from the first of its words to the last.

    Of a state that only another sentence names the subject's words, which tell the post, are the evidence.
    """
    kind, subject, object_, start = tie
    ends = [subject, object_] if cast.sentence.holds(object_) else [subject]
    if kind in {"member_of", "speaks_for"} and subject.sectors[:1] == ("JRN",):
        kind = "affiliate_of"
    evidence = Span(min(start, *(one.start for one in ends)), max(one.end for one in ends))
    if kind == "leads" and (object_.actor_id or "").startswith(STATE) and is_lesser(evidence.of(cast.text)):
        kind = "member_of"
    return Relation(kind, subject, object_, evidence, OUTLET, round(score * min(subject.score, object_.score, 1.0), 3))


def once(found: Iterable[Relation]) -> tuple[Relation, ...]:
    """The first of those that tell the same, in the order of the text."""
    kept: dict[tuple[str, ...], Relation] = {}
    for one in sorted(found, key=lambda told: (told.evidence.start, told.evidence.end)):
        ends = [key_of(one.subject), key_of(one.object)]
        kept.setdefault((one.kind, *(sorted(ends) if one.kind in UNDIRECTED else ends)), one)
    return tuple(kept.values())


def key_of(actor: ActorMention) -> str:
    """What tells one actor from another: the id, else the words."""
    return actor.actor_id or actor.text.lower()
