from __future__ import annotations

import pytest

from dateline.ingest.headers import front_matter, headed

BODY = "The army left the town.\n\nIt may return.\n"


def test_key_and_value_lines_above_a_blank_line() -> None:
    one = headed(
        f"Title: Army leaves\nDate: 4 March 2024\nSource: The Example\n"
        f"URL: https://example.org/1\nSection: World\n\n{BODY}"
    )
    assert one.text == BODY
    assert one.values == {
        "title": "Army leaves",
        "published": "4 March 2024",
        "source": "The Example",
        "url": "https://example.org/1",
    }


def test_lines_that_end_as_on_windows() -> None:
    one = headed("Title: Army leaves\r\nPublished: 2024-03-04\r\n\r\nThe army left.\r\n")
    assert (one.text, one.values) == ("The army left.\r\n", {"title": "Army leaves", "published": "2024-03-04"})


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Beirut: The group vowed to fight on.\n\nIt did not say how.",
        "Title: Army leaves\nThe army left the town.\n\nIt may return.",
        "Putin: we will stay\nObama: we will not\n\nThe two met.",
        "Title: Army leaves\n\n",
        "Title: Army leaves",
        "Title: Army leaves\nText: The army left.\n\nMore.",
        "",
        "\n\nTitle: x\n\ny",
    ],
)
def test_what_is_no_header_is_text(text: str) -> None:
    assert (headed(text).text, headed(text).values) == (text, {})


def test_front_matter_of_markdown() -> None:
    one = front_matter(
        f'---\ntitle: "Army leaves"\ndate: 2024-03-04\ntags: [a, b]\n---\n\n# Army leaves the town\n\n{BODY}'
    )
    assert one.text == BODY
    assert one.values == {"title": "Army leaves", "published": "2024-03-04"}


def test_a_heading_of_markdown_is_the_title() -> None:
    assert front_matter(f"# Army leaves\n\n{BODY}").values == {"title": "Army leaves"}
    assert front_matter("# Army leaves").text == "# Army leaves"
    assert front_matter("---\nno fence").text == "---\nno fence"
