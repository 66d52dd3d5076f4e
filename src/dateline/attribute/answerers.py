"""Who denies, confirms or owns up to what was told before, and what deeds are its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.attribute.cast import Cast
from dateline.attribute.denials import Answer
from dateline.attribute.parties import is_official
from dateline.attribute.speakers import mention_of
from dateline.lexicon.files import load
from dateline.lexicon.reporting import words_for
from dateline.records.claim import Claim, Claimant
from dateline.records.mention import ActorMention
from dateline.records.statement import Statement
from dateline.records.text import Span, Token


@dataclass(frozen=True, slots=True)
class Answerer:
    """Who answers: its words, as whom they are known, and what its words stand for.

    `shares`: the words are "involvement" or "responsibility", which speak of the answerer's own part; `telling`: they
    name the telling, such as "the report", and not only the deed, as "it" may; whoever confirms may be anybody.
    """

    mention: ActorMention | None
    claimant: Claimant
    shares: bool
    telling: bool
    admits: bool = False

    def did(self, deed: ActorMention | None) -> bool:
        """Whether a deed of this actor is one's own or of a body of one's own country.

        "The army" and "the government" of no known country answer for a state's forces.
        """
        if deed is None:
            return False
        if self.claimant.actor_id is not None and self.claimant.actor_id == deed.actor_id:
            return True
        if self.mention is not None and (is_called_alike(self.mention, deed) or is_named_in(self.mention, deed)):
            return True
        if self.mention is None or not is_official(self.mention):
            return False
        if self.mention.country is None and self.mention.actor_id is None:
            shared = set(self.mention.sectors) & set(deed.sectors)
            return is_official(deed) and (bool(shared) or "GOV" in self.mention.sectors)
        return self.mention.country is not None and self.mention.country == deed.country and is_official(deed)

    def is_at_home(self, end: ActorMention | None) -> bool:
        """Whether it speaks for the state of which an end is, such as a village that another says it took."""
        one = self.mention
        return one is not None and end is not None and one.country == end.country is not None and is_official(one)


def is_called_alike(one: ActorMention, other: ActorMention) -> bool:
    """Whether two of whom nobody knows who they are are called by the same words: "the rebels"."""
    if one.actor_id is not None or other.actor_id is not None or "pronoun" in {one.form, other.form}:
        return False
    return one.text.lower().removeprefix("the ") == other.text.lower().removeprefix("the ")


def is_named_in(one: ActorMention, deed: ActorMention) -> bool:
    """Whether the words for who did something name somebody by the last word of its name: "Front fighters"."""
    name = one.text.split()[-1]
    return one.form != "pronoun" and name[:1].isupper() and name in deed.text.split()


def answerer(statement: Statement, claimant: Claimant, cast: Cast, answer: Answer) -> Answerer:
    """Who answers in a statement, and what its words stand for."""
    telling = not answer.shares and (answer.how == "confirmed" or answer.telling)
    mention = mention_of(statement.source, cast) if statement.source else None
    return Answerer(mention, claimant, answer.shares, telling, answer.admits)


def is_nobody(actor: ActorMention | None) -> bool:
    """Whether nobody in particular did something: no one is told, or only "gunmen"."""
    return actor is None or (actor.actor_id is None and actor.form == "nominal" and actor.sectors[:1] in {("UAF",), ()})


def is_nameless(actor: ActorMention | None) -> bool:
    """Whether whoever did something has no name and is of no state: "a suicide bomber", "the rebels"."""
    return actor is None or (actor.actor_id is None and actor.form == "nominal" and not is_official(actor))


def befell_doers(claim: Claim, cast: Cast) -> bool:
    """Whether a claim tells what those met with who are called after what they did, and nobody who did it to them: "all
    the assailants were killed" is what nobody owns up to, or denies as a charge."""
    head = cast.head_of(claim.recipient) if claim.recipient is not None and claim.actor is None else None
    return head is not None and head.lemma.lower() in load("en/ends.yaml")["doers"]


def since_charge(
    claims: Sequence[Claim], told: Sequence[Claim], who: Answerer, cast: Cast, answer: Answer
) -> Sequence[Claim]:
    """Of some claims those told where somebody else than the answerer was accused last, or since: of all that is `told`
    a charge is no older."""
    if not is_charge(answer.words, cast):
        return claims
    charges = [one for one in told if one.type == "ACCUSE" and one.trigger.start < answer.words.start]
    if not charges or who.did(charges[-1].recipient):
        return claims
    return [one for one in claims if one.trigger.start >= charges[-1].evidence.start]


def is_charge(words: Span, cast: Cast) -> bool:
    """Whether the words of an answer stand for something bad that somebody is said to have done."""
    return any(word.lemma.lower() in words_for("charges") for word in cast.words_in(words))


def is_none(source: Sequence[Token]) -> bool:
    """Whether the words for who answers are for nobody: "no group said"."""
    return bool(source) and source[0].text.lower() in words_for("nobody")


def is_of_clause(statement: Statement, cast: Cast) -> bool:
    """Whether a clause on a noun answers what its own sentence tells: "accused soldiers, who deny it"."""
    words = cast.words_in(statement.source) if statement.source is not None else []
    return len(words) == 1 and words[0].tag in {"WP", "WDT"}


def is_of_own_sentence(words: Span, cast: Cast) -> bool:
    """Whether an answer is to what its own sentence tells: "the police were warned, which they deny"."""
    found = cast.words_in(words)
    return len(found) == 1 and found[0].tag == "WDT"
