"""Relations of many articles to one graph of ties: the same kind between the same two actors is one tie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.lexicon.labels import label
from dateline.records.article import Article
from dateline.records.claim import Relation
from dateline.records.ids import is_named_here
from dateline.records.mention import ActorMention
from dateline.records.tie import Graph, Key, Telling, Tie, TieEnd, key_of, named, place_in_text, teller


def graph(rows: Iterable[tuple[Article, Relation]], most: int | None = None) -> Graph:
    """The ties that relations make, at most `most`, in any order of the rows the same.

    An article tells a tie once, where its text tells it first. Ends are joined by the ids of actors.
    """
    told: dict[Key, dict[str, Telling]] = {}
    seen: dict[str, Counter[TieEnd]] = {}
    left_out = 0
    for article, relation in rows:
        key = key_of(relation.kind, relation.subject.actor_id, relation.object.actor_id)
        if key is None:
            left_out += 1
            continue
        for end in (relation.subject, relation.object):
            seen.setdefault(end.actor_id or "", Counter())[end_of(end)] += 1
        telling, tellings = telling_of(article, relation), told.setdefault(key, {})
        tellings[article.id] = min(tellings.get(article.id, telling), telling, key=first_in_text)
    ends = {known: agreed(found) for known, found in seen.items()}
    ties = sorted((tie(key, ends, list(tellings.values())) for key, tellings in told.items()), key=rank)
    return Graph(tuple(ties[:most]), left_out)


def tie(key: Key, ends: Mapping[str, TieEnd], tellings: Sequence[Telling]) -> Tie:
    """The tie of a key, as these tellings tell it."""
    kind, subject, object_ = key
    days = sorted(one.published for one in tellings if one.published is not None)
    return Tie(
        kind,
        ends[subject],
        ends[object_],
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reports=len(tellings),
        sources=len({one.source for one in tellings if one.source}),
        claimants=tuple(sorted({teller(one.claimant) for one in tellings})),
        tellings=tuple(sorted(tellings, key=lambda one: (str(one.published or "unknown"), one.article_id))),
    )


def rank(tie: Tie) -> tuple[int, int, str, str, str]:
    """The order of ties: most articles first, then most outlets, then by kind and ids."""
    return -tie.reports, -tie.sources, tie.kind, tie.subject.id, tie.object.id


def telling_of(article: Article, relation: Relation) -> Telling:
    """What a relation of an article adds to its tie."""
    claimant, words = named(relation.claimant, article.text), relation.evidence.of(article.text)
    day = article.published_day
    return Telling(article.id, article.source, day, relation.evidence, words, claimant, relation.score)


def first_in_text(telling: Telling) -> tuple[int, int, str, str, float]:
    """What of several tellings in one article makes the first."""
    return place_in_text(telling.evidence, telling.claimant, telling.score)


def end_of(mention: ActorMention) -> TieEnd:
    """The end of a tie that a mention names."""
    return called(mention.actor_id or "", mention.name, mention.country)


def called(known: str, told: str | None, country: str | None) -> TieEnd:
    """The end of a tie by an id, called as lists of events call it, whatever a text calls it."""
    name = label(known)
    is_own = name != known and not is_named_here(known)
    return TieEnd(known, name if is_own else told or name, country)


def agreed(found: Counter[TieEnd]) -> TieEnd:
    """What most mentions of an actor say it is; of equals, those with a country, and then the first by alphabet."""
    return min(found, key=lambda one: (-found[one], one.country is None, one.name, one.country or ""))
