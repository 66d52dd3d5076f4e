"""What a mention is like, and whether a pronoun may stand for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.lexicon.actors import actors
from dateline.lexicon.files import load
from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.roles import roles
from dateline.records.mention import ActorMention
from dateline.resolve.nominals import role_at, role_ending
from dateline.resolve.phrases import Phrases, without_article
from dateline.resolve.who import Who

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "agent"})
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acl", "csubjpass"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention in its sentence.

    `kind` is state, group, person, people, weapon, or None while unknown; `gender` is male, female or None.
    """

    index: int
    sentence: int
    head: int
    mention: ActorMention
    kind: str | None
    plural: bool
    gender: str | None
    relation: str

    @property
    def who(self) -> Who:
        """Who is meant, by a word of the text where no name is known."""
        one = self.mention
        name = one.name or (None if one.form == "pronoun" else without_article(one.text))
        return Who(one.actor_id, name, one.country, one.sectors, self.kind)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun asks of its antecedent; see `data/en/pronouns.yaml`."""

    person: int
    number: str
    gender: str
    kind: str


@cache
def pronoun(word: str) -> Pronoun | None:
    """The pronoun, by the word in lower case; None when it is none."""
    entry = load("en/pronouns.yaml").get(word)
    return Pronoun(entry["person"], entry["number"], entry["gender"], entry["kind"]) if entry else None


@cache
def words(part: str) -> frozenset[str]:
    """One of the lists about antecedents."""
    return frozenset(load("en/antecedents.yaml")[part])


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a definite noun may point back to; see `data/en/antecedents.yaml`. `sectors` None: those of its role."""

    to: str
    kinds: frozenset[str] = frozenset()
    sectors: frozenset[str] | None = None
    plural: bool = False


@cache
def pointer(lemma: str) -> Pointer | None:
    """What a definite noun may point back to; None where it points nowhere."""
    entry = load("en/antecedents.yaml")["back"].get(lemma)
    if entry is None:
        return None
    sectors = frozenset(entry["sectors"]) if "sectors" in entry else None
    return Pointer(entry["to"], frozenset(entry.get("kinds", ())), sectors, bool(entry.get("plural")))


def spot(index: int, sentence: int, phrases: Phrases, mention: ActorMention) -> Spot | None:
    """A mention in its sentence; None when it has no words there."""
    at = phrases.reach(mention)
    if at is None:
        return None
    head = phrases.inside(*at)
    token = phrases.tokens[head]
    kind = kind_of(phrases, head, mention)
    is_short = mention.form == "name" and mention.text.isupper() and " " not in mention.text  # "ECOWAS" is one
    plural = (token.tag == "NNS" and not is_short) or (token.tag == "NNPS" and kind != "person")  # so is "Morales"
    plural = plural or (kind == "group" and is_crowd(mention))
    gender = gender_of(called(mention)) if kind in {"person", None} else None
    return Spot(index, sentence, head, mention, kind, plural or kind == "people", gender, relation(phrases, head))


def kind_of(phrases: Phrases, head: int, mention: ActorMention) -> str | None:
    """What kind of actor a mention is."""
    known = actors().get(mention.actor_id or "")
    if mention.form == "pronoun":
        return None
    if known is not None:
        return "person" if known.posts or known.kind == "person" else "state" if known.kind == "state" else "group"
    if mention.form == "name":
        return "person" if is_personal(phrases, head, mention) else "group"
    found = role_at(phrases, head)
    if found is None:
        return "people"
    return {"body": "group"}.get(found.role.kind, found.role.kind)


def is_crowd(mention: ActorMention) -> bool:
    """Whether a group's name is that of its people: "the Chechen rebels"."""
    role = roles().get(mention.text.split()[-1].lower())
    return mention.form == "name" and role is not None and role.kind == "people"


def is_personal(phrases: Phrases, head: int, mention: ActorMention) -> bool:
    """Whether an unknown name is a person's, by its looks or by a title before it."""
    if phrases.tokens[head].entity == "PERSON":
        return True
    beside = [
        *phrases.kids(head, "appos"),
        *([phrases.tokens[head].head] if phrases.tokens[head].relation == "appos" else []),
    ]
    described = [role for n in beside if (role := role_at(phrases, n)) is not None]
    if any(role.role.kind == "person" for role in described):
        return True
    first, last = phrases.reach(mention) or (head, head)
    titles = [role_ending(phrases, n) for n in range(first, last)]
    return any(title is not None and title.role.kind == "person" for title in titles)


def relation(phrases: Phrases, head: int) -> str:
    """The grammatical relation of a word; of a coordinated one that of the first."""
    position: int | None = head
    while position is not None and phrases.tokens[position].relation == "conj":
        position = phrases.head(position)
    return phrases.tokens[position if position is not None else head].relation


def called(mention: ActorMention) -> str:
    """The words for somebody that may tell a sex: of a name in several words not the last, which is the family's."""
    told = [(words or "").split() for words in (mention.text, mention.name)]
    is_name = mention.form == "name"
    return " ".join(word for one in told for word in (one[:-1] if is_name and len(one) > 1 else one))


def gender_of(text: str) -> str | None:
    """The sex that the words for a person tell."""
    said = {word.lower() for word in text.split()}
    if said & words("female"):
        return "female"
    return "male" if said & words("male") else None


def is_leading(phrases: Phrases, head: int) -> bool:
    """Whether a word is a subject, or stands in apposition to one: "the minister, Ana Diaz, said"."""
    position: int | None = head
    while position is not None and phrases.tokens[position].relation in {"conj", "appos"}:
        position = phrases.head(position)
    return position is not None and phrases.tokens[position].relation in SUBJECTS


