"""Mentions of actors in one sentence, before the article's other sentences are asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import takewhile

from dateline.lexicon.actors import actors
from dateline.lexicon.files import load
from dateline.records.text import Span
from dateline.resolve.antecedents import is_clausal, pronoun, relation
from dateline.resolve.body_names import name_end, of_long_name, unknown_name
from dateline.resolve.modifiers import enriched, grounds
from dateline.resolve.named import of_name
from dateline.resolve.nominals import RoleFound, as_many, described, role_at
from dateline.resolve.phrases import NOUNS, Phrases, without_article
from dateline.resolve.scene import Draft, Known, Scene, describes, known_names, sides
from dateline.resolve.unknown import called, of_unknown
from dateline.resolve.who import NOBODY, Who, known, word_list

INSIDE = frozenset({"compound", "amod", "nmod", "nn"})
NOUNS_FOR_BODIES = frozenset({"group", "body", "people", "person", None})
"""Kinds of nouns that may say again what a known name is of."""
WITHIN = frozenset({"pobj", "prep"})
"""Relations of the words behind a noun that say where or of what somebody is."""


def drafts(phrases: Phrases, text: str, day: date | None) -> list[Draft]:
    """Every mention in a sentence, nested ones too."""
    names = known_names(phrases, text)
    scene = Scene(phrases, text, day, names, {one.top: one for one in names})
    found: list[Draft] = []
    for position in range(len(phrases.tokens)):
        draft = draft_at(scene, position) if not found or position > found[-1].last else None
        if draft is not None:
            found.append(draft)
    found = [one for one in found if is_meant(phrases, one, found)]
    others = [other for one in found for other in of_others(scene, one)]
    return apposed(phrases, without_titles(found)) + others


def of_others(scene: Scene, one: Draft) -> Iterator[Draft]:
    """The further mentions in one: "Egyptian warships" in "French and Egyptian warships", where it is the French."""
    phrases = scene.phrases
    if one.form != "nominal" or not is_plural(scene, one.head):
        return
    for known_name in scene.names:
        top = phrases.tokens[known_name.top]
        inside = one.span.start < known_name.match.start and known_name.last < one.head
        if (
            inside
            and top.relation == "conj"
            and known_name.match.what == "demonym"
            and describes(scene, known_name.top, one.head)
        ):
            found = role_at(phrases, one.head)
            if found is None:
                continue
            span = phrases.between(known_name.first, one.head)
            side = known(known_name.match.ids, scene.day)
            who = described(as_many(found, plural=True), [side], [], span.of(scene.text), None)
            yield Draft(span, "nominal", who, one.score, head=one.head)


def is_meant(phrases: Phrases, one: Draft, all_found: list[Draft]) -> bool:
    """Whether a mention is of somebody: not "it" in "it is clear that", nor "which" after a noun for no actor."""
    if one.form != "pronoun":
        return True
    asked = pronoun(phrases.tokens[one.head].text.lower())
    if asked is not None and asked.kind == "relative":
        noun = phrases.noun_of_clause(one.head)
        return noun is None or any(noun == other.head for other in all_found)
    return not is_clausal(phrases, one.head)


def without_titles(found: list[Draft]) -> list[Draft]:
    """The mentions without a title that is part of a name: "Secretary of State" before "John Kerry"."""
    names = [one.span for one in found if one.form == "name"]
    return [
        one for one in found if not (one.form == "nominal" and one.who.kind == "person" and begins(names, one.span))
    ]


def begins(names: list[Span], title: Span) -> bool:
    """Whether a title lies inside a longer name and is not the whole of it."""
    return any(name.holds(title) and name.end > title.end for name in names)


def apposed(phrases: Phrases, found: list[Draft]) -> list[Draft]:
    """The mentions, where one stands in apposition to another ("Lavrov, the minister") both with what either tells."""
    by_head = {one.head: one for one in found if one.form != "pronoun"}
    for one in list(by_head.values()):
        over = described_by(phrases, one, by_head)
        if over is None or one.span.overlaps(over.span):
            continue
        name, title = (one, over) if one.form == "name" else (over, one)
        if name.form == "name" and title.form == "nominal" and is_another_word(name.who, title.who):
            who = filled(name.who, title.who)
            by_head[one.head], by_head[over.head] = replace(one, who=who), replace(over, who=who)
    return [one if one.form == "pronoun" else by_head[one.head] for one in found]


def is_another_word(who: Who, told: Who) -> bool:
    """Whether a noun may be another word for whoever a name is of: "France, the former colonial power"."""
    if {who.kind, told.kind} <= {"person", "group"}:
        return not is_anothers(who, told)
    is_open = told.actor_id is None or is_some(told)
    if who.kind == "state" or told.kind == "people":
        return is_open and who.actor_id in actors() and who.kind != "person" and told.kind in NOUNS_FOR_BODIES
    return is_open and who.kind == "group" and told.kind in NOUNS_FOR_BODIES


def is_anothers(who: Who, told: Who) -> bool:
    """Whether a noun is that of a state's body, and a name known for one of another: "Angolan Armed Forces (FAA)"."""
    is_body = told.country is not None and (told.actor_id or "").startswith(f"{told.country}-")
    return is_body and who.actor_id in actors() and who.country != told.country


