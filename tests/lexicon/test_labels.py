from __future__ import annotations

import pytest

from dateline.lexicon.files import load
from dateline.lexicon.labels import SECTORS, as_written, label
from dateline.lexicon.roles import roles


@pytest.mark.parametrize(
    ("known_id", "name"),
    [
        ("state-SYR", "Syria"),
        ("SYR/REB", "Syrian rebels"),
        ("TUR/JRN", "Turkish journalists"),
        ("state-FRA/JUD", "French courts"),
        ("SYR/XYZ", "Syrian (XYZ)"),
        ("name:ana-diaz", "Ana Diaz"),
        ("the crowd", "the crowd"),
    ],
)
def test_an_actor_is_called_as_people_would(known_id: str, name: str) -> None:
    assert label(known_id) == name


def test_names_of_no_list_are_as_texts_have_them_where_these_are_known() -> None:
    with as_written({"name:mv-northern-lark": "MV Northern Lark"}):
        assert label("name:mv-northern-lark") == "MV Northern Lark"
        assert label("name:ana-diaz") == "Ana Diaz"
    assert label("name:mv-northern-lark") == "Mv Northern Lark"


def test_every_sector_of_a_role_has_words() -> None:
    assert {sector for role in roles().values() for sector in role.sectors} - {"UNK"} <= {*load(SECTORS)}
