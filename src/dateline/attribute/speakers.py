"""Who speaks: the actor behind the source of a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.attribute.cast import Cast
from dateline.lexicon.actors import actor
from dateline.lexicon.files import load
from dateline.lexicon.reporting import words_for
from dateline.records.ids import is_named_here
from dateline.records.mention import ActorMention
from dateline.records.statement import Speaker, Statement
from dateline.records.text import Span, Token

NEAR = 600
"""A pronoun nobody resolved is taken for the last speaker when that spoke within so many characters."""

MADE_BY = frozenset({"by", "from"})
ARTICLES = frozenset({"a", "an", "the", "another"})
BETWEEN = 1
"""So many sentences may stand between a statement and ", he said" of the same person."""


def with_speakers(statements: Sequence[Statement], cast: Cast) -> tuple[Statement, ...]:
    """The statements with their speakers; a bare quotation and a pronoun nobody resolved continue the last speaker.

    So does ", he said" behind what is said, whoever else is named in between.
    """
    found: list[Statement] = []
    last: tuple[Speaker, int] | None = None
    outer: Statement | None = None
    for statement in statements:
        speaker = (outer and goes_on(statement, outer, cast)) or speaker_of(statement, cast)
        if speaker is not None and last is not None and is_about(statement, speaker, cast):
            speaker = last[0]  # "The army, it said, had killed 20": "it" is not the army
        if speaker is None and last is not None and continues(statement, cast, *last):
            speaker = last[0]
        found.append(replace(statement, speaker=speaker))
        if statement.within is None and statement.source is not None:
            outer = found[-1]
        if speaker is not None and statement.within is None:
            last = speaker, statement.content[-1].end
    return tuple(found)


def is_about(statement: Statement, speaker: Speaker, cast: Cast) -> bool:
    """Whether a pronoun inside what is said was taken for the subject of what is said."""
    source, first = statement.source, statement.content[0]
    if source is None or len(statement.content) == 1 or source.start < first.end or len(cast.words_in(source)) != 1:
        return False
    word = cast.words_in(source)[0]
    about = [one for one in cast.mentions_in(first) if one.actor_id is not None and one.actor_id == speaker.actor_id]
    return word.text.lower() in words_for("third_person") and bool(about)


def goes_on(statement: Statement, before: Statement, cast: Cast) -> Speaker | None:
    """The speaker of the statement before, where the pronoun behind what is said ("…, he said") means the same person.

    None where it stands in front, where the one before is no person, and where a person does something in between.
    """
    source = statement.source
    if source is None or before.source is None or source.start < statement.content[0].start:
        return None
    words = cast.words_in(source)
    if len(words) != 1 or words[0].text.lower() not in words_for("persons") or not is_person(before, cast):
        return None
    gap = Span(max(before.source.end, before.content[-1].end), statement.content[0].start)
    if cast.sentences_in(gap) > BETWEEN or cast.acts_in(gap):
        return None
    return before.speaker or described(before.source, cast)


def described(source: Span, cast: Cast) -> Speaker | None:
    """Somebody whom only the words of a source tell, without the article; None where they are no mention."""
    mention = mention_of(source, cast)
    if mention is None:
        return None
    first, _, rest = mention.text.partition(" ")
    return Speaker(None, mention.name or (rest if first.lower() in ARTICLES and rest else mention.text))


def is_person(statement: Statement, cast: Cast) -> bool:
    """Whether the source of a statement is one person, as far as its words tell."""
    head = cast.head_of(statement.source) if statement.source else None
    if head is None or statement.source is None or head.tag == "NNS":
        return False
    known = actor(statement.speaker.actor_id or "") if statement.speaker else None
    if known is not None:
        return known.kind == "person"
    words = cast.words_in(statement.source)
    if head.entity == "PERSON" or head.text.lower() in words_for("persons"):
        return True
    return head.lemma.lower() in words_for("one_person") or any(word.tag == "WP" for word in words)


def continues(statement: Statement, cast: Cast, last: Speaker, last_end: int) -> bool:
    """Whether a statement without a speaker is the last speaker's: a bare quotation, or "he said" shortly after."""
    if statement.content[0].start - last_end > NEAR:
        return False
    if statement.source is None:
        return statement.cue is None
    words = [word.text.lower() for word in cast.words_in(statement.source)]
    if words == ["who"]:
        return False  # the noun before it says who
    known = actor(last.actor_id or "")
    if known is not None and known.kind != "person" and words[:1] and words[0] in words_for("persons"):
        return False
    return len(words) == 1 and words[0] in words_for("third_person")


