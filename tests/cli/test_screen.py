from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.progress import lasting, told
from dateline.cli.screen import (
    actor_words,
    answer_rows,
    claimant_words,
    evidence_words,
    place_words,
    plain,
    range_words,
    when_words,
)
from dateline.cli.voices import STYLES, pieces, voices
from dateline.records.article import Article
from dateline.records.claim import Claim, Claimant, When
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Span


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = plain(text)
    assert shown.isprintable()
    assert "\n" not in shown


def quoted(text: str, trigger: str, evidence: Span | None = None) -> str:
    start = text.index(trigger)
    claim = Claim("c", "T", Span(start, start + len(trigger)), evidence or Span(0, len(text)))
    return evidence_words(text, claim).plain


def test_the_trigger_is_marked_in_its_words() -> None:
    assert quoted("Police fired tear\n  gas", "fired") == '"Police [fired] tear gas"'
    assert quoted("He said: attacked.", "attacked") == '"He said: [attacked]."'
    assert quoted("attacked", "attacked") == '"[attacked]"'
    assert quoted("He fired. Others fled.", "fled", Span(0, 9)) == '"He fired."'


def test_long_evidence_is_cut_around_the_trigger() -> None:
    shown = quoted("a" * 5000 + " attacked " + "b" * 5000, "attacked")
    assert len(shown) < 700
    assert "[attacked]" in shown
    assert shown.startswith('"…')
    assert shown.endswith('…"')


def test_what_is_not_known_is_said_to_be_so() -> None:
    assert actor_words(None) == place_words(None) == "not told"
    assert when_words(None) == when_words(When(None, None, None, None, None, "unknown")) == "not known"
    assert claimant_words(Claimant("unnamed"), None) == "somebody unnamed"
    assert claimant_words(Claimant("outlet"), False) == "the outlet itself"
    assert range_words(None, None) == "how many is not known"


def test_records_in_words() -> None:
    actor = ActorMention(0, 6, "Moscow", "name", "rus", "Russia", "RUS", ("GOV",))
    assert actor_words(actor) == 'Russia [RUS GOV] "Moscow"'
    day = date(2024, 3, 3)
    assert when_words(When(0, 1, day, day, "day", "stated")) == "2024-03-03 (stated)"
    assert when_words(When(0, 1, day, date(2024, 3, 9), "week", "stated")) == "2024-03-03 to 2024-03-09 (stated)"
    assert place_words(PlaceMention(0, 1, "Homs", country="SYR", precision="settlement")) == "Homs (SYR, settlement)"
    assert claimant_words(Claimant("actor", name="Kyiv"), True) == "Kyiv, a party to it"
    assert [range_words(12, None), range_words(None, 9), range_words(3, 3), range_words(1, 2)] == [
        "at least 12",
        "at most 9",
        "3",
        "1 to 2",
    ]


@pytest.mark.parametrize(
    ("done", "total", "seconds", "words"),
    [
        (10, None, 5.0, "10 articles, 2.0 a second"),
        (10, 30, 5.0, "10 of 30 articles, 2.0 a second, 10 s left"),
        (30, 30, 5.0, "30 of 30 articles, 6.0 a second"),
        (1, 1000, 10.0, "1 of 1000 articles, 0.1 a second, 2.8 h left"),
    ],
)
def test_progress_in_words(done: int, total: int | None, seconds: float, words: str) -> None:
    assert told(done, total, seconds) == words


def test_times_are_in_units_that_suit_them() -> None:
    assert [lasting(5), lasting(300), lasting(7200)] == ["5 s", "5 min", "2.0 h"]


def test_speaker_cue_and_content_have_their_colours() -> None:
    text = "Peru said it\x1b[31m won."
    said = Statement("s1", "indirect", "says", Span(0, 4), Span(5, 9), (Span(10, 21),))
    reading = Reading(Article("a", text), statements=(said,))
    found = [(span.of(text), style) for span, style in pieces(reading) if style]
    assert found == [("Peru", STYLES["speaker"]), ("said", STYLES["cue"]), (text[10:21], STYLES["content"])]
    shown = voices(reading).plain
    assert "\x1b" not in shown
    assert "Peru said it" in shown


def test_the_text_is_all_there_in_order() -> None:
    text = "One.\n\nTwo said three."
    reading = Reading(
        Article("a", text), statements=(Statement("s1", "indirect", "says", Span(6, 9), None, (Span(6, 21),)),)
    )
    assert "".join(span.of(text) for span, _ in pieces(reading)) == text


def test_who_passes_it_on_and_who_answers_it() -> None:
    claim = Claim(
        "c1", "AID", Span(0, 1), Span(0, 1), via=(Claimant("actor", name="Andes Wire"),), denied_by=("c2", "c3")
    )
    assert answer_rows(claim) == [("passed on", "Andes Wire"), ("denied", "c2, c3")]
