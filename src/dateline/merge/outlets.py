"""Which outlet or agency words name: "Reuters", "reuters.com" and "Thomson Reuters" are one source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.lexicon.actors import actor, actors
from dateline.lexicon.files import load
from dateline.lexicon.in_force import kept
from dateline.records.claim import Claim, Claimant
from dateline.records.ids import is_named_here
from dateline.records.reading import Reading

DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?(?P<name>[a-z0-9-]+)(?:\.[a-z]{2,6}){1,2}$")
NAMES = "en/media_names.yaml"
CREDITS = frozenset({"byline", "credit"})
BY = re.compile(r"^(?:by|from|via)\s+", re.IGNORECASE)


@kept()
def outlets() -> Mapping[str, str]:
    """The names of known media by each of their names, folded."""
    media = sorted((one for one in actors().values() if one.kind == "media"), key=lambda one: one.id)
    return {folded(name): one.name for one in reversed(media) for name in (*reversed(one.aliases), one.name)}


def folded(name: str) -> str:
    """The letters and digits of a name, in small letters, without "the"."""
    return "".join(letter for letter in name.casefold().removeprefix("the ") if letter.isalnum())


def outlet(name: str) -> str:
    """The usual name of an outlet; as it is told where nobody knows it."""
    domain = DOMAIN.match(name.strip().casefold())
    return outlets().get(folded(domain["name"] if domain else name), name)


def credited(reading: Reading) -> str | None:
    """The agency whose story an article says it is, in its dateline, its byline or a credit beside the text."""
    article = reading.article
    if article.dateline is not None and article.dateline.agency:
        return outlet(article.dateline.agency)
    lines = [article.byline or "", *(one.of(article.text) for one in reading.skipped if one.reason in CREDITS)]
    return next((name for one in lines if (name := outlets().get(folded(BY.sub("", one.strip()))))), None)


def quoted(claim: Claim) -> str | None:
    """The outlet or agency that an article has a claim from: "Reuters reported", "he told Harbour Wire"."""
    return next((name for one in (claim.claimant, *claim.via) if (name := medium(one)) is not None), None)


def relayed(claims: Sequence[Claim]) -> str | None:
    """The outlet whose report an article passes on: the one that its first claim is quoted from."""
    first = min(claims, key=lambda one: (one.trigger.start, one.id), default=None)
    return None if first is None else quoted(first)


def medium(claimant: Claimant) -> str | None:
    """The name of the outlet that says something; None for anybody else."""
    known = actor(claimant.actor_id) if claimant.actor_id else None
    if known is not None:
        return known.name if known.kind == "media" else None
    if claimant.kind != "actor" or not claimant.name:
        return None
    named = claimant.name if is_named_here(claimant.actor_id) and is_called_so(claimant.name) else None
    return outlets().get(folded(claimant.name), named)


def is_called_so(name: str) -> bool:
    """Whether a name of several words ends or begins as names of outlets do."""
    words, ends = name.casefold(), load(NAMES)
    return words.partition(" ")[0] in ends["first"] or words.endswith(tuple(f" {last}" for last in ends["last"]))
