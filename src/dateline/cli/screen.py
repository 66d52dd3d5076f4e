"""Records as people read them on a terminal."""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING

from dateline.records.article import Article
from dateline.records.claim import Claim, Claimant, Second, When
from dateline.records.mention import ActorMention, PlaceMention

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

LONGEST = 600
"""Characters of evidence that are shown, around the trigger."""


def plain(text: object) -> str:
    """The text on one line, without anything that a terminal would obey: escapes, controls, changes of direction."""
    return " ".join("".join(map(shown, str(text))).split())


def shown(letter: str) -> str:
    """The letter as a terminal may have it: U+FFFD for what cannot be printed, nothing for what only directs."""
    if letter.isspace():
        return " "
    if unicodedata.category(letter) == "Cf":
        return ""
    return letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}"


def console(*, error: bool = False) -> Console:
    """The terminal, as wide as it is; colours only where it shows them."""
    from rich.console import Console

    return Console(file=sys.stderr if error else sys.stdout, markup=False, highlight=False, emoji=False)


def headline(article: Article) -> Text:
    """Which article this is: title, outlet and date, as far as known."""
    from rich.text import Text

    told = [plain(part) for part in (article.source, article.published) if part]
    return Text(" · ".join([plain(article.title or article.id), *told]), style="bold underline")


def claim_block(article: Article, claim: Claim, why: bool = False) -> Table:
    """A claim: who did what to whom, when, where, who says so, and the words; with `why`, what decided its type."""
    from rich.table import Table
    from rich.text import Text

    from dateline.export.wording import sentence

    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row("", Text(plain(sentence(article, claim)), style="bold"))
    what = Text(" ".join(filter(None, (claim.type, claim.mode))), style="")
    doubt = ", doubtful" if claim.doubtful else ""
    grid.add_row("what", what.append(f"  {claim.status}{doubt}", style="not bold italic"))
    grid.add_row("who", actor_words(claim.actor))
    grid.add_row("to whom", actor_words(claim.recipient))
    grid.add_row("when", when_words(claim.when))
    grid.add_row("where", place_words(claim.place, claim.place_basis))
    for count in claim.quantities:
        grid.add_row(count.kind, range_words(count.low, count.high))
    grid.add_row("says so", claimant_words(claim.claimant, claim.claimant_is_party))
    for name, told in answer_rows(claim):
        grid.add_row(name, told)
    grid.add_row("words", evidence_words(article.text, claim))
    if why:
        grid.add_row("party", plain(claim.party_reason or "not known"))
        grid.add_row("decided by", plain(claim.by))
        grid.add_row("score", f"{claim.score:.2f}")
        grid.add_row("second", second_words(claim.second))
    return grid


def answer_rows(claim: Claim) -> list[tuple[str, str]]:
    """Who passes a claim on, and which claims of its article deny or confirm it, as far as anybody does."""
    passers = ", ".join(claimant_words(one, None) for one in claim.via)
    rows = [
        ("passed on", passers),
        ("denied", ", ".join(claim.denied_by)),
        ("confirmed", ", ".join(claim.confirmed_by)),
    ]
    return [(name, told) for name, told in rows if told]


def second_words(second: Second | None) -> str:
    """What came second when the type was decided."""
    if second is None:
        return "nothing else was weighed"
    return f"{second.type or 'no event'} ({second.score:.2f})"


def actor_words(actor: ActorMention | None) -> str:
    """An actor: its name, country and sectors, and the words where they differ from the name."""
    if actor is None:
        return "not told"
    name, words = plain(actor.name or ""), plain(actor.text)
    codes = " ".join(filter(None, (actor.country, *actor.sectors)))
    parts = [name or words, f"[{plain(codes)}]" if codes else "", f'"{words}"' if name and words != name else ""]
    return " ".join(filter(None, parts))


def when_words(when: When | None) -> str:
    """When: the days, and how they are known."""
    if when is None or when.begin is None:
        return "not known"
    days = str(when.begin) if when.finish in {None, when.begin} else f"{when.begin} to {when.finish}"
    return f"{days} ({when.basis})"


def place_words(place: PlaceMention | None, basis: str | None = None) -> str:
    """Where: the place, its country, how large a thing the name names, and how it is known if not by its own words."""
    if place is None:
        return "not told"
    told = None if basis == "stated" else basis
    known = [part for part in (place.country, place.precision, told) if part]
    return plain(place.name or place.text) + (f" ({plain(', '.join(known))})" if known else "")


def range_words(low: float | None, high: float | None) -> str:
    """A number told, as a range where it is one."""
    if low is None or high is None:
        return "how many is not known" if low == high else f"at least {low}" if high is None else f"at most {high}"
    return str(low) if low == high else f"{low} to {high}"


def claimant_words(claimant: Claimant, is_party: bool | None) -> str:
    """Who says so, and whether it is a party to it."""
    if claimant.kind == "outlet":
        return "the outlet itself"
    who = plain(
        claimant.name or claimant.actor_id or ("somebody unnamed" if claimant.kind == "unnamed" else "not resolved")
    )
    return who + (", a party to it" if is_party else "")


def evidence_words(text: str, claim: Claim) -> Text:
    """The words the claim rests on, with the trigger marked."""
    from rich.text import Text

    start, end = claim.evidence.start, claim.evidence.end
    if not claim.evidence.holds(claim.trigger):
        return Text(f'"{plain(text[start : min(end, start + LONGEST)])}"')
    first, last = claim.trigger.start, claim.trigger.end
    cut, stop = max(start, first - LONGEST // 2), min(end, last + LONGEST // 2)
    before, after = text[cut:first], text[last:stop]
    quoted = Text('"' + ("…" if cut > start else ""))
    quoted.append(spaced(before)).append(f"[{plain(text[first:last])}]", style="bold").append(spaced(after))
    return quoted.append(("…" if stop < end else "") + '"')


def spaced(text: str) -> str:
    """The text made plain, keeping that it begins or ends with a space."""
    inner = plain(text)
    return (" " if text[:1].isspace() else "") + inner + (" " if inner and text[-1:].isspace() else "")