def is_some(who: Who) -> bool:
    """Whether somebody is only some of a country: its rebels, its students."""
    return (who.actor_id or "").startswith(f"{who.country}/")


def described_by(phrases: Phrases, one: Draft, by_head: Mapping[int, Draft]) -> Draft | None:
    """The mention that another stands in apposition to; a person's name to the title before a place: "the governor of
    Kano, Abba Yusuf"."""
    if phrases.tokens[one.head].relation != "appos":
        return None
    above = list(phrases.above(one.head))
    over = by_head.get(above[0])
    if one.form != "name" or one.who.kind != "person" or (over is not None and over.who.kind != "state"):
        return over
    inside = takewhile(lambda n: phrases.tokens[n].relation in WITHIN, above)
    title = next((by_head.get(phrases.tokens[n].head) for n in inside if phrases.tokens[n].head in by_head), None)
    return title if title is not None and title.who.kind == "person" else None


def filled(who: Who, other: Who) -> Who:
    """Somebody with the country and sectors that other words give, where their own give none."""
    return replace(who, country=who.country or other.country, sectors=who.sectors or other.sectors)


def draft_at(scene: Scene, position: int) -> Draft | None:
    """The mention whose main word this is; None when it is nobody's."""
    token = scene.phrases.tokens[position]
    found = scene.by_top.get(position)
    if found is not None:
        return of_name(scene, found)
    if scene.name_over(position) is not None:
        return None
    if token.text.lower() in pronouns():
        return of_pronoun(scene, position)
    if token.pos not in NOUNS or (token.relation in INSIDE and not is_apposed(scene, position)):
        return None
    return of_role(scene, position) or of_unknown(scene, position)


def is_apposed(scene: Scene, position: int) -> bool:
    """Whether a noun tagged as part of another follows it, as a name does its title."""
    head = scene.phrases.head(position)
    return head is not None and head < position and scene.phrases.tokens[position].pos == "PROPN"


def of_role(scene: Scene, position: int) -> Draft | None:
    """The mention that a role noun makes, with its modifiers: "the Russian air force", "leader of Hezbollah"."""
    found = role_at(scene.phrases, position)
    if (
        found is None
        or is_surname(scene.phrases, position, found)
        or (found.role.kind == "body" and found.family is None and is_site(scene, found))
    ):
        return None
    first = scene.phrases.first(position)
    inner = complement(scene, position, found)
    last = inner.last if inner else max(position, found.last, behind(scene.phrases, position, found))
    span = scene.phrases.between(min(first, found.first), last)
    named = unknown_name(scene, position, found)
    who = role_holder(scene, found, inner, without_article(span.of(scene.text)))
    if found.role.kind == "weapon" and not who.country and not acts(scene.phrases, position):
        return None
    span = counted(scene.phrases, position, span)
    goes_on = name_end(scene, position, found)
    if goes_on is not None:
        return of_long_name(scene, Draft(span, "nominal", who, 0.7, head=position), goes_on)
    if named is not None:
        return Draft(span, "name", called(named, who), 0.7, named, position)
    return Draft(span, "nominal", who, 0.9, head=position, last=found.last if found.last > position else -1)


def is_surname(phrases: Phrases, position: int, found: RoleFound) -> bool:
    """Whether a word that may be a role is a person's name: "Cook said"."""
    token = phrases.tokens[position]
    is_alone = found.first == found.last == position == phrases.first(position)
    return is_alone and token.pos == "PROPN" and token.entity == "PERSON"


