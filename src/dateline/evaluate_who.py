"""How often it is right who somebody is, and how many of the ties between actors are found: on the gold dispatches.

`evaluation/gold/dispatches.jsonl` says of each mention who it is, and lists the standing ties that the words tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dateline.evaluate_voices import Dispatch, counted, dispatches, mention_at, words_of
from dateline.pipeline import Pipeline
from dateline.records.article import Article
from dateline.records.claim import Relation
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.text import Span

FIGURES = ("named", "pronoun", "unnamed")
"""Mentions of somebody whom the dispatch names, pronouns among them, and of those whom it does not name."""
EITHER_WAY = frozenset({"ally_of", "rival_of", "fights"})
IMPLIED = {"member_of": "speaks_for"}
"""Who speaks for a body belongs to it: that is no mistake, and no find either."""
Tie = tuple[str, int, int]


def figures(path: Path, pipeline: Pipeline) -> dict[str, float]:
    """The shares that were right, 0 to 1, and how many there were of what they are shares of.

    `left_…` counts the mentions of somebody named that were not resolved rightly, by what became of them.
    """
    counts: Counter[str] = Counter()
    for one in dispatches(path):
        article = Article.of(one.text, title=one.row["title"], published=date.fromisoformat(one.row["published"]))
        reading = pipeline.read_article(Reading(article))
        counts.update(mentions(one, reading))
        counts.update(ties(one, reading))
    found = {name: round(counts[f"{name}_right"] / max(1, counts[name]), 3) for name in (*FIGURES, "tie", "told")}
    names = {"tie": "relation_recall", "told": "relation_precision"}
    shares = {names.get(name, name): value for name, value in found.items()}
    unresolved = {name: counts[name] for name in sorted(counts) if name.startswith("left_")}
    return shares | {f"n_{names.get(name, name)}": counts[name] for name in found} | unresolved


def mentions(gold: Dispatch, reading: Reading) -> Iterator[str]:
    """What is counted of the mentions of a dispatch."""
    for who, span in gold.read[1]:
        found = mention_at(before_comma(gold, span), reading.actors)
        if not has_name(gold, who):
            yield from counted("unnamed", found is not None and not is_other(gold, who, found))
            continue
        is_right = is_who(gold, who, found) if found is not None else is_place(gold, who, span, reading)
        yield from counted("named", is_right)
        if not is_right:
            yield left(found)
        if found is not None and found.form == "pronoun":
            yield from counted("pronoun", is_right)


def left(found: ActorMention | None) -> str:
    """What became of a mention that was not resolved rightly: not found, left open or taken for another, by form."""
    if found is None:
        return "left_unfound"
    return f"left_{'open' if found.actor_id is None and found.name is None else 'wrong'}_{found.form}"


def has_name(gold: Dispatch, who: int) -> bool:
    """Whether somebody has a name of their own, not only a description ("villagers", "an oil refinery")."""
    return gold.is_named(who) and gold.row["actors"][str(who)]["name"][0].isupper()


def before_comma(gold: Dispatch, span: Span) -> Span:
    """The part of a marked phrase that names somebody: "INSEC" of "INSEC, a rights group in the capital"."""
    head = span.of(gold.text).partition(",")[0]
    return Span(span.start, span.start + len(head))


def is_place(gold: Dispatch, who: int, span: Span, reading: Reading) -> bool:
    """Whether a town or country that stands for who is there was found as a place of that name or country."""
    kind = gold.row["actors"][str(who)]["kind"]
    mine = words_of(gold.row["actors"][str(who)]["name"])
    here = [one for one in reading.places if one.overlaps(span)]
    if kind == "other":
        return any(words_of(one.name or one.text) & mine for one in here)
    return kind.startswith("country") and any(one.country == gold.country(who) for one in here)


def is_who(gold: Dispatch, who: int, found: ActorMention) -> bool:
    """Whether a mention is of somebody: by its identity, or because its words are their very name."""
    if words_of(found.text) == words_of(gold.row["actors"][str(who)]["name"]):
        return True
    return bool(found.actor_id or found.name) and gold.is_called(who, found.actor_id, found.name)


def is_other(gold: Dispatch, who: int, found: ActorMention) -> bool:
    """Whether a mention of somebody unnamed was taken for one whom the dispatch names."""
    others = (int(number) for number in gold.row["actors"] if int(number) != who and has_name(gold, int(number)))
    return bool(found.actor_id) and any(gold.is_called(one, found.actor_id, found.name) for one in others)


def ties(gold: Dispatch, reading: Reading) -> Iterator[str]:
    """What is counted of the ties of a dispatch."""
    wanted = {tie for row in gold.row["relations"] for tie in ways((row["kind"], row["subject"], row["object"]))}
    told = [frozenset(tied(gold, one)) for one in reading.relations]
    for row in gold.row["relations"]:
        mine = set(ways((row["kind"], row["subject"], row["object"])))
        yield from counted("tie", any(mine & one for one in told))
    for one in told:
        implied = {(IMPLIED.get(kind, kind), a, b) for kind, a, b in one}
        if all(a == b for _, a, b in one) or (not one & wanted and implied & wanted):
            continue  # the dispatch takes both ends for one, or says more of them
        yield from counted("told", bool(one & wanted))


def ways(tie: Tie) -> Iterator[Tie]:
    """A tie, and the same the other way round where its kind has no direction."""
    kind, subject, object_ = tie
    yield tie
    if kind in EITHER_WAY:
        yield kind, object_, subject


def tied(gold: Dispatch, one: Relation) -> Iterator[Tie]:
    """The ties between numbered actors that a relation may be."""
    for subject in numbers(gold, one.subject):
        for object_ in numbers(gold, one.object):
            yield one.kind, subject, object_


def numbers(gold: Dispatch, end: ActorMention) -> list[int]:
    """The actors of a dispatch that an end may be: whose marked words it shares, or whose name it has."""
    on = {who for who, span in gold.read[1] if span.overlaps(end)}
    called = (int(number) for number in gold.row["actors"])
    named = {who for who in called if gold.is_named(who) and gold.is_called(who, end.actor_id, end.name)}
    return sorted(on | named)
