"""Learns the network that says from the words of a report where an event was (`dateline.coding.asked_where`).

It reads what the encoder of the learned coder knows of the words and learns nothing in that encoder, so it needs no
encoder of its own, and has to be learned anew when the coder is. The same reports, program and machine give the same
network.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dateline.coding.asked_where import GRADES, LEAST, Question
from dateline.coding.model import LAYERS, PLACER

WIDTH, HIDDEN = 384, 128
PARTS = 3
"""Into how many parts reports are dealt, each judged by a network learned of the others."""
NOTHING = -1e4


@dataclass(frozen=True)
class Plan:
    """The settings of a training run."""

    seed: int = 7
    epochs: int = 5
    batch: int = 64
    rate: float = 2e-3
    decay: float = 0.05
    dropout: float = 0.4
    warm_up: int = 50


@dataclass(frozen=True)
class Asked:
    """A question of a report as numbers: the states of the event and of the mentions, and which options are right."""

    report: str
    event: Tensor
    mentions: Tensor
    grades: Tensor
    numbers: Tensor
    right: Tensor


def asked(report: str, question: Question, right: Iterable[int]) -> Asked:
    """A question as numbers."""
    states, options = question.page.states, torch.zeros(len(question.places) + 1, dtype=torch.bool)
    options[list(right)] = True
    mentions = [states.of(one) for _, one in question.mentions] or [np.zeros((0, len(LAYERS), WIDTH), np.float32)]
    return Asked(
        report,
        torch.from_numpy(np.stack([states.of(one) for one in question.event])).half(),
        torch.from_numpy(np.stack(mentions) if question.mentions else mentions[0]).half(),
        torch.from_numpy(question.grades.reshape(-1, len(GRADES))),
        torch.tensor([number for number, _ in question.mentions], dtype=torch.long),
        options,
    )


@dataclass(frozen=True)
class Batch:
    """Some questions at once: `of_mention` and `of_option` say whose each is, `options` which option a mention is of,
    `nowhere` which options are nowhere."""

    event: Tensor
    mentions: Tensor
    grades: Tensor
    of_mention: Tensor
    options: Tensor
    of_option: Tensor
    nowhere: Tensor
    right: Tensor

    @classmethod
    def of(cls, found: Sequence[Asked]) -> Batch:
        """Questions as a batch."""
        sizes, told = torch.tensor([len(one.right) for one in found]), [len(one.numbers) for one in found]
        first, turn = torch.cumsum(sizes, 0) - sizes, torch.arange(len(found))
        return cls(
            torch.stack([one.event for one in found]).float(),
            torch.cat([one.mentions for one in found]).float(),
            torch.cat([one.grades for one in found]),
            turn.repeat_interleave(torch.tensor(told)),
            torch.cat([one.numbers + n for one, n in zip(found, first.tolist(), strict=True)]),
            turn.repeat_interleave(sizes),
            first,
            torch.cat([one.right for one in found]),
        )


class Network(nn.Module):
    """What speaks for nowhere, from the words of an event, and for a mention of a place, from both."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.layers = nn.Parameter(torch.zeros(3, len(LAYERS)))
        """How much of each layer is taken of the event's words, its sentence, and a mention."""
        self.of_event, self.of_mention = nn.Linear(2 * WIDTH, HIDDEN), nn.Linear(WIDTH, HIDDEN)
        self.looked_for = nn.Linear(HIDDEN, HIDDEN)
        self.of_both = head(3 * HIDDEN + len(GRADES), dropout)
        self.of_nowhere = head(HIDDEN, dropout)
        self.dropout = nn.Dropout(dropout)

    def forward(self, event: Tensor, mentions: Tensor, grades: Tensor, whose: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of nowhere, [event], and of the mentions; `whose` says of which event each is asked."""
        taken = torch.softmax(self.layers, dim=1).unsqueeze(-1)
        words, sentence = ((event[:, n] * taken[n]).sum(1) for n in (0, 1))
        told = functional.gelu(self.of_event(self.dropout(torch.cat([words, sentence], dim=-1))))
        named = functional.gelu(self.of_mention(self.dropout((mentions * taken[2]).sum(1))))
        own = told[whose]
        both = torch.cat([self.looked_for(own) * named, own, named, grades], dim=-1)
        return self.of_nowhere(told).squeeze(-1), self.of_both(both).squeeze(-1)


def head(width: int, dropout: float) -> nn.Sequential:
    """A number from states."""
    return nn.Sequential(nn.Linear(width, HIDDEN), nn.GELU(), nn.Dropout(dropout), nn.Linear(HIDDEN, 1))


def logarithms(network: Network, batch: Batch) -> Tensor:
    """How likely each option of a batch is: natural logarithms, those of one question after the other."""
    nowhere, scores = network(batch.event, batch.mentions, batch.grades, batch.of_mention)
    options = summed(scores, batch.options, len(batch.right)).index_copy(0, batch.nowhere, nowhere)
    return options - summed(options, batch.of_option, len(batch.nowhere))[batch.of_option]


def summed(scores: Tensor, whose: Tensor, size: int) -> Tensor:
    """The logarithm of the sum of what scores are the logarithms of, for each that they are of."""
    most = torch.full((size,), NOTHING).scatter_reduce(0, whose, scores.detach(), "amax")
    return most + torch.log(torch.zeros(size).index_add(0, whose, torch.exp(scores - most[whose])).clamp_min(1e-20))


def trained(found: Sequence[Asked], plan: Plan) -> Network:
    """A network trained on questions of which some option is right."""
    torch.manual_seed(plan.seed)
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(1)  # sums come in one order
    dice, network = random.Random(plan.seed), Network(plan.dropout)
    rounds = [part for _ in range(plan.epochs) for part in batches(dice.sample(found, len(found)), plan.batch)]
    optimizer = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay)
    network.train()
    for step, part in enumerate(rounds):
        for group in optimizer.param_groups:
            group["lr"] = plan.rate * min(1.0, (step + 1) / plan.warm_up) * (1 - step / len(rounds))
        batch = Batch.of(part)
        chances = logarithms(network, batch).masked_fill(~batch.right, NOTHING)
        lost = -summed(chances, batch.of_option, len(batch.nowhere)).mean()
        optimizer.zero_grad()
        lost.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
    return network.eval()


def batches(found: Sequence[Asked], size: int) -> Iterator[Sequence[Asked]]:
    """Questions so many at a time."""
    return (found[n : n + size] for n in range(0, len(found), size))


def judged(network: Network, found: Sequence[Asked]) -> list[list[float]]:
    """How likely the options of each question are by a network: natural logarithms, none below `LEAST`."""
    told: list[list[float]] = []
    with torch.inference_mode():
        for part in batches(found, 256):
            each = torch.split(logarithms(network, Batch.of(part)), [len(one.right) for one in part])
            told += [[max(LEAST, round(one, 3)) for one in chances.tolist()] for chances in each]
    return told


def held_back(known: Sequence[Asked], found: Sequence[Asked], plan: Plan) -> list[list[float]]:
    """How likely the options of `found` are by networks that learned of what is known of the reports in other parts."""
    part = {name: n % PARTS for n, name in enumerate(sorted({one.report for one in found}))}
    told: dict[int, list[float]] = {}
    for n in range(PARTS):
        mine = [turn for turn, one in enumerate(found) if part[one.report] == n]
        network = trained([one for one in known if part.get(one.report) != n and bool(one.right.any())], plan)
        told |= zip(mine, judged(network, [found[turn] for turn in mine]), strict=True)
    return [told[turn] for turn in range(len(found))]


class Exported(nn.Module):
    """The network as it is asked at run time: of one event."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, event: Tensor, mentions: Tensor, grades: Tensor) -> tuple[Tensor, Tensor]:
        """The score of nowhere and those of the mentions."""
        whose = torch.zeros_like(grades[:, 0], dtype=torch.long)  # a size read from a shape would be fixed
        nowhere, scores = self.network(event.unsqueeze(0), mentions, grades, whose)
        return nowhere[0], scores


def export(network: Network, path: Path = PLACER) -> None:
    """Writes a network to where the program has it."""
    example = (torch.zeros(2, len(LAYERS), WIDTH), torch.zeros(5, len(LAYERS), WIDTH), torch.zeros(5, len(GRADES)))
    number = {0: "number"}
    torch.onnx.export(
        Exported(network), example, path, input_names=["event", "mentions", "grades"],
        output_names=["nowhere", "scores"], dynamic_axes={"mentions": number, "grades": number, "scores": number},
        opset_version=17, dynamo=False,
    )  # fmt: skip
