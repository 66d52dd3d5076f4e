"""Words of a stretch of text, before any grammar: names are joined, and capitals lowered where all is in capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.records.text import Span

