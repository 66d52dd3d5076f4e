"""Trees for tests, a word a piece: "form/lemma/TAG/relation/head".

The lemma may be left out where it is the form; heads are counted from 1, 0 for the root.
"""

from __future__ import annotations

from dateline.coding.tree import Tree
from dateline.parse.conllu import read_conllu

POS = {
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBZ": "VERB", "VBP": "VERB", "MD": "AUX", "TO": "PART",
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WDT": "PRON", "WP": "PRON",
    "IN": "ADP",
    "DT": "DET", "JJ": "ADJ", "RB": "ADV", "RP": "ADP", "CC": "CCONJ", "CD": "NUM", "POS": "PART", ".": "PUNCT",
}  # fmt: skip


def tree(words: str) -> Tree:
    """The tree of one sentence."""
    rows = []
    for number, word in enumerate(words.split(), 1):
        form, *lemma, tag, relation, head = word.split("/")
        pos = "AUX" if relation in {"aux", "auxpass"} and tag != "TO" else POS[tag]
        rows.append(
            "\t".join(
                [str(number), form, lemma[0] if lemma else plain(form, tag), pos, tag, "_", head, relation, "_", "_"]
            )
        )
    _, sentences = read_conllu("\n".join(rows))
    return Tree(sentences[0])


def plain(form: str, tag: str) -> str:
    """The lemma of a word that is its own."""
    return form if tag == "NNP" else form.lower()


def forms(one: Tree, positions: list[int]) -> list[str]:
    """The words at some positions."""
    return [one.tokens[n].text for n in positions]


def at(one: Tree, form: str) -> int:
    """The position of a word."""
    return next(n for n, token in enumerate(one.tokens) if token.text == form)
