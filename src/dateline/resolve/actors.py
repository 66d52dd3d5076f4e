"""Every mention of somebody who can act: names, nominals and pronouns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from dateline.lexicon.own_actors import OwnActors
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.resolve.aliases import with_aliases
from dateline.resolve.drafts import drafts
from dateline.resolve.homeland import with_home
from dateline.resolve.people import surnames, with_short_names
from dateline.resolve.phrases import Phrases
from dateline.resolve.scene import Draft

NO_OWN = OwnActors()


@dataclass(frozen=True)
class FindActors:
    """Finds who can act, in names, nominals ("three soldiers") and pronouns, and who is meant where the words say so.

    `least` is the score under which a mention is left out; `own` holds actors that a user added or changed, which a
    pipeline puts in force for all of its steps.
    """

    least: float = 0.0
    own: OwnActors = NO_OWN
    reads: ClassVar[frozenset[str]] = frozenset({"sentences", "article"})
    writes: ClassVar[frozenset[str]] = frozenset({"actors"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `actors`, in the order of the text."""
        with self.own.in_force():
            found = mentions(reading, reading.article.published_day)
        return replace(reading, actors=tuple(one for one in found if one.score >= self.least))


def mentions(reading: Reading, day: date | None) -> list[ActorMention]:
    """The mentions of a reading's sentences, in the order of the text, the longer of two that begin together first."""
    text = reading.article.text
    found = [draft for sentence in reading.sentences for draft in drafts(Phrases(sentence), text, day)]
    found += surnames(found, reading.sentences, text)
    named = list(with_short_names(with_home(found, reading.sentences, reading.article)))
    made = [mention(draft, text) for draft in with_aliases(named, text)]
    made.sort(key=lambda one: (one.start, -one.end))
    return unique(made)


def mention(draft: Draft, text: str) -> ActorMention:
    """The record of a draft."""
    who = draft.who
    words = draft.span.of(text)
    return ActorMention(
        draft.span.start,
        draft.span.end,
        text=words,
        form=draft.form,
        actor_id=who.actor_id,
        name=who.name,
        country=who.country,
        sectors=who.sectors,
        score=draft.score,
    )


def unique(found: list[ActorMention]) -> list[ActorMention]:
    """The mentions without those that have the same words as the one before."""
    kept: list[ActorMention] = []
    for one in found:
        if not kept or (kept[-1].start, kept[-1].end) != (one.start, one.end):
            kept.append(one)
    return kept
