"""Reports that the grammar of one sentence shows: who says what, by which word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.attribute.clauses import fits, is_infinitive, reported_clause, strayed_clause
from dateline.attribute.grammar import AUXILIARIES, SUBJECTS, Tree
from dateline.attribute.objects import figure, owned
from dateline.attribute.sources import (
    LIGHT,
    is_passive,
    source_of_adjective,
    source_of_noun,
    source_of_verb,
    source_span,
)
from dateline.lexicon.reporting import ReportingWord, reporting_phrases, reporting_word, words_for
from dateline.records.text import Span, Token

OF_OBJECT = frozenset({"owned", "deed", "figure"})
"""Frames of verbs whose object is somebody's deed or a number."""
PARTS_OF_SPEECH = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "ADV": "adverb"}
TRANSITIVE = LIGHT | {"deny", "reject", "publish", "post", "read", "write", "want", "say", "get", "like"}
TIED = frozenset({"for", "as", "of", "to", "on", "with"})
"""Prepositions on the verb whose phrase belongs to what an object says ("blamed the army for the raid")."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one reporting word brings, before quotations are looked at. `at` is the start of the word."""

    at: int
    word: ReportingWord
    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    is_negated: bool = False


def reports_in(tree: Tree) -> Iterator[Report]:
    """The reports of a sentence in text order; `content` is empty where a word could report but does not."""
    phrases = dict(phrase_reports(tree))
    for at, token in enumerate(tree.tokens):
        if at in phrases:
            yield phrases[at]
            continue
        misread = misread_verb(tree, at)
        if misread is not None:
            yield misread
            continue
        kind = PARTS_OF_SPEECH.get(token.pos)
        word = entry_of(token, kind) if kind else None
        if word is None or (kind == "verb" and not token.tag.startswith("V")):
            continue
        report = READERS[word.pos](tree, at, word)
        if report is not None:
            yield report


def called(tree: Tree, at: int) -> list[int]:
    """The object of a verb with what it is called: "called the attack wicked"; [] where it is called nothing."""
    what = tree.child(at, {"oprd"})
    object_ = tree.child(at, {"nsubjpass"} if is_passive(tree, at) else {"dobj"})
    if what is None:
        return []
    return sorted({*tree.reach(what), *(tree.reach(object_) if object_ is not None else [])})


def answered_noun(tree: Tree, at: int) -> list[int]:
    """The noun with its article that a relative clause denies or confirms: "…, a charge the government denied"."""
    head = tree.tokens[at].head
    if tree.tokens[at].relation != "relcl" or tree.tokens[head].lemma.lower() not in words_for("denied"):
        return []
    return sorted([head, *tree.all_of(head, {"det", "amod"})])


def misread_verb(tree: Tree, at: int) -> Report | None:
    """The report of a verb that the parser took for a noun: "Kyiv suspects that …"."""
    token, rest = tree.tokens[at], list(range(at + 1, len(tree.tokens)))
    if token.tag != "NNS" or at == 0 or not rest or tree.tokens[at + 1].text.lower() != "that":
        return None
    word = reporting_word(token.text.lower().removesuffix("s"), "verb")
    before = [one for one in range(at) if tree.tokens[one].head == at and tree.tokens[one].text[:1].isupper()]
    if word is None or "that" not in word.frames or not before or before[-1] != at - 1:
        return None
    source, cue = Span(tree.tokens[before[0]].start, tree.tokens[at - 1].end), Span(token.start, token.end)
    return Report(token.start, word, source, cue, tuple(tree.spans(rest)))


def entry_of(token: Token, kind: str) -> ReportingWord | None:
    """The entry of a word; parsers take "hoped" for a form of "hop"."""
    lemma = token.lemma.lower()
    word = reporting_word(lemma, kind)
    return reporting_word(f"{lemma}e", kind) if word is None and kind == "verb" else word


def verb_report(tree: Tree, at: int, word: ReportingWord) -> Report | None:
    """The report of a verb; without a source only where it is passive."""
    noun = source_of_verb(tree, at)
    source = source_span(tree, noun, at)
    members, preposition = verb_content(tree, at, word)
    if word.frames & OF_OBJECT:
        members, preposition, word = with_object(tree, at, word, members, preposition)
    if not members and "named" in word.frames and (named := called(tree, at)):
        members, word = named, replace(word, stance="calls")
    if members and source is None and not (is_passive(tree, at) and noun is None):
        return None
    if not members and word.stance in {"denies", "confirms"}:
        members = answered_noun(tree, at)
    content, cue = tuple(tree.spans(members)), verb_cue(tree, at, preposition)
    return Report(tree.tokens[at].start, word, source, cue, content, tree.child(at, {"neg"}) is not None)


