"""How many sentences a second the learned coder types, the pair given: `python benchmarks/coder.py [PROCESSES]`.

Whole sentences as they stand in `evaluation/gold`, the first two marked spans each, one pair at a time, as at run time.
"""

from __future__ import annotations

import sys
import time
from multiprocessing import Pool
from pathlib import Path

from dateline.coding.model import open_coder
from dateline.evaluate import Marked, sentences

GOLD = Path(__file__).parents[1] / "evaluation" / "gold" / "sentences.jsonl"
ROUNDS = 5


def typed(found: list[Marked]) -> int:
    """How many sentences were typed."""
    coder = open_coder()
    for marked in found:
        first, second = sorted(marked.spans.values(), key=lambda span: span.start)[:2]
        coder.judge(coder.pieces(marked.text), first, second)
    return len(found)


def main() -> None:
    """Prints the sentences a second of so many processes together, models opened before the clock starts."""
    processes = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    found = [one for one in sentences(GOLD) if len(one.spans) > 1]
    with Pool(processes) as pool:
        pool.map(typed, [found[:5]] * processes, chunksize=1)
        begin = time.perf_counter()
        done = sum(pool.map(typed, [found] * ROUNDS * processes, chunksize=1))
        print(f"{done / (time.perf_counter() - begin):.0f} sentences a second with {processes} processes")


if __name__ == "__main__":
    main()
