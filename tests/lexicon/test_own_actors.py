"""Actors that a user adds, changes or takes away in a file named in `dateline.toml`."""

from __future__ import annotations

import ast
import pickle
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

import dateline
from dateline.engine.local import Local
from dateline.errors import BadConfig
from dateline.lexicon.actors import actor, actors, allied, countries, opposed
from dateline.lexicon.in_force import kept, own_actors
from dateline.lexicon.labels import label
from dateline.lexicon.names import must_join, names_in
from dateline.lexicon.own_actors import OwnActors, lined_in, read_own_actors
from dateline.lexicon.own_actors_check import flaws, shared_names
from dateline.recipe import pipeline, reader, settings_in
from dateline.records.article import Article, Capture
from dateline.records.reading import Reading
from dateline.resolve.actors import FindActors
from dateline.resolve.who import by_surname, holder

SOURCE = Path(dateline.__file__).parent
OWN = """
# Groups of one valley.
- {id: lions, name: Lions of the Valley, aliases: [Valley Lions], kind: armed_group, country: SYR, sectors: [REB],
   enemies: [state-SYR], allies: [fsa], since: 2013}
- id: zed-amariko
  name: Zed Amarikov
  posts:
  - {title: Spokesman, of: lions, country: SYR, sectors: [REB], since: 2014}
- {id: fsa, aliases: [Free Lads], enemies: []}
- {id: isis, remove: true}
- {id: state-SYR, aliases: [Sooria], enemies: [state-FRA]}
"""
TEXT = "Valley Lions shelled a school in Aleppo on Monday, Zed Amarikov said."


def own_of(folder: Path, words: str = OWN) -> OwnActors:
    path = folder / "own-actors.yaml"
    path.write_text(words, encoding="utf-8")
    return read_own_actors(path)


def settings(folder: Path, words: str = OWN) -> Path:
    (folder / "own-actors.yaml").write_text(words, encoding="utf-8")
    (folder / "dateline.toml").write_text('[actors]\nfile = "own-actors.yaml"\n', encoding="utf-8")
    return folder / "dateline.toml"


def ids(text: str) -> list[str]:
    return [match.ids[0] for match in names_in(text)]


def ids_of(reading: Reading) -> set[str | None]:
    return {one.actor_id for one in reading.actors}


def test_every_look_up_knows_a_new_actor_and_only_within_the_block(tmp_path: Path) -> None:
    own, day = own_of(tmp_path), date(2015, 1, 1)
    for _ in range(2):
        assert ids("Valley Lions") == []
        assert actor("lions") is None
        assert label("lions") == "lions"
        assert by_surname("Amarikov", day) is None
        assert holder("lions", "spokesman", day) is None
        with own.in_force():
            assert ids("Valley Lions") == ids("VALLEY LIONS AND THEIR FRIENDS") == ["lions"]
            assert must_join("the Valley Lions") == [(4, 16)]
            assert label("lions") == "Lions of the Valley"
            assert opposed("lions", "state-SYR")
            assert opposed("zed-amariko", "SYR-military", day)
            assert allied("lions", "fsa")
            for who in (by_surname("Amarikov", day), holder("lions", "spokesman", day)):
                assert who is not None
                assert (who.actor_id, who.sectors) == ("zed-amariko", ("REB",))


def test_an_entry_overrides_what_it_gives_and_adds_names(tmp_path: Path) -> None:
    before = actors()["fsa"]
    with own_of(tmp_path).in_force():
        after = actors()["fsa"]
        assert ids("Free Lads") == ids("Free Syrian Army") == ["fsa"]
    assert after.aliases == (*before.aliases, "Free Lads")
    assert after.enemies == ()
    assert before.enemies
    assert (after.name, after.kind, after.parents) == (before.name, before.kind, before.parents)