def with_object(
    tree: Tree, at: int, word: ReportingWord, members: list[int], preposition: int | None
) -> tuple[list[int], int | None, ReportingWord]:
    """What a verb reports where its object is a deed that somebody owns up to, or a number; else as it was."""
    own = owned(tree, at, word)
    if own is not None:
        return own, None, replace(word, stance="admits")
    return members or figure(tree, at, word), preposition, word


def verb_content(tree: Tree, at: int, word: ReportingWord) -> tuple[list[int], int | None]:
    """The words of what a verb reports, and the preposition that leads to them, if one does."""
    clause = [] if has_own_object(tree, at, word) else reported_clause(tree, at, word)
    if clause:
        return clause, None
    if "np-of" in word.frames:
        of = next((one for one in of_phrases(tree, at) if tree.tokens[one].lemma == "of"), None)
        if of is not None:
            return tree.reach(of), None
    given = tree.child(at, {"dobj"})
    for preposition in tree.all_of(at, {"prep"}) + (tree.all_of(given, {"prep"}) if given is not None else []):
        inner = tree.child(preposition, {"pobj", "pcomp"})
        if tree.tokens[preposition].lemma.lower() in word.prepositions and inner is not None:
            return tree.reach(inner), preposition
    strayed = strayed_clause(tree, at) if "that" in word.frames else []
    return (object_of(tree, at), None) if "np" in word.frames and not strayed else (strayed, None)


def of_phrases(tree: Tree, at: int) -> list[int]:
    """The prepositions on a verb, and those with a gerund on its object: "accused men, who deny it, of burning"."""
    given = tree.child(at, {"dobj"})
    near = [] if given is None else tree.all_of(given, {"prep"})
    return [*tree.all_of(at, {"prep"}), *(one for one in near if tree.child(one, {"pcomp"}) is not None)]


def has_own_object(tree: Tree, at: int, word: ReportingWord) -> bool:
    """Whether the object of a denial points back: what stands before is not its content ("he denied this")."""
    object_ = tree.child(at, {"dobj"}) if word.stance == "denies" and "np" in word.frames else None
    return object_ is not None and tree.tokens[object_].lemma.lower() in words_for("denied_pronouns")


def object_of(tree: Tree, at: int) -> list[int]:
    """The object of a verb, or the subject of a passive, with the phrases tied to it."""
    object_ = tree.child(at, {"dobj", "nsubjpass"} if is_passive(tree, at) else {"dobj", "oprd"})
    if object_ is None:
        if tree.tokens[at].relation == "acl" and is_passive(tree, at):
            return tree.reach(tree.tokens[at].head, {at})
        return []
    tied = [one for one in tree.all_of(at, {"prep", "oprd"}) if one > object_ and tree.tokens[one].lemma in TIED]
    return sorted({one for part in (object_, *tied) for one in tree.reach(part)})


def verb_cue(tree: Tree, at: int, preposition: int | None) -> Span:
    """The verb with its auxiliaries, negation and particle, as far as they stand together."""
    first = last = at
    while first and tree.tokens[first - 1].head == at and tree.tokens[first - 1].relation in AUXILIARIES | {"advmod"}:
        first -= 1
    while first < at and tree.tokens[first].relation == "advmod":
        first += 1
    ends = [one for one in (*tree.all_of(at, {"prt"}), preposition) if one is not None]
    while last + 1 in ends:
        last += 1
    return Span(tree.tokens[first].start, tree.tokens[last].end)


def noun_report(tree: Tree, at: int, word: ReportingWord) -> Report | None:
    """The report of a noun: "the claim that …", "his threat to …", "fears of …"."""
    clause = next((one for one in tree.all_of(at, {"acl", "ccomp", "relcl"}) if completes(tree, one, word)), None)
    if clause is not None and is_taken(tree, at, clause):
        return None
    members = tree.reach(clause) if clause is not None else behind_preposition(tree, at, word)
    if not members:
        return None
    cue = Span(tree.tokens[at].start, tree.tokens[at].end)
    source = source_span(tree, source_of_noun(tree, at), at)
    return Report(cue.start, word, source, cue, tuple(tree.spans(members)))


def is_taken(tree: Tree, at: int, clause: int) -> bool:
    """Whether a verb above reports the clause on a noun: "said in a statement that …"."""
    for verb in tree.up(at):
        word = entry_of(tree.tokens[verb], "verb") if tree.tokens[verb].pos == "VERB" else None
        if word and "that" in word.frames and tree.child(verb, SUBJECTS) is not None:
            return tree.tokens[at].relation == "pobj" and strayed_clause(tree, verb) == tree.reach(clause)
    return False


