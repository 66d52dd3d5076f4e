"""Draws docs/images/coded-article.svg from a real reading: `python docs/images/coded_article.py`.

The dispatch was written for this picture.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

import dateline as dl
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention

DISPATCH = (
    "BEIRUT, Oct 13 - Russian jets struck a market in Idlib on Monday, killing at least 12 people, a monitoring group said. "
    "Moscow denied that its aircraft had hit civilians. “Our planes bombed only terrorist positions,” the Russian defence "
    "ministry said. The rebels vowed to attack Russian bases in Latakia."
)
STYLES = {
    "trigger": "bold black on #ffd76e",
    "actor": "#005a9c underline",
    "recipient": "#9c2a00 underline",
    "claimant": "#2f7d32 italic",
    "time": "#6a3d9a",
}
WIDTH = 108


def main() -> None:
    """Writes the picture."""
    reading = dl.reader("en").read(dl.Article.of(DISPATCH, published=date(2015, 10, 13), source="demonstration"))
    console = Console(record=True, width=WIDTH, file=open("/dev/null", "w"), force_terminal=True)  # noqa: SIM115
    console.print(marked(reading))
    for claim in reading.claims:
        console.print()
        console.print(told(claim))
    title = "dateline read dispatch.txt --published 2015-10-13"
    svg = console.export_svg(title=title, theme=DEFAULT_TERMINAL_THEME)
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)  # a picture asks no server for a font
    target = Path(__file__).with_name("coded-article.svg")
    target.write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", encoding="utf-8")


def marked(reading: dl.Reading) -> Text:
    """The text with the words that the claims rest on."""
    text = Text(reading.article.text)
    for statement in reading.statements:
        if statement.source:
            text.stylize(STYLES["claimant"], statement.source.start, statement.source.end)
    for time in reading.times:
        text.stylize(STYLES["time"], time.start, time.end)
    for claim in reading.claims:
        for name, span in (("recipient", claim.recipient), ("actor", claim.actor), ("trigger", claim.trigger)):
            if span is not None:
                text.stylize(STYLES[name], span.start, span.end)
    return text


def told(claim: Claim) -> Text:
    """A claim in two lines."""
    head = Text.assemble((f" {claim.type} ", STYLES["trigger"]), f" {claim.mode or ''} · {claim.status}   ")
    head.append(end(claim.actor), STYLES["actor"])
    head.append(" → ")
    head.append(end(claim.recipient), STYLES["recipient"])
    who = claim.claimant.name or {"outlet": "the outlet itself"}.get(claim.claimant.kind, "somebody unnamed")
    party = {True: " (a party)", False: "", None: ""}[claim.claimant_is_party]
    numbers = ", ".join(
        f"{count.kind} {count.low}{'' if count.high == count.low else '+'}" for count in claim.quantities
    )
    parts = [str(claim.when) if claim.when else "", claim.place.name or "" if claim.place else "", numbers]
    head.append("\n        " + " · ".join(part for part in parts if part) + "   says: ")
    head.append(who + party, STYLES["claimant"])
    return head


def end(actor: ActorMention | None) -> str:
    """An actor with its country and sector."""
    if actor is None:
        return "not told"
    known = " ".join(filter(None, (actor.country, *actor.sectors[:1])))
    return f"{actor.text} [{known}]" if known else actor.text


if __name__ == "__main__":
    main()
