"""Who speaks, whose claim is it (the innermost voice that tells an event), and what its stance does to the status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

from dateline.attribute.denials import denials
from dateline.attribute.nesting import innermost
from dateline.attribute.parties import Voice, is_party
from dateline.attribute.speakers import Cast, mention_of, with_speakers
from dateline.lexicon.reporting import stance_rules, words_for
from dateline.records.claim import OUTLET, Claim, Claimant
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Span

ATTITUDES = frozenset({"condemns", "praises", "supports", "opposes"})
ASSERTING = frozenset({"says", "alleges", "confirms", "denies", "believes", "suspects", "predicts", "warns", "doubts"})
AIMS = frozenset({"wants", "plans"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBG"})
OPEN = frozenset({"happened", "ongoing"})


@dataclass(frozen=True)
class NameSpeakers:
    """Finds the actor who speaks in each statement."""

    reads: ClassVar[frozenset[str]] = frozenset({"statements", "actors", "sentences"})
    writes: ClassVar[frozenset[str]] = frozenset({"statements"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with the `speaker` of its statements."""
        cast = Cast(reading.sentences, reading.actors)
        return replace(reading, statements=with_speakers(reading.statements, cast))


@dataclass(frozen=True)
class AttributeClaims:
    """Gives every claim its claimant, and says whether that is a party to it."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {"article", "claims", "statements", "actors", "sentences", "places", "relations"}
    )
    writes: ClassVar[frozenset[str]] = frozenset({"claims"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with claimant, party flag, statement and status of its claims."""
        return replace(reading, claims=attributed(reading))


@dataclass(frozen=True)
class Record:
    """A reading, to be asked who tells what."""

    reading: Reading

    @cached_property
    def cast(self) -> Cast:
        """Its words and actors."""
        return Cast(self.reading.sentences, self.reading.actors)

    @cached_property
    def by_id(self) -> Mapping[str, Statement]:
        """Its statements."""
        return {statement.id: statement for statement in self.reading.statements}

    def chain(self, name: str | None) -> list[Statement]:
        """A statement and those that hold it, innermost first."""
        found: list[Statement] = []
        while name is not None and name in self.by_id and self.by_id[name] not in found:
            found.append(self.by_id[name])
            name = found[-1].within
        return found


