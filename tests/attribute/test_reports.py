from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.attribute.reports import FindStatements, find_statements
from dateline.lexicon.reporting import ReportingWord, reporting_words, stance_rules
from dateline.parse.spacy import ParseText
from dateline.records.article import Article
from dateline.records.codec import spans_of
from dateline.records.reading import Reading
from dateline.records.statement import Statement

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "statements.yaml").read_text(encoding="utf-8"))
WORDS = list(reporting_words().values())


def statements_of(texts: list[str]) -> list[tuple[Statement, ...]]:
    readings = ParseText().batch([Reading(Article("a", text)) for text in texts])
    return [FindStatements()(reading).statements for reading in readings]


@pytest.fixture(scope="module")
def read_cases() -> dict[str, tuple[Statement, ...]]:
    texts = [case["text"] for case in CASES]
    return dict(zip(texts, statements_of(texts), strict=True))


@pytest.fixture(scope="module")
def read_examples() -> dict[str, tuple[Statement, ...]]:
    texts = [word.example for word in WORDS]
    return dict(zip(texts, statements_of(texts), strict=True))


def told(text: str, statement: Statement) -> dict[str, Any]:
    row: dict[str, Any] = {
        "source": statement.source.of(text) if statement.source else None,
        "cue": statement.cue.of(text) if statement.cue else None,
        "stance": statement.stance,
        "form": statement.form,
        "content": [part.of(text) for part in statement.content],
    }
    return row | ({"within": int(statement.within[1:])} if statement.within else {})


def test_there_are_enough_cases_and_words() -> None:
    assert len(CASES) >= 60
    assert len(WORDS) >= 350


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_statements_of_a_text(case: dict[str, Any], read_cases: dict[str, tuple[Statement, ...]]) -> None:
    assert [told(case["text"], one) for one in read_cases[case["text"]]] == case["statements"]


@pytest.mark.parametrize("word", WORDS, ids=[f"{word.lemma}-{word.pos}" for word in WORDS])
def test_a_words_example_has_its_statement(
    word: ReportingWord, read_examples: dict[str, tuple[Statement, ...]]
) -> None:
    found = read_examples[word.example]
    assert any(one.stance == word.stance and one.cue for one in found), found


def test_stances_with_rules_are_stances_of_words() -> None:
    assert set(stance_rules()) <= {word.stance for word in WORDS}


def test_nothing_without_text() -> None:
    empty = Reading(Article("a", ""))
    assert FindStatements()(empty) == replace(empty, statements=())


def test_same_text_same_statements(read_cases: dict[str, tuple[Statement, ...]]) -> None:
    texts = list(read_cases)[:10]
    assert statements_of(texts) == [read_cases[text] for text in texts]


def test_spans_are_inside_and_ids_unique(read_cases: dict[str, tuple[Statement, ...]]) -> None:
    for text, found in read_cases.items():
        assert [one.id for one in found] == [f"s{n}" for n in range(1, len(found) + 1)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans_of(found))


def test_text_without_sentences_has_quotations_only() -> None:
    text = '"We shall never leave this valley of ours," he said.'
    assert all(one.source is None for one in find_statements(text, ()))


def test_scare_quotes_are_marked_and_are_no_statements() -> None:
    text = 'The army hit "terrorist" targets. It was "illegal", the mayor said. "We will go on until it ends," he said.'
    reading = FindStatements()(ParseText()(Reading(Article("a", text))))
    assert [one.of(text) for one in reading.scare_quotes] == ['"terrorist"']
    assert not any(
        one.overlaps(span) for said in reading.statements for span in said.content for one in reading.scare_quotes
    )
