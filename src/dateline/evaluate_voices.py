"""How often the voices of a dispatch are right: speakers, claimants, parties, and whom "he" or "the group" means.

Asked of dispatches whose mentions are marked with who they are: `evaluation/gold/dispatches.jsonl`. A speaker or
mention is right when a name that Dateline gives it is one of the names by which the dispatch calls that somebody; for
somebody the dispatch does not name, when it is given no other's name.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.lexicon.actors import STATE, actor
from dateline.lexicon.labels import label
from dateline.pipeline import Pipeline
from dateline.records.article import Article
from dateline.records.claim import Claim, Claimant
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Span

MARK = re.compile(r"\[(\d+) ([^\[\]]+)\]")
WORD = re.compile(r"\w{2,}")
EMPTY = frozenset(
    ["the", "of", "and", "for", "in", "a", "an", "minister", "president", "general", "colonel", "spokesman", "group"]
)
AUXILIARIES = frozenset(["has", "had", "have", "was", "were", "is", "are", "to", "that", "it", "as", "of", "not"])
FIGURES = ("statement", "speaker", "claim", "claimant", "party", "party_of_any", "answer", "pointing")
"""`party` is of claims whose claimant is right, `party_of_any` of all."""
PARTY = {"yes": True, "no": False, "unknown": None}
POINTING = re.compile(
    r"(he|she|it|they|him|her|them|his|its|their|we|us|our|i|my)$|(the|that|this|these|those) ", re.IGNORECASE
)


@dataclass(frozen=True)
class Dispatch:
    """A dispatch with its marks, by number; who they are; its statements and claims."""

    row: Mapping[str, Any]

    @cached_property
    def read(self) -> tuple[str, tuple[tuple[int, Span], ...]]:
        """The text, and the marked spans with the number of who each is."""
        text, found, position = "", [], 0
        for mark in MARK.finditer(self.row["marked"]):
            text += self.row["marked"][position : mark.start()]
            found.append((int(mark[1]), Span(len(text), len(text) + len(mark[2]))))
            text, position = text + mark[2], mark.end()
        return text + self.row["marked"][position:], tuple(found)

    @property
    def text(self) -> str:
        """The text without marks."""
        return self.read[0]

    def marked(self, who: object) -> list[Span]:
        """The spans of somebody."""
        return [span for number, span in self.read[1] if number == who]

    def is_named(self, who: int) -> bool:
        """Whether the dispatch says who somebody is."""
        return self.row["actors"][str(who)]["name"] is not None

    def words(self, who: int) -> frozenset[str]:
        """The words by which the dispatch calls somebody, pronouns aside."""
        told = [self.row["actors"][str(who)]["name"] or "", *(span.of(self.text) for span in self.marked(who))]
        return words_of(" ".join(one for one in told if not POINTING.fullmatch(one)))

    def points(self, span: Span, who: int) -> bool:
        """Whether words only point at somebody: pronouns, and "the group" for one that is named otherwise."""
        words, name = span.of(self.text), self.row["actors"][str(who)]["name"] or ""
        return bool(POINTING.match(words)) and not words_of(words) & words_of(name)

    def is_called(self, who: int, actor_id: str | None, name: str | None) -> bool:
        """Whether an identity that Dateline gives is that of somebody in the dispatch."""
        kind = self.row["actors"][str(who)]["kind"]
        if actor_id and (kind.startswith(("country", "government"))) and self.country(who) == country_of(actor_id):
            return True
        known = actor(actor_id or "")
        names = [*(known.names if known else ()), label(actor_id) if actor_id else "", name or ""]
        mine = self.words(who)
        return any(words and words <= mine for words in map(words_of, names)) or bool(
            name and words_of(name) & mine and not actor_id
        )

    def country(self, who: int) -> str | None:
        """The country of a state or government."""
        kind, _, rest = self.row["actors"][str(who)]["kind"].partition(" ")
        if kind == "country":
            return str(rest)
        return self.country(int(rest.removeprefix("of "))) if kind == "government" else None


def words_of(name: str) -> frozenset[str]:
    """The words of a name in lower case that tell it from others."""
    return frozenset(word for word in WORD.findall(name.lower().replace("'s", "")) if word not in EMPTY)


def country_of(actor_id: str) -> str:
    """The country in the id of a state or of a body of one."""
    return re.split(r"[-/]", actor_id.removeprefix(STATE))[0]


def dispatches(path: Path) -> Iterator[Dispatch]:
    """The dispatches of a file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        yield from (Dispatch(json.loads(line)) for line in lines)


def figures(path: Path, pipeline: Pipeline) -> dict[str, float]:
    """The shares that were right, 0 to 1, and how many there were of what they are shares of."""
    counts: Counter[str] = Counter()
    for one in dispatches(path):
        article = Article.of(one.text, title=one.row["title"], published=date.fromisoformat(one.row["published"]))
        reading = pipeline.read_article(Reading(article))
        counts.update(judged(one, reading))
    found = {name: round(counts[f"{name}_right"] / max(1, counts[name]), 3) for name in FIGURES}
    return found | {f"n_{name}": counts[name] for name in FIGURES}


