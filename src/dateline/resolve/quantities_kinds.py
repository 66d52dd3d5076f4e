"""What a number counts: by the words right beside it, else by the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.records.text import Sentence, Token
from dateline.resolve.quantities_cues import NEAR, WINDOW, after, before, cues, people, plain, toll
from dateline.resolve.quantities_numbers import Amount, table

NOMINAL = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
NOUNS = frozenset({"NOUN", "PROPN"})
PEOPLES = frozenset({"NORP", "GPE"})
LONGEST = 8


@dataclass(frozen=True)
class Counted:
    """An amount in its sentence: `end` is the end of its noun phrase, `noun` the position of the counted noun, if any.

    `number` is the position of the number's last word, `following` that of the first word behind the phrase.
    """

    amount: Amount
    sentence: Sentence
    content: str
    number: int
    noun: int | None
    following: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the sentence."""
        return self.sentence.tokens

    @property
    def end(self) -> int:
        """Where the phrase ends in the sentence."""
        return self.amount.end if self.noun is None else self.tokens[self.noun].end - self.sentence.start

    @property
    def head(self) -> int:
        """The position of the word that the grammar hangs the phrase on."""
        return self.number if self.noun is None else self.noun

    @property
    def word(self) -> str:
        """The counted noun in lower case; "" without one."""
        return self.tokens[self.noun].text.lower() if self.noun is not None else ""

    @property
    def lemma(self) -> str:
        """The counted noun in the singular and lower case; "" without one."""
        return singular(self.tokens[self.noun]) if self.noun is not None else ""


def counted(amount: Amount, sentence: Sentence, content: str, number: int) -> Counted:
    """The amount with its noun phrase."""
    noun, position = None, number + 1
    if texts(sentence, position, 2) in {"of the", "of its", "of their", "of his"}:
        position += 2
    for at in range(position, min(position + LONGEST, len(sentence.tokens))):
        if not continues(sentence.tokens, at):
            break
        if sentence.tokens[at].pos in NOUNS:
            noun = at
    noun = of_list(sentence.tokens, noun)
    following = number + 1 if noun is None else noun + 1
    return Counted(amount, sentence, content, number, noun, following)


def of_list(tokens: tuple[Token, ...], noun: int | None) -> int | None:
    """The noun behind a list of words that describe it: "60 Saudi, Emirati and Bahraini troops"; else the one found."""
    if noun is None or tokens[noun].entity not in PEOPLES:
        return noun
    for at in range(noun + 1, min(noun + LONGEST, len(tokens))):
        if tokens[at].pos in NOUNS and tokens[at].entity not in PEOPLES:
            return at if tokens[at - 1].entity in PEOPLES else noun
        if tokens[at].text not in {",", "and"} and tokens[at].entity not in PEOPLES:
            return noun
    return noun


def texts(sentence: Sentence, at: int, count: int) -> str:
    """Some words from a position, in lower case."""
    return " ".join(token.text.lower() for token in sentence.tokens[at : at + count])


