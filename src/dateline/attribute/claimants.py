"""Who speaks, whose claim is it (the innermost voice that tells an event), and what its stance does to the status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.attribute.answered import hedged, is_answered
from dateline.attribute.answerers import is_nobody
from dateline.attribute.answers import Reply, linked, replies, said_again
from dateline.attribute.asides import outside_asides
from dateline.attribute.belonging import party_of
from dateline.attribute.cast import Cast
from dateline.attribute.clauses import is_further
from dateline.attribute.conflict import HOSTILE
from dateline.attribute.counterparts import answering
from dateline.attribute.nesting import innermost
from dateline.attribute.parties import UNKNOWN, Verdict
from dateline.attribute.record import Record
from dateline.attribute.speakers import mention_of, with_speakers
from dateline.attribute.tolls import own_numbers, tolls
from dateline.attribute.untold import bare_denials, is_reporters, is_untold
from dateline.lexicon.reporting import stance_rules, words_for
from dateline.records.claim import OUTLET, Claim, Claimant, Relation
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Span

ATTITUDES = frozenset({"calls", "condemns", "praises", "supports", "opposes"})
ASSERTING = frozenset(
    {"says", "alleges", "confirms", "denies", "admits", "believes", "suspects", "predicts", "warns", "doubts"}
)
VOUCHING = ASSERTING - {"denies", "doubts"}
AIMS = frozenset({"wants", "plans"})
INTENTS = AIMS | {"threatens", "promises"}
"""Stances to what one would do oneself."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBG"})
OPEN = frozenset({"happened", "ongoing"})
DEEDS = frozenset({2, 4})
"""Quads of material acts."""
OWN = Verdict(True, "actor")


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
    """Gives every claim and relation its claimant, and says whether that of a claim is a party to it."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {"article", "claims", "statements", "actors", "sentences", "places", "relations", "times", "quantities"}
    )
    writes: ClassVar[frozenset[str]] = frozenset({"claims", "relations"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with claimant, party flag, statement and status of its claims, and claimants of its relations."""
        record = Record(reading)
        return replace(reading, claims=attributed(record), relations=with_tellers(record))


def attributed(record: Record) -> tuple[Claim, ...]:
    """The claims of a reading with those who claim them.

    An event whose word is the cue of a statement ("accused", "vowed") is told by the voice around it. What nobody says
    ("no group said that it had …") is no claim; what a later sentence denies or confirms is one
    more claim, in that mouth.
    """
    reading = record.reading
    coded = [*own_numbers(record), *(replace(one, id=f"t{n}") for n, one in enumerate(tolls(record)))]
    cues = {at: one.id for one in reading.statements if one.cue for at in range(one.cue.start, one.cue.end)}
    holders = [(one.id, span) for one in reading.statements for span in one.content]
    held = [(claim.id, own_statement(claim, cues), claim.trigger) for claim in coded]
    inner = innermost(holders, held)
    chains = {claim.id: outside_asides(record.chain(inner.get(claim.id)), claim, record) for claim in coded}
    bare = bare_denials(reading.statements, record)
    meant = [one for one in coded if not is_untold(chains[one.id], record) and not is_reporters(one, chains[one.id])]
    meant = [one for one in meant if one.type != "REJECT" or not any(one.trigger.overlaps(cue) for cue in bare)]
    told = without_tellers(meant, chains, record)
    found = [attribute(claim, record, chains[claim.id]) for claim in told]
    claimants = [claimant_of(one, record) for one in reading.statements]
    more = [*replies(found, reading.statements, record.cast, claimants), *disowned(found, chains, record)]
    found = [one for one in found if not any(said_again(one, reply) for reply in more)]
    more = [sided(one, record) for one in more]
    return tuple(answering(linked(found, more), record.by_id))


def with_tellers(record: Record) -> tuple[Relation, ...]:
    """The relations of a reading with those who tell them: the innermost voice that vouches for the later end."""
    reading = record.reading
    holders = [(one.id, span) for one in reading.statements if one.stance in VOUCHING for span in one.content]
    held = [(str(n), "", max(one.subject, one.object, key=start)) for n, one in enumerate(reading.relations)]
    inner = innermost(holders, held)
    return tuple(
        replace(one, claimant=claimant_of(record.by_id[inner[str(n)]], record))
        if str(n) in inner and not one.subject.holds(one.object)  # "the Syrian army": the outlet calls it so
        else one
        for n, one in enumerate(reading.relations)
    )