def speaker_of(statement: Statement, cast: Cast) -> Speaker | None:
    """The speaker that the source of a statement names; None when it names nobody that anybody knows."""
    if statement.source is None:
        return None
    mention = mention_of(statement.source, cast)
    if mention is not None and is_new(statement.source, mention, cast):
        others = [one for one in cast.mentions_in(statement.source) if one.actor_id not in {None, mention.actor_id}]
        whole = max(others, key=rank, default=None)
        return Speaker(whole.actor_id, whole.name) if whole else None
    if mention is not None and (mention.actor_id or mention.name):
        return Speaker(mention.actor_id, mention.name)
    if mention is not None and mention.form == "name":
        return Speaker(None, mention.text)
    owner = owner_of(statement.source, cast)
    if owner is not None:
        return speaker_for(owner, statement.source, cast)
    name = name_in(statement.source, cast)
    return Speaker(None, name) if name else None


def speaker_for(owner: ActorMention, source: Span, cast: Cast) -> Speaker:
    """Who speaks of somebody's people: those of a body speak for it, of a person a spokesman alone."""
    words, head = cast.words_in(source), cast.head_of(source)
    if head is not None and (words[0].text.lower() not in words_for("of_one") or speaks_for(head)):
        return Speaker(owner.actor_id, owner.name)
    rest = Span(words[1].start, words[-1].end)
    return Speaker(None, f"{owner.name}'s {' '.join(word.text for word in words if rest.holds(word))}")


def speaks_for(head: Token) -> bool:
    """Whether a noun is for somebody who says what another has to say."""
    return head.lemma.lower() in words_for("spokespersons")


def owner_of(source: Span, cast: Cast) -> ActorMention | None:
    """Whose people a source is, where a pronoun tells it: "its observers", "their spokesman"."""
    words = cast.words_in(source)
    if len(words) < 2 or words[0].text.lower() not in words_for("possessives"):
        return None
    first = Span(words[0].start, words[0].end)
    return next((one for one in cast.mentions_in(first) if one.form == "pronoun" and one.actor_id), None)


def is_new(source: Span, mention: ActorMention, cast: Cast) -> bool:
    """Whether "a military spokesman" was taken for one named before: somebody new is brought in, nobody known."""
    words = cast.words_in(source)
    if not words or words[0].text.lower() not in ARTICLES - {"the"} or mention.form != "nominal":
        return False
    named = any(one.form == "name" and one.actor_id == mention.actor_id for one in cast.mentions_in(source))
    known = actor(mention.actor_id or "")
    is_somebody = known.kind == "person" if known else is_named_here(mention.actor_id)
    return is_somebody and not named


def mention_of(source: Span, cast: Cast) -> ActorMention | None:
    """The mention that a source stands for: of its head word if there is one, names first; of "a spokesman for the
    ministry" the ministry where the spokesman is nobody in particular."""
    head = cast.head_of(source)
    mentions = cast.mentions_in(source)
    if head is not None and not source.holds(head):
        mentions = cast.mentions_in(Span(head.start, head.end))
    on_head = [one for one in mentions if head is None or one.overlaps(head)]
    best = max(on_head, key=rank, default=None)
    if best is not None and best.actor_id:
        return best
    if head is not None and (head.relation == "appos" or head.lemma.lower() in words_for("spokespersons")):
        others = [one for one in mentions if one.actor_id]
        return max(others, key=rank, default=best)
    maker = maker_of(source, head, cast) if head is not None else None
    if maker is not None:
        return maker
    if best is None and head is not None and head.pos == "PROPN":
        return max(mentions, key=rank, default=None)
    return best


def maker_of(source: Span, head: Token, cast: Cast) -> ActorMention | None:
    """Who made the paper or count that a source is: "a statement by the police", "the army's tally"."""
    sentence = cast.sentence_at(source.start)
    if sentence is None or head.lemma.lower() not in load("en/documents.yaml"):
        return None
    makers = [
        one
        for one in cast.words_in(source)
        if one.relation == "poss" or (one.relation == "pobj" and sentence.tokens[one.head].lemma.lower() in MADE_BY)
    ]
    return next((max(found, key=rank) for one in makers if (found := cast.mentions_in(Span(one.start, one.end)))), None)


def rank(mention: ActorMention) -> tuple[bool, bool, int, int]:
    """What makes a mention the better one: it is resolved, it is a name, it is long, it comes first."""
    return mention.actor_id is not None, mention.form == "name", mention.end - mention.start, -mention.start


def name_in(source: Span, cast: Cast) -> str | None:
    """The proper name at the head of a source, where nobody knows whose it is."""
    head = cast.head_of(source)
    if head is None or head.pos != "PROPN" or not head.text[:1].isupper():
        return None
    words = cast.words_in(Span(source.start, head.end))
    run: list[str] = []
    for word in reversed(words):
        if word.pos != "PROPN":
            break
        run.insert(0, word.text)
    return " ".join(run) or None
