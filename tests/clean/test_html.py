from __future__ import annotations

import time

import pytest

from dateline.clean.html import page
from dateline.clean.opening import OpenArticle
from dateline.clean.structure import FindSkipped
from dateline.errors import Rejected
from dateline.records.article import Capture

BODY = [
    "Border guards in the eastern province said on Sunday that they had turned back a convoy of eleven lorries.",
    "The governor denied the report and said that the crossing had been open all day, with the usual controls.",
    "Drivers who waited on the other side told a local radio station that soldiers had closed the road at dawn.",
    "It was the third such dispute since the two governments signed an agreement on trade in the spring.",
]
PARAGRAPHS = "".join(f"<p>{one}</p>" for one in BODY)
LEFT_OUT = [
    "We use cookies to improve",
    "Cup final ends in a draw",
    "Subscribe to our newsletter",
    "Great read, thank you",
]


def outcome(html: str) -> str:
    try:
        return type(page(html)).__name__.casefold()
    except Rejected as reason:
        return str(reason).partition(":")[0]


def written(head: str = "", body: str = PARAGRAPHS) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head>
<meta charset="utf-8"><title>Convoy turned back | The Example</title>
{head}</head>
<body><div class="cookie-banner">We use cookies to improve your visit. <button>Accept</button></div>
<nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Cup final ends in a draw</a></li></ul></nav>
<main><article><h1>Convoy turned back at the border</h1>{body}</article></main>
<aside class="newsletter"><p>Subscribe to our newsletter</p></aside>
<div id="comments"><p>Great read, thank you!</p></div>
<footer>© 2024 The Example <a href="/privacy">Privacy policy</a></footer></body></html>"""


JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
"headline": "Convoy turned back at the border", "datePublished": "2024-03-03T18:05:00+02:00",
"author": {"@type": "Person", "name": "Jane Doe"}, "publisher": {"@type": "Organization", "name": "The Example"}}]}
</script>"""


def test_the_article_and_nothing_around_it() -> None:
    found = page(written())
    lines = [line for line in found.text.split("\n") if line.strip()]
    assert [line for line in lines if line in BODY] == BODY
    assert not [words for words in LEFT_OUT if words in found.text]
    assert found.title == "Convoy turned back at the border"


def test_what_a_page_declares_is_known_as_declared() -> None:
    found = page(written(JSON_LD), "https://news.example.org/world/convoy")
    assert (found.published, found.published_basis) == ("2024-03-03T18:05:00+02:00", "declared")
    assert (found.byline, found.source) == ("Jane Doe", "The Example")
    assert found.url == "https://news.example.org/world/convoy"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-03">',
        '<meta name="pubdate" content="3 March 2024">',
        '<meta itemprop="datePublished" content="2024-03-03">',
        '<script type="application/ld+json">{broken</script><meta name="date" content="2024-03-03">',
    ],
)
def test_dates_in_meta_elements_are_declared(head: str) -> None:
    assert page(written(head)).published_basis == "declared"
    assert page(written(head)).published == "2024-03-03"


def test_other_dates_are_guessed() -> None:
    found = page(written(body=f'<p class="published">Published 3 March 2024</p>{PARAGRAPHS}'))
    assert (found.published, found.published_basis) == ("2024-03-03", "guessed")


def test_without_a_date_there_is_none() -> None:
    found = page(f"<html><body><article>{PARAGRAPHS}</article></body></html>")
    assert (found.published, found.published_basis) == (None, None)


def test_what_came_with_the_page_goes_first() -> None:
    capture = Capture("x", html=written(JSON_LD), published="2024-03-05", title="Given", source="given.example")
    article = OpenArticle()(capture).article
    assert (article.published, article.published_basis) == ("2024-03-05", "given")
    assert (article.title, article.source, article.byline) == ("Given", "given.example", "Jane Doe")


def test_a_dateline_in_a_page_is_found() -> None:
    body = PARAGRAPHS.replace("<p>Border", "<p>CAIRO, March 3 (Reuters) - Border", 1)
    reading = FindSkipped()(OpenArticle()(Capture("x", html=written(JSON_LD, body))))
    assert reading.article.dateline is not None
    assert str(reading.article.dateline.day) == "2024-03-03"


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<html></html>",
        "\x00\x00",
        "no tags at all",
        "<html><body>" + "<div>" * 50_000,
        "<" * 300_000,
        "&" * 300_000,
        "<!--" * 100_000,
        "<div " + " ".join(f"a{n}" for n in range(100_000)) + ">",
        "<div " + " ".join(f"a{n}='x'" for n in range(100_000)) + ">" + PARAGRAPHS,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + PARAGRAPHS,
        '<script type="application/ld+json">' + '{"a":' * 500 + "1" + "}" * 500 + "</script>" + PARAGRAPHS,
        "<table><tr><td>" * 5_000 + PARAGRAPHS,
        "<ul><li>a" * 5_000,
        '<?xml version="1.0" encoding="iso-8859-1"?><html><body>' + PARAGRAPHS,
        "<title>" + "a - " * 50_000 + "</title>" + PARAGRAPHS,
        '<img src="data:image/png;base64,' + "A" * 2_000_000 + '">' + PARAGRAPHS,
        "\ud800<p>" + BODY[0],
        '<meta property="article:published_time" content="' + "9" * 100_000 + '">' + PARAGRAPHS,
        '<base href="file:///etc/passwd"><iframe src="http://127.0.0.1:9/x"></iframe>' + PARAGRAPHS,
    ],
    ids=range(21),
)
def test_hostile_pages_neither_hang_nor_break(html: str) -> None:
    began = time.process_time()
    assert outcome(html) in {"page", "no article", "too large"}
    assert time.process_time() - began < 8


def test_an_answer_does_not_hang_on_what_was_read_before() -> None:
    first = page(written(JSON_LD))
    page(written(body=f"<p>{BODY[0]}</p>" * 40))
    assert page(written(JSON_LD)) == first