def start(span: Span) -> int:
    """Where a span begins."""
    return span.start


def disowned(claims: Sequence[Claim], chains: Mapping[str, Sequence[Statement]], record: Record) -> Iterator[Reply]:
    """Claims that somebody passes on to deny them: "Amnesty rejected the army's accusation that militants had …"."""
    for claim in claims:
        chain = chains[claim.id]
        if len(chain) > 1 and chain[1].stance == "denies" and chain[0].id == claim.statement_id and chain[1].source:
            denier = claimant_of(chain[1], record)
            copy = hedged(claim, "denied", chain[1])
            copy = replace(copy, claimant=denier, statement_id=chain[1].id, via=())
            yield Reply(copy, claim.id, "denied", is_own=False)


def sided(reply: Reply, record: Record) -> Reply:
    """A reply that knows whether its voice is a party."""
    claim = reply.claim
    found = OWN if reply.is_own else party_of(claim.claimant, record.by_id[claim.statement_id or ""], claim, record)
    return replace(reply, claim=replace(claim, claimant_is_party=found.is_party, party_reason=found.reason))


def own_statement(claim: Claim, cues: Mapping[int, str]) -> str:
    """The id of the statement whose cue is the word of a claim; "" for other claims."""
    near = range(claim.trigger.start, claim.trigger.end)
    return next((cues[at] for at in near if at in cues), "")


def without_tellers(claims: Sequence[Claim], chains: Mapping[str, Sequence[Statement]], record: Record) -> list[Claim]:
    """The claims without deeds of those who only tell them ("the army denied that civilians had been killed"): where
    nothing else tells of the same, who did it is unknown."""
    only_told = {one.id for one in claims if is_only_told(one, chains[one.id], record)}
    elsewhere = {(one.type, one.trigger) for one in claims if one.id not in only_told}
    return [
        replace(one, actor=None) if one.id in only_told else one
        for one in claims
        if one.id not in only_told or (one.recipient is not None and (one.type, one.trigger) not in elsewhere)
    ]


def is_only_told(claim: Claim, chain: Sequence[Statement], record: Record) -> bool:
    """Whether the model made a deed of who only tells it: "Putin: Ukraine shelled a town" is no deed of Putin's."""
    if not chain or claim.quad not in DEEDS or "rules" in claim.by or claim.actor is None:
        return False
    is_teller = any(one.source is not None and one.source.overlaps(claim.actor) for one in chain)
    return is_teller and chain[0].stance != "admits" and not is_own_aim(chain[0], claim, record)


def is_own_aim(statement: Statement, claim: Claim, record: Record) -> bool:
    """Whether who speaks tells of a deed of its own: "threatened to bomb", "is planning rallies"."""
    if is_infinitive(statement, claim, record):
        return True
    part = next((span for span in statement.content if span.holds(claim.trigger)), statement.content[0])
    return statement.stance in INTENTS and not any(word.tag in FINITE for word in record.cast.words_in(part))


def attribute(claim: Claim, record: Record, chain: Sequence[Statement]) -> Claim:
    """A claim with its claimant, given the statements that hold it, the innermost first."""
    if not chain:
        return replace(claim, claimant=OUTLET, claimant_is_party=False, statement_id=None)
    claim = owned(hedged(claim, status_under(claim, chain[0], record), chain[0]), chain[0], record)
    teller = next((one for one in chain if tells(one, claim, record)), None)
    if teller is None:
        return replace(claim, claimant=OUTLET, claimant_is_party=False, statement_id=None)
    claimant = claimant_of(teller, record)
    party = party_of(claimant, teller, claim, record) if teller.source is not None or claimant.actor_id else UNKNOWN
    around = [claimant_of(one, record) for one in chain[chain.index(teller) + 1 :] if tells(one, claim, record)]
    return replace(
        claim,
        claimant=claimant,
        claimant_is_party=party.is_party,
        party_reason=party.reason,
        statement_id=teller.id,
        via=tuple(one for one in around if not is_same_voice(one, claimant)),
    )


