"""Whom definite nouns stand for: "the group", "the minister", "the army", and "police" without an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.lexicon.actors import actors, state_of
from dateline.records.mention import ActorMention
from dateline.resolve.antecedents import SUBJECTS, Pointer, Spot, pointer, pronoun
from dateline.resolve.antecedents import words as words_of
from dateline.resolve.foes import group_of, is_armed
from dateline.resolve.homeland import OFFICES, UNCERTAIN, named_in
from dateline.resolve.nominals import RoleFound, as_many, of_state, role_at, singular
from dateline.resolve.phrases import without_article
from dateline.resolve.story import Story, near, standing, taken
from dateline.resolve.who import NOBODY, as_of

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
FIRST = frozenset({"person", "group"})
"""Kinds of those whom a noun brings in, to be told of by it again."""
FAR = 12
"""How many sentences back it may stand what a definite noun points back to."""
DOMESTIC = OFFICES | {"REB", "CVL", "REL", "PTY", "EDU", "LAB", "CRM"}
"""First sectors of those who are taken to be of the country where all happens."""
LIKE = {"UAF": frozenset({"UAF", "REB", "PRM"}), "PRM": frozenset({"PRM"}), "CRM": frozenset({"CRM"})}
"""First sectors of those whom a noun of a sector may point back to: "the gunmen" are rebels, or unknown."""
LONGEST = 4
"""A phrase of more words up to its main one says itself who is meant."""


def for_definite(story: Story, here: Spot) -> Spot:
    """A definite noun as whom it points back to, or as a body of the country that the article is about."""
    opening = here.mention.text.split(maxsplit=1)[0].lower()
    found = role_at(story.phrases[here.sentence], here.head)
    is_owned = (asked := pronoun(opening)) is not None and asked.kind == "possessive"
    is_long = len(core(story, here).split()) > LONGEST
    if found is None or is_owned or is_long or here.mention.country or is_sided(story, here):
        return here
    body = of_holder(story, here, found) if opening in DEFINITE else None
    if body is not None:
        return body
    one = pointed_at(story, here, found) if opening in DEFINITE else None
    if one is not None:
        story.meant[here.index] = story.meant.get(one.index, one)
        return taken(here, one)
    if story.only_armed is not None and is_armed_group(story, here, found):
        return standing(here, group_of(story.only_armed))
    attackers = attacking(story, here, found) if opening in DEFINITE else None
    if attackers is not None:
        return taken(here, attackers)
    is_bare = found.role.lemma in {(words := here.mention.text.lower()), singular(words)}
    is_bare = is_bare and (found.role.kind != "person" or here.plural)
    settled = at_home(story, here, found) if opening in DEFINITE or is_bare else here
    return of_home(story, settled, found)


def is_sided(story: Story, here: Spot) -> bool:
    """Whether somebody is said to be on a side: "troops loyal to the general" are not the state's."""
    phrases = story.phrases[here.sentence]
    return any(n > here.head and phrases.tokens[n].lemma in words_of("siding") for n in phrases.kids(here.head))


def attacking(story: Story, here: Spot, found: RoleFound) -> Spot | None:
    """Whom "the gunmen", "the attackers", "the gangs" are: those in arms of the kind told last, of no state."""
    is_many_in_arms = here.plural and found.role.sectors and found.role.kind != "weapon"
    like = LIKE.get(found.role.sectors[0], frozenset()) if is_many_in_arms else frozenset()
    behind = (one for one in near(story, here, FAR) if one.mention.end <= here.mention.start)
    armed = (one for one in behind if is_many(one) and (one.kind != "weapon" or one.relation in SUBJECTS))
    return next((one for one in armed if like.intersection(one.mention.sectors[:1])), None)


def is_many(one: Spot) -> bool:
    """Whether a mention is of several, by a name or noun."""
    return one.mention.form != "pronoun" and (one.plural or one.kind == "group")


