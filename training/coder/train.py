"""Trains the coder on the labelled sentences."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.coder.batches import SKIP, Item, Labels, batches, read, wanted
from training.coder.network import Coder


@dataclass(frozen=True)
class Plan:
    """The settings of a training run."""

    seed: int = 7
    epochs: int = 6
    batch: int = 32
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    smoothing: float = 0.05
    warm_up: float = 0.06
    silent: float = 0.4
    """Twos without an event that each epoch sees, for each with one: others in each epoch."""
    short: float = 0.3
    """The share of twos that an epoch sees with an end in short, where there is a shorter one."""


WEIGHTS = {"type": 1.0, "mode": 0.3, "status": 0.3, "context": 0.5, "trigger": 0.3}
"""What each head's loss counts."""


Shapes = Sequence[Item]
"""Two ends of a sentence as they are marked, and then with an end in short."""


def train(items: Sequence[Shapes], encoder: Path, labels: Labels, plan: Plan) -> Coder:
    """A coder trained on the items; the same items, plan and machine give the same weights."""
    torch.manual_seed(plan.seed)
    torch.use_deterministic_algorithms(True)
    dice = random.Random(plan.seed)
    coder = Coder.on(encoder, {name: len(names) for name, names in labels.items()})
    rounds = [list(batches(shown(items, plan, dice), plan.batch, dice)) for _ in range(plan.epochs)]
    total = sum(map(len, rounds))
    optimizer = torch.optim.AdamW(groups(coder, plan), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, total, plan.warm_up))
    coder.train()
    for epoch, found in enumerate(rounds, 1):
        begin, told = time.monotonic(), 0.0
        for batch in found:
            lost = loss(coder(**read([one.marked for one in batch])), wanted(batch, len(labels["context"])), plan)
            optimizer.zero_grad()
            lost.backward()
            torch.nn.utils.clip_grad_norm_(coder.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            told += lost.item()
        print(
            f"epoch {epoch}: loss {told / len(found):.3f}, {time.monotonic() - begin:.0f} s",
            file=sys.stderr,
            flush=True,
        )
    return coder.eval()


def shown(items: Sequence[Shapes], plan: Plan, dice: random.Random) -> list[Item]:
    """What one epoch sees: every event between two told ends, and a share of the rest; some with an end in short."""
    events = [one for one in items if one[0].tells and one[0].marked.ends[1]]
    rest = [one for one in items if not (one[0].tells and one[0].marked.ends[1])]
    seen = [*events, *dice.sample(rest, min(len(rest), round(len(events) * plan.silent)))]
    return [dice.choice(one[1:]) if one[1:] and dice.random() < plan.short else one[0] for one in seen]


def groups(coder: Coder, plan: Plan) -> list[dict]:
    """The encoder learns slower than the heads; its word vectors, 12 of 22 million weights, not at all."""
    coder.encoder.embeddings.requires_grad_(False)
    learned = [(name, value) for name, value in coder.named_parameters() if value.requires_grad]
    return [
        {"params": [value for name, value in learned if name.startswith("encoder.")], "lr": plan.encoder_rate},
        {"params": [value for name, value in learned if not name.startswith("encoder.")], "lr": plan.head_rate},
    ]


def rate(step: int, total: int, warm_up: float) -> float:
    """The share of the learning rate at a step: up in the beginning, then straight down to nothing."""
    first = max(1, round(total * warm_up))
    return (step + 1) / first if step < first else max(0.0, (total - step) / max(1, total - first))


def loss(told: Mapping[str, Tensor], right: Mapping[str, Tensor], plan: Plan) -> Tensor:
    """What a batch costs: the heads' losses, weighted; what nobody labelled costs nothing."""
    parts = [torch.zeros(())]
    for name in ("type", "mode", "status"):
        if (right[name] != SKIP).any():
            logits, label = told[name].flatten(0, 1), right[name].flatten()
            parts.append(
                WEIGHTS[name]
                * functional.cross_entropy(logits, label, ignore_index=SKIP, label_smoothing=plan.smoothing)
            )
    for name, logits in (("context", told["context"].mean(1)), ("trigger", told["trigger"])):
        known = right[name] != SKIP
        if known.any():
            cost = functional.binary_cross_entropy_with_logits(logits[known], right[name][known].float())
            parts.append(WEIGHTS[name] * cost)
    return torch.stack(parts).sum()
