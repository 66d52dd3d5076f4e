from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dateline.records.mention import ActorMention
from dateline.store.indexing import load
from dateline.store.spelling import spellings, written
from dateline.store.store import Store
from review_desk import TALKS, write
from tellings import report

ENDS = ("the Danish trawler", "two Malmo fishermen")


def test_words_are_written_as_most_texts_have_them() -> None:
    texts = ["a Danish trawler", "the Danish trawler", "danish trawler", "Trawlers", "Danish", "of Marseille"]
    words = ["danish trawler", "trawlers", "marseille", "state-DNK"]
    assert spellings(words, texts) == {
        "danish trawler": "Danish trawler", "trawlers": "Trawlers", "marseille": "Marseille",
    }  # fmt: skip


def test_an_event_is_called_by_the_words_of_its_claims(tmp_path: Path) -> None:
    database, told = str(tmp_path / "test.db"), report("a1", TALKS)
    actor, recipient = (ActorMention(0, len(words), words, "nominal") for words in ENDS)
    write(database, replace(told, claims=(replace(told.claims[0], actor=actor, recipient=recipient),)))
    with Store.open(database) as store:
        [event] = list(store.events())
        [shown] = written(store.engine, [event])
        assert load(store.engine, "now").names == {}
    assert (event.actors, event.recipients) == (("danish trawler",), ("malmo fishermen",))
    assert (shown.actors, shown.recipients) == (("Danish trawler",), ("Malmo fishermen",))
