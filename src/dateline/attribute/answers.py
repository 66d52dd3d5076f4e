"""Denials and confirmations of what was told before: "The army denied it", "Moscow confirmed the report"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from dateline.attribute.answered import hedged
from dateline.attribute.answerers import (
    Answerer,
    answerer,
    befell_doers,
    is_charge,
    is_nameless,
    is_nobody,
    is_none,
    is_of_clause,
    is_of_own_sentence,
    since_charge,
)
from dateline.attribute.cast import Cast
from dateline.attribute.conflict import MATERIAL_CONFLICT
from dateline.attribute.denials import JUDGING, Answer, answer_in, stands_for_deed
from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.reporting import words_for
from dateline.lexicon.stems import stem
from dateline.records.claim import Claim, Claimant
from dateline.records.statement import Statement
from dateline.records.text import Sentence, Span, Token

WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT"})
"""What was said is seldom what an answer is about: "denied the accusation" answers the deed that was alleged."""
BEFORE, FARTHER, LEAD = 2, 4, 3
"""How many sentences before an answer are looked at; before one that names the telling ("the charges"); and, where they
tell nothing that it may be about, how many of the first ones, which tell what a report is about."""
CERTAIN = frozenset({"happened", "ongoing", "possible"})


@dataclass(frozen=True, slots=True)
class Reply:
    """A claim as another voice denies or confirms it, the id of the claim that it answers, how, and whether the voice
    answers for a deed of its own."""

    claim: Claim
    to: str
    how: str
    is_own: bool


def replies(
    claims: Sequence[Claim], statements: Sequence[Statement], cast: Cast, claimants: Sequence[Claimant]
) -> list[Reply]:
    """For each claim that a statement denies or confirms from afar, its copy in that mouth; `claimants`: of the
    statements. The trigger is what stands for the deed ("it", "the report"), the evidence the answer's sentence."""
    found: list[Reply] = []
    ordered = sorted(claims, key=lambda one: one.trigger.start)
    starts = [one.trigger.start for one in ordered]
    for statement, claimant in zip(statements, claimants, strict=True):
        answer = answer_in(statement, cast) if is_somebody(statement, claimant, cast) else None
        if answer is None:
            continue
        if not answer.admits and is_told_in(answer.words, ordered, starts):
            continue
        said = replace(statement, content=(answer.words,))
        for names, near in tries(answer, cast):
            end = near[-1].end if is_of_clause(statement, cast) else answer.words.start
            nearby = ordered[bisect_left(starts, near[0].start) : bisect_left(starts, end)]
            before = since_charge(nearby, ordered, answerer(said, claimant, cast, answer), cast, answer)
            told = named_by(answer, before, cast) if names else before
            mine = list(to_claims(told, near, said, cast, claimant, answer)) if told else []
            if mine:
                found += mine
                break
    return found


def tries(answer: Answer, cast: Cast) -> Iterator[tuple[bool, Sequence[Sentence]]]:
    """Where what an answer is about may be told, the likeliest first, and whether the answer's words must name it.

    For who owns up to a deed they must name what is told anywhere, before they may not.
    """
    near = list(ranges(answer, cast))
    pairs = product((True, False), near) if answer.admits else ((names, one) for one in near for names in (True, False))
    return iter(pairs)


def named_by(answer: Answer, claims: Sequence[Claim], cast: Cast) -> Sequence[Claim]:
    """Of some claims those that an answer is likeliest to mean: told by the word that it names the deed with ("the
    killings" after "killed"), or done to those whom it names; where it owns up to something else, no mere losses."""
    words = [word for word in cast.words_in(answer.words) if word.pos in {"NOUN", "PROPN"}]
    lemmas, stems = {word.lemma.lower() for word in words}, {stem(word.text.lower()) for word in words}
    told = [one for one in claims if {stem(word.text.lower()) for word in cast.words_in(one.trigger)} & stems]
    hit = [one for one in claims if one.recipient is not None and is_of(one.recipient, lemmas, cast)]
    if told or hit or not answer.admits:
        return told or hit
    return [one for one in claims if one.actor is not None or not is_loss(one, cast)]


def is_of(end: Span, lemmas: Container[str], cast: Cast) -> bool:
    """Whether the noun for an end is one of some lemmas."""
    head = cast.head_of(end)
    return head is not None and head.lemma.lower() in lemmas


def is_loss(claim: Claim, cast: Cast) -> bool:
    """Whether the word of a claim only says that somebody was killed or hurt."""
    return all(word.lemma.lower() in words_for("toll_words") for word in cast.words_in(claim.trigger))