def core(story: Story, one: Spot) -> str:
    """The words of a phrase up to its main word, in lower case: "a spokesman" of "a spokesman for the ministry"."""
    end = story.phrases[one.sentence].tokens[one.head].end
    return one.mention.text[: end - one.mention.start].lower()


def pointed_at(story: Story, here: Spot, found: RoleFound) -> Spot | None:
    """Whom a definite noun points back to: the nearest fitting one."""
    said = without_article(here.mention.text).lower()
    behind = [one for one in near(story, here, FAR) if one.mention.end <= here.mention.start][::-1]
    if said == found.role.lemma and not here.plural:
        called = [one for one in behind if is_called(story, one, found)]
        titled = called or [one for one in behind if has_held(one, found)]
        again = [one for one in behind if is_first(story, one, found.role.lemma)]
        if titled or again:
            return likeliest(story, here, titled or again)
    rule = pointer(found.role.lemma) or pointer(found.role.lemma.split()[-1])
    if rule is None or not set(said.removesuffix(found.role.lemma).split()) <= words_of("plain"):
        return None
    if (here.plural and not rule.plural) or (not here.plural and is_told_here(story, here)):
        return None
    fits = [one for one in behind if is_pointed(story, rule, found, one)]
    if rule.plural and len({one.mention.actor_id for one in fits}) > 1:
        return None
    return fits[-1] if fits else None


def is_armed_group(story: Story, here: Spot, found: RoleFound) -> bool:
    """Whether a noun for rebels in the plural, definite or bare, can only be the one armed group of the article."""
    rule = pointer(plural_of(found.role.lemma.split()[-1]))
    armed = story.only_armed
    if armed is None or rule is None or not rule.plural or not here.plural or "REB" not in (rule.sectors or ()):
        return False
    before = here.mention.text.lower().split()[:-1]
    return set(before) <= words_of("plain") | words_of("creeds") | DEFINITE


def plural_of(noun: str) -> str:
    """A noun in the plural: "rebels"; one that is in it stays so."""
    return noun if noun.endswith("s") else f"{noun}s"


def is_first(story: Story, one: Spot, noun: str) -> bool:
    """Whether a mention brings in somebody unnamed by a noun: "a source", before "the source"."""
    if one.mention.form != "nominal" or one.kind not in FIRST or one.plural or one.mention.actor_id is not None:
        return False
    found = role_at(story.phrases[one.sentence], one.head)
    return found is not None and found.role.lemma.split()[-1] == noun


def likeliest(story: Story, here: Spot, fits: Sequence[Spot]) -> Spot:
    """Of those with a title the last, if the sentence before told of him; else the last of the country all is about."""
    last = fits[-1]
    at_home = [one for one in fits if one.mention.country == story.home]
    return last if here.sentence - last.sentence <= 1 or not at_home else at_home[-1]


def is_told_here(story: Story, here: Spot) -> bool:
    """Whether a clause says which one a noun means: "the group that held them"."""
    phrases = story.phrases[here.sentence]
    behind = phrases.tokens[here.head + 1 : here.head + 2]
    return bool(phrases.kids(here.head, "relcl")) and bool(behind) and behind[0].text != ","


def is_alike(one: Spot, found: RoleFound) -> bool:
    """Whether a noun may name again what a mention is of: one somebody, no person by the noun for a body, and no armed
    group by that for a body of a state."""
    if one.mention.form == "pronoun" or one.mention.actor_id is None or one.plural:
        return False
    is_bodily = found.role.kind == "body"
    return not (is_bodily and (one.kind == "person" or (found.family is not None and is_armed(one.mention))))


def is_called(story: Story, one: Spot, found: RoleFound) -> bool:
    """Whether somebody was called by a title before."""
    return is_alike(one, found) and f" {found.role.lemma} " in f" {core(story, one)} "


def has_held(one: Spot, found: RoleFound) -> bool:
    """Whether somebody is known to hold a title, or to have held it."""
    return is_alike(one, found) and holds_post(one, found.role.lemma)


