"""Writes a trained coder as int8 ONNX, with the vocabulary and the labels beside it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dateline.coding.model import LAYERS
from training.coder.batches import Labels
from training.coder.network import Coder

HEADS = ("type", "mode", "status", "context", "trigger", *LAYERS)


class Exported(nn.Module):
    """The coder as it is asked at run time: sentences of one length, nothing to mask."""

    def __init__(self, coder: Coder) -> None:
        super().__init__()
        self.coder = coder

    def forward(self, ids: Tensor, ends: Tensor) -> tuple[Tensor, ...]:
        """Logits by head and states by layer, in the order of `HEADS`."""
        told = self.coder(ids, torch.ones_like(ids), ends)
        return tuple(told[name] for name in HEADS)


def export(coder: Coder, folder: Path, labels: Labels, vocabulary: Path, *, whole: bool = False) -> None:
    """Writes `coder.onnx`, `vocab.txt` and `labels.json`; with `whole`, 32-bit weights."""
    folder.mkdir(parents=True, exist_ok=True)
    exact = folder / "coder-32.onnx"
    example = (torch.tensor([[101, 1030, 2054, 1030, 2003, 1001, 2023, 1001, 102]]), torch.tensor([[1, 5]]))
    length = {1: "length"}
    torch.onnx.export(
        Exported(coder.eval()), example, exact, input_names=["ids", "ends"], output_names=list(HEADS),
        dynamic_axes={"ids": length, "trigger": {2: "length"}} | dict.fromkeys(LAYERS, length),
        opset_version=17, dynamo=False,
    )  # fmt: skip
    if whole:
        exact.replace(folder / "coder.onnx")
    else:
        # 7 bits: products of full 8-bit weights overflow on processors without VNNI
        quantize_dynamic(exact, folder / "coder.onnx", weight_type=QuantType.QInt8, reduce_range=True, per_channel=True)
        exact.unlink()
    shutil.copy(vocabulary, folder / "vocab.txt")
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
