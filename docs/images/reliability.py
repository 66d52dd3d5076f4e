"""Draws `reliability.svg` from the table in the model's card: `python docs/images/reliability.py`."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CARD = ROOT / "src" / "dateline" / "data" / "models" / "en-coder" / "CARD.md"
ROW = re.compile(r"^\| (0\.\d\d) \| (\d+) \| ([01]\.\d\d) \|$", re.MULTILINE)
SIDE, EDGE = 320, 48


def place(score: float, right: float) -> tuple[float, float]:
    """Where a point stands in the picture."""
    return EDGE + SIDE * score, EDGE + SIDE * (1 - right)


def drawn(bins: list[tuple[float, int, float]]) -> str:
    """The picture: a dot for each bin, larger where it holds more claims, beside the line where score and share are equal."""
    parts = [f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>']
    (x1, y1), (x2, y2) = place(0, 0), place(1, 1)
    parts.append(f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#bbb" stroke-dasharray="4"/>')
    for score, claims, right in bins:
        x, y = place(score, right)
        parts.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{2 + claims**0.5 / 2:.1f}" fill="#2563a8"/>')
    for tick in (0, 0.5, 1):
        (x, _), (_, y) = place(tick, 0), place(0, tick)
        parts.append(f'<text x="{x}" y="{EDGE + SIDE + 18}" text-anchor="middle">{tick}</text>')
        parts.append(f'<text x="{EDGE - 8}" y="{y + 4}" text-anchor="end">{tick}</text>')
    parts.append(f'<text x="{EDGE + SIDE / 2}" y="{EDGE + SIDE + 36}" text-anchor="middle">score of a claim</text>')
    parts.append(f'<text x="{EDGE}" y="{EDGE - 14}">share that was right (dots grow with the number of claims)</text>')
    size = SIDE + 2 * EDGE
    style = 'font-family="sans-serif" font-size="13" fill="#333"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" {style}>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


if __name__ == "__main__":
    found = [(float(a), int(b), float(c)) for a, b, c in ROW.findall(CARD.read_text(encoding="utf-8"))]
    Path(__file__).with_name("reliability.svg").write_text(drawn(found), encoding="utf-8")