def is_same_voice(one: Claimant, other: Claimant) -> bool:
    """Whether two are the same somebody: "A nurse at the clinic said she had …" is one voice."""
    if one.actor_id is not None or other.actor_id is not None:
        return one.actor_id == other.actor_id
    names = sorted(((one.name or "").lower(), (other.name or "").lower()), key=len)
    return names[0] == names[1] or (names[0] != "" and names[0] in names[1])


def owned(claim: Claim, statement: Statement, record: Record) -> Claim:
    """A claim with the deed of who owns up to it, where nobody else did it; nobody else is told as whom it befell."""
    if statement.stance != "admits" or statement.source is None:
        return claim
    if not (is_nobody(claim.actor) or (claim.actor is not None and statement.source.overlaps(claim.actor))):
        return claim
    is_told = claim.recipient is not None and any(part.holds(claim.recipient) for part in statement.content)
    doer = mention_of(statement.source, record.cast)
    return replace(claim, actor=doer, recipient=claim.recipient if is_told else None)


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
    return any(word.tag in FINITE for word in record.around(statement, claim))


def status_under(claim: Claim, statement: Statement, record: Record) -> str:
    """The status of a claim in a statement of such a stance; what the coder found other than happened stays."""
    if (
        claim.status == "denied"
        and statement.stance in ASSERTING - {"denies", "doubts"}
        and statement.source is not None
    ):
        return "happened"  # told by one; who denies it is another voice
    rule = stance_rules().get(statement.stance)
    told = OPEN | {"possible", "planned"} if rule and rule.status == "threatened" and claim.quad in HOSTILE else OPEN
    if rule is None or claim.status not in told or is_answered(claim, statement, record):
        return claim.status
    is_beyond = is_further(record.around(statement, claim), claim.trigger)
    if rule.infinitive_only and (is_beyond or not is_infinitive(statement, claim, record)):
        return claim.status
    return rule.status


def is_infinitive(statement: Statement, claim: Claim, record: Record) -> bool:
    """Whether the content that holds a claim is an infinitive clause."""
    words = record.around(statement, claim)
    return any(word.tag == "TO" for word in words[:4]) and not any(word.tag in FINITE for word in words[:3])


def claimant_of(statement: Statement, record: Record) -> Claimant:
    """Who claims what stands in a statement: an actor, or somebody unnamed."""
    source, speaker = statement.source, statement.speaker
    outer = record.by_id.get(statement.within or "")
    is_known = speaker is not None and speaker.actor_id is not None
    if outer is not None and not is_known and source is not None and is_pronoun(source, record):
        return claimant_of(outer, record)  # "a group said it had counted …"
    start, end = (source.start, source.end) if source else (None, None)
    if speaker is not None and (speaker.actor_id or (speaker.name and names_somebody(source, record))):
        return Claimant("actor", start, end, speaker.actor_id, speaker.name)
    if source is None:
        return Claimant("unnamed")
    name = called(source, record)
    return Claimant("actor" if names_somebody(source, record) else "unnamed", start, end, None, name)


def is_pronoun(source: Span, record: Record) -> bool:
    """Whether a source is a pronoun of the third person."""
    words = record.cast.words_in(source)
    return len(words) == 1 and words[0].text.lower() in words_for("third_person") - {"who"}


def called(source: Span, record: Record) -> str:
    """The words of a source without what a comma sets off: "A Western diplomat, who asked not to be named"."""
    words = record.cast.words_in(source)
    head = record.cast.head_of(source)
    if head is not None and not source.holds(head):  # "a spokeswoman, who said"
        words = record.cast.words_in(record.cast.phrase_of(Span(head.start, head.end)) or source)
        source = Span(words[0].start, words[-1].end)
    comma = next((word.start for word in words if word.text == ","), source.end)
    return Span(source.start, comma if comma > source.start else source.end).of(record.reading.article.text).strip()


def names_somebody(source: Span | None, record: Record) -> bool:
    """Whether a source is somebody in particular: not "officials", "a witness", "some"."""
    if source is None:
        return True
    head = record.cast.head_of(source)
    return head is not None and (head.pos == "PROPN" or head.lemma.lower() not in words_for("unnamed"))