def holds_post(one: Spot, words: str) -> bool:
    """Whether somebody is known for a post whose title has some words in it."""
    known = actors().get(one.mention.actor_id or "")
    return known is not None and any(words in post.title for post in known.posts)


def of_holder(story: Story, here: Spot, found: RoleFound) -> Spot | None:
    """A body as that of the country of somebody known for a post in it: "the army" after its former chief."""
    told = (one for one in near(story, here, FAR) if one.mention.country and holds_post(one, found.role.lemma))
    holder = next(told, None) if found.role.kind == "body" else None
    land = as_of(state, story.day) if holder and (state := state_of(holder.mention.country)) else None
    if land is None:
        return None
    return standing(here, of_state(found, land, without_article(here.mention.text), story.day))


def is_pointed(story: Story, rule: Pointer, found: RoleFound, one: Spot) -> bool:
    """Whether a definite noun may point at a mention: of states and groups a named one, of the kind that it says."""
    known = actors().get(one.mention.actor_id or "")
    if one.kind != rule.to or one.mention.form == "pronoun" or one.mention.actor_id is None:
        return False
    if one.plural and known is None:
        return False
    kinds = rule.kinds
    sectors = set(found.role.sectors) if rule.sectors is None else rule.sectors
    if kinds and known is not None and (known.kind not in kinds or not known.sectors):
        return known.kind in kinds
    if kinds and known is None:
        return f" {found.role.lemma.split()[-1]}" in f" {core(story, one)}" or bool(sectors & set(one.mention.sectors))
    return not sectors or bool(sectors & set(one.mention.sectors))


def is_foreign(mention: ActorMention) -> bool:
    """Whether the words for somebody say that he is of no one country, or of another: "the African lawyers' union"."""
    return bool(set(mention.text.lower().split()) & words_of("abroad"))


def is_against(mention: ActorMention, home: str) -> bool:
    """Whether the words for somebody of no country name the one all is about: as his backer or foe ("US-backed")."""
    return any(country == home for country, _ in named_in(mention.text))


def at_home(story: Story, here: Spot, found: RoleFound) -> Spot:
    """ "The army", "the police" as those of the country whose such body was told of last, or that all is about."""
    found = as_many(found, here.plural)
    role = found.role
    if not role.sectors or not {role.lemma, f"{role.lemma}s"} & words_of("home"):
        return here
    told = (
        one.mention.country
        for one in near(story, here, FAR)
        if one.kind in {"group", "people"} and one.mention.country and one.mention.sectors[:1] == role.sectors[:1]
    )
    state = state_of(holders_land(story, here) or story.home or next(told, None))
    if state is None:
        return here
    land = as_of(state, story.day)
    return standing(here, of_state(found, land, without_article(here.mention.text), story.day) if land else NOBODY)


def holders_land(story: Story, here: Spot) -> str | None:
    """The country of whoever the words around a mention are for: of the minister in "minister in the government"."""
    around = (one.mention for one in story.spots_in(here.sentence) if one.mention.holds(here.mention))
    return next((one.country for one in around if one.country is not None), None)


def of_home(story: Story, here: Spot, found: RoleFound) -> Spot:
    """Somebody of no known country as of the one that all is about, where his part is played at home: "rebels"."""
    mention, role = here.mention, found.role
    if mention.country or mention.actor_id or not story.home or role.sectors[:1] == ():
        return here
    if is_foreign(mention) or is_against(mention, story.home):
        return here
    if role.sectors[0] not in DOMESTIC or role.kind == "weapon":
        return here
    whole = state_of(story.home)
    is_meant = set(mention.text.lower().split()[:1]) <= DEFINITE or found.role.lemma.split()[-1] in words_of("rebels")
    is_clear = here.plural and story.is_settled and not story.armed
    if role.sectors[0] == "REB" and is_clear and whole is not None and is_meant:
        who = of_state(as_many(found, plural=True), as_of(whole, story.day), without_article(mention.text), story.day)
        here = standing(here, who)
    return replace(here, mention=replace(here.mention, country=story.home, score=min(mention.score, UNCERTAIN)))
