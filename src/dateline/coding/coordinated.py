"""Several who share one noun: "French and Egyptian warships", "Serbian and Croatian troops clashed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft, Ends
from dateline.coding.ends import Cast
from dateline.records.mention import ActorMention

AND = re.compile(r"(?:,|\band)\s+$")


def of_each(drafts: Sequence[Draft], cast: Cast) -> Iterator[Draft]:
    """The drafts, and the same of the others who share an end's noun; what is mutual holds between them."""
    for one in drafts:
        yield one
        for ends in others(one, cast):
            yield replace(one, ends=ends)


def others(one: Draft, cast: Cast) -> Iterator[Ends]:
    """The ends of a draft with another who shares the noun of one of them."""
    actor, recipient = one.ends
    alone = actor if recipient is None else recipient if actor is None else None
    for other in sharing(actor, cast):
        if recipient is None or not recipient.overlaps(other):
            yield other, recipient
    for other in sharing(recipient, cast):
        if actor is None or not actor.overlaps(other):
            yield actor, other
    if one.event.reciprocal and alone is not None:
        for other in sharing(alone, cast):
            yield from ((alone, other), (other, alone))


def sharing(end: ActorMention | None, cast: Cast) -> Iterator[ActorMention]:
    """The mentions of other countries that end with the same noun: "Egyptian warships" in "French and Egyptian …"."""
    if end is None or end.country is None:
        return
    for other in cast.actors:
        is_inside = end.start < other.start and other.end == end.end and other.form == "nominal"
        if is_inside and other.country not in {None, end.country} and AND.search(cast.text, end.start, other.start):
            yield other
