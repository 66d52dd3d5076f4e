"""Sentences with two spans as tensors, in batches of about the same length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from dateline.coding.pieces import Marked, Pieces, marked, pieces
from training.coder.sentences import NONE, Answer, Two

SKIP = -100
"""A label that no loss is counted for."""
Labels = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Item:
    """Two spans as numbers; each list has a label for there and one for back."""

    marked: Marked
    type: tuple[int, int]
    mode: tuple[int, int]
    status: tuple[int, int]
    trigger: tuple[tuple[int, ...] | None, tuple[int, ...] | None]
    """1 for each piece of the trigger; None where nobody marked one."""
    contexts: tuple[int, ...] | None

    @property
    def tells(self) -> bool:
        """Whether an event runs between the two."""
        return max(self.type) > 0


def item(two: Two, labels: Labels, vocabulary: Path) -> Item:
    """Two spans of a sentence as numbers."""
    sentence = pieces(two.text, vocabulary)
    ids = marked(sentence, two.first, two.second)
    sides = (two.there, two.back)
    return Item(
        ids,
        tuple(SKIP if one is None else labels["type"].index(one.type) for one in sides),
        tuple(SKIP if one is None or one.type == NONE else labels["mode"].index(mode_name(one)) for one in sides),
        tuple(SKIP if one is None or not one.status else labels["status"].index(one.status) for one in sides),
        tuple(pointed(one, sentence, ids) for one in sides),
        None if two.contexts is None else tuple(labels["context"].index(name) for name in two.contexts),
    )


def mode_name(one: Answer) -> str:
    """The label of the mode head: "ASSAULT/aerial", or the type alone."""
    return f"{one.type}/{one.mode}" if one.mode else one.type


def pointed(one: Answer | None, sentence: Pieces, ids: Marked) -> tuple[int, ...] | None:
    """Which ids belong to the trigger."""
    where = one.trigger if one else None
    if where is None:
        return None
    on = {n for n, (start, end) in enumerate(sentence.offsets) if start < where.end and where.start < end}
    return tuple(int(n in on) for n in ids.origins)


def batches(items: Sequence[Item], size: int, dice: random.Random | None = None) -> Iterator[list[Item]]:
    """All items in batches of about equal length; in an order of chance where dice are given."""
    key = (lambda one: len(one.marked.ids) + dice.random() * 4) if dice else (lambda one: len(one.marked.ids))
    ordered = sorted(items, key=key)
    found = [ordered[n : n + size] for n in range(0, len(ordered), size)]
    if dice:
        dice.shuffle(found)
    yield from found


def read(batch: Sequence[Marked]) -> dict[str, Tensor]:
    """What the network reads, padded: ids, mask, ends."""
    width = max(len(one.ids) for one in batch)
    return {
        "ids": torch.tensor([[*one.ids, *[0] * (width - len(one.ids))] for one in batch]),
        "mask": torch.tensor([[1] * len(one.ids) + [0] * (width - len(one.ids)) for one in batch]),
        "ends": torch.tensor([one.ends for one in batch]),
    }


def wanted(batch: Sequence[Item], contexts: int) -> dict[str, Tensor]:
    """What the network should say of a batch, by head; SKIP where nobody knows."""
    width = max(len(one.marked.ids) for one in batch)
    unknown, none = [SKIP] * width, [SKIP] * contexts
    return {
        "type": torch.tensor([one.type for one in batch]),
        "mode": torch.tensor([one.mode for one in batch]),
        "status": torch.tensor([one.status for one in batch]),
        "trigger": torch.tensor(
            [[[*side, *unknown[len(side) :]] if side else unknown for side in one.trigger] for one in batch]
        ),
        "context": torch.tensor(
            [none if one.contexts is None else [int(n in one.contexts) for n in range(contexts)] for one in batch]
        ),
    }
