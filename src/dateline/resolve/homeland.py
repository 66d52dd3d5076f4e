"""The country that an article is about, for those in it with an office and no country: "President Sari"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from dateline.lexicon.actors import STATE, countries
from dateline.lexicon.names import names_in
from dateline.records.article import Article
from dateline.records.ids import is_named_here
from dateline.records.text import Sentence, Span
from dateline.resolve.antecedents import words
from dateline.resolve.modifiers import PEOPLED, PLACES, country_of
from dateline.resolve.scene import Draft

OFFICES = frozenset({"GOV", "JUD", "LEG", "MIL", "COP", "SPY", "OPP", "PTY"})
"""First sectors of those who are taken to hold an office in the country that the article is about."""
UNCERTAIN = 0.4
"""The score of somebody whose country is guessed."""
LEADING = 2
"""A country that the headline, the dateline or the first sentence names counts as if each told it so often more."""


def with_home(found: Sequence[Draft], sentences: Sequence[Sentence], article: Article) -> list[Draft]:
    """The drafts, titled people of no country as of the one that the article is clearly about."""
    homeless = [n for n, draft in enumerate(found) if is_homeless(draft)]
    home = homeland(found, sentences, article) if homeless else None
    if home is None:
        return list(found)
    drafts = list(found)
    for n in homeless:
        drafts[n] = replace(drafts[n], who=replace(drafts[n].who, country=home), score=UNCERTAIN)
    return drafts


def is_homeless(draft: Draft) -> bool:
    """Whether a mention is of somebody with a name and an office, but no country."""
    who = draft.who
    named = draft.form == "name" and is_named_here(who.actor_id)
    if not named or who.country is not None or not OFFICES.intersection(who.sectors[:1]):
        return False
    return not set((draft.proper or "").lower().split()) & words("abroad")


def homeland(found: Sequence[Draft], sentences: Sequence[Sentence], article: Article) -> str | None:
    """The country that mentions and places of an article are of twice as often as of the next; None when unclear."""
    return clear_home(list(countries_of(found, sentences)), opening(article, sentences))


FAR = 4
"""How many times more often one country must come for another not to count beside it."""
HEADING = 3
"""Words at most before the colon of a headline that put all under a country."""


@dataclass(frozen=True)
class Opening:
    """The countries that the headline, the dateline and the first sentence name, and whose capital the dateline is."""

    countries: tuple[str, ...]
    capital: str | None
    headed: str | None = None
    """The country before a colon that opens the headline: "Chad: rebels near capital"."""


def opening(article: Article, sentences: Sequence[Sentence]) -> Opening:
    """What the headline, the dateline and the first sentence of an article tell of where it is."""
    first = sentences[0] if sentences else Span(0, 0)
    dateline = list(named_in(article.text[: first.start]))
    parts = (named_in(article.title or ""), dateline, named_in(first.of(article.text)))
    codes = tuple(code for part in parts for code in dict.fromkeys(code for code, _ in part))
    head, colon, _ = (article.title or "").partition(":")
    headed = next((code for code, _ in named_in(head)), None) if colon and len(head.split()) <= HEADING else None
    return Opening(codes, next((code for code, is_seat in dateline if is_seat), None), headed)


def named_in(words: str) -> Iterator[tuple[str, bool]]:
    """The country of each state that some words name, by its adjective too, and whether they name its capital."""
    for match in names_in(words):
        if match.ids[0].startswith(STATE) and not match.doubtful:
            yield countries()[match.ids[0]].iso3, match.what == "seat"


def clear_home(told: Sequence[str], lead: Opening) -> str | None:
    """The country that comes at least twice as often as the next, or half as often as any where its capital is the
    dateline; None for none."""
    times = Counter(told)
    if lead.headed is not None and lead.headed in times:
        return lead.headed
    if lead.capital is not None and lead.capital in times and 2 * times[lead.capital] >= max(times.values()):
        return lead.capital
    times.update(LEADING * lead.countries)
    ranked = times.most_common(2)
    if len(ranked) < 2:
        return ranked[0][0] if ranked else None
    return ranked[0][0] if ranked[0][1] >= 2 * ranked[1][1] else None


def likely_home(told: Sequence[str], lead: Opening, inside: Set[str] = frozenset()) -> str | None:
    """The country that an article is clearly about, else the one of its opening that comes most often.

    `inside`: the countries in which it names a town or the like. None where the one that comes most often has none, and
    another has: allies and patrons are often named, but things happen elsewhere.
    """
    home = clear_home(told, lead) or foremost(told, lead)
    if home is None or home in inside or home == lead.headed:
        return home
    return None if any(FAR * told.count(code) >= told.count(home) for code in inside) else home


def foremost(told: Sequence[str], lead: Opening) -> str | None:
    """The country of an article's opening that comes most often, where that is so by anything."""
    times = Counter([*told, *LEADING * lead.countries])
    ranked = sorted(times, key=lambda code: (-times[code], code not in lead.countries))[:2]
    if len(ranked) < 2:
        return None
    first, other = ranked
    is_ahead = times[first] > times[other] or other not in lead.countries
    return first if first in lead.countries and is_ahead else None


def countries_of(found: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[str]:
    """The country of each mention, and of each place that is no mention."""
    for draft in found:
        if draft.who.country:
            yield draft.who.country
    taken = {draft.span.start for draft in found}
    for sentence in sentences:
        for token in sentence.tokens:
            country = country_of(token.text, PEOPLED) if token.entity in PLACES and token.pos == "PROPN" else None
            if country and token.start not in taken:
                yield country
