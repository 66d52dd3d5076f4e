"""The learned coder: a small network that reads a sentence with two spans marked. The one door to ONNX Runtime.

How it was trained and how often it is right: `data/models/en-coder/CARD.md`. What it knows of the words of a text is
asked where events were, too: `data/models/where/CARD.md`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnxruntime

from dateline.coding.pieces import Marked, Pieces, marked, pieces, tokenizer
from dateline.errors import BadConfig
from dateline.lexicon.files import DATA
from dateline.records.text import Span

FOLDER = DATA / "models" / "en-coder"
PLACER = DATA / "models" / "where" / "where.onnx"
LAYERS = ("layer_3", "layer_4", "layer_5", "layer_6")
"""The layers of the encoder whose states are asked for, of six."""
NONE = "NONE"
LIKELY = 0.5
"""From this chance on a context is named."""
Numbers = Any
"""An array of NumPy."""


@dataclass(frozen=True)
class Told:
    """What the model says of one direction between two spans.

    `types` and `statuses` are natural logarithms of chances that add up to 1; NONE is no event. `modes` holds the
    likeliest mode of each type. `words` are the offsets of each word piece, with how likely (0 to 1) it tells it.
    """

    types: Mapping[str, float]
    modes: Mapping[str, str | None]
    statuses: Mapping[str, float]
    contexts: tuple[str, ...]
    words: tuple[tuple[int, int, float], ...]


@dataclass(frozen=True)
class Coder:
    """The opened model. One pair is read at a time, so that an answer never depends on what else was asked."""

    session: Any
    labels: Mapping[str, tuple[str, ...]]
    vocabulary: Path

    def pieces(self, text: str) -> Pieces:
        """A sentence as the model's word pieces."""
        return pieces(text, self.vocabulary)

    def judge(self, sentence: Pieces, first: Span, second: Span | None) -> tuple[Told, Told]:
        """What the sentence tells from `first` to `second`, and back. Spans count from the sentence's first character.

        `first` stands before `second`; where `second` is None: what the first does, and what is done to it.
        """
        asked = marked(sentence, first, second)
        ids, ends = np.array([asked.ids], dtype=np.int64), np.array([asked.ends], dtype=np.int64)
        heads = ("type", "mode", "status", "context", "trigger")
        found = dict(zip(heads, self.session.run(heads, {"ids": ids, "ends": ends}), strict=True))
        contexts = found.pop("context")[0].mean(axis=0)  # of the sentence, whichever way one looks at the pair
        sides = ({name: found[name][0][side] for name in found} | {"context": contexts} for side in (0, 1))
        there, back = (self._told(logits, asked, sentence) for logits in sides)
        return there, back

    def states(self, ids: Sequence[int]) -> Numbers:
        """The states of each piece of a text that has no marks, [piece, layer, width]."""
        asked = {"ids": np.array([ids], dtype=np.int64), "ends": np.zeros((1, 2), dtype=np.int64)}
        return np.stack([layer[0] for layer in self.session.run(LAYERS, asked)], axis=1)

    def _told(self, logits: Mapping[str, Numbers], asked: Marked, sentence: Pieces) -> Told:
        chances = sigmoid(logits["trigger"])
        words = tuple(
            (*sentence.offsets[origin], round(float(chance), 4))
            for origin, chance in zip(asked.origins, chances, strict=True)
            if origin >= 0
        )
        likely = sigmoid(logits["context"]) >= LIKELY
        return Told(
            self._logarithms("type", logits["type"]),
            best_modes(self.labels["mode"], logits["mode"]),
            self._logarithms("status", logits["status"]),
            tuple(name for name, is_likely in zip(self.labels["context"], likely, strict=True) if is_likely),
            words,
        )

    def _logarithms(self, head: str, logits: Numbers) -> dict[str, float]:
        shifted = logits.astype(np.float64) - logits.max()
        found = shifted - np.log(np.exp(shifted).sum())
        return {name: round(float(value), 4) for name, value in zip(self.labels[head], found, strict=True)}


@dataclass(frozen=True)
class Placer:
    """The opened network that says from the states of words where an event was."""

    session: Any

    def scores(self, event: Numbers, mentions: Numbers, grades: Numbers) -> tuple[float, list[float]]:
        """What speaks for nowhere, and for each mention of a place; logarithms of what is likelier."""
        asked = {"event": event, "mentions": mentions, "grades": grades}
        nowhere, scores = self.session.run(("nowhere", "scores"), asked)
        return round(float(nowhere), 4), [round(float(one), 4) for one in scores]


def sigmoid(logits: Numbers) -> Numbers:
    """Chances from logits."""
    return 1 / (1 + np.exp(-logits.astype(np.float64)))


def best_modes(labels: Sequence[str], logits: Numbers) -> dict[str, str | None]:
    """The likeliest mode of each type, from labels such as "ASSAULT" and "ASSAULT/aerial"."""
    best: dict[str, tuple[float, str | None]] = {}
    for label, value in zip(labels, logits, strict=True):
        kind, _, mode = label.partition("/")
        if kind not in best or value > best[kind][0]:
            best[kind] = (value, mode or None)
    return {kind: mode for kind, (_, mode) in best.items()}


@cache
def open_coder(folder: Path = FOLDER) -> Coder:
    """The model in a folder, opened once in a process. Raises `BadConfig` where it cannot be read."""
    try:
        labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=dict[str, tuple[str, ...]])
        session = opened(folder / "coder.onnx")
        tokenizer(folder / "vocab.txt")
    except Exception as error:  # ONNX Runtime raises classes of its own for each way a file can be broken
        raise BadConfig(f"the model in {folder} cannot be read ({error}); install dateline again") from error
    return Coder(session, labels, folder / "vocab.txt")


@cache
def open_placer(path: Path = PLACER) -> Placer:
    """The network of places in a file, opened once in a process. Raises `BadConfig` where it cannot be read."""
    try:
        return Placer(opened(path))
    except Exception as error:  # as above
        raise BadConfig(f"the model {path} cannot be read ({error}); install dateline again") from error


def opened(path: Path) -> Any:
    """A network in a file; as many processes as there are workers, so each has one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