def agrees(asked: Pronoun, one: Spot) -> bool:
    """Whether a mention is of the number and kind that a pronoun asks for."""
    if one.kind in {None, "weapon"}:
        return False
    if asked.gender in {"male", "female"}:
        return one.kind == "person" and not one.plural and one.gender in {None, asked.gender}
    if asked.gender == "thing":
        return one.kind in {"state", "group"} and not one.plural
    is_medium = one.kind == "group" and one.mention.sectors[:1] == ("JRN",)
    return one.plural or (one.kind in {"state", "group", "people"} and not is_medium)


def is_bound(phrases: Phrases, asking: Spot, one: Spot) -> bool:
    """Whether grammar forbids that a pronoun stands for a mention.

    Both hang on one verb, or the mention is the subject that the pronoun's verb shares; or one holds the other, or is
    what the relative clause around the pronoun is about.
    """
    is_subject = phrases.tokens[asking.head].relation in SUBJECTS
    if one.mention.holds(asking.mention) or (is_subject and phrases.noun_of_clause(asking.head) == one.head):
        return True
    verb = verb_over(phrases, asking.head)
    is_given = is_subject and asking.mention.text.lower() in words("object_forms")  # "let them go": whom they let
    verb = verb_over(phrases, verb) if is_given and verb is not None else verb
    if verb is None:
        return False
    over = verb_of(phrases, one.head)
    shares = (is_given or asking.relation in OBJECTS | {"pobj"}) and one.relation in SUBJECTS
    return over == verb or (shares and over == with_subject(phrases, verb))


def with_subject(phrases: Phrases, verb: int) -> int | None:
    """The verb whose subject another one shares: "met" of "met the rebels and shot two", "want" of "want to go"."""
    at: int | None = verb
    while at is not None and phrases.tokens[at].relation in {"conj", "xcomp"} and not phrases.kids(at, *SUBJECTS):
        over = phrases.head(at)
        if phrases.tokens[at].relation == "xcomp" and over is not None and is_of_somebody(phrases, over):
            break  # "urged Paris to help it"
        at = over
    return at


def is_of_somebody(phrases: Phrases, verb: int) -> bool:
    """Whether an object of a verb is somebody, who may do what an infinitive tells; not in "used force to help it"."""
    objects = phrases.kids(verb, "dobj", "dative")
    roles_of = [role_at(phrases, n) for n in objects]
    is_named = any(phrases.tokens[n].pos != "NOUN" for n in objects)
    return is_named or any(one is not None and one.role.kind != "weapon" for one in roles_of)


def verb_of(phrases: Phrases, head: int) -> int | None:
    """The verb that a noun is the subject or an object of; None for one that only belongs to another noun."""
    relation_up = phrases.tokens[head].relation
    for n in phrases.above(head):
        if phrases.tokens[n].pos in {"VERB", "AUX"}:
            return n
        if phrases.tokens[n].pos in {"NOUN", "PROPN", "PRON"} and relation_up not in {"conj", "appos"}:
            return None
        relation_up = phrases.tokens[n].relation
    return None


def verb_over(phrases: Phrases, head: int) -> int | None:
    """The verb that a noun is a part of, over prepositions and other nouns."""
    return next((n for n in phrases.above(head) if phrases.tokens[n].pos in {"VERB", "AUX"}), None)


def controller(phrases: Phrases, head: int) -> int | None:
    """Who is told, asked or accused of what a word is part of: "Paris" of "told Paris to mind its business"."""
    verb = verb_over(phrases, head)
    given = phrases.kids(verb, "dative") if verb is not None else []
    if given and given[0] < head:  # "left Hamas its tunnels"
        return given[0]
    for n in phrases.above(head):
        over = phrases.tokens[n].head
        relation = phrases.tokens[n].relation
        if relation == "pcomp":  # "accused Paris of sending its troops", and not "of bombing its outposts"
            if is_assault(phrases.tokens[n].lemma):
                return None
            over = phrases.tokens[over].head
        elif relation != "xcomp":
            continue
        objects = [below for below in phrases.kids(over, "dobj", "dative") if below < n]
        behind = [below for prep in phrases.kids(over, "prep") for below in phrases.kids(prep, "pobj") if below < n]
        return next(iter([*objects, *behind]), None)
    return None


@cache
def is_assault(verb: str) -> bool:
    """Whether a verb tells that somebody or something is attacked."""
    return any(entry.type == "ASSAULT" for entry in predicates_for(verb, "verb"))


def is_deed(phrases: Phrases, head: int) -> bool:
    """Whether "it" stands for what is told rather than for somebody: "denied it", "called it a lie"."""
    over = phrases.head(head)
    is_object = phrases.tokens[head].text.lower() == "it" and phrases.tokens[head].relation in {"dobj", "nsubj"}
    return is_object and over is not None and over < head and phrases.tokens[over].lemma in words("answering")


def is_clausal(phrases: Phrases, head: int) -> bool:
    """Whether "it" stands for a clause, or for nothing: "it is clear that", "it was reported that"."""
    over = phrases.head(head)
    if over is None or phrases.tokens[head].text.lower() != "it" or phrases.tokens[head].relation not in SUBJECTS:
        return False
    verb = phrases.tokens[over]
    if not any(n > over for n in phrases.kids(over, *CLAUSES)):
        return False
    return verb.lemma in words("clausal") or phrases.tokens[head].relation == "nsubjpass"