def test_an_actor_is_taken_away(tmp_path: Path) -> None:
    with own_of(tmp_path).in_force():
        assert actor("isis") is None
        assert "isis" not in ids("ISIS and Islamic State")
    assert ids("ISIS") == ["isis"]


def test_a_state_gets_names_and_ties(tmp_path: Path) -> None:
    with own_of(tmp_path).in_force():
        assert ids("Sooria") == ["state-SYR"]
        assert "Sooria" in countries()["state-SYR"].aliases
        assert opposed("state-SYR", "state-FRA")
    assert "Sooria" not in countries()["state-SYR"].aliases
    assert not opposed("state-SYR", "state-FRA")


def test_of_two_who_bear_a_name_the_users_is_meant(tmp_path: Path) -> None:
    own = own_of(tmp_path, "- {id: farc-of-mine, name: FARC, kind: company, country: ITA, sectors: [BUS]}")
    with own.in_force():
        assert ids("FARC") == ["farc-of-mine"]
    assert ids("FARC") == ["farc"]


def test_two_readers_in_one_process_know_each_their_own(tmp_path: Path) -> None:
    theirs, plain = reader(settings=settings_in(settings(tmp_path))), reader()
    article = Article("a", TEXT, language="en", published="2015-03-04")
    for _ in range(2):
        with_own, without = theirs.read(article), plain.read(article)
        assert {"lions", "zed-amariko"} <= ids_of(with_own)
        assert not {"lions", "zed-amariko"} & ids_of(without)
    [claim] = [one for one in with_own.claims if one.trigger.of(TEXT) == "shelled"]
    assert claim.actor is not None
    assert claim.actor.actor_id == "lions"
    assert claim.claimant.actor_id == "zed-amariko"
    assert claim.claimant_is_party is True
    assert own_actors() is None
    with theirs.pipeline.own.in_force():  # type: ignore[union-attr]
        assert not {"lions", "zed-amariko"} & ids_of(plain.read(article))


def test_workers_know_them(tmp_path: Path) -> None:
    made = pipeline(settings_in(settings(tmp_path)))
    captures = [Capture("test", text=TEXT, published="2015-03-04", id=str(n)) for n in range(3)]
    alone, crew = (list(Local(n, batch=1).read(made, captures)) for n in (1, 2))
    assert alone == crew
    assert all(isinstance(one, Reading) and "lions" in ids_of(one) for one in crew)


def test_a_step_alone_knows_them(tmp_path: Path) -> None:
    step = pickle.loads(pickle.dumps(FindActors(own=own_of(tmp_path))))
    parsed = pipeline().read_article(Reading(Article("a", TEXT, language="en")))
    assert "lions" in ids_of(step(parsed))
    assert step == FindActors(own=own_of(tmp_path))


def test_a_thread_beside_knows_nothing_of_them(tmp_path: Path) -> None:
    told: list[list[str]] = []
    with own_of(tmp_path).in_force():
        thread = Thread(target=lambda: told.append(ids("Valley Lions")))
        thread.start()
        thread.join()
    assert told == [[]]


def test_what_is_in_force_ends_with_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), own_of(tmp_path).in_force():
        raise RuntimeError
    assert own_actors() is None


def test_answers_are_kept_apart(tmp_path: Path) -> None:
    asked = []

    @kept()
    def known(one: str) -> bool:
        asked.append(one)
        return actor(one) is not None

    for _ in range(2):
        assert not known("lions")
        with own_of(tmp_path).in_force():
            assert known("lions")
    assert asked == ["lions", "lions"]


def test_what_depends_on_who_is_known_is_kept_apart() -> None:
    asks = {"actors", "actor", "countries", "state_of", "finder", "names_in", "must_join", "posts", "surnames", "label"}
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        for made in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(made, ast.FunctionDef) and any("cache" in ast.unparse(one) for one in made.decorator_list):
                calls = [one.func for one in ast.walk(made) if isinstance(one, ast.Call)]
                found += [(path.name, made.name) for one in calls if isinstance(one, ast.Name) and one.id in asks]
    # the words of the data that ship are asked for within `in_force(None)`
    assert set(found) == {("own_actors_fields.py", "shipped_words")}, "keep it with @kept()"


