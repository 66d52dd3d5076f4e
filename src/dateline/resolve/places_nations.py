"""Which countries an article speaks of besides its places, and whose names in it are no places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.lexicon.actors import STATE
from dateline.lexicon.names import NameMatch, names_in
from dateline.records.article import Article

PEOPLE = frozenset({"demonym", "people"})
HEADLINE = 2
"""How much more a country counts that the headline names, by itself or by its people."""
CLEAR = 2
"""How often one country must be named for once another is, to be the one that an article is about."""


@dataclass(frozen=True, slots=True)
class Nations:
    """How often an article names the people of each country, the headline also the country; and who else it names."""

    countries: Mapping[str, int]
    peoples: frozenset[tuple[int, int]] = frozenset()
    """Where names of peoples stand in the text."""
    bodies: frozenset[tuple[int, int]] = frozenset()
    """Where names of organisations and persons stand in it."""

    def main(self, places: Iterable[str]) -> str | None:
        """The country that most of its peoples and the places, of these countries, are of; None without a clear one.

        Where no place is of it, one that most places are of: armies act abroad. Where none is clear, one that is among
        those that have a place.
        """
        placed = Counter(places)
        named = placed + Counter(self.countries)
        country = clear(named)
        if country is None:
            return clear(Counter({one: times for one, times in named.items() if one in placed}))
        return country if country in placed else clear(placed) or country


def clear(named: Counter[str]) -> str | None:
    """The country that is named most, if it is by far."""
    found = named.most_common(2)
    return found[0][0] if found and (len(found) == 1 or found[0][1] >= CLEAR * found[1][1]) else None


def nations_of(article: Article) -> Nations:
    """Those of an article."""
    text, title = names_in(article.text), names_in(article.title or "")
    named = [one for one in text if is_people(one)] + [one for one in title if one.what != "seat"] * HEADLINE
    countries = Counter(country for one in named if (country := country_of(one)) is not None)
    return Nations(countries, spans(text, is_people), spans(text, is_body))


def spans(named: Sequence[NameMatch], fits: Callable[[NameMatch], bool]) -> frozenset[tuple[int, int]]:
    """Where the names that fit stand."""
    return frozenset((one.start, one.end) for one in named if fits(one))


def country_of(named: NameMatch) -> str | None:
    """The country that a name of it or of its people tells."""
    is_state = len(named.ids) == 1 and named.ids[0].startswith(STATE)
    return named.ids[0].removeprefix(STATE) if is_state and (named.what != "name" or not named.doubtful) else None


def is_people(named: NameMatch) -> bool:
    """Whether a name is that of a people, or its adjective."""
    return named.what in PEOPLE


def is_body(named: NameMatch) -> bool:
    """Whether a name is that of an organisation or a person for sure, not of a state."""
    return named.what == "name" and not named.doubtful and not any(one.startswith(STATE) for one in named.ids)
