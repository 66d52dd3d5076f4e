"""Ties told by what a body is called: "the official agency", "the opposition National Front", "his Popular Front"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.lexicon.actors import STATE, actor, code_of_body, countries
from dateline.lexicon.roles import families
from dateline.records.mention import ActorMention
from dateline.relate.cast import Cast, near
from dateline.relate.frames import Tie, table
from dateline.relate.names import beside, is_person
from dateline.relate.wholes import FOR, is_state, nearest, owner

LAST = re.compile(r"([\w-]+)\s+$")
FAR = 30
"""Characters before a mention in which the last word is looked for."""
OPPOSITION = "opposition"
PARTIES = frozenset({"PTY", "OPP"})
BODIES = frozenset({"armed_group", "party", "igo", "ngo", "rights_group", "coalition", "religious", "union", "media"})


def told_by_pronouns(cast: Cast) -> Iterator[Tie]:
    """The tie of a person to the body that is called his: "his Popular Front", "whose Popular Front"."""
    for one in cast.told:
        if one.form != "pronoun" or one.text.lower() not in table("his") or not one.actor_id or not is_person(one):
            continue
        behind = near(cast.told, one.end + 1)
        body = next((other for other in behind if other.form == "name" and stands_behind(one, other)), None)
        known = actor(body.actor_id or "") if body is not None else None
        if body is not None and known is not None and known.kind in BODIES:
            yield "leads", one, body, one.start


def stands_behind(one: ActorMention, other: ActorMention) -> bool:
    """Whether a name begins with a pronoun or right behind it."""
    return other.start in {one.start, one.end + 1} and other.end > one.end


def state_of_body(cast: Cast, one: ActorMention) -> ActorMention | None:
    """The state that a body is one of, where its words name both: "the Syrian army"; not "Syrian tanks"."""
    code, whole = code_of_body(one.actor_id or ""), owner(cast, one)
    state = f"{STATE}{code}" if code else ""
    if whole is None or whole.actor_id != state:
        return nearest(cast, one, state) if "ministry" in one.text.lower() else None
    is_family = cast.text[whole.end : one.end].lower().lstrip("'’s ") in families()
    return whole if is_family else None


def opposed(cast: Cast, one: ActorMention, words: set[str]) -> Iterator[Tie]:
    """The tie of a party of the opposition to the state: "the opposition National Front"."""
    if (
        one.form == "name"
        and one.country is not None
        and is_party(one)
        and OPPOSITION in words | words_before(cast, one)
    ):
        whole = nearest(cast, one, f"{STATE}{one.country}")
        if whole is not None:
            yield "opposes", one, whole, one.start


def is_party(one: ActorMention) -> bool:
    """Whether a name is that of a body, of a party where nobody knows it."""
    known = actor(one.actor_id or "")
    return known.kind not in {"state", "person"} if known is not None else bool(PARTIES & set(one.sectors[:1]))


def published(cast: Cast, one: ActorMention, words: set[str]) -> Iterator[Tie]:
    """The tie of a news medium to the state or body that owns it, as the words say: "the official IRNA agency"."""
    whole, medium = owner(cast, one), beside(cast, one)
    is_owned = bool((words | words_before(cast, one)) & set(table("owned"))) or is_national(one, whole)
    if whole is None and is_owned and medium.country:
        whole = nearest(cast, one, f"{STATE}{medium.country}")
    if whole is not None and (is_owned or not is_state(whole)):
        yield "affiliate_of", medium, whole, one.start


def words_before(cast: Cast, one: ActorMention) -> set[str]:
    """The word right before a mention: "official" of "the official KCNA news agency"."""
    before = LAST.search(cast.text, max(cast.sentence.start, one.start - FAR), one.start)
    return {before[1].lower()} if before else set()


def is_national(one: ActorMention, whole: ActorMention | None) -> bool:
    """Whether a medium with a country's name in its own is one that the country runs: "the Iraqi News Agency"."""
    land = countries().get((whole.actor_id or "") if whole is not None else f"{STATE}{one.country}")
    words = (land.name, *land.aliases, *land.demonyms) if land is not None else ()
    return one.text.lower().endswith(tuple(table("national"))) and any(word in one.text for word in words)


def of_body(cast: Cast, one: ActorMention) -> Iterator[Tie]:
    """The tie of a person to the body that "of" names behind the name: "Michel Minnig of the Red Cross"."""
    joint = FOR.match(cast.text, one.end, cast.sentence.end) if one.form == "name" and is_person(one) else None
    body = cast.right_of(joint.end(), joint.start()) if joint else None
    known = actor(body.actor_id or "") if body is not None else None
    if body is not None and known is not None and known.kind in BODIES:
        yield "member_of", one, body, one.start