def test_another_file_is_another_run_and_the_same_entries_the_same(tmp_path: Path) -> None:
    def run(words: str) -> str:
        return pipeline(settings_in(settings(tmp_path, words))).run

    assert run(OWN) == run(f"# moved\n\n{OWN}")
    assert len({run(OWN), run(OWN.replace("2013", "2012")), run(""), pipeline().run}) == 3
    assert run("") == pipeline().run


MISTAKES = [
    ("- {id: a-b, name: Ab, kind: armed_groop}", 1, "no kind 'armed_groop'; perhaps 'armed_group'"),
    ("- {id: a-b, name: Ab, kind: party, country: SYX}", 1, "no country 'SYX'; write its ISO"),
    ("- id: a-b\n  name: Ab\n  kind: party\n  sectors:\n  - REB\n  - XXX", 6, "no sector 'XXX'; there are AGR"),
    ("- {id: a-b, name: Ab, kind: party, class: XXX}", 1, "no class 'XXX'"),
    ("- id: a-b\n  name: Ab\n  kind: party\n  parents: [fsaa]", 4, "no actor 'fsaa'; perhaps 'fsa'"),
    ("- {id: a-b, name: Ab, kind: party, allies: [syr]}", 1, "no actor 'syr'; perhaps 'state-SYR'"),
    ("- {id: a-b, name: Ab, kind: party, enemies: [qqqqqqq]}", 1, "dateline actors find"),
    ("- {id: a-b, name: Ab, kind: party, parents: [a-b]}", 1, "is the actor itself"),
    ("- {id: a-b, name: Ab, kind: party, allies: [fsa], enemies: [fsa]}", 1, "among the allies too"),
    ("- {id: fsa, remove: true}\n- {id: a-b, name: Ab, kind: party, allies: [fsa]}", 2, "no actor 'fsa'"),
    ("- {id: a-b, name: Ab, kind: party, since: 2014-02-30}", 1, "'2014-02-30' is no date; write a year"),
    ("- {id: a-b, name: Ab, kind: party, since: spring}", 1, "'spring' is no date"),
    ("- {id: a-b, name: Ab, kind: party, since: 2015, until: 2014}", 1, "before it begins on 2015-01-01"),
    ("- {id: isis-k, until: 2001}", 1, "before it begins on 2015-01-01"),
    ("- {id: a-b, name: Ab, kind: party}\n\n- {id: a-b, name: Abc, kind: party}", 3, "'a-b' too; join the two"),
    ("- {id: A B, name: Ab, kind: party}", 1, "none for a new actor; use lower case"),
    ("- {id: SYR-nothing, name: Ab, kind: party}", 1, "no body that states have"),
    ("- {name: Ab, kind: party}", 1, "there is no id; give it one"),
    ("- {id: a-b, kind: party}", 1, "has no name; give it one"),
    ("- {id: a-b, name: Ab}", 1, "has no kind; give it one of alliance"),
    ("- {id: a-b, name: Ab, kind: party, nmae: x}", 1, "no field 'nmae'; perhaps 'name'"),
    ("- {id: a-b, name: Ab, kind: party, kind: ngo}", 1, "kind is there twice"),
    ("- {id: a-b, name: Ab, kind: party, aliases: Abc}", 1, "no list of words; write aliases: [Abc]"),
    ("- {id: a-b, name: [Ab], kind: party}", 1, "name is no word"),
    ("- {id: a-b, name: Ab, kind: party, aliases: [Ab]}", 1, "'Ab' is there twice"),
    ("- {id: a-b, name: Ab, kind: party, aliases: [X]}", 1, "found everywhere"),
    ("- {id: a-b, name: A  b, kind: party}", 1, "spaces too many; write 'A b'"),
    ("- {id: fsa, name: null}", 1, "name is empty"),
    ("- {id: fsa, kind: null}", 1, "kind is empty"),
    ("- just words", 1, "no entry"),
    ("- {id: state-SYR, remove: true}", 1, "a state cannot be taken away; leave it out"),
    ("- {id: state-SYR, country: FRA}", 1, "the country of a state cannot be changed"),
    ("- {id: nobody-known, remove: true}", 1, "ships that could be taken away"),
    ("- {id: fsa, remove: false}", 1, "write remove: true"),
    ("- {id: fsa, remove: true, name: Ab}", 1, "has no name; leave out name or remove"),
    ("- {id: a-b, name: Ab, posts: soon}", 1, "posts is no list; write posts: [{title"),
    ("- {id: a-b, name: Ab, posts: [soon]}", 1, "no post; write {title"),
    ("- id: a-b\n  name: Ab\n  posts:\n  - {of: fsa}", 4, "no title"),
    ("- id: a-b\n  name: Ab\n  posts:\n  - {title: king}", 4, "not told whose post"),
    ("- id: a-b\n  name: Ab\n  posts:\n  - title: king\n    of: fsaa", 5, "no actor 'fsaa'"),
    ("- id: a-b\n  name: Ab\n  posts:\n  - title: king\n    of: fsa\n    since: 2x", 6, "'2x' is no date"),
    ("- id: a-b\n  name: Ab\n  posts:\n  - {title: king, of: fsa, sectors: [XX]}", 4, "no sector 'XX'"),
    ("- id: a-b\n  name: Ab\n  posts:\n  - {title: king, of: fsa, form: x}", 4, "no field 'form'"),
]


