"""The network: MiniLM over a sentence with two spans marked, and a linear head for each thing that is asked.

After Baldini Soares et al. (ACL 2019, "Matching the Blanks"): the states of the marks stand for the two ends, the mean
of all pieces for the rest of the sentence. The same heads answer both directions, with the ends' states changed round.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from dateline.coding.model import LAYERS

DROPOUT = 0.1


class Coder(nn.Module):
    """Type, mode and status from each of two marked spans to the other, the contexts, and which pieces tell it."""

    def __init__(self, encoder: BertModel, sizes: dict[str, int]) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(DROPOUT)
        width = encoder.config.hidden_size
        self.heads = nn.ModuleDict({f"to_{name}": nn.Linear(3 * width, size) for name, size in sizes.items()})
        self.asking = nn.Linear(3 * width, width)
        """Trigger: what the pair looks for, compared with each piece's state."""

    @classmethod
    def on(cls, folder: Path, sizes: dict[str, int]) -> Coder:
        """A coder on the encoder's weights in a folder, with new heads."""
        return cls(BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="sdpa"), sizes)

    def forward(self, ids: Tensor, mask: Tensor, ends: Tensor) -> dict[str, Tensor]:
        """Logits by head, [batch, direction, label]; `trigger` is [batch, direction, piece]. 0 is there, 1 back.

        `ends` holds the places of the two opening marks. Beside the heads stand the states of the upper layers, of
        which it is asked elsewhere where events were.
        """
        found = self.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True)
        states = found.last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        marks = torch.gather(states, 1, ends.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
        there = torch.cat([mean, marks[:, 0], marks[:, 1]], dim=-1)
        back = torch.cat([mean, marks[:, 1], marks[:, 0]], dim=-1)
        both = self.dropout(torch.stack([there, back], dim=1))
        told = {name.removeprefix("to_"): head(both) for name, head in self.heads.items()}
        told["trigger"] = self.asking(both) @ states.transpose(1, 2) / states.shape[-1] ** 0.5
        return told | {name: found.hidden_states[int(name.removeprefix("layer_"))] for name in LAYERS}
