"""Whom a claimant is, belongs to and speaks for, and whether that makes it a party to its claim."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import pairwise, zip_longest

from dateline.attribute.parties import UNKNOWN, Verdict, Voice, verdict
from dateline.attribute.record import Record
from dateline.attribute.speakers import mention_of
from dateline.lexicon.reporting import words_for
from dateline.records.claim import Claim, Claimant
from dateline.records.mention import ActorMention
from dateline.records.statement import Statement
from dateline.records.text import Span, Token

MARKS = frozenset("'\"‘’“”")


def party_of(claimant: Claimant, statement: Statement, claim: Claim, record: Record) -> Verdict:
    """Whether the claimant, or whom it speaks for, is a party to the claim, and why."""
    source = statement.source
    lemmas = {word.lemma.lower() for word in record.cast.words_in(source)} if source is not None else set()
    head = record.cast.head_of(source) if source is not None else None
    voice = Voice(
        tuple(speaking(source, claimant, record)),
        statement.stance,
        claimant.actor_id,
        source,
        own=(*own_words(claimant, statement, claim, record), *spoken_for(source, head, claim, record)),
        is_stricken=is_stricken(head, lemmas) or is_of_recipient(lemmas, claim, record),
        is_bystander=bool(lemmas & words_for("bystanders")),
        is_foreign=bool(lemmas & words_for("foreign")) and not lemmas & words_for("offices"),
    )
    claim = replace(claim, recipient=placed(claim.recipient, record), actor=placed(claim.actor, record))
    found = verdict(voice, claim, record.known)
    unsure = claimant.kind == "unnamed" and found.is_party is False and not voice.is_bystander
    return UNKNOWN if unsure else found


def is_stricken(head: Token | None, lemmas: Set[str]) -> bool:
    """Whether a source is of those who live where something happened: "residents", "people living near the mine"."""
    if head is None:
        return False
    lemma = head.lemma.lower()
    return lemma in words_for("stricken") or (lemma in words_for("anybody") and bool(lemmas & words_for("living")))


def is_of_recipient(lemmas: Set[str], claim: Claim, record: Record) -> bool:
    """Whether the words of a claimant name the body that it befell: "the director of the hospital"."""
    recipient = claim.recipient
    head = record.cast.head_of(recipient) if recipient is not None and recipient.form == "nominal" else None
    return head is not None and head.tag == "NN" and head.lemma.lower() in lemmas - words_for("unnamed")


def speaking(source: Span | None, claimant: Claimant, record: Record) -> Iterator[ActorMention]:
    """The mentions of a claimant: of its source, of the same somebody elsewhere, and of those it speaks for."""
    same = record.cast.known.get(claimant.actor_id or "", [])
    if source is None:
        yield from same
        return
    best = own_mention(source, claimant, record)
    head = record.cast.head_of(source)
    of_side = words_for("spokespersons") | words_for("own_people")
    speaks_for = bool(head and head.lemma.lower() in of_side) or has_post(source, record)
    yield from dict.fromkeys([*([best] if best else []), *same])
    near = [(source, speaks_for), *((one, True) for one in record.introductions(claimant.actor_id))]
    for span, is_for in near:
        yield from (one for one in record.cast.mentions_in(span) if is_for and one.actor_id and one is not best)


def own_words(claimant: Claimant, statement: Statement, claim: Claim, record: Record) -> Iterator[Span]:
    """The words in a claim's sentence that stand for its claimant.

    "We" and "our" in quotations, pronouns that are known to, and, in what is reported without quotation marks, those
    that stand for nobody else, or for nobody known before "own" ("some 20 of its own drivers, the Red Crescent said").
    """
    quoted = is_quoted(statement, record)
    ours = words_for("first_person") | words_for("plural_first_person")
    others = (words_for("third_person") - {"who"}) | words_for("possessives")
    pronouns = [one for one in record.cast.mentions_in(claim.evidence) if one.form == "pronoun"]
    words = record.cast.words_in(claim.evidence)
    for word, after in zip_longest(words, words[1:]):
        lower, inside = word.text.lower(), any(span.holds(word) for span in statement.content)
        is_own = after is not None and after.lemma == "own"
        known = [one for one in pronouns if one.overlaps(word) and (one.actor_id or (one.name and not is_own))]
        is_left = inside and not known and lower in (ours if quoted else others)
        if is_left or (quoted and inside and lower in ours) or any(is_same(one, claimant) for one in known):
            yield Span(word.start, word.end)


def spoken_for(source: Span | None, head: Token | None, claim: Claim, record: Record) -> Iterator[Span]:
    """The words in the ends of a claim for the body that a spokesman says he speaks for: "a spokesman for the mission"
    of what "troops of the regional mission" did."""
    if source is None or head is None or head.lemma.lower() not in words_for("spokespersons"):
        return
    words = record.cast.words_in(source)
    bodies = {
        word.lemma.lower()
        for before, word in pairwise(words)
        if word.pos == "NOUN" and before.text.lower() in words_for("definite")
    }
    ends = [end for end in (claim.actor, claim.recipient) if end is not None]
    yield from (
        Span(word.start, word.end) for end in ends for word in record.cast.words_in(end) if word.lemma.lower() in bodies
    )


def is_quoted(statement: Statement, record: Record) -> bool:
    """Whether what is said stands in quotation marks, be it in those of another quotation."""
    text = record.reading.article.text
    return statement.form != "indirect" or any(text[max(0, s.start - 1) : s.start] in MARKS for s in statement.content)


def is_same(mention: ActorMention, claimant: Claimant) -> bool:
    """Whether a pronoun was found to stand for a claimant."""
    if claimant.actor_id and mention.actor_id:
        return claimant.actor_id == mention.actor_id
    return bool(claimant.name and mention.name) and (mention.name or "").lower() in (claimant.name or "").lower()


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