def ranges(answer: Answer, cast: Cast) -> Iterator[Sequence[Sentence]]:
    """The sentences that may tell what an answer is about, its own the last: those before it, then the first ones."""
    near = sentences_up_to(answer.words, cast, FARTHER if answer.telling or answer.admits else BEFORE)
    if is_of_own_sentence(answer.words, cast):
        near = near[-1:]
    if near:
        yield near
        lead = [one for one in cast.sentences[:LEAD] if one.start < near[0].start]
        if lead and any(word.pos == "NOUN" for word in cast.words_in(answer.words)):
            yield [*lead, near[-1]]


def is_told_in(words: Span, ordered: Sequence[Claim], starts: Sequence[int]) -> bool:
    """Whether the words of an answer tell a deed themselves; `ordered`: the claims by where their words start."""
    within = ordered[max(0, bisect_left(starts, words.start) - 1) : bisect_left(starts, words.end)]
    return any(one.trigger.overlaps(words) and one.type not in WORDS for one in within)


def said_again(claim: Claim, reply: Reply) -> bool:
    """Whether a claim rests on nothing but the words of a reply by which somebody owns up to a deed told before."""
    is_there = claim.statement_id == reply.claim.statement_id and claim.type == reply.claim.type
    return is_there and reply.is_own and reply.how == "confirmed"


def is_somebody(statement: Statement, claimant: Claimant, cast: Cast) -> bool:
    """Whether one in particular answers: an actor, or "an official" where "officials" may be anybody."""
    if statement.source is not None and is_none(cast.words_in(statement.source)):
        return False
    if claimant.kind == "actor" or statement.source is None:
        return claimant.kind == "actor"
    words = cast.words_in(statement.source)
    return bool(words) and words[0].text.lower() in {"a", "an"}


def linked(claims: Sequence[Claim], found: Sequence[Reply]) -> list[Claim]:
    """All claims in text order, numbered, those that are answered with the ids of the answers."""
    copies = {f"a{n}": one for n, one in enumerate(found)}
    ordered = sorted(
        [*claims, *(replace(one.claim, id=name) for name, one in copies.items())], key=lambda one: one.evidence.start
    )
    named = {one.id: f"c{n}" for n, one in enumerate(ordered, start=1)}
    answers: dict[str, dict[str, list[str]]] = {}
    for name, one in copies.items():
        answers.setdefault(one.to, {}).setdefault(one.how, []).append(named[name])
    return [answered(one, answers.get(one.id, {}), named[one.id]) for one in ordered]


def answered(claim: Claim, answers: Mapping[str, Sequence[str]], name: str) -> Claim:
    """A claim under its number with those who answer it."""
    return replace(
        claim, id=name, denied_by=tuple(answers.get("denied", ())), confirmed_by=tuple(answers.get("confirmed", ()))
    )


def sentences_up_to(span: Span, cast: Cast, before: int) -> Sequence[Sentence]:
    """The sentence of a span behind those before it that may tell what it answers."""
    at = bisect_right(cast.starts, span.start) - 1
    return cast.sentences[max(0, at - before) : at + 1] if at >= 0 else ()


def kinds_of(words: Sequence[Token]) -> set[str]:
    """The types of the event that words name; none where they name the telling."""
    shares = words_for("shares")
    if any(stands_for_deed(word) and word.lemma.lower() not in shares for word in words):
        return set()
    nouns = [word for word in words if word.lemma.lower() not in shares]
    return {entry.type for word in nouns for entry in predicates_for(word.lemma.lower(), "noun")}


def to_claims(
    claims: Sequence[Claim],
    near: Sequence[Sentence],
    statement: Statement,
    cast: Cast,
    claimant: Claimant,
    answer: Answer,
) -> Iterator[Reply]:
    """The claims that an answer is about, as told in the mouth of who answers; `near` ends with the answer's sentence.

    First the answerer's own deeds, in the one sentence near by that tells any, or all of them where the words name the
    telling ("the charges"); else, of what was told in another's mouth, what the nearest sentence tells.
    """
    who, answered, how = answerer(statement, claimant, cast, answer), answer.words, answer.how
    cue = statement.cue
    fit = [one for one in claims if is_open(one, claimant) and not (cue is not None and one.trigger.overlaps(cue))]
    fit = [one for one in fit if not (answer.admits or answer.telling) or not befell_doers(one, cast)]
    kinds = kinds_of(cast.words_in(answered))
    fit = [one for one in fit if not kinds or one.type in kinds]
    if statement.stance in JUDGING and not answer.admits:
        fit = [one for one in fit if one.claimant.kind != "outlet"]
    figures = [word for word in cast.words_in(answered) if word.lemma.lower() in words_for("figures")]
    fit = of_figures(fit, figures) if figures else [one for one in fit if not is_toll(one)]
    fit = of_mode([one for one in fit if not one.doubtful or who.did(one.actor)] or fit, cast.words_in(answered))
    own = [one for one in fit if who.did(one.actor)] if how == "denied" or answer.admits else []
    own = [one for one in own if one.quad == MATERIAL_CONFLICT] or own  # hardly what nobody would blame them for
    charged = charges(own) if answer.telling else []
    chosen = charged or of_one_sentence(own, claims, near) or ([] if own else told_by_others(fit, who, near))
    hostile = [one for one in chosen if one.quad == MATERIAL_CONFLICT]
    chosen = hostile or [one for one in chosen if one.claimant.kind != "outlet" or not is_charge(answered, cast)]
    vouches = bool(figures) or (how == "confirmed" and not kinds and not answer.admits)
    for claim in chosen:
        copy = replace(
            hedged(claim, "denied", statement) if how == "denied" else claim,
            actor=who.mention if who.shares and (is_nobody(claim.actor) or answer.admits) else claim.actor,
            trigger=answered,
            evidence=Span(near[-1].start, near[-1].end),
            claimant=claimant,
            statement_id=statement.id,
            quantities=claim.quantities if vouches else (),
            via=(),
        )
        yield Reply(copy, claim.id, how, who.did(copy.actor) or (who.shares and copy.actor is who.mention))


