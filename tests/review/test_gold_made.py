"""Gold from reviews, and the way back: what is exported is read as what was decided."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.app import door
from dateline.desk import Desk
from dateline.engine.local import Local
from dateline.evaluate import figures, sentences
from dateline.recipe import pipeline
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.decision import Named
from dateline.records.mention import ActorMention
from dateline.records.review import ACCEPT, REJECT, Answers, Review, Thing
from dateline.records.text import Span
from dateline.review.answers import answers_of
from dateline.review.gold import Decided, gold
from review_desk import REPORTS, reviewing, say, write

TEXT = "Rebels shelled the port on Monday, and police arrested the mayor."
SENTENCE = Span(0, len(TEXT))


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def actor(words: str) -> ActorMention:
    span = at(words)
    return ActorMention(span.start, span.end, words, "nominal")


def claim(name: str, kind: str, who: str | None, trigger: str, whom: str | None) -> Claim:
    ends = [actor(one) if one else None for one in (who, whom)]
    return Claim(name, kind, at(trigger), SENTENCE, actor=ends[0], recipient=ends[1], context=("crime",))


SHELLING = claim("c1", "ASSAULT", "Rebels", "shelled", "the port")
ARREST = claim("c2", "COERCE", "police", "arrested", "the mayor")


def decided(one: Claim, verdict: str = ACCEPT, text: str = TEXT, **changes: object) -> Decided:
    answers: Answers | None = replace(answers_of(one), **changes) if verdict != REJECT else None  # type: ignore[arg-type]
    about = Named("a1", one.id, one.type, one.trigger.start, one.trigger.end)
    review = Review(about, verdict, "Ana", "now", one.evidence, text, answers_of(one), answers)
    return Article("a1", text), one, review


def test_a_sentence_is_marked_and_its_events_are_listed() -> None:
    [made] = gold([decided(SHELLING), decided(ARREST, status="planned", mode="arrest")]).sentences
    assert made.marked == "[1 Rebels] shelled [2 the port] on Monday, and [3 police] arrested [4 the mayor]."
    assert [(one.actor, one.recipient, one.type, one.mode, one.status, one.trigger) for one in made.pairs] == [
        (1, 2, "ASSAULT", None, "happened", "shelled"),
        (3, 4, "COERCE", "arrest", "planned", "arrested"),
    ]
    assert made.contexts == ("crime",)


def test_what_is_rejected_is_no_event_of_its_sentence() -> None:
    [made] = gold([decided(SHELLING), decided(ARREST, REJECT)]).sentences
    assert (made.marked, len(made.pairs)) == (
        "[1 Rebels] shelled [2 the port] on Monday, and police arrested the mayor.", 1,
    )  # fmt: skip
    [empty] = gold([decided(SHELLING, REJECT), decided(ARREST, REJECT)]).sentences
    assert (empty.marked, empty.pairs) == (TEXT, ())


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ([decided(SHELLING), (Article("a1", TEXT), ARREST, None)], "a claim in it is not decided"),
        ([decided(SHELLING, actor=Thing("the tide"))], "somebody is not named in it"),
        ([decided(SHELLING, actor=Thing("the port on", None, 15, 26))], "names overlap"),
        ([decided(SHELLING, actor=None, recipient=None)], "an event in it has no ends"),
        ([decided(SHELLING), decided(replace(SHELLING, id="c3"))], "two events have the same ends"),
        ([decided(SHELLING, span=False)], "its words do not tell the event"),
        ([decided(SHELLING, text=TEXT.replace("Monday", "[Mond]"))], "it has brackets"),
    ],
)
def test_what_the_form_cannot_say_is_left_out_and_counted(claims: list[Decided], reason: str) -> None:
    made = gold(claims)
    assert made.sentences == ()
    assert made.left_out == {reason: 1}


def test_the_export_is_read_back_by_the_evaluation(tmp_path: Path) -> None:
    database, path = str(tmp_path / "test.db"), tmp_path / "gold.jsonl"
    rows = tmp_path / "in.jsonl"
    text = "Police arrested the mayor on Monday. Rebels shelled the port. It rained all week in the valley."
    rows.write_text(json.dumps({"id": "a1", "text": text, "published": "2024-03-04"}), encoding="utf-8")
    desk = Desk(database)
    desk.add(rows, engine=Local(workers=1))
    told = list(desk.claims())
    assert len(told) == 2
    with reviewing(database) as reviewer:
        for article, one in told:
            say(reviewer, f"{article.id}/{one.id}", "accept")
    done = CliRunner().invoke(door(), ["review", "export", str(path), "--db", database])
    assert done.exit_code == 0
    assert "2 sentences" in done.stderr
    marked = {one.text: one for one in sentences(path)}
    assert set(marked) == {"Police arrested the mayor on Monday.", "Rebels shelled the port."}
    assert [pair["type"] for one in marked.values() for pair in one.told.values()] == ["COERCE", "ASSAULT"]
    found = figures(path, pipeline())
    assert (found["found_recall"], found["found_precision"], found["trigger_acc"]) == (1.0, 1.0, 1.0)
    shown = CliRunner().invoke(door(), ["evaluate", str(path)])
    assert json.loads(shown.stdout) == found


def test_the_command_line_tells_what_reviewing_comes_to(tmp_path: Path) -> None:
    database = str(tmp_path / "test.db")
    write(database, *REPORTS)
    with reviewing(database) as reviewer:
        say(reviewer, "a1/c000", "accept", comment="seen")
        say(reviewer, "a1/c000", "reject", by="Ben")
    run = CliRunner().invoke
    assert "Ben reject a1/c000" in run(door(), ["review", "list", "--db", database]).stdout
    listed = [
        json.loads(one) for one in run(door(), ["review", "list", "--json", "--db", database]).stdout.splitlines()
    ]
    assert [one["comment"] for one in listed] == ["seen", ""]
    table = run(door(), ["review", "agreement", "--json", "--db", database]).stdout.splitlines()
    assert json.loads(table[0])["kappas"] == [{"one": "Ana", "other": "Ben", "claims": 1, "kappa": 0.0}]
    for command in ("agreement", "accuracy"):
        shown = run(door(), ["review", command, "--db", database])
        assert shown.exit_code == 0
        assert "status" in shown.stdout
    assert run(door(), ["claims", "--reviewed", "unsettled", "--json", "--db", database]).stdout.count("\n") == 1
    assert run(door(), ["claims", "--reviewed", "maybe", "--db", database]).exit_code == 2