def behind(phrases: Phrases, position: int, found: RoleFound) -> int:
    """The last word of the body or people behind a noun for a person or people: "a spokesman for the agency"."""
    if found.role.kind not in {"person", "people"} or phrases.tokens[position].pos != "NOUN":
        return position
    after = [n for n in phrases.kids(position, "prep") if n == found.last + 1]
    preps = [n for n in after if phrases.tokens[n].lemma in word_list("of_whom")]
    ends = [below for n in preps for below in phrases.kids(n, "pobj") if phrases.tokens[below].pos in {*NOUNS, "PRON"}]
    return ends[0] if ends else position


def acts(phrases: Phrases, position: int) -> bool:
    """Whether a noun is what does something: a subject, or behind "by" or "from"; or a title on a line of its own."""
    governor = phrases.preposition(position)
    if governor is not None:
        return governor[0] in {"by", "from", "of"}
    return relation(phrases, position) not in {"dobj", "pobj"}


def role_holder(scene: Scene, found: RoleFound, inner: Known | None, words: str) -> Who:
    """Who a role noun means, with all the words around it; several of a group are the group."""
    position, first = found.main, scene.phrases.first(found.main)
    found = as_many(found, is_plural(scene, position))
    found = enriched(scene, found, first)
    modifiers = sides(scene, first, position, inner)
    modifiers += grounds(scene, first, position, mobile="MIL" in found.role.sectors[:1])
    before = [token.text.lower() for token in scene.phrases.tokens[first:position]]
    if "ethnic" in before or is_settled(scene, found):  # "ethnic Albanian guerrillas": of where they are
        modifiers = [one for one in modifiers if one.kind != "state"]
    return described(found, modifiers, before, words, scene.day)


def is_settled(scene: Scene, found: RoleFound) -> bool:
    """Whether a noun is for people of a nation that live in another: "the Serb minority", "Tamils in Oslo"."""
    if found.role.lemma not in word_list("settled"):
        return False
    behind = (scene.phrases.tokens[n].lemma for n in scene.phrases.kids(found.main, "prep"))
    return found.role.lemma == "minority" or any(word == "of" or word in word_list("locative") for word in behind)


def counted(phrases: Phrases, position: int, span: Span) -> Span:
    """The span with the number before it: "tens of thousands of demonstrators"."""
    start, head = span.start, position
    for _ in range(3):
        governor = phrases.preposition(head)
        over = phrases.head(governor[1]) if governor is not None and governor[0] == "of" else None
        if over is None or phrases.lemmas(over, over)[0] not in word_list("counts"):
            break
        start, head = phrases.tokens[phrases.first(over)].start, over
    return Span(min(start, span.start), span.end)


def is_site(scene: Scene, found: RoleFound) -> bool:
    """Whether the noun for a body means a place here: "in the hospital"."""
    governor = scene.phrases.preposition(found.main)
    if governor is not None and governor[0] in word_list("leading") and not found.role.sectors:
        return found.role.lemma in word_list("sites")
    return governor is not None and governor[0] in word_list("locative") and found.role.lemma in word_list("sites")


def complement(scene: Scene, position: int, found: RoleFound) -> Known | None:
    """The known name after "of" that completes a role: "the president of Iran", "Ministry of Defence of Russia"."""
    for start in dict.fromkeys((position, found.last)):
        for below in scene.phrases.of(start):
            one = scene.name_over(below)
            if one is not None:
                return one
    return None


def is_plural(scene: Scene, position: int) -> bool:
    """Whether a noun is in the plural."""
    return scene.phrases.tokens[position].tag in {"NNS", "NNPS"}


@cache
def pronouns() -> frozenset[str]:
    """The pronouns that may stand for somebody."""
    return frozenset(load("en/pronouns.yaml"))


def of_pronoun(scene: Scene, position: int) -> Draft | None:
    """The mention of a pronoun; None for one that stands for nobody ("it rained", "said that", "that day")."""
    token = scene.phrases.tokens[position]
    word = token.text.lower()
    if token.relation in {"expl", "mark", "det", "advmod"} or (word == "us" and token.text == "US"):
        return None
    if word in {"that", "which"} and token.tag not in {"WDT", "WP"}:
        return None
    if token.pos not in {"PRON", "DET", "NOUN"} and token.tag[:3] not in {"PRP", "WP", "WDT"}:
        return None
    return Draft(Span(token.start, token.end), "pronoun", NOBODY, 0.5, head=position)
