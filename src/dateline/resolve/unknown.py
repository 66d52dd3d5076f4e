"""Mentions of people and groups that nobody knows but by the words of the article."""

from __future__ import annotations

from dateline.lexicon.actors import actors
from dateline.lexicon.near_names import near_name
from dateline.resolve.modifiers import PEOPLED, PLACES, SURELY, country_of, enriched, grounds
from dateline.resolve.nominals import RoleFound, described, merged, role_ending
from dateline.resolve.scene import Draft, Scene, sides
from dateline.resolve.who import NOBODY, Who, as_of, by_surname, name_id, word_list

NAMED = frozenset({"PERSON", "ORG", "NORP"})
NEVER = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "EVENT", "LOC", "FAC"}
)
NEARLY = 0.6
"""The score of somebody whose name is written otherwise than it is known."""
TOWN = 15_000
"""So many people make a town whose name, by itself, is a place's."""
ANY = 1
"""The same of any town."""
SMALL = frozenset({"-", "al", "bin", "ibn", "van", "von", "de", "'"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
PLURAL = ("s", "men", "women")


def of_unknown(scene: Scene, position: int) -> Draft | None:
    """The mention that an unknown person or group makes, with its title: "rebel commander Abu Omar"."""
    phrases = scene.phrases
    token = phrases.tokens[position]
    if token.pos != "PROPN" or not token.text[:1].isalpha():
        return None
    first = phrases.first(position)
    begin = name_begin(scene, first, position)
    own = title_before(scene, first, begin)
    shared, behind = title_shared(scene, position)
    title = own or shared
    if title is None and not is_somebody(scene, position):
        return None
    name = phrases.between(begin, position).of(scene.text)
    if title is None and (is_town(scene, name, position) or is_at(scene, begin, position)):
        return None
    score = 0.7 if title or token.entity in NAMED else 0.4
    who = titled(scene, title, first if title is own else behind, position)
    alone = by_surname(name, scene.day) if begin == position and token.entity != "ORG" else None
    if token.entity != "PERSON" and not who.country:
        who = Who(None, None, country_of(name, PEOPLED if token.entity in PLACES else SURELY), who.sectors)
    near = None if alone else near_name(name)
    if near is not None:
        return Draft(phrases.between(first, position), "name", as_of(actors()[near], scene.day), NEARLY, name, position)
    return Draft(
        phrases.between(first, position), "name", alone or called(name, who, token.entity), score, name, position
    )


def is_somebody(scene: Scene, position: int) -> bool:
    """Whether a proper noun is that of a person or group, or does something and is nothing else known."""
    token = scene.phrases.tokens[position]
    if token.entity in NAMED:
        return True
    return token.relation in SUBJECTS and token.entity not in NEVER


def is_town(scene: Scene, name: str, position: int) -> bool:
    """Whether a name that the parser took for a group's is a town's, and the town does nothing."""
    token = scene.phrases.tokens[position]
    return token.entity != "PERSON" and token.relation not in SUBJECTS and country_of(name, TOWN) is not None


def is_at(scene: Scene, begin: int, position: int) -> bool:
    """Whether a name that is no person's stands behind a preposition of place, or begins with one: "Near Rawa".

    One word that the parser took for a person's is a place's where nobody could stand: "in Gao", "on the way to Gao".
    """
    phrases = scene.phrases
    governor = phrases.preposition(position)
    if phrases.tokens[position].entity == "PERSON":
        is_placed = begin == position and governor is not None and is_where(scene, *governor)
        return is_placed and country_of(phrases.tokens[position].text, ANY) is not None
    if role_ending(phrases, position) is not None:
        return False
    local = word_list("locative")
    return phrases.tokens[begin].text.lower() in local or (governor is not None and governor[0] in local)


def is_where(scene: Scene, preposition: str, position: int) -> bool:
    """Whether a preposition has places behind it alone: by itself, or as the goal of somebody's way."""
    head = scene.phrases.head(position)
    is_way = head is not None and scene.phrases.tokens[head].lemma.lower() in word_list("motion")
    return preposition in word_list("surely_local") or (preposition in word_list("goals") and is_way)


def titled(scene: Scene, title: RoleFound | None, first: int, position: int) -> Who:
    """What the words before a name tell of its bearer."""
    modifiers = sides(scene, first, position, None)
    if title is None:
        return next(iter(modifiers), NOBODY)
    modifiers += grounds(scene, first, title.main, mobile=True)
    words = [one.text.lower() for one in scene.phrases.tokens[first : title.first]]
    return described(enriched(scene, title, first), modifiers, words, "", None)


def called(name: str, who: Who, entity: str = "ORG") -> Who:
    """Somebody known by name only, with the country and sectors that the words around the name give."""
    kind = "person" if entity == "PERSON" else "group"
    return Who(name_id(name), name, who.country, merged(who.sectors, ()), kind)


def name_begin(scene: Scene, first: int, position: int) -> int:
    """Where the bare name begins that ends with this word: behind titles, adjectives and known names."""
    begin = position
    for n in range(position - 1, first - 1, -1):
        token = scene.phrases.tokens[n]
        fits = token.pos == "PROPN" or token.text in SMALL
        if (
            not fits
            or scene.name_over(n)
            or token.text.lower() in word_list("honorifics")
            or is_title(scene, n, position)
        ):
            break
        begin = n
    while begin < position and scene.phrases.tokens[begin].pos != "PROPN":
        begin += 1
    return begin


def is_title(scene: Scene, position: int, main: int) -> bool:
    """Whether a word before a person's name is a title and no part of it."""
    if (
        scene.phrases.tokens[position].entity == scene.phrases.tokens[main].entity == "ORG"
        or scene.phrases.tokens[position].relation == "root"
    ):
        return False
    found = role_ending(scene.phrases, position)
    return found is not None and found.role.kind != "body"


def title_shared(scene: Scene, position: int) -> tuple[RoleFound | None, int]:
    """The plural role noun before an earlier name of the list that a name is in ("Senators Ana Diaz and Luis Mora"),
    and where that name's phrase begins."""
    phrases, at = scene.phrases, position
    while phrases.tokens[at].relation == "conj" and phrases.tokens[at].head < at:
        at = phrases.tokens[at].head
        first = phrases.first(at)
        title = title_before(scene, first, name_begin(scene, first, at)) if phrases.tokens[at].pos == "PROPN" else None
        if title is not None:
            is_many = phrases.tokens[title.main].text.lower().endswith(PLURAL) and title.role.kind == "person"
            return (title, first) if is_many else (None, first)
    return None, position


def title_before(scene: Scene, first: int, begin: int) -> RoleFound | None:
    """The role noun right before a name."""
    return role_ending(scene.phrases, begin - 1) if begin > first and scene.name_over(begin - 1) is None else None
