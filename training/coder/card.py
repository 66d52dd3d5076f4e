"""The model card: what the model is, what it was made from, how often it is right, and where it fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from training.coder.batches import Item
from training.coder.train import Plan

TEMPLATE = Path(__file__).with_name("card.md")
NAMES = {
    "event": "type of an event",
    "silence": "no event where there is none",
    "mode": "mode, type given",
    "status": "status",
    "trigger": "trigger",
    "context": "contexts found",
    "named": "contexts named that are right",
}


def card(plan: Plan, sentences: int, items: Sequence[Item], measured: Mapping[str, Any], minutes: float) -> str:
    """The card of a model."""
    bins, error = measured["reliability"]
    twos = [one for one in items if one.marked.ends[1]]
    told = sum(one.tells for one in twos)
    return TEMPLATE.read_text(encoding="utf-8").format(
        sentences=sentences,
        events=told,
        silent=len(twos) - told,
        plan=", ".join(f"{name} {value}" for name, value in asdict(plan).items()),
        minutes=minutes,
        threads=f"{cores} cores" if (cores := torch.get_num_threads()) > 1 else "one core",
        heads="\n".join(f"| {words} | {measured['heads'][name]:.3f} |" for name, words in NAMES.items()),
        error=error,
        bins="\n".join(f"| {one.score:.2f} | {one.claims} | {one.right:.2f} |" for one in bins),
    )
