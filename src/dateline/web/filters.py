"""The one set of filters as they stand in an address. The names are those of the command line."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal
from urllib.parse import quote, urlencode

from pydantic import BaseModel, ConfigDict, Field

from dateline.store.box import Box
from dateline.store.pages import Slice
from dateline.store.queries import EventQuery

LONGEST = 500
PAGE = 50


def words(meaning: str, example: str) -> Any:
    """A filter that takes words."""
    return Field(default=None, max_length=LONGEST, description=meaning, examples=[example])


class Filters(BaseModel):
    """Filters for events and claims; all that are given must hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str | None = words("PLOVER type", "ASSAULT")
    status: str | None = words("happened, planned, denied, disputed …", "happened")
    actor: str | None = words("who did it: id, words of the name, or a country's code", "RUS")
    recipient: str | None = words("to whom, likewise", "civilians")
    country: str | None = words("where it happened: three letters", "SYR")
    place: str | None = words("where it happened: id or words of the name", "Homs")
    box: str | None = words("a part of the map: west,south,east,north in degrees", "35.5,32.3,42.4,37.4")
    since: date | None = Field(default=None, description="not over before this day", examples=["2015-10-01"])
    until: date | None = Field(default=None, description="begun by this day", examples=["2015-10-31"])
    claimant: str | None = words("who says so: id, words of the name, outlet or unnamed", "outlet")
    party: bool | None = Field(default=None, description="whether who says so is a party to it", examples=[True])
    source: str | None = words("words of the outlet's name", "Harbour Wire")
    text: str | None = words("words of the evidence, in order", "hospital")
    reviewed: Literal["yes", "no", "accepted", "rejected", "edited", "unsettled"] | None = Field(
        default=None, description="what people decided of a claim", examples=["no"]
    )
    map: str | None = words("what the browser's map shows; filters nothing", "5/34.8/38.9")
    selected: str | None = words(
        "what is chosen in the browser: an event, a place, an actor or two; filters nothing", "83b41ff5d4e23f39"
    )

    def query(self) -> EventQuery:
        """The filters as the desk takes them. Raises `BadConfig` for one that could not find anything."""
        given = {name: value for name in FILTERS if (value := getattr(self, name)) is not None}
        return EventQuery(**given | {"box": None if self.box is None else Box.of(self.box)})

    def given(self) -> dict[str, str]:
        """What is given, as text, by name."""
        return {name: as_text(value) for name, value in self if value is not None}

    def filtered(self) -> dict[str, str]:
        """What is given and filters, as text, by name."""
        return {name: value for name, value in self.given().items() if name in FILTERS}

    def own(self) -> dict[str, str]:
        """What is given and belongs to one page alone, but for where a list goes on."""
        return {name: value for name, value in self.given().items() if name not in SHARED and name != "after"}


class Listing(Filters):
    """Filters, and which part of the list."""

    sort: Literal["newest", "oldest"] | None = Field(default=None, description="by time; newest first by default")
    limit: int | None = Field(default=None, ge=1, le=1000, description=f"so many at most; {PAGE} by default")
    after: str | None = Field(default=None, max_length=1000, description="`next` of the page before")

    def slice(self, most: int = PAGE) -> Slice:
        """The part of the list that is asked for."""
        return Slice(self.limit or most, self.after, newest_first=self.sort != "oldest")


SHARED = tuple(Filters.model_fields)
"""What all pages and the API have, and every address keeps."""
FILTERS = tuple(name for name in Filters.model_fields if name not in {"map", "selected"})


def as_text(value: object) -> str:
    """A value as it stands in an address."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def address(path: str, filters: Filters | None = None, /, **changes: object) -> str:
    """A path with the filters that all pages share, some of them changed or others added; None takes one away."""
    given = {name: value for name, value in filters.given().items() if name in SHARED} if filters else {}
    for name, value in changes.items():
        given.pop(name, None)
        if value is not None:
            given[name] = as_text(value)
    return f"{path}?{urlencode(given)}" if given else path


def at_claim(article_id: str, claim_id: str) -> str:
    """The address of a claim in the page of its article."""
    return f"{at('articles', article_id)}?{urlencode({'claim': claim_id})}#claim"


def at_review(name: str) -> str:
    """The address of the page on which a claim ("article/claim") is reviewed."""
    return f"/review/claims/{quote(name)}"


def at(kind: str, name: str) -> str:
    """The path of the page about a thing of that kind."""
    return f"/{kind}/{quote(name, safe='')}"