def is_foreign(claim: Claim, who: Answerer) -> bool:
    """Whether another state's forces did something to the answerer's country."""
    return claim.quad == MATERIAL_CONFLICT and who.is_at_home(claim.recipient) and not who.is_at_home(claim.actor)


def of_mode(claims: list[Claim], words: Sequence[Token]) -> list[Claim]:
    """Of some claims those of the mode that the noun of an answer names ("the air strike"), where there are any."""
    modes = {entry.mode for word in words for entry in predicates_for(word.lemma.lower(), "noun") if entry.mode}
    return [one for one in claims if one.mode in modes] or claims


def of_figures(claims: Sequence[Claim], words: Sequence[Token]) -> list[Claim]:
    """The claims that give numbers; where the words are of one number, those of who gave the last."""
    found = [one for one in claims if one.quantities]
    if not found or words[0].tag == "NNS":
        return found
    return [one for one in found if one.claimant == found[-1].claimant]


def is_toll(claim: Claim) -> bool:
    """Whether a claim only gives the number of a deed that is told elsewhere."""
    return claim.actor is not None and not claim.evidence.holds(claim.actor)


def charges(own: Sequence[Claim]) -> list[Claim]:
    """The deeds that others charge somebody with; those that the outlet tells where nobody else does."""
    deeds = [one for one in own if one.quad == MATERIAL_CONFLICT]
    return [one for one in deeds if one.claimant.kind != "outlet"] or deeds


def is_open(claim: Claim, claimant: Claimant) -> bool:
    """Whether a claim tells a deed as a fact, in the mouth of another."""
    own = claimant.actor_id is not None and claim.claimant.actor_id == claimant.actor_id
    named = is_short_for(claim.claimant.name, claimant.name) or is_short_for(claimant.name, claim.claimant.name)
    return not own and not named and claim.type not in WORDS and claim.status in CERTAIN


def is_short_for(name: str | None, other: str | None) -> bool:
    """Whether a name is another, or its end: "the ministry" after "the Interior Ministry"."""
    if not name or not other:
        return False
    short, whole = (one.lower().removeprefix("the ").split() for one in (name, other))
    return whole[-len(short) :] == short


def of_one_sentence(own: Sequence[Claim], claims: Sequence[Claim], near: Sequence[Sentence]) -> list[Claim]:
    """The claims of the only sentence that tells any; of the answer's own sentence if that tells a deed of anybody."""
    by_sentence = [[one for one in own if sentence.holds(one.trigger)] for sentence in near]
    is_told_here = any(one.quad == MATERIAL_CONFLICT and near[-1].holds(one.trigger) for one in claims)
    told = by_sentence[-1:] if is_told_here else [one for one in by_sentence if one]
    if len(told) != 1 or len({one.actor.country for one in told[0] if one.actor}) > 1:
        return []
    return told[0]


def told_by_others(fit: Sequence[Claim], who: Answerer, near: Sequence[Sentence]) -> list[Claim]:
    """What the nearest sentence tells that the answer may be about: of nobody in particular, where the answerer speaks
    of its own part; done to the answerer; or, where the words name the telling, anything that somebody said."""
    for sentence in reversed(near):
        here = [one for one in fit if sentence.holds(one.trigger)]
        if who.shares:
            found = [one for one in here if is_nobody(one.actor) or (who.admits and is_nameless(one.actor))]
        elif who.telling:
            found = [one for one in here if one.claimant.kind != "outlet"] or here
        else:
            found = [one for one in here if who.did(one.recipient) or one.actor is None or is_foreign(one, who)]
        if found:
            return found
    return []