def attributed(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a reading with those who claim them.

    An event whose word is the cue of a statement ("accused", "vowed") is told by the voice around it. What nobody says
    ("no group said that it had …") is no claim; what is denied in a later sentence is one more claim, of the denier.
    """
    record = Record(reading)
    cues = {at: one.id for one in reading.statements if one.cue for at in range(one.cue.start, one.cue.end)}
    holders = [(one.id, span) for one in reading.statements for span in one.content]
    held = [(claim.id, own_statement(claim, cues), claim.trigger) for claim in reading.claims]
    inner = innermost(holders, held)
    told = [claim for claim in reading.claims if not is_untold(record.chain(inner.get(claim.id)), record)]
    found = [attribute(claim, record, inner.get(claim.id)) for claim in told]
    claimants = [claimant_of(one, record) for one in reading.statements]
    more = denials(found, reading.statements, record.cast, claimants)
    if not more and len(told) == len(reading.claims):
        return tuple(found)
    return tuple(replace(one, id=f"c{n}") for n, one in enumerate(in_text_order(found, more), start=1))


def in_text_order(claims: Sequence[Claim], more: Sequence[Claim]) -> list[Claim]:
    """Claims with more of them, each behind those of its own sentence and before those of the next."""
    return sorted([*claims, *more], key=lambda one: one.evidence.start)


def is_untold(chain: Sequence[Statement], record: Record) -> bool:
    """Whether the innermost statement around a claim has a source of whom there is none: "nobody said"."""
    source = chain[0].source if chain else None
    if source is None or chain[0].stance in {"denies", "doubts"}:
        return False
    words = record.cast.words_in(source)
    return bool(words) and words[0].text.lower() in words_for("nobody") and words[0].relation in {"det", "nsubj", "neg"}


def own_statement(claim: Claim, cues: Mapping[int, str]) -> str:
    """The id of the statement whose cue is the word of a claim; "" for other claims."""
    near = range(claim.trigger.start, claim.trigger.end)
    return next((cues[at] for at in near if at in cues), "")


def attribute(claim: Claim, record: Record, name: str | None) -> Claim:
    """A claim with its claimant, given the id of the innermost statement that holds it."""
    chain = record.chain(name)
    if not chain:
        return replace(claim, claimant=OUTLET, claimant_is_party=False, statement_id=None)
    claim = replace(claim, status=status_under(claim, chain[0], record))
    teller = next((one for one in chain if tells(one, claim, record)), None)
    if teller is None:
        return replace(claim, claimant=OUTLET, claimant_is_party=False, statement_id=None)
    claimant = claimant_of(teller, record)
    party = party_of(claimant, teller, claim, record) if claimant.kind == "actor" else None
    return replace(claim, claimant=claimant, claimant_is_party=party, statement_id=teller.id)


def tells(statement: Statement, claim: Claim, record: Record) -> bool:
    """Whether a statement claims what stands in it.

    Who condemns or welcomes an attack does not tell it, the outlet does; who seeks to do something tells nobody. Nor
    does a noun without a source ("the decision to strike") tell anything, unless it asserts ("rumours that").
    """
    if statement.source is None and statement.speaker is None:
        return statement.stance in ASSERTING
    if statement.stance in AIMS:
        return statement.form != "indirect" or not is_infinitive(statement, claim, record)
    if statement.stance not in ATTITUDES or statement.form != "indirect":
        return True
    part = next((span for span in statement.content if span.holds(claim.trigger)), statement.content[0])
    return any(word.tag in FINITE for word in record.cast.words_in(part))


def status_under(claim: Claim, statement: Statement, record: Record) -> str:
    """The status of a claim in a statement of such a stance; what the coder found other than happened stays."""
    rule = stance_rules().get(statement.stance)
    if rule is None or claim.status not in OPEN:
        return claim.status
    if rule.infinitive_only and not is_infinitive(statement, claim, record):
        return claim.status
    return rule.status


def is_infinitive(statement: Statement, claim: Claim, record: Record) -> bool:
    """Whether the content that holds a claim is an infinitive clause."""
    part = next((span for span in statement.content if span.holds(claim.trigger)), statement.content[0])
    words = record.cast.words_in(part)
    return any(word.tag == "TO" for word in words[:4]) and not any(word.tag in FINITE for word in words[:3])


def claimant_of(statement: Statement, record: Record) -> Claimant:
    """Who claims what stands in a statement: an actor, or somebody unnamed."""
    source, speaker = statement.source, statement.speaker
    start, end = (source.start, source.end) if source else (None, None)
    if speaker is not None and (speaker.actor_id or (speaker.name and names_somebody(source, record))):
        return Claimant("actor", start, end, speaker.actor_id, speaker.name)
    if source is None or not names_somebody(source, record):
        return Claimant("unnamed", start, end)
    return Claimant("actor", start, end, None, source.of(record.reading.article.text))


def names_somebody(source: Span | None, record: Record) -> bool:
    """Whether a source is somebody in particular: not "officials", "a witness", "some"."""
    if source is None:
        return True
    head = record.cast.head_of(source)
    return head is not None and (head.pos == "PROPN" or head.lemma.lower() not in words_for("unnamed"))


def party_of(claimant: Claimant, statement: Statement, claim: Claim, record: Record) -> bool | None:
    """Whether the claimant, or whom it speaks for, is a party to the claim."""
    source = statement.source
    mentions = []
    if source is not None:
        best = own_mention(source, claimant, record)
        head = record.cast.head_of(source)
        mentions = [best] if best else []
        speaks_for = bool(head and head.lemma.lower() in words_for("spokespersons")) or has_post(source, record)
        mentions += [one for one in record.cast.mentions_in(source) if speaks_for and one.actor_id and one is not best]
    voice = Voice(tuple(mentions), statement.stance, claimant.actor_id, source)
    claim = replace(claim, recipient=placed(claim.recipient, record), actor=placed(claim.actor, record))
    return is_party(voice, claim, record.reading.relations, record.reading.article.published_day)


def own_mention(source: Span, claimant: Claimant, record: Record) -> ActorMention | None:
    """The mention that a source stands for; of the claimant where it is another."""
    best = mention_of(source, record.cast)
    if best is None or claimant.actor_id is None or best.actor_id in {None, claimant.actor_id}:
        return best
    return next((one for one in record.cast.ordered if one.actor_id == claimant.actor_id), None)


def placed(end: ActorMention | None, record: Record) -> ActorMention | None:
    """An actor or recipient with the country of the place that its words name, where it has none of its own."""
    if end is None or end.country is not None:
        return end
    found = (place.country for place in record.reading.places if place.overlaps(end) and place.country)
    return replace(end, country=next(found, None))


def has_post(source: Span, record: Record) -> bool:
    """Whether a source has a word such as "spokesman" in it ("IS spokesman Abu Mohamed al-Adnani")."""
    return any(word.lemma.lower() in words_for("spokespersons") for word in record.cast.words_in(source))