@pytest.mark.parametrize(("words", "line", "says"), MISTAKES, ids=[says for _, _, says in MISTAKES])
def test_a_mistake_is_named_with_its_line_and_the_remedy(words: str, line: int, says: str, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(words, encoding="utf-8")
    told = list(flaws(lined_in(path)))
    assert [one.line for one in told if says in str(one)] == [line], list(map(str, told))
    assert len(told) == 1
    with pytest.raises(BadConfig, match=rf"own\.yaml line {line} .*dateline actors check"):
        read_own_actors(path)


def test_a_name_that_another_bears_is_told_and_hinders_nothing(tmp_path: Path) -> None:
    words = """
- {id: a-b, name: Ab, kind: party, aliases: [Syria, the FARC]}
- {id: a-c, name: Ab, kind: party}
- {id: fsa, aliases: [Free Syrian Army]}
- {id: a-d, name: ISIS, kind: party}
- {id: isis, remove: true}
"""
    assert own_of(tmp_path, words).entries
    entries = lined_in(tmp_path / "own-actors.yaml")
    assert list(flaws(entries)) == []
    told = [(one.line, one.entry, one.wrong) for one in shared_names(entries)]
    assert told == [
        (2, "a-b", "state-SYR bears the name 'Syria' too"),
        (2, "a-b", "farc bears the name 'the FARC' too"),
        (3, "a-c", "a-b bears the name 'Ab' too"),
    ]


@pytest.mark.parametrize("words", ["a: b", "- {", "- &a [*a]", "- [[[[[[[[[x]]]]]]]]]", "\x00"])
def test_what_is_no_list_of_entries_is_refused(words: str, tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match=r"own-actors\.yaml cannot be read"):
        own_of(tmp_path, words)


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[actors]\nfile = 'missing.yaml'\n", "missing.yaml"),
        ("[actors]\nown = 'x'\n", "name a file with `file`"),
        ("[actors]\nfiles = 'x'\n", "'files'"),
    ],
)
def test_wrong_settings_are_refused(tmp_path: Path, toml: str, says: str) -> None:
    (tmp_path / "dateline.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(BadConfig, match=says):
        settings_in(tmp_path / "dateline.toml")
