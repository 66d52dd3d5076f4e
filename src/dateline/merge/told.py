"""A claim with what its article adds: the id, the day of the report, and the words of the trigger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.records.article import Article
from dateline.records.claim import Claim


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as one article tells it.

    `reported` is the day the article came out, `words` those of the trigger, `sentence` those of the evidence, both
    folded; `story` is the id of the first article that carried the text.
    """

    article_id: str
    claim: Claim
    reported: date | None = None
    words: str = ""
    sentence: str = ""
    story: str = ""

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


def told(article: Article, claim: Claim, story: str = "") -> Told:
    """A claim as an article tells it; `story` is the first article with the text, where that is another."""
    words, sentence = (folded(span.of(article.text)) for span in (claim.trigger, claim.evidence))
    return Told(article.id, claim, article.published_day, words, sentence, story or article.id)


def folded(words: str) -> str:
    """The words in lower case, a blank between them."""
    return " ".join(words.casefold().split())