def completes(tree: Tree, clause: int, word: ReportingWord) -> bool:
    """Whether a clause on a noun says what the noun means, and is no relative clause ("the claim that he made")."""
    if is_infinitive(tree, clause) and tree.child(clause, {"nsubj"}) is None:
        return "to" in word.frames
    first = tree.tokens[tree.reach(clause)[0]]
    subject = tree.child(clause, SUBJECTS)
    opened = first.text.lower() in {"that", "whether"} and subject is not None and tree.tokens[subject] is not first
    is_relative = first.relation == "dobj" and tree.tokens[clause].lemma.lower() in TRANSITIVE
    return opened and not is_relative and bool(word.frames & {"that", "whether"})


def behind_preposition(tree: Tree, at: int, word: ReportingWord) -> list[int]:
    """The phrase behind one of the word's prepositions."""
    for preposition in tree.all_of(at, {"prep"}):
        inner = tree.child(preposition, {"pobj", "pcomp"})
        if tree.tokens[preposition].lemma.lower() in word.prepositions and inner is not None:
            return tree.reach(inner)
    return []


def adjective_report(tree: Tree, at: int, word: ReportingWord) -> Report | None:
    """The report of an adjective: "was sure that …", "is ready to …"."""
    noun = source_of_adjective(tree, at)
    source = source_span(tree, noun, at)
    clause = next((one for one in tree.all_of(at, {"ccomp", "xcomp", "advcl"}) if fits(tree, one, word)), None)
    members = tree.reach(clause) if clause is not None else behind_preposition(tree, at, word)
    if not members or source is None:
        return None
    cue = Span(tree.tokens[at].start, tree.tokens[at].end)
    return Report(cue.start, word, source, cue, tuple(tree.spans(members)))


def adverb_report(tree: Tree, at: int, word: ReportingWord) -> Report | None:
    """The report of an adverb such as "reportedly": its clause; nobody is named."""
    head = tree.tokens[at].head
    if tree.tokens[head].pos not in {"VERB", "AUX"}:
        return None
    members = [one for one in tree.reach(head) if one != at]
    cue = Span(tree.tokens[at].start, tree.tokens[at].end)
    return Report(cue.start, word, None, cue, tuple(tree.spans(members)))


def phrase_reports(tree: Tree) -> Iterator[tuple[int, Report]]:
    """The reports of phrases such as "according to", by the position of their first word."""
    lowered = [token.text.lower() for token in tree.tokens]
    for words, word in reporting_phrases():
        for at in range(len(lowered) - len(words)):
            if lowered[at] == words[0] and tuple(lowered[at : at + len(words)]) == words:
                report = phrase_report(tree, at, at + len(words) - 1, word)
                if report is not None:
                    yield at, report


def phrase_report(tree: Tree, first: int, last: int, word: ReportingWord) -> Report | None:
    """The report of one phrase: the source follows it, the content is the clause that it stands in."""
    source = tree.child(last, {"pobj", "dobj", "pcomp"})
    if source is None or tree.tokens[source].lemma.lower() in words_for("reasons"):
        return None
    top = first
    for one in (*tree.up(first),):
        if tree.tokens[top].relation in {"root", "ccomp", "relcl"} and tree.tokens[top].pos in {"VERB", "AUX"}:
            break
        top = one
    phrase = set(range(first, last + 1)) | set(tree.reach(source))
    below = tree.child(first, {"ccomp"})
    around = tree.reach(below) if below is not None else content_around(tree, top)
    members = [one for one in around if one not in phrase]
    cue = Span(tree.tokens[first].start, tree.tokens[last].end)
    span = tree.span(tree.run(tree.reach(source), source))
    return Report(cue.start, word, span, cue, tuple(tree.spans(members))) if members else None


def content_around(tree: Tree, top: int) -> list[int]:
    """The clause of a verb; of a reporting verb, what it reports ("said, citing officials, that …")."""
    word = reporting_word(tree.tokens[top].lemma.lower(), "verb")
    if word is None or tree.tokens[top].pos != "VERB":
        return tree.reach(top)
    members, preposition = verb_content(tree, top, word)
    reported = members if preposition is not None else reported_clause(tree, top, word)
    return reported or figure(tree, top, word) or tree.reach(top)


READERS = {"verb": verb_report, "noun": noun_report, "adjective": adjective_report, "adverb": adverb_report}
