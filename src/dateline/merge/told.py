"""A claim with what its article adds: the id, the day of the report, and the words of the trigger."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from dateline.lexicon.predicates import predicates_for
from dateline.merge.campaigns import is_campaign
from dateline.merge.notices import is_correction
from dateline.merge.terms import NOTHING, Terms, subject
from dateline.records.article import Article
from dateline.records.claim import Claim


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as one article tells it.

    `reported` is the day the article came out, `words` those of the trigger, `sentence` those of the evidence, both
    folded; `story` is the id of the first article that carried the text, `subject` what the article is about.
    `is_known` is whether the words speak of a deed as of something that readers know: "the attack", "Monday's raid",
    `corrects` whether the article says that it corrects what was reported before, `is_campaign` whether it tells
    of what goes on for long.
    """

    article_id: str
    claim: Claim
    reported: date | None = None
    words: str = ""
    sentence: str = ""
    story: str = ""
    is_known: bool = False
    corrects: bool = False
    is_campaign: bool = False
    subject: Terms = field(default=NOTHING, compare=False)

    @property
    def key(self) -> str:
        """What the claim is known by across articles."""
        return f"{self.article_id}/{self.claim.id}"

    @property
    def telling(self) -> tuple[object, ...]:
        """The same for claims of one type on one word of one sentence, in whichever copy of a story."""
        claim = self.claim
        place = claim.trigger.start - claim.evidence.start if self.sentence else claim.trigger.start
        return claim.type, claim.status, self.sentence, place, self.words


KNOWN = re.compile(r"(?:\b(?:the|this|that|these|those)|['’]s?)(?:\s+[\w-]+)?\s+$", re.IGNORECASE)
"""What stands before a noun that tells what readers know, with one word between at most."""
NEARBY = 40
"""Characters before a noun in which its article stands, and around a word in which the deeds do that it is told of."""


def told(article: Article, claim: Claim, story: str = "", about: Terms | None = None) -> Told:
    """A claim as an article tells it; `story` is the first article with the text, where that is another.

    `about` is what the article is about, where that is known already.
    """
    words, sentence = (folded(span.of(article.text)) for span in (claim.trigger, claim.evidence))
    before = article.text[max(0, claim.trigger.start - NEARBY) : claim.trigger.start]
    after = article.text[claim.trigger.end : claim.trigger.end + NEARBY]
    return Told(
        article.id,
        claim,
        article.published_day,
        words,
        sentence,
        story or article.id,
        is_known(before, words),
        is_correction(article),
        is_campaign(claim, words, before, after),
        subject(article) if about is None else about,
    )


def is_known(before: str, words: str) -> bool:
    """Whether a trigger is a noun that stands for something known, from the text before it."""
    named = predicates_for(words, "noun") or predicates_for(words.removesuffix("s"), "noun")
    return bool(named) and bool(KNOWN.search(before))


@lru_cache(maxsize=1024)
def folded(words: str) -> str:
    """The words in lower case, a blank between them."""
    return " ".join(words.casefold().split())
