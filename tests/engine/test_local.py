from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.engine.local import Local
from dateline.errors import BadConfig
from dateline.export.lines import outcome_line
from dateline.records.article import Capture, Failure, Rejection
from dateline.records.claim import Claim
from dateline.records.reading import Reading
from dateline.records.text import Span
from dateline.step import Judgement
from tiny_pipeline import tiny


def inputs(*texts: str) -> list[Capture | Rejection]:
    return [Capture(f"line {n}", text=text, id=f"a{n}") for n, text in enumerate(texts)]


MIXED = [
    *inputs("Russia ATTACKED Syria", "", "this one #break", "Iran MET Oman and Oman MET Iran"),
    Rejection("r1", "x.bin", "binary"),
    *inputs(*[f"word{n} HITS thing{n}" for n in range(20)]),
]


def lines(workers: int, batch: int) -> list[bytes]:
    return [outcome_line(outcome) for outcome in Local(workers, batch).read(tiny(), iter(MIXED))]


def test_every_input_has_its_outcome_in_its_place() -> None:
    outcomes = list(Local(batch=3).read(tiny(), MIXED))
    assert len(outcomes) == len(MIXED)
    kinds = [type(outcome) for outcome in outcomes[:6]]
    assert kinds == [Reading, Rejection, Failure, Reading, Rejection, Reading]
    assert outcomes[4] is MIXED[4]


def test_the_bytes_are_the_same_with_any_number_of_workers() -> None:
    assert lines(1, 32) == lines(1, 1) == lines(2, 3) == lines(3, 1)


def test_a_text_that_kills_its_worker_is_a_failure_and_nothing_else_is_lost() -> None:
    texts = [f"word{n} HITS thing" for n in range(12)]
    texts[4] = "now #kill me"
    outcomes = list(Local(workers=2, batch=2).read(tiny(), inputs(*texts)))
    assert [type(outcome) is Failure for outcome in outcomes] == [n == 4 for n in range(12)]
    assert isinstance(outcomes[4], Failure)
    assert "died" in outcomes[4].error
    assert outcomes[4].id == "a4"


def test_inputs_are_taken_a_little_ahead_and_not_all_at_once() -> None:
    taken = 0

    def endless() -> Iterator[Capture]:
        nonlocal taken
        while True:
            taken += 1
            yield Capture("x", text="Russia HITS it", id=str(taken))

    outcomes = Local(workers=2, batch=4).read(tiny(), endless())
    for _ in range(40):
        next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert taken <= 40 + 2 * 2 * 4


def test_workers_that_cannot_start_are_bad_use_and_not_a_lost_run(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent.parent)!r})\n"
        "from tiny_pipeline import tiny, Capture\n"
        "from dateline.engine.local import Local\n"
        "list(Local(2, 1).read(tiny(), [Capture('x', text='Russia HITS it')]))\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "BadConfig: worker processes cannot start" in done.stderr


def test_pairs_within_a_block_are_compared_once_each() -> None:
    def judge(one: Claim, other: Claim, /) -> Judgement:
        return Judgement(one.type == other.type, 1.0)

    claims = [Claim(str(n), kind, Span(0, 1), Span(0, 1)) for n, kind in enumerate("AAB")]
    judged = list(Local().compare(judge, [("day one", claims), ("day two", claims[:1])]))
    assert [(name, i, j, found.same) for name, i, j, found in judged] == [
        ("day one", 0, 1, True),
        ("day one", 0, 2, False),
        ("day one", 1, 2, False),
    ]


@pytest.mark.parametrize(("workers", "batch"), [(0, 1), (1, 0), (-2, 8)])
def test_impossible_numbers_are_refused(workers: int, batch: int) -> None:
    with pytest.raises(BadConfig, match="at least 1"):
        Local(workers, batch)
