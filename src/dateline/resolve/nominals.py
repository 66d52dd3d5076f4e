"""What role nouns and their modifiers tell of somebody: "Russian air force", "three Islamic State fighters"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.lexicon.actors import PEOPLES, STATE, actors, countries
from dateline.lexicon.roles import Family, Role, families, longest_role, roles
from dateline.records.text import Token
from dateline.resolve.phrases import Phrases, plain_lemma
from dateline.resolve.who import FORMER, NOBODY, Who, holder, word_list

MAIN_BODIES = {"MIL": "military", "COP": "police", "SPY": "intelligence", "LEG": "parliament", "OPP": "opposition"}
"""The family of bodies that those of a sector are counted to."""
UNTOLD = "UNK"


@dataclass(frozen=True, slots=True)
class RoleFound:
    """A role noun in a sentence: its first, last and main word, and the family of state bodies it belongs to."""

    first: int
    last: int
    main: int
    role: Role
    family: Family | None = None


def role_at(phrases: Phrases, head: int) -> RoleFound | None:
    """The longest role noun that ends with this word, or runs on with "of" from it ("ministry of defence")."""
    return role_with_of(phrases, head) or role_ending(phrases, head)


def role_ending(phrases: Phrases, head: int) -> RoleFound | None:
    """The longest role noun whose last word this is."""
    token = phrases.tokens[head]
    for first in range(max(0, head - longest_role() + 1), head + 1):
        before = [one.text.lower() for one in phrases.tokens[first:head]]
        if "of" in before:
            continue
        for last in endings(token):
            words = " ".join([*before, last]).replace(" - ", "-")
            if words in families() or words in roles():
                return role_found(first, head, head, words)
    return None


def endings(token: Token) -> list[str]:
    """The forms in which a word may be listed: as it stands, its lemma, singular; of a joined name the last word."""
    text = token.text.lower()
    return list(dict.fromkeys((text, plain_lemma(token), singular(text), text.split()[-1])))


def role_with_of(phrases: Phrases, head: int) -> RoleFound | None:
    """The role noun that this word begins and "of" goes on: "Ministry of Foreign Affairs"."""
    following = phrases.tokens[head + 1 : head + longest_role()]
    if not following or following[0].text.lower() != "of":
        return None
    start = phrases.lemmas(head, head)
    behind = [one.text.lower() for one in following]
    for size in range(len(behind), 1, -1):
        for first in range(max(0, head - 2), head + 1):
            words = " ".join([*(one.text.lower() for one in phrases.tokens[first:head]), *start, *behind[:size]])
            if words in families() or words in roles():
                return role_found(first, head + size, head, words)
    return None


def role_found(first: int, last: int, main: int, words: str) -> RoleFound:
    """The role or family that some words stand for."""
    family = families().get(words)
    role = roles().get(words) or Role(words, family.sectors if family else (), "body")
    told = tuple(sector for sector in (family or role).sectors if sector != UNTOLD)
    return RoleFound(first, last, main, replace(role, sectors=told), family)


def singular(word: str) -> str:
    """A plural in s as a singular; any other word as it is."""
    if word.endswith("men"):
        return f"{word[:-2]}an"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def as_many(found: RoleFound, plural: bool) -> RoleFound:
    """A role of one person as that of several: "soldiers" are the army, "a soldier" is one of it."""
    if not plural or found.role.kind != "person":
        return found
    return replace(found, role=replace(found.role, kind="people"))


def described(found: RoleFound, sides: Sequence[Who], words: Sequence[str], text: str, day: date | None) -> Who:
    """Who a role noun means, with those its modifiers name and the other words of its phrase."""
    group = next((side for side in sides if side.kind == "group"), None)
    owner = next((side for side in sides if side.kind == "person"), None)
    land = next((side for side in sides if side.kind == "state"), None)
    if word_list("former") & set(words):
        country = (group or land or owner or next(iter(sides), NOBODY)).country
        return Who(None, None, country, merged(FORMER, found.role.sectors), "person")
    plain = not word_list("unheld") & set(words)
    ground = next((side for side in sides if side.kind == "place"), None)
    if group is not None:
        return of_group(found, group, land or ground, text, day if plain else None)
    if owner is not None:
        return of_person(found, owner, text)
    if land is not None:
        return of_state(found, land, text, day if plain else None)
    if ground is not None:
        return of_state(found, ground, text, None)
    return Who(None, None, None, found.role.sectors, found.role.kind)


def of_group(found: RoleFound, group: Who, land: Who | None, text: str, day: date | None) -> Who:
    """Somebody of an organisation: the holder of a post in it, its members as itself, or its official."""
    known_group = actors().get(group.actor_id or "")
    country = group.country or (land.country if land else None)
    sectors = merged(found.role.sectors, group.sectors)
    if known_group is not None and known_group.kind in PEOPLES:
        return Who(None, None, country or (land.country if land else None), sectors, found.role.kind)
    if found.role.lemma in word_list("presiding") and group.sectors:
        sectors = merged(group.sectors, found.role.sectors)
    if found.role.lemma in word_list("same") and group.actor_id:
        return replace(group, country=country, sectors=group.sectors or sectors)
    if found.role.kind == "person" and group.actor_id:
        person = holder(group.actor_id, found.role.lemma, day)
        if person:
            return person
        return Who(None, None, country, sectors, "person")
    kept = Who(group.actor_id, group.name, country, group.sectors or sectors, "group")
    return kept if found.role.kind in {"people", "person"} else replace(kept, sectors=sectors, name=text)


def of_person(found: RoleFound, owner: Who, text: str) -> Who:
    """Somebody or something of a person: his country's army, his spokesman."""
    whole = actors().get(f"{STATE}{owner.country}")
    if found.role.kind in {"body", "people"} and found.role.sectors and whole is not None:
        if found.role.lemma not in word_list("ownable"):
            return of_state(found, Who(whole.id, whole.name, whole.country, whole.sectors, "state"), text, None)
        return Who(None, None, owner.country, merged(owner.sectors[:1], found.role.sectors), found.role.kind)
    return Who(None, None, owner.country, found.role.sectors or owner.sectors, found.role.kind)


