"""An event as people look at it: its claims side by side, what differs, and what people decided of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.export.wording import amount
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.decision import Decision, Named
from dateline.records.event import ClaimKey, Event
from dateline.records.mention import ActorMention
from dateline.records.origin import Origin

if TYPE_CHECKING:
    from dateline.merge.explain import Join

Told = tuple[Article, Claim]
ASPECTS = ("status", "who", "to whom", "when", "where")
"""What is set side by side, beside numbers."""
STANDINGS = ("withdrawn", "corrected", "superseded")
"""What may have become of a claim, the gravest first."""


@dataclass(frozen=True)
class Side:
    """What one voice says, and how many articles of which sources carry it in the same way.

    `told` has words for each aspect and each kind of number that is told; `differs` names those in which most others
    say something else. `standing` is "superseded", "corrected" or "withdrawn", and "" where the claims count.
    """

    claimant: str
    is_party: bool | None
    standing: str
    told: Mapping[str, str]
    differs: frozenset[str]
    claims: tuple[Told, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class EventSheet:
    """An event and the claims it joins, each with its article.

    `origins` says where the articles come from, `decisions` what people decided of these claims, and `asked` under what
    id the event was looked for, where that is a former one.
    """

    event: Event
    claims: tuple[Told, ...]
    origins: Mapping[str, Origin] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    asked: str | None = None
    joined_at: str = ""
    """When the event of that former id became part of this one: UTC, ISO 8601; "" where that was not noted."""
    parts: tuple[str, ...] = ()
    """Other events that hold claims which this one once held."""
    acts: tuple[Event, ...] = ()
    """Of a campaign: the events of the single acts that it holds."""
    campaigns: tuple[Event, ...] = ()
    """The campaigns that hold this event."""

    def counting(self) -> tuple[Told, ...]:
        """The claims that count; all of them where none does."""
        found = tuple(told for told in self.claims if not self.standing(*told))
        return found or self.claims

    def reasons(self) -> tuple[str, ...]:
        """Why the claims were joined: what people decided, then a line for each claim but the first."""
        from dateline.merge.explain import reasons

        return (*map(decided, self.decisions), *reasons(self.claims))

    def joins(self) -> tuple[Join, ...]:
        """Which two claims of it made one of what were two, and why."""
        from dateline.merge.explain import joins
        from dateline.merge.told import told

        return joins([told(article, claim) for article, claim in self.claims])

    def sides(self) -> tuple[Side, ...]:
        """What each voice says, side by side, in the order of the claims."""
        groups: dict[tuple[object, ...], list[Told]] = {}
        for article, claim in self.claims:
            said = aspects(claim)
            name = (self.claimant(article, claim), self.standing(article, claim), *said.items())
            groups.setdefault(name, []).append((article, claim))
        usual = commonest([aspects(told[0][1]) for name, told in groups.items() if not name[1]])
        return tuple(self._side(told, usual) for told in groups.values())

    def _side(self, told: Sequence[Told], usual: Mapping[str, str]) -> Side:
        (article, claim), said = told[0], aspects(told[0][1])
        differs = frozenset(name for name, words in said.items() if usual.get(name, words) != words)
        sources = tuple(dict.fromkeys(self.source(one) for one, _ in told))
        standing = self.standing(article, claim)
        return Side(
            self.claimant(article, claim), claim.claimant_is_party, standing, said, differs, tuple(told), sources
        )

    def source(self, article: Article) -> str:
        """Whose an article really is."""
        known = self.origins.get(article.id)
        return known.source if known else article.source or article.id

    def standing(self, article: Article, claim: Claim) -> str:
        """Whether a claim is "superseded", "corrected" or "withdrawn"; "" where it counts."""
        key = ClaimKey(article.id, claim.id)
        return next((name for name in STANDINGS if key in getattr(self.event, name)), "")

    def claimant(self, article: Article, claim: Claim) -> str:
        """Who says so: the source itself, a name, or somebody unnamed."""
        who = claim.claimant
        if who.kind == "outlet":
            return self.source(article)
        return who.name or who.actor_id or ("somebody unnamed" if who.kind == "unnamed" else "not resolved")


def aspects(claim: Claim) -> dict[str, str]:
    """What a claim tells, in words, by aspect; what it does not tell is left out."""
    told = dict(
        zip(ASPECTS, (claim.status, ends(claim.actor), ends(claim.recipient), *when_and_where(claim)), strict=True)
    )
    numbers = {one.kind: amount(one) for one in claim.quantities if one.low is not None or one.high is not None}
    return {name: words for name, words in (told | numbers).items() if words}


def ends(end: ActorMention | None) -> str:
    """An actor or recipient by name; "" for none."""
    return "" if end is None else end.name or end.text


def when_and_where(claim: Claim) -> Iterator[str]:
    """The days and the place of a claim, "" where it has none."""
    when, place = claim.when, claim.place
    days = [] if when is None else [str(day) for day in dict.fromkeys((when.begin, when.finish)) if day is not None]
    yield " to ".join(days)
    yield "" if place is None else place.name or place.text


def commonest(said: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """For each aspect what most say, of several the first in the alphabet."""
    counted: dict[str, Counter[str]] = {}
    for one in said:
        for name, words in one.items():
            counted.setdefault(name, Counter())[words] += 1
    return {name: min(words, key=lambda one: (-words[one], one)) for name, words in counted.items()}


def decided(decision: Decision) -> str:
    """A decision in one line."""
    ends = " and ".join(several(end) for end in (decision.ones, decision.others) if end)
    kind = decision.kind.replace("_", " ")
    return f"{kind}: {ends}, says {decision.by or 'somebody'} ({decision.at[:10]}): {decision.why}"


def several(named: Sequence[Named]) -> str:
    """The first of what a decision names, and how many more there are."""
    more = f" (and {len(named) - 1} more)" if len(named) > 1 else ""
    return f"{named[0]}{more}"
