"""An article's text in pieces, each with what it is: the trigger of a claim, an actor, a quotation …

The text is cut wherever anything begins or ends, so that what lies on one another needs no nesting, and is never
joined to HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.records.claim import Claim
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Span
from dateline.web.wording import amount, claimant, country, days, how_exact, kind, spoken

KINDS: Mapping[str, str] = {
    "trigger": "what happened",
    "actor": "who did it",
    "recipient": "to whom",
    "place": "where",
    "time": "when",
    "number": "how many",
    "hedge": "why it is no plain fact",
    "speaker": "who says so",
    "cue": "the word that says so",
    "content": "what is said",
    "scare": "scare quotes",
    "mention": "named, in no claim",
}
"""The kinds of marks, and what each marks."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are something: of which kind, in a sentence what and why, and in which claim (None: in none)."""

    span: Span
    kind: str
    note: str
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text with everything that it is part of; `skipped` is why no step read it, None where steps did."""

    text: str
    kinds: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    skipped: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces."""

    pieces: tuple[Piece, ...]


def paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """The text of a reading with its marks."""
    text, found = reading.article.text, tuple(marks(reading))
    cuts = sorted({0, len(text), *edges(found), *edges(reading.skipped)})
    breaks = list(paragraph_breaks(text))
    spans = [Span(start, end) for start, end in pairwise(sorted({*cuts, *edges(breaks)}))]
    over, left_out = lying(spans, found), lying(spans, [Mark(one, "", one.reason) for one in reading.skipped])
    gaps = lying(spans, [Mark(one, "", "") for one in breaks])
    made: list[list[Piece]] = [[]]
    for span in spans:
        if gaps[span.start]:
            made.append([])
        else:
            made[-1].append(piece(span.of(text), over[span.start], left_out[span.start]))
    return tuple(Paragraph(tuple(pieces)) for pieces in made if any(one.text.strip() for one in pieces))


def edges(spans: Iterable[Mark | Span]) -> Iterator[int]:
    """Where spans begin and end."""
    for one in spans:
        span = one.span if isinstance(one, Mark) else one
        yield from (span.start, span.end)


def paragraph_breaks(text: str) -> Iterator[Span]:
    """What stands between paragraphs: empty lines; in a text without any, each end of a line."""
    empty_lines = re.compile(r"\n[^\S\n]*\n\s*")
    pattern = empty_lines if empty_lines.search(text.strip()) else re.compile(r"\n+")
    for match in pattern.finditer(text):
        yield Span(*match.span())


def lying(spans: Sequence[Span], found: Iterable[Mark]) -> dict[int, tuple[Mark, ...]]:
    """For each piece, by where it begins, the marks that hold it. Pieces are in order and cross no mark's edge."""
    begin: dict[int, list[Mark]] = {}
    for mark in found:
        if mark.span.start < mark.span.end:
            begin.setdefault(mark.span.start, []).append(mark)
    now: list[Mark] = []
    over = {}
    for span in spans:
        now = [*(mark for mark in now if mark.span.end > span.start), *begin.get(span.start, ())]
        over[span.start] = tuple(now)
    return over


def piece(text: str, over: Sequence[Mark], left_out: Sequence[Mark]) -> Piece:
    """A piece of text with what it is. What is only named is not told where it is also part of a claim."""
    kinds = Counter(mark.kind for mark in over)
    if len(kinds) > 1:
        over = [mark for mark in over if mark.kind != "mention"]
    over = sorted(over, key=lambda mark: list(KINDS).index(mark.kind))
    return Piece(
        text,
        tuple(kind for kind in KINDS if any(mark.kind == kind for mark in over)),
        tuple(dict.fromkeys(mark.note for mark in over)),
        tuple(dict.fromkeys(mark.claim for mark in over if mark.claim)),
        left_out[0].note if left_out else None,
    )