def judged(gold: Dispatch, reading: Reading) -> Iterator[str]:
    """What is counted of one dispatch."""
    for right in gold.row["statements"]:
        found = statement_for(gold, right, reading)
        yield from counted("statement", found is not None)
        if isinstance(right["source"], int) and found is not None:
            yield from counted("speaker", is_speaker(gold, right["source"], found))
    for right in gold.row["claims"]:
        claim = claim_for(gold, right, reading.claims)
        yield from counted("claim", claim is not None)
        if claim is not None:
            told, sided = (
                is_claimant(gold, right["by"], claim.claimant),
                claim.claimant_is_party is PARTY[right["party"]],
            )
            yield from counted("claimant", told)
            yield from counted("party_of_any", sided)
            yield from counted("party", sided) if told else ()
            for how in ("denied_by", "confirmed_by"):
                if how in right:
                    voices = [one.claimant for one in reading.claims if one.id in getattr(claim, how)]
                    yield from counted("answer", any(is_claimant(gold, right[how], one) for one in voices))
    yield from pointing(gold, reading)


def counted(name: str, is_right: bool) -> list[str]:
    """One case of a figure, and whether it is right."""
    return [name, f"{name}_right"] if is_right else [name]


def statement_for(gold: Dispatch, right: Mapping[str, Any], reading: Reading) -> Statement | None:
    """The statement with the same cue on some of the same content; of a bare quotation, one with most of it."""
    spans = [span for words in right["content"] for span in places(gold.text, words)[:1]]
    whole = sum(span.end - span.start for span in spans)
    best: tuple[bool, int, Statement] | None = None
    for one in reading.statements:
        same = one.cue is not None and right["cue"] is not None and has_cue(one.cue.of(gold.text), right["cue"])
        shared = overlap(one.content, spans)
        if shared and (same or (right["cue"] is None and 2 * shared > whole)) and (best is None or shared > best[1]):
            best = same, shared, one
    return best[2] if best else None


def has_cue(ours: str, theirs: str) -> bool:
    """Whether two cues share a word that is no auxiliary."""
    return bool(set(WORD.findall(ours.lower())) & set(WORD.findall(theirs.lower())) - AUXILIARIES) or ours == theirs


def overlap(ours: Sequence[Span], theirs: Sequence[Span]) -> int:
    """How many characters two sets of spans share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in theirs)


def places(text: str, words: str) -> list[Span]:
    """Where words stand in a text."""
    return [Span(one.start(), one.end()) for one in re.finditer(re.escape(words), text)]


def is_speaker(gold: Dispatch, who: int, found: Statement) -> bool:
    """Whether the speaker of a statement is somebody in the dispatch."""
    speaker = found.speaker
    if speaker is not None and (speaker.actor_id or speaker.name):
        return gold.is_called(who, speaker.actor_id, speaker.name)
    mine = [one for one in gold.marked(who) if found.source is not None and found.source.overlaps(one)]
    return any(not gold.is_named(who) or not gold.points(one, who) for one in mine)


def claim_for(gold: Dispatch, right: Mapping[str, Any], claims: Sequence[Claim]) -> Claim | None:
    """The claim on the same words: of the same type if there is one, then with the same actor."""
    where = places(gold.text, right["trigger"])[right["nth"] - 1]
    near = [one for one in claims if one.trigger.overlaps(where)]
    mine = gold.marked(right["actor"])

    def fit(one: Claim) -> tuple[bool, bool]:
        return one.type == right["type"], one.actor is not None and any(one.actor.overlaps(span) for span in mine)

    return max(near, key=fit, default=None)


def is_claimant(gold: Dispatch, who: object, claimant: Claimant) -> bool:
    """Whether a claimant is who the dispatch says it is: the outlet, somebody unnamed, or one of its actors."""
    if not isinstance(who, int):
        return claimant.kind == who
    if claimant.kind == "outlet":
        return False
    if claimant.start is not None and claimant.end is not None:
        span = Span(claimant.start, claimant.end)
        if any(span.overlaps(one) and not POINTING.fullmatch(one.of(gold.text)) for one in gold.marked(who)):
            return True
    return gold.is_called(who, claimant.actor_id, claimant.name)


def pointing(gold: Dispatch, reading: Reading) -> Iterator[str]:
    """Pronouns and phrases such as "the group" that stand for somebody named."""
    for who, span in gold.read[1]:
        if gold.is_named(who) and gold.points(span, who):
            found = mention_at(span, reading.actors)
            yield from counted("pointing", found is not None and gold.is_called(who, found.actor_id, found.name))


def mention_at(span: Span, actors: Sequence[ActorMention]) -> ActorMention | None:
    """The mention that shares most with a span, of those that end with it if there are any."""
    near = [one for one in actors if one.overlaps(span)]
    return max(
        near, key=lambda one: (one.end == span.end, overlap([one], [span]), -(one.end - one.start)), default=None
    )
