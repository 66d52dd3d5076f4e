"""The predicate lexicon: every entry is sound, and found."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from dateline.errors import BadConfig
from dateline.lexicon import frames, ontology, predicates
from dateline.lexicon.predicates import Governor, Predicate

IRREGULAR = {
    "be": "am|is|are|was|were|been", "beat": "beat|beaten", "begin": "began|begun", "beseech": "beseeched",
    "bid": "bade|bid", "bind": "bound", "bite": "bit|bitten", "bleed": "bled", "blow": "blew",
    "break": "broke|broken", "bring": "brought", "build": "built", "burn": "burnt", "buy": "bought",
    "catch": "caught", "choose": "chose", "cling": "clung", "come": "came", "cut": "cut", "deal": "dealt",
    "dig": "dug", "do": "did|done", "draw": "drew|drawn", "drive": "drove|driven", "drop": "dropped",
    "fall": "fell", "feed": "fed", "feel": "felt", "fight": "fought", "find": "found", "fire": "fired",
    "flee": "fled", "fling": "flung", "fly": "flew", "forbid": "forbade", "forgive": "forgave|forgiven",
    "forgo": "forgo", "forswear": "forswore", "freeze": "froze|frozen", "get": "got", "give": "gave|given",
    "go": "went|gone", "hang": "hung", "have": "had", "hear": "heard", "hold": "held", "keep": "kept",
    "know": "knew", "lay": "laid", "lead": "led", "leave": "left", "lend": "lent", "let": "let",
    "lose": "lost", "make": "made", "meet": "met", "overrun": "overran", "overthrow": "overthrew|overthrown",
    "pay": "paid", "put": "put", "quit": "quit", "rebuild": "rebuilt", "repay": "repaid",
    "retake": "retook|retaken", "ring": "rang", "rise": "rose", "run": "ran", "say": "said", "see": "saw",
    "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "shake": "shook", "shoot": "shot",
    "shut": "shut", "sink": "sank", "sit": "sat", "slay": "slew", "sneak": "snuck", "speak": "spoke",
    "spend": "spent", "stand": "stood", "steal": "stole", "stick": "stuck", "sting": "stung",
    "strike": "struck", "swear": "swore", "sweep": "swept", "take": "took|taken", "teach": "taught",
    "tear": "tore", "tell": "told", "think": "thought", "throw": "threw|thrown", "undergo": "underwent",
    "understand": "understood", "undertake": "undertook", "unfreeze": "unfroze", "uphold": "upheld",
    "win": "won", "withdraw": "withdrew|withdrawn", "withhold": "withheld", "write": "wrote",
}  # fmt: skip


def forms(lemma: str) -> str:
    """A pattern for a lemma in any of its forms."""
    stem = re.escape(lemma)
    if lemma.endswith("e"):
        stem = re.escape(lemma[:-1]) + "(e|es|ed|ing|er)"
    elif lemma.endswith("y"):
        stem = f"({stem}(s|ed|ing)?|{re.escape(lemma[:-1])}(ies|ied))"
    else:
        stem = f"{stem}{re.escape(lemma[-1])}?(s|es|ed|ing|ked|king)?"
    return rf"\b({stem}|{IRREGULAR.get(lemma, stem)})\b"


@pytest.mark.parametrize("one", predicates.all_predicates(), ids=lambda one: f"{one.lemma}-{one.type}")
def test_the_example_holds_the_words_of_its_entry(one: Predicate) -> None:
    assert re.search(forms(one.lemma), one.example, re.I), one
    assert all(part in one.example for part in one.gives if part), one
    assert one.particle is None or re.search(rf"\b{one.particle}\b", one.example), one
    assert not one.objects or any(re.search(forms(word), one.example, re.I) for word in one.objects), one
    for preposition, words in one.preps:
        assert re.search(rf"\b{preposition}\b", one.example), one
        assert not words or any(re.search(forms(word), one.example, re.I) for word in words), one


def test_there_are_enough_and_every_type_is_told() -> None:
    counts = Counter(one.type for one in predicates.all_predicates())
    assert set(counts) == {one.name for one in ontology.event_types()}
    assert counts.total() >= 600
    assert len(predicates.all_governors()) >= 160


def test_no_entry_stands_twice() -> None:
    seen = Counter(
        (one.lemma, one.pos, one.particle, one.objects, one.preps, one.recipient) for one in predicates.all_predicates()
    )
    assert [frame for frame, count in seen.items() if count > 1] == []


def test_the_narrowest_frame_comes_first() -> None:
    for one in predicates.all_predicates():
        found = predicates.predicates_for(one.lemma, one.pos)
        assert one in found
        assert [each.constraints for each in found] == sorted((each.constraints for each in found), reverse=True)


def test_a_word_we_do_not_know_tells_nothing() -> None:
    assert predicates.predicates_for("say", "verb") == ()
    assert predicates.predicates_for("zzz", "noun") == ()
    assert predicates.governors_for("zzz", "verb") == ()
    assert predicates.light_verb("carry") is None


def test_light_verbs_know_whose_act_it_is() -> None:
    carry, suffer = predicates.light_verb("carry", "out"), predicates.light_verb("suffer")
    assert carry is not None
    assert not carry.swap
    assert suffer is not None
    assert suffer.swap


@pytest.mark.parametrize("one", predicates.all_governors(), ids=lambda one: one.lemma)
def test_the_example_holds_the_governor_and_what_it_gives(one: Governor) -> None:
    assert re.search(forms(one.lemma), one.example, re.I), one
    parts = re.fullmatch(r"(?:([a-z_]+) )?([A-Z]+) (.+) > (.+)", one.gives)
    assert parts, one
    status, kind, actor, recipient = parts.groups()
    assert ontology.event_type(kind).name == kind
    assert status is None or status in frames.terms("statuses")
    assert all(words == "-" or words in one.example for words in (actor, recipient)), one


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"type": "FIGHTING"}, "FIGHTING"),
        ({"mode": "visit"}, "visit"),
        ({"recipient": ["beyond"]}, "beyond"),
        ({"cameo": "990"}, "990"),
        ({"colour": "red"}, "colour"),
        ({"gives": "A"}, "gives|unpack"),
        ({"pos": "adverb"}, "adverb"),
        ({"lemma": "Attack"}, "lower-case"),
        ({"context": ["weather"]}, "weather"),
        ({"status": "maybe"}, "maybe"),
    ],
)
def test_a_wrong_entry_is_refused(change: dict[str, Any], complaint: str) -> None:
    entry = {"lemma": "attack", "type": "ASSAULT", "example": "A attacked B.", "gives": "A > B"}
    assert frames.predicate_of(entry).recipient == ("obj",)
    with pytest.raises((BadConfig, ValueError), match=complaint):
        frames.predicate_of(entry | change)