def marks(reading: Reading) -> Iterator[Mark]:
    """Everything that is marked in a reading."""
    for claim in reading.claims:
        yield from of_claim(claim, reading.article.text)
    for said in reading.statements:
        who = said.speaker.name if said.speaker and said.speaker.name else None
        named = f": {who}" if who else ""
        if said.source is not None:
            yield Mark(said.source, "speaker", f"Who says so{named}")
        if said.cue is not None:
            yield Mark(said.cue, "cue", f"The word that says so ({spoken(said.stance)})")
        yield from (Mark(span, "content", f"What is said, {said.form}{named}") for span in said.content)
    yield from (
        Mark(span, "scare", "In quotation marks, and nobody is told to say it") for span in reading.scare_quotes
    )
    yield from named_only(reading)


def named_only(reading: Reading) -> Iterator[Mark]:
    """Mentions, whether a claim has them or not."""
    yield from (Mark(one, "mention", f"Named: {about_actor(one)}") for one in reading.actors)
    yield from (Mark(one, "mention", f"Named: {about_place(one)}") for one in reading.places)
    yield from (Mark(one, "mention", f"A time: {days(one.begin, one.finish)}") for one in reading.times)
    yield from (
        Mark(one, "mention", f"A number: {amount(one.low, one.high)} {spoken(one.kind)}") for one in reading.quantities
    )


def of_claim(claim: Claim, text: str) -> Iterator[Mark]:
    """What is marked of a claim."""
    what = kind(claim.type, claim.mode)
    yield Mark(claim.trigger, "trigger", f"{what}, {spoken(claim.status)}: {decided(claim)}", claim.id)
    if claim.actor is not None:
        yield Mark(claim.actor, "actor", f"Who did it ({what}): {about_actor(claim.actor)}", claim.id)
    if claim.recipient is not None:
        yield Mark(claim.recipient, "recipient", f"To whom ({what}): {about_actor(claim.recipient)}", claim.id)
    if claim.place is not None:
        yield Mark(claim.place, "place", f"Where ({what}): {about_place(claim.place)}", claim.id)
    yield from when_and_how_many(claim, what)
    yield from (
        Mark(one, "hedge", f"Why it is told as {spoken(claim.status)} ({what})", claim.id) for one in claim.hedges
    )
    who = claim.claimant
    if who.start is not None and who.end is not None:
        yield Mark(Span(who.start, who.end), "speaker", f"Who says so ({what}): {claimant(who, text)}", claim.id)


def when_and_how_many(claim: Claim, what: str) -> Iterator[Mark]:
    """The words for the time and the numbers of a claim."""
    when = claim.when
    if when is not None and when.start is not None and when.end is not None:
        told = f"When ({what}): {days(when.begin, when.finish)}, {when.basis}"
        yield Mark(Span(when.start, when.end), "time", told, claim.id)
    for one in claim.quantities:
        if one.start is not None and one.end is not None:
            told = f"How many ({what}): {amount(one.low, one.high)} {spoken(one.kind)}"
            yield Mark(Span(one.start, one.end), "number", told, claim.id)


def decided(claim: Claim) -> str:
    """What decided the type of a claim, how likely it is right, and what came second."""
    second = claim.second
    other = (
        f"; second came {second.type.capitalize() if second.type else 'no event'} ({second.score:.0%})"
        if second
        else ""
    )
    return f"decided by {claim.by or 'nobody knows what'}, {claim.score:.0%} likely right{other}"


def about_actor(one: ActorMention) -> str:
    """Who a mention means, as far as known."""
    codes = " ".join(filter(None, (one.country, *one.sectors)))
    return " ".join(filter(None, (one.name or one.text, f"[{codes}]" if codes else "", one.actor_id or "not known")))


def about_place(one: PlaceMention) -> str:
    """Which place a mention means, as far as known."""
    if one.place_id is None:
        return f"{one.text}, not known which"
    return f"{one.name or one.text}, {country(one.country)}: {how_exact(one)} ({one.place_id})"
