"""The country that an article is about, for those in it with an office and no country: "President Sari"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.records.text import Sentence
from dateline.resolve.modifiers import PEOPLED, PLACES, country_of
from dateline.resolve.scene import Draft

OFFICES = frozenset({"GOV", "JUD", "LEG", "MIL", "COP", "SPY", "OPP", "PTY"})
"""First sectors of those who are taken to hold an office in the country that the article is about."""
UNCERTAIN = 0.4
"""The score of somebody whose country is guessed."""


def with_home(found: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """The drafts, titled people of no country as of the one that the article is clearly about."""
    homeless = [n for n, draft in enumerate(found) if is_homeless(draft)]
    home = homeland(found, sentences) if homeless else None
    if home is None:
        return list(found)
    drafts = list(found)
    for n in homeless:
        drafts[n] = replace(drafts[n], who=replace(drafts[n].who, country=home), score=UNCERTAIN)
    return drafts


def is_homeless(draft: Draft) -> bool:
    """Whether a mention is of somebody with a name and an office, but no country."""
    who = draft.who
    named = (who.actor_id or "").startswith("name:")
    return (
        draft.form == "name" and named and who.country is None and who.sectors[:1] != () and who.sectors[0] in OFFICES
    )


def homeland(found: Sequence[Draft], sentences: Sequence[Sentence]) -> str | None:
    """The country that mentions and places of an article are of twice as often as of the next; None when unclear."""
    return of_most(countries_of(found, sentences))


def of_most(countries: Iterable[str], lead: Container[str] = ()) -> str | None:
    """The country that comes at least twice as often as the next, or more often and in the `lead`; None for none."""
    told = Counter(countries).most_common(2)
    if len(told) < 2:
        return told[0][0] if told else None
    (first, most), (_, next_most) = told
    return first if most >= 2 * next_most or (most > next_most and first in lead) else None


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
