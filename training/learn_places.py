"""Learns which place a claim has: the network and the weights, both written to where the program has them.

`python -m training.learn_places` reads the reports written for it (`training/places`). The same reports, program and
machine give the same.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from dateline.coding.asked_where import Question
from dateline.coding.options import Case
from dateline.records.claim import Claim
from training.marked_places import REPORTS, Happening, happenings, is_called, reader
from training.where_by_words import Asked, Plan, asked, export, held_back, trained
from training.where_it_happened import Example, example, heard, write


def in_numbers(report: str, question: Question, place: str | None) -> Asked:
    """A question as the network learns from it."""
    options = (None, *question.places)
    return asked(report, question, [n for n, one in enumerate(options) if is_called(one, place)])


def with_network(told: Sequence[Happening], known: Sequence[tuple[Happening, Claim]]) -> tuple[list[Example], str]:
    """Claims as examples, with what a network says that learned from other reports, and how it learned. One that
    learned from all is written."""
    plan, learnable = Plan(), [in_numbers(one.report, one.question, one.place) for one in told]
    questions = [(one, Question(one.page, claim.trigger, Case(one.page, claim).options)) for one, claim in known]
    found = held_back(learnable, [in_numbers(one.report, each, one.place) for one, each in questions], plan)
    export(trained([one for one in learnable if bool(one.right.any())], plan))
    return [heard(example(*one), chances) for one, chances in zip(known, found, strict=True)], str(plan)


def main() -> None:
    """Learns anew and writes what was learned."""
    with REPORTS.open(encoding="utf-8") as lines:
        told = list(happenings(map(json.loads, lines), reader()))
    write(*with_network(told, [(one, claim) for one in told for claim in one.claims]))


if __name__ == "__main__":
    main()
