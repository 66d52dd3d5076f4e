"""The clauses, infinitives and gerunds that a verb reports, also where the parser hung them elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.attribute.grammar import AUXILIARIES, SUBJECTS, Tree
from dateline.lexicon.reporting import ReportingWord
from dateline.records.text import Span, Token

FURTHER = frozenset({"WP", "WDT", "WP$", "VBD"})
"""Tags of words that open or tell a clause inside an infinitive: "to visit the man who …"."""
WH = frozenset({"WP", "WDT", "WP$", "WRB"})


def reported_clause(tree: Tree, at: int, word: ReportingWord) -> list[int]:
    """The words of the clause, infinitive or gerund that a verb reports."""
    if word.frames & {"that", "quote"} and (up := raised(tree, at, word)):
        return up
    clauses = [one for one in tree.all_of(at, {"ccomp"}) if fits(tree, one, word) and not is_parted(tree, one, at)]
    if clauses:
        joined = clauses[:1] + [one for one in clauses[1:] if one < at and is_joined(tree, clauses[0], one)]
        return sorted({n for one in joined for n in clause_words(tree, one, word)})
    has_object = tree.child(at, {"dobj"}) is not None and "np-to" in word.frames
    for one in tree.all_of(at, {"xcomp", "advcl"} if has_object else {"xcomp"}):
        if fits(tree, one, word) and (tree.tokens[one].relation == "xcomp" or is_infinitive(tree, one)):
            return clause_words(tree, one, word)
    if not word.frames & {"that", "quote"}:
        return []
    if tree.tokens[at].relation == "parataxis":
        return tree.reach(tree.tokens[at].head, {at})
    return inverted(tree, at)


def is_joined(tree: Tree, first: int, second: int) -> bool:
    """Whether two clauses before a verb are joined by a word such as "and": "Police fired, and two fell, he said"."""
    return any(tree.tokens[n].pos == "CCONJ" for n in range(first, min(tree.reach(second))))


def is_parted(tree: Tree, clause: int, at: int) -> bool:
    """Whether a semicolon parts a clause from the verb behind it: "Nurses counted 17 dead; the town reported 11"."""
    return clause < at and any(tree.tokens[n].text == ";" for n in range(clause, at))


def strayed_clause(tree: Tree, at: int) -> list[int]:
    """The words of a "that" clause that the parser hung on a noun in between: "said in a video on a website that …"."""
    for one in range(at + 2, len(tree.tokens)):
        clause = tree.tokens[one].head
        noun = tree.tokens[clause].head
        is_clause = tree.tokens[clause].relation in {"acl", "relcl", "ccomp"} and tree.tokens[noun].relation == "pobj"
        if (
            tree.tokens[one].text.lower() == "that"
            and is_clause
            and at in tree.up(noun)
            and is_whole(tree, clause, one)
        ):
            return tree.reach(clause)
    return []


def is_whole(tree: Tree, clause: int, that: int) -> bool:
    """Whether a clause that "that" opens lacks nothing which the word could stand for."""
    subject = tree.child(clause, SUBJECTS)
    has_object = tree.tokens[that].relation == "mark" or tree.child(
        clause, {"dobj", "auxpass", "acomp", "attr"}
    ) not in {None, that}
    return subject not in {None, that} and has_object


def raised(tree: Tree, at: int, word: ReportingWord) -> list[int]:
    """The words of "Russia is said to have struck": the subject of the passive and the infinitive; [] elsewhere."""
    subject, clause = tree.child(at, {"nsubjpass"}), tree.child(at, {"xcomp"})
    if subject is None or clause is None or not is_infinitive(tree, clause) or "np-to" in word.frames:
        return []
    if "to" in word.frames and not any(tree.tokens[one].lemma == "have" for one in tree.all_of(clause, {"aux"})):
        return []
    return sorted({*tree.reach(subject), *tree.reach(clause)})


def fits(tree: Tree, clause: int, word: ReportingWord) -> bool:
    """Whether the word takes clauses of this kind."""
    if is_infinitive(tree, clause):
        return bool(word.frames & {"to", "np-to"})
    if tree.tokens[clause].tag == "VBG" and tree.child(clause, AUXILIARIES | SUBJECTS) is None:
        return "ing" in word.frames
    return bool(word.frames & {"that", "quote", "whether"}) or "np-to" in word.frames


def is_infinitive(tree: Tree, clause: int) -> bool:
    """Whether the clause is led by "to"."""
    return any(tree.tokens[one].tag == "TO" for one in tree.all_of(clause, {"aux"}))


def clause_words(tree: Tree, clause: int, word: ReportingWord) -> list[int]:
    """The words of a clause; of "asked the rebels to leave" only the infinitive."""
    without = tree.all_of(clause, SUBJECTS) if is_infinitive(tree, clause) and "np-to" in word.frames else []
    return tree.reach(clause, without)


def inverted(tree: Tree, at: int) -> list[int]:
    """What stands before the comma of ", the ministry said", where the parser did not see that it is the content."""
    parts = [at, *tree.all_of(at, SUBJECTS | AUXILIARIES)]
    first = min(min(tree.reach(one)) if one != at else at for one in parts)
    subject = tree.child(at, SUBJECTS)
    if subject is None or first < 3 or tree.tokens[first - 1].text not in {",", ",”", "--", "—"}:
        return []
    before = list(range(first - 1))
    has_clause = any(tree.tokens[one].tag in {"VBD", "VBZ", "VBP", "MD"} for one in before)
    hangs_on_it = set(tree.up(at)) & set(before) and not is_inserted(tree, at)
    return before if has_clause and not hangs_on_it and not is_setting(tree, before, at) else []


def is_setting(tree: Tree, before: Sequence[int], at: int) -> bool:
    """Whether the words before a verb with an object only tell when or why: "After Madrid agreed, Algiers recalled"."""
    clauses = [n for n in before if tree.tokens[n].relation == "advcl" and tree.tokens[n].head == at]
    is_marked = any(tree.child(n, {"mark", "advmod"}) in tree.reach(n)[:2] for n in clauses)
    return is_marked and tree.child(at, {"dobj"}) is not None


def is_inserted(tree: Tree, at: int) -> bool:
    """Whether a clause behind a comma was taken for a relative clause, but has its own subject and no pronoun for that.

    "…, killing 27 people, a group that counts the dead said, hours after …".
    """
    if tree.tokens[at].relation != "relcl":
        return False
    parts = [one for one in tree.children[at] if one < at]
    opened = any(tree.tokens[one].tag in WH for part in parts for one in (part, *tree.children[part]))
    subject = tree.child(at, {"nsubj"})
    return subject is not None and not opened and tree.tokens[subject].tag not in WH


def is_further(words: Sequence[Token], trigger: Span) -> bool:
    """Whether an event is told in a clause inside an infinitive: "to try the men who shot her", "… involved in it"."""
    before = [n for n, one in enumerate(words) if one.start < trigger.start]
    participles = (n for n in before[:-1] if words[n].tag == "VBN" and words[n + 1].tag == "IN")
    return any(words[n].tag in FURTHER for n in before) or any(n > 1 for n in participles)
