"""A capture becomes an article, or is rejected with the reason. The text is never edited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.clean.html import page
from dateline.clean.language import declared_english, declared_foreign, foreign, letters
from dateline.clean.published import iso
from dateline.errors import Rejected
from dateline.records.article import Article, Capture, Pair
from dateline.records.ids import article_id
from dateline.records.reading import Reading

LONE = re.compile(r"[\ud800-\udfff]")
BROKEN = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


@dataclass(frozen=True)
class OpenArticle:
    """Makes the article of a capture, its text as received, or of a page as extracted.

    `shortest` is in letters, `largest` in characters; `any_language` takes what is not English as well. A reason
    begins with a few words that are always the same and can be counted, "not English" for one; what follows a colon
    is about this article.
    """

    shortest: int = 1
    largest: int = 50_000_000
    any_language: bool = False

    def __call__(self, capture: Capture, /) -> Reading:
        """A reading with the article and the pairs asked about. Raises `Rejected`."""
        if max(len(capture.text or ""), len(capture.html or "")) > self.largest:
            raise Rejected(f"too large: more than {self.largest:,} characters")
        if capture.text is None and capture.html is None:
            raise Rejected("no text")
        article = given(capture) if capture.text is not None else extracted(capture)
        refuse_unreadable(article.text, self.shortest)
        if not self.any_language:
            refuse_foreign(article.text, capture.language)
        refuse_pairs(article.text, capture.pairs or ())
        return Reading(article, pairs=capture.pairs)


def given(capture: Capture) -> Article:
    """The article of a capture that holds a text."""
    published = iso(capture.published)
    return Article(
        capture.id or article_id(capture.text or "", capture.url, capture.published),
        capture.text or "",
        url=capture.url,
        source=capture.source,
        title=capture.title,
        byline=capture.byline,
        language="en",
        published=published,
        published_basis="given" if published else None,
    )


def extracted(capture: Capture) -> Article:
    """The article of a capture that holds a page. What came with it goes before what the page says of itself."""
    found = page(capture.html or "", capture.url)
    published = iso(capture.published)
    return Article(
        capture.id or article_id(capture.html or "", capture.url, capture.published),
        found.text,
        url=capture.url or found.url,
        source=capture.source or found.source,
        title=capture.title or found.title,
        byline=capture.byline or found.byline,
        language="en",
        published=published or found.published,
        published_basis="given" if published else found.published_basis,
    )


def refuse_unreadable(text: str, shortest: int) -> None:
    """Raises `Rejected` when a text is none."""
    if not text.strip():
        raise Rejected("no text")
    if found := LONE.search(text):
        raise Rejected(f"not text: half of a surrogate pair at character {found.start()}")
    broken = sum(1 for _ in BROKEN.finditer(text))
    if broken * 50 > len(text):
        raise Rejected(f"not text: {broken} of its {len(text)} characters belong to no text")
    count = letters(text[: 100 * shortest + 10_000])
    if count < shortest:
        raise Rejected(f"too short: {count} letters")


def refuse_foreign(text: str, declared: str | None) -> None:
    """Raises `Rejected` when a text is said to be in another language than English, or surely is."""
    if declared_foreign(declared):
        raise Rejected(f"not English: given as {str(declared)[:40]}")
    language = None if declared_english(declared) else foreign(text)
    if language:
        raise Rejected(f"not English: it looks like {language}; give its language as en if that is wrong")


def refuse_pairs(text: str, pairs: tuple[Pair, ...]) -> None:
    """Raises `Rejected` when a pair asked about lies outside the text."""
    for n, pair in enumerate(pairs):
        for name, span in (("actor", pair.actor), ("recipient", pair.recipient)):
            if span is not None and not 0 <= span.start < span.end <= len(text):
                raise Rejected(f"wrong pairs: {name} {n} is [{span.start}, {span.end}) of {len(text)} characters")
