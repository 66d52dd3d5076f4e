from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean.opening import OpenArticle
from dateline.clean.published import iso
from dateline.errors import Rejected
from dateline.pipeline import Pipeline
from dateline.records.article import Capture, Pair
from dateline.records.text import Span

NEWS = (
    "Police in the capital said on Monday that twelve people had been arrested after a march near the old market. " * 3
)
GERMAN = (
    "Die Regierung hat am Montag mitgeteilt, dass die Gespräche über den Haushalt in der kommenden Woche fortgesetzt "
    "werden. Ein Sprecher des Ministeriums sagte, man habe sich noch nicht auf alle Punkte geeinigt, sei aber auf "
    "gutem Weg. Die Opposition kritisierte, dass die Zahlen erst spät vorgelegt worden seien. "
)


def rejected(capture: Capture, opener: OpenArticle | None = None) -> str:
    with pytest.raises(Rejected) as reason:
        (opener or OpenArticle())(capture)
    return str(reason.value)


def test_the_text_is_the_article_as_it_came() -> None:
    text = "\n  Beirut: The group vowed \r\n\tto fight on.  \n"
    article = OpenArticle()(Capture("here", text=text, published="March 4, 2024", source="example.org")).article
    assert article.text == text
    assert (article.published, article.published_basis, article.source) == ("2024-03-04", "given", "example.org")
    assert article.id == OpenArticle()(Capture("elsewhere", text=text, published="March 4, 2024")).article.id


def test_what_is_no_date_is_not_known() -> None:
    article = OpenArticle()(Capture("here", text=NEWS, published="soon")).article
    assert (article.published, article.published_basis) == (None, None)


@pytest.mark.parametrize(
    ("capture", "reason"),
    [
        (Capture("x"), "no text"),
        (Capture("x", text=" \n"), "no text"),
        (Capture("x", text="12, 13."), "too short"),
        (Capture("x", text="\x00\x01\x02 abc"), "not text"),
        (Capture("x", text="half \ud800 of it"), "not text"),
        (Capture("x", text=GERMAN), "not English"),
        (Capture("x", text=GERMAN.upper()), "not English"),
        (Capture("x", text="Oui.", language="fr"), "not English"),
        (Capture("x", html="<html><body></body></html>"), "no article"),
        (Capture("x", html=""), "no article"),
        (Capture("x", text="Some words.", pairs=(Pair(Span(0, 99), None),)), "wrong pairs"),
    ],
)
def test_rejections_begin_with_a_reason_to_count(capture: Capture, reason: str) -> None:
    assert rejected(capture).partition(":")[0] == reason


def test_what_is_too_large_is_rejected() -> None:
    assert rejected(Capture("x", text="a" * 101), OpenArticle(largest=100)).startswith("too large: more than 100")


def test_language_is_trusted_when_given_or_when_the_text_is_short() -> None:
    for capture in (
        Capture("x", text=GERMAN, language="en-GB"),
        Capture("x", text=GERMAN[:36]),
        Capture("x", text=NEWS.upper()),
    ):
        assert OpenArticle()(capture).article.text == capture.text
    assert OpenArticle(any_language=True)(Capture("x", text=GERMAN)).article.text == GERMAN


@given(st.text(st.characters(), max_size=200), st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_text_is_taken_as_it_is_or_rejected(text: str, published: str) -> None:
    capture = Capture("x", text=text, published=published)
    outcome = Pipeline(OpenArticle(), ()).read([capture])[0]
    assert type(outcome).__name__ in {"Reading", "Rejection"}
    assert getattr(getattr(outcome, "article", None), "text", text) == text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2024-03-04", "2024-03-04"),
        ("2024-03-04T10:15:00Z", "2024-03-04T10:15:00Z"),
        ("2024-03-04 10:15", "2024-03-04 10:15"),
        ("2024-03-04T25:00", "2024-03-04"),
        ("2024-02-30", None),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("20240304", "2024-03-04"),
        ("20240304101500", "2024-03-04T10:15:00"),
        ("1709547300", "2024-03-04T10:15:00+00:00"),
        ("1709547300000", "2024-03-04T10:15:00+00:00"),
        ("4 March 2024", "2024-03-04"),
        ("4th of March 2024", "2024-03-04"),
        ("Monday, March 4, 2024 10:30 am", "2024-03-04"),
        ("Mar. 4 2024", "2024-03-04"),
        ("4-Mar-2024", "2024-03-04"),
        ("Mon, 04 Mar 2024 10:15:00 GMT", "2024-03-04T10:15:00+00:00"),
        ("2024/3/4", "2024-03-04"),
        ("4.3.2024", "2024-03-04"),
        ("13/3/2024", "2024-03-13"),
        ("3/13/2024", "2024-03-13"),
        ("3/4/2024", None),
        ("March 2024, then", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_become_iso(given: str | None, expected: str | None) -> None:
    assert iso(given) == expected


@pytest.mark.parametrize("given", ["0001-01-01T00:00:00Z", "1582-10-15"])
def test_a_year_before_newspapers_is_no_date(given: str) -> None:
    assert iso(given) is None