def of_state(found: RoleFound, land: Who, text: str, day: date | None) -> Who:
    """Somebody of a country: the holder of the post, a body of the state, or some of its people."""
    role, sectors = found.role, found.role.sectors
    person = holder(land.actor_id or "", role.lemma, day) if role.kind == "person" else None
    if person:
        return person
    if found.family is not None:
        return body_of(found.family, land)
    if not sectors and land.kind == "state" and role.lemma in word_list("heads"):
        sectors = ("GOV",)
    if not sectors:
        return Who(None, None, land.country, (), role.kind)
    if role.kind == "person":
        return Who(None, None, land.country, sectors, "person")
    if role.lemma in word_list("governments") and land.kind == "state":
        return replace(land, sectors=sectors)
    return part_of(sectors, land, role.kind, text)


def body_of(family: Family, land: Who) -> Who:
    """A body that every state has: "Syrian armed forces"."""
    own = actors().get(f"{land.country}-{family.id}")
    name = own.name if own else f"{adjective(land)} {family.name}"
    return Who(f"{land.country}-{family.id}", name, land.country, family.sectors, "group")


def part_of(sectors: Sequence[str], land: Who, kind: str, text: str) -> Who:
    """Some people of a country by their sector: soldiers are its military, officials its government."""
    sector, country = sectors[0], land.country
    if sector in MAIN_BODIES:
        known_id = f"{country}-{MAIN_BODIES[sector]}"
    elif sector == "GOV":
        known_id = f"{STATE}{country}"
    else:
        known_id = f"{STATE}{country}/{sector}" if sector == "JUD" else f"{country}/{sector}"
    return Who(known_id, text, country, tuple(sectors), kind)


def adjective(land: Who) -> str:
    """The adjective of a country."""
    country = countries().get(f"{STATE}{land.country}")
    return country.demonyms[0] if country and country.demonyms else land.country or ""


def merged(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """The sectors of two lists, each once."""
    return tuple(dict.fromkeys((*first, *second)))


def people_of(ids: Sequence[str], text: str) -> Who:
    """The people of a country: "Syrians", "the French"."""
    country = countries()[ids[0]].iso3 if ids[0] in countries() else actors()[ids[0]].country
    known_group = actors()[ids[0]]
    if known_group.kind in PEOPLES:
        return Who(known_group.id, known_group.name, country, known_group.sectors, "people")
    return Who(f"{country}/CVL", text, country, ("CVL",), "people")
