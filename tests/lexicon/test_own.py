"""Words and types that a user adds in a file named in `dateline.toml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import BadConfig
from dateline.lexicon.own import read_own
from dateline.recipe import pipeline, settings_in
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.reading import Reading

WORDS = """
types:
  - {name: EVICTION, like: COERCE}
words:
  - {lemma: bulldoze, type: EVICTION, example: Police bulldozed the camp on Monday., gives: "Police > camp"}
  - {lemma: praise, type: NONE, example: The king praised the army., gives: "- > -"}
  - {lemma: shell, type: SUPPORT, example: Rebels shelled the town., gives: "Rebels > town"}
  - {lemma: greet, type: CONSULT, decides: false, example: The king greeted the envoy., gives: "king > envoy"}
"""


def settings(folder: Path, words: str = WORDS) -> Path:
    (folder / "words.yaml").write_text(words, encoding="utf-8")
    (folder / "dateline.toml").write_text('[claims]\nwords = "words.yaml"\n', encoding="utf-8")
    return folder / "dateline.toml"


def claims(path: Path, text: str) -> tuple[Claim, ...]:
    return pipeline(settings_in(path)).read_article(Reading(Article("a", text, language="en"))).claims


def test_an_own_type_is_given_with_the_quad_of_the_type_it_is_like(tmp_path: Path) -> None:
    found = claims(settings(tmp_path), "Police bulldozed the Bedouin camp on Monday.")
    [one] = [claim for claim in found if claim.recipient and "camp" in claim.recipient.text]
    assert (one.type, one.quad) == ("EVICTION", 4)


def test_an_own_entry_decides_whatever_the_model_says(tmp_path: Path) -> None:
    found = claims(settings(tmp_path), "Rebels shelled the town of Taiz on Monday.")
    assert {
        claim.type for claim in found if claim.trigger.of("Rebels shelled the town of Taiz on Monday.") == "shelled"
    } == {"SUPPORT"}


def test_an_own_entry_forbids(tmp_path: Path) -> None:
    text = "Jordan's king praised the United Nations on Monday."
    path = settings(tmp_path)
    assert [
        one for one in pipeline().read_article(Reading(Article("a", text))).claims if one.trigger.of(text) == "praised"
    ]
    assert not [one for one in claims(path, text) if one.trigger.of(text) == "praised"]


def test_another_file_of_words_is_another_run(tmp_path: Path) -> None:
    one = pipeline(settings_in(settings(tmp_path))).run
    other = pipeline(settings_in(settings(tmp_path, WORDS.replace("COERCE", "SANCTION")))).run
    assert len({one, other, pipeline().run}) == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("- a list", "a mapping"),
        ("types: [{name: eviction, like: COERCE}]", "capitals"),
        ("types: [{name: ASSAULT, like: COERCE}]", "capitals"),
        ("types: [{name: EVICTION, like: HARM}]", "HARM"),
        ("words: [{lemma: Bulldoze, type: COERCE, example: a, gives: a > b}]", "lower-case"),
        ("words: [{lemma: bulldoze, type: EVICTION, example: a, gives: a > b}]", "EVICTION"),
        ("words: [{lemma: bulldoze}]", "bulldoze"),
        ("words: {", "cannot be read"),
    ],
)
def test_what_is_wrong_is_named_with_the_file(tmp_path: Path, words: str, says: str) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(BadConfig, match=says) as told:
        read_own(path)
    assert "words.yaml" in str(told.value)


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[claims\n", "cannot be read"),
        ("use = 'rules'\n", "outside a table"),
        ("[claims]\nuse = 'magic'\n", "magic"),
        ("[nothing]\na = 1\n", "nothing"),
        ("[claims]\nwords = 'missing.yaml'\n", "missing.yaml"),
    ],
)
def test_wrong_settings_are_refused(tmp_path: Path, toml: str, says: str) -> None:
    path = tmp_path / "dateline.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(BadConfig, match=says):
        settings_in(path)
