"""Where articles come from: of which story each is, whose it really is, and whether it was taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.merge.copies import Text, stories
from dateline.merge.outlets import outlet
from dateline.merge.report import Report
from dateline.records.decision import STANDS, WITHDRAWN, Decision
from dateline.records.origin import Origin


def origins(reports: Iterable[Report], decisions: Iterable[Decision]) -> dict[str, Origin]:
    """The origin of each article; all articles of a story, and the notices about it, must be among them."""
    read = sorted(reports, key=came)
    story = stories(one.text for one in read)
    source = sources(read, story)
    gone = withdrawn([one.text for one in read], story, source, decisions)
    return {name: Origin(first, source[name], first in gone) for name, first in story.items()}


def came(report: Report) -> tuple[str, str]:
    """The order in which articles came out; those without a date last."""
    return report.text.published, report.text.article_id


def sources(reports: Iterable[Report], story: Mapping[str, str]) -> dict[str, str]:
    """For each article the source it really is: those with the same one are one source.

    The source of a copy is that of the story: the agency that any copy credits, else the outlet that had it first.
    """
    agencies: dict[str, str] = {}
    outlets: dict[str, str] = {}
    for one in reports:
        if one.agency:
            agencies.setdefault(story[one.article.id], one.agency)
        outlets[one.article.id] = outlet(one.article.source) if one.article.source else one.article.id
    return {name: agencies.get(first) or outlets[first] for name, first in story.items()}


def withdrawn(
    texts: Iterable[Text], story: Mapping[str, str], source: Mapping[str, str], decisions: Iterable[Decision]
) -> set[str]:
    """The stories that were taken back, by a notice of their own source or by people, whose last word counts.

    A notice goes with what it takes back: what it repeats is no claim.
    """
    titled: dict[int, list[Text]] = {}
    notices: list[Text] = []
    for one in texts:
        if one.title is not None:
            titled.setdefault(one.title, []).append(one)
        if one.takes_back:
            notices.append(one)
    gone: set[str] = set()
    for notice in notices:
        meant = [one for title in notice.takes_back for one in titled.get(title, ()) if precedes(one, notice, source)]
        gone |= {story[one.article_id] for one in (*meant, *([notice] if meant else []))}
    for decision in decisions:
        named = {story[one.article_id] for one in decision.ones if one.article_id in story}
        gone = gone | named if decision.kind == WITHDRAWN else gone - named if decision.kind == STANDS else gone
    return gone


def precedes(text: Text, notice: Text, source: Mapping[str, str]) -> bool:
    """Whether a notice may be about a text: of one source, and no earlier."""
    own = text.article_id != notice.article_id and source[text.article_id] == source[notice.article_id]
    return own and text.published[:10] <= notice.published[:10]