def continues(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word goes on with the noun phrase of a number."""
    word = tokens[at]
    has_noun_behind = at + 1 < len(tokens) and tokens[at + 1].pos in NOMINAL
    if is_cue(word) and not has_noun_behind:
        return False
    if word.pos in NOMINAL and not (word.pos == "NUM" and word.text[0].isdigit()):
        return True
    if word.text in {"-", "–"} or (word.tag == "POS" and has_noun_behind):
        return tokens[at - 1].end == word.start
    return word.tag in {"VBN", "VBG", "VBD"} and has_noun_behind and word.relation == "amod"


def is_cue(word: Token) -> bool:
    """Whether a word tells what befell the words before it."""
    text = word.text.lower()
    if text in cues().noun:
        return False
    return text in cues().verb or text in cues().state or text in cues().done


def singular(word: Token) -> str:
    """The lemma in lower case; of capitals and names the plural's "s" goes too."""
    lemma = word.lemma.lower()
    return lemma.removesuffix("s") if word.pos == "PROPN" and len(lemma) > 3 else lemma


def kind_of(phrase: Counted) -> str | None:
    """What befell the counted, by what is surest first; None where nothing tells it.

    What they took part in only says who they are where a verb before them tells what befell them.
    """
    for tell in (by_noun, by_toll, by_following, by_preceding, by_grammar, by_modifier):
        told = tell(phrase)
        if told is not None:
            return (by_preceding(phrase) or told) if told == "participants" else told
    return None


def by_noun(phrase: Counted) -> str | None:
    """12 deaths."""
    return cues().noun.get(phrase.word)


def by_toll(phrase: Counted) -> str | None:
    """The death toll rose to 12."""
    found = toll_before(phrase)
    return table("tolls")[plain(found["told"])] if found and found["told"] else None


def toll_before(phrase: Counted) -> re.Match[str] | None:
    """The running total that a number tells, if it tells one."""
    start = phrase.amount.start
    return toll().match(phrase.content[max(0, start - WINDOW) : start])


def is_same_toll(phrase: Counted) -> bool:
    """Whether a number is another for what the sentence has told of: "killed 128; others put the number at 97"."""
    found = toll_before(phrase) if phrase.noun is None else None
    return found is not None and found["same"] is not None


def by_following(phrase: Counted) -> str | None:
    """12 people were killed; 12 dead; 12 soldiers died. Not the 12 who killed somebody."""
    found = after().match(phrase.content, phrase.end, phrase.end + WINDOW)
    if found is None:
        return None
    told = plain(found["cue"])
    if told in cues().verb and has_object(phrase, found.start("cue")):
        return None
    return cues().state.get(told) or cues().verb.get(told) or cues().done.get(told)


def has_object(phrase: Counted, offset: int) -> bool:
    """Whether the verb at an offset of the sentence has an object of its own, or is no participle."""
    start = phrase.sentence.start + offset
    for at in range(phrase.following, min(phrase.following + LONGEST, len(phrase.tokens))):
        if phrase.tokens[at].start == start:
            behind = phrase.tokens[at + 1 : at + 7]
            owned = any(word.head == at and word.relation in {"dobj", "obj"} for word in behind)
            return owned or phrase.tokens[at].text.lower().endswith("ing")
    return False


def by_preceding(phrase: Counted) -> str | None:
    """Killed 12; the deaths of 12."""
    start = phrase.amount.start
    found = before().search(phrase.content[max(0, start - NEAR) : start])
    if found is None:
        return None
    return cues().verb[plain(found["verb"])] if found["verb"] else cues().of[plain(found["of"])]


def by_grammar(phrase: Counted) -> str | None:
    """What the dependency tree says of the counted."""
    tokens, at = phrase.tokens, top_of_chain(phrase.tokens, phrase.head)
    for told in (by_clause(tokens, at), by_governor(tokens, at)):
        if told is not None:
            return told
    return None


def top_of_chain(tokens: tuple[Token, ...], at: int) -> int:
    """The first of coordinated words, or of words in apposition."""
    for _ in range(LONGEST):
        if tokens[at].relation not in {"conj", "appos", "nummod", "quantmod"} or tokens[at].head == at:
            return at
        at = tokens[at].head
    return at


def by_governor(tokens: tuple[Token, ...], at: int) -> str | None:
    """By the verb whose object or subject it is, or the noun whose "of" it is."""
    word = tokens[at]
    above = tokens[word.head].text.lower()
    if word.relation == "dobj" and word.lemma.lower() in table("own_side"):
        return cues().verb.get(above) or cues().lost.get(above)
    if word.relation in {"dobj", "nsubjpass"}:
        behind = " ".join(one.text.lower() for one in tokens[word.head + 1 : word.head + 3])
        return cues().verb.get(f"{above} {behind}") or cues().verb.get(above)  # "hacked to death"
    if word.relation == "nsubj":
        return cues().done.get(above) or of_headline(tokens, word.head) or of_protest(tokens, word.head)
    if word.relation == "pobj" and above == "of":
        return cues().of.get(tokens[tokens[word.head].head].text.lower())
    return None


def of_protest(tokens: tuple[Token, ...], at: int) -> str | None:
    """Participants where a verb and its object tell of a protest: "began a hunger strike", "blocked roads"."""
    wanted = {*table("protests"), *table("protest_acts").get(tokens[at].lemma.lower(), ())}
    objects = [one for one in around(tokens, at) if one.head == at and one.relation == "dobj"]
    return "participants" if any(one.lemma.lower() in wanted for one in objects) else None


def of_headline(tokens: tuple[Token, ...], at: int) -> str | None:
    """By a participle that lacks its "were", as in headlines; or by a state that is predicated."""
    word = tokens[at]
    if word.tag in {"VBN", "VBD"} and not any(one.head == at and one.relation == "dobj" for one in around(tokens, at)):
        return cues().verb.get(word.text.lower())
    states = [one for one in around(tokens, at) if one.head == at and one.relation in {"acomp", "oprd", "attr"}]
    return next((cues().state[one.text.lower()] for one in states if one.text.lower() in cues().state), None)


def by_clause(tokens: tuple[Token, ...], at: int) -> str | None:
    """By a clause that hangs on it: 12 people who, trapped inside, died."""
    for below in around(tokens, at):
        if below.head == at and below.relation in {"relcl", "acl"} and below.tag != "VBG":
            text = below.text.lower()
            told = cues().done.get(text) or (cues().verb.get(text) if is_passive(tokens, below) else None)
            if told is not None:
                return told
    return None


def is_passive(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Whether a clause's verb has no object and a passive subject, or none."""
    at = tokens.index(verb)
    relations = {one.relation for one in around(tokens, at) if one.head == at}
    return "nsubjpass" in relations or relations.isdisjoint({"nsubj", "dobj"})


def around(tokens: tuple[Token, ...], at: int) -> tuple[Token, ...]:
    """The words near one."""
    return tokens[max(0, at - 20) : at + 20]


def by_modifier(phrase: Counted) -> str | None:
    """12 wounded people; ten kidnapped girls."""
    if phrase.noun is None:
        return None
    words = [token for token in phrase.tokens[phrase.number + 1 : phrase.noun] if token.relation == "amod"]
    told = (cues().state.get(word.text.lower()) or done_to(word) for word in words)
    return next((kind for kind in told if kind), None)


def done_to(word: Token) -> str | None:
    """What a past participle says of the noun behind it."""
    return cues().verb.get(word.text.lower()) if word.tag in {"VBN", "JJ"} and not word.text.endswith("ing") else None


def by_role(phrase: Counted) -> str | None:
    """200 protesters."""
    return cues().role.get(phrase.word)


def is_thing(phrase: Counted) -> bool:
    """Whether the counted noun is a vehicle, a weapon, a building or a settlement."""
    return phrase.lemma in table("things") or phrase.lemma.removesuffix("s") in table("things")


def of_number(phrase: Counted) -> int:
    """The word that the grammar hangs the phrase on: of "dozens of tanks" the number."""
    above = phrase.tokens[phrase.tokens[phrase.head].head]
    return above.head if above.text == "of" and above.head <= phrase.number else phrase.head


def is_moved_or_hit(phrase: Counted) -> bool:
    """Whether a verb of harm or movement governs people or things; of its subjects, people only where it moves them."""
    at = top_of_chain(phrase.tokens, of_number(phrase))
    word, lemma = phrase.tokens[at], phrase.tokens[phrase.tokens[at].head].lemma.lower()
    if word.relation not in {"dobj", "nsubjpass", "nsubj"} or word.head == at:
        return False
    harmed = lemma in table("done_to") and (is_thing(phrase) or word.relation != "nsubj")
    return harmed or lemma in table("sent")


def is_person(phrase: Counted) -> bool:
    """Whether the counted noun is somebody."""
    return phrase.lemma in people()
