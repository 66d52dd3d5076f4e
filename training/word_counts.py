"""Counts the words of the labelled sentences: `python -m training.word_counts` writes two data files anew."""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from dateline.lexicon.stems import stem

SENTENCES = Path(__file__).parent / "sentences"
DATA = Path(__file__).parents[1] / "src" / "dateline" / "data" / "en"
MARK = re.compile(r"\[\d+ ")
WORD = re.compile(r"[^\W\d_]+")
INSIDE = re.compile(r"(?<![.!?:\"“‘] )(?<!^)(?<![\"“‘])\b[^\W\d_]{2,}")
"""A word that opens no sentence and no quotation, so that its capital is its own."""
LEAST = 4
CAPITALS, TIMES = 2, 8
STEMS_HEAD = """\
# How often the stems of English words stand in news, in doublings.
# Origin: counted by training/word_counts.py over the labelled sentences of this project. Licence: Apache-2.0.
# Schema: sentences: how many were counted; at_least: the stems that stand in at least so many of them and in fewer than
# twice as many; a stem in fewer than four is not listed.
"""
CAPITALS_HEAD = """\
# Words that news writes with a capital wherever they stand: in a text that is all in capitals, likely names.
# Origin: counted by training/word_counts.py over the labelled sentences of this project. Licence: Apache-2.0.
# Schema: capitals: words in lower case; each stands there at least twice with a capital, eight times as often as in
# small letters.
"""


def marked() -> list[str]:
    """The labelled sentences, without their marks."""
    lines = [
        line for path in sorted(SENTENCES.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [MARK.sub("", json.loads(line)["marked"]).replace("]", "") for line in lines]


def in_sentences(sentences: Iterable[str]) -> Counter[str]:
    """In how many sentences each stem stands."""
    return Counter(one for sentence in sentences for one in {stem(word.casefold()) for word in WORD.findall(sentence)})


def stems_file(sentences: Sequence[str]) -> str:
    """The data file of frequent stems."""
    found = in_sentences(sentences)
    text, least = f"{STEMS_HEAD}sentences: {len(sentences)}\nat_least:\n", LEAST
    while least <= max(found.values()):
        text += f"  {least}: [\n{listed(one for one, count in found.items() if least <= count < 2 * least)}]\n"
        least *= 2
    return text


def capitals_file(sentences: Sequence[str]) -> str:
    """The data file of words with capitals."""
    found = Counter(word for sentence in sentences for word in INSIDE.findall(sentence))
    large = Counter({word: count for word, count in found.items() if word[0].isupper()})
    small: Counter[str] = Counter({word: count for word, count in found.items() if word.islower()})
    told: Counter[str] = Counter()
    for word, count in large.items():
        told[word.lower()] += count
    names = (word for word, count in told.items() if count >= max(CAPITALS, TIMES * small[word]))
    return f"{CAPITALS_HEAD}capitals: [\n{listed(names)}]\n"


def listed(words: Iterable[str]) -> str:
    """Words in quotes, in order, on lines that are not too long."""
    quoted = ", ".join(f'"{word}"' for word in sorted(words))
    return textwrap.fill(quoted, 128, initial_indent="    ", subsequent_indent="    ")


if __name__ == "__main__":
    (DATA / "frequent_stems.yaml").write_text(stems_file(marked()), encoding="utf-8")
    (DATA / "capital_words.yaml").write_text(capitals_file(marked()), encoding="utf-8")
