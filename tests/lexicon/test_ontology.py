"""The code book."""

from __future__ import annotations

import pytest

from dateline.errors import BadConfig
from dateline.lexicon import ontology
from dateline.lexicon.ontology import EventType


def test_there_are_sixteen_types_in_four_quads() -> None:
    types = ontology.event_types()
    assert [sum(one.quad == quad for one in types) for quad in (1, 2, 3, 4)] == [4, 3, 4, 5]


@pytest.mark.parametrize("one", ontology.event_types(), ids=lambda one: one.name)
def test_a_type_is_whole(one: EventType) -> None:
    assert ontology.from_cameo(one.cameo) is not None
    assert one.definition.endswith(".")
    assert len(one.examples) >= 2
    for example in one.examples:
        assert example.actor in example.text
        assert example.recipient is None or example.recipient in example.text
    for mode in one.modes:
        code = ontology.from_cameo(mode.cameo)
        assert code is not None
        assert code.code == mode.cameo
        assert ontology.mode(one.name, mode.name) is mode
    assert -10 <= one.score <= 10


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("FIGHT", "ASSAULT"),
        ("demand", "REQUEST"),
        ("Disapprove", "ACCUSE"),
        ("INVESTIGATE", "ACCUSE"),
        ("YIELD", "CONCEDE"),
    ],
)
def test_older_names_are_read(alias: str, name: str) -> None:
    assert ontology.event_type(alias).name == name


@pytest.mark.parametrize(
    ("kind", "alias", "name"),
    [
        ("RETREAT", "return", "release"),
        ("COERCE", "ban", "restrict"),
        ("COERCE", "martial_law", "martial-law"),
        ("ASSAULT", "assassinate", "targeted"),
        ("ASSAULT", "massacre", "unconventional"),
        ("ASSAULT", "cleansing", "unconventional"),
        ("THREATEN", "rights", "restrict"),
        ("CONSULT", "third-place", "third-party"),
    ],
)
def test_older_modes_are_read(kind: str, alias: str, name: str) -> None:
    assert ontology.mode(kind, alias).name == name


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(BadConfig, match="no event type 'WAR'"):
        ontology.event_type("WAR")
    with pytest.raises(BadConfig, match="AID has no mode 'drone'"):
        ontology.mode("AID", "drone")


def test_rulings_on_quad_and_score_hold() -> None:
    assert ontology.quad("SANCTION") == 4
    assert ontology.event_type("ACCUSE").score == -3
    assert len(ontology.rulings()) == 7
    assert all(one.reason for one in ontology.rulings())


def test_intensity_is_that_of_the_mode_or_the_type() -> None:
    assert ontology.intensity("ASSAULT", "drone") == -9.5
    assert ontology.intensity("ASSAULT") == -9.0
    assert ontology.intensity("ASSAULT", cameo="1822") == -8.5
    assert ontology.intensity("ASSAULT", cameo="051") == -9.0
    assert ontology.intensity("PROTEST", "vandalize") == -5.0


@pytest.mark.parametrize(
    ("code", "kind", "mode"),
    [
        ("163", "COERCE", "restrict"),
        ("191", "COERCE", "restrict"),
        ("192", "COERCE", "seize"),
        ("1712", "ASSAULT", "destroy"),
        ("175", "ASSAULT", "crowd-control"),
        ("085", "CONCEDE", None),
        ("0814", "CONCEDE", None),
        ("0841", "RETREAT", "release"),
        ("057", "SUPPORT", None),
        ("116", "SANCTION", "convict"),
        ("186", "ASSAULT", "targeted"),
        ("19", "ASSAULT", None),
        ("0256", None, None),
    ],
)
def test_cameo_codes_have_their_place(code: str, kind: str | None, mode: str | None) -> None:
    found = ontology.from_cameo(code)
    assert found is not None
    assert (found.type, found.mode) == (kind, mode)


def test_every_cameo_code_fits_the_types() -> None:
    codes = ontology.cameo_codes()
    assert len({one.code for one in codes}) == len(codes) >= 285
    for one in codes:
        assert one.label
        assert set(one.context) <= set(ontology.context_names())
        assert one.quad == (0 if one.type is None else ontology.quad(one.type))
        assert one.mode is None or (one.type is not None and ontology.mode(one.type, one.mode).name == one.mode)
        assert one.goldstein is None or -10 <= one.goldstein <= 10


def test_an_unknown_finer_code_gives_its_parent() -> None:
    found = ontology.from_cameo("1899")
    assert found is not None
    assert found.code == "18"
    assert ontology.from_cameo("77") is None
    denial = ontology.from_cameo("016")
    assert denial is not None
    assert denial.goldstein == -2.0


def test_contexts_come_sorted_and_once() -> None:
    assert len(ontology.context_names()) == 37
    assert ontology.contexts_for(["troop", "soldier", "court"]) == ("legal", "military")
    assert ontology.contexts_for(["nothing"]) == ()


def test_folding_gives_what_plover_writes() -> None:
    assert ontology.folded("AID", "planned") == "AGREE"
    assert ontology.folded("RETREAT", "planned") == "CONCEDE"
    assert ontology.folded("FIGHT", "threatened") == "THREATEN"
    assert ontology.folded("ASSAULT", "happened") == "ASSAULT"
    assert ontology.folded("AID", "denied") == "AID"
    for one in ontology.event_types():
        assert ontology.event_type(ontology.folded(one.name, "planned"))
