"""Templates: everything in them is escaped unless a template of ours says otherwise, and none does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dateline import __version__
from dateline.export.wording import whose_word
from dateline.lexicon.labels import label
from dateline.lexicon.ontology import event_types
from dateline.web import wording
from dateline.web.filters import Filters, address, at, at_claim, at_review
from dateline.web.writer import writer

if TYPE_CHECKING:
    from dateline.view import View

HERE = Path(__file__).parent
STATIC = HERE / "static"
BUILT = STATIC / "built"
WORDS = (
    "amount", "between", "claimant", "country", "day", "day_of", "days", "how_exact", "kind", "many", "moment", "names",
    "opening", "party", "plain_score", "quad", "spoken", "where", "who",
)  # fmt: skip
"""What templates can call of `wording`."""


@cache
def templates() -> Environment:
    """The templates, compiled on first use."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        {name: getattr(wording, name) for name in WORDS},
        address=address,
        at=at,
        at_claim=at_claim,
        at_review=at_review,
        label=label,
    )
    made.globals.update(version=__version__, quads=wording.QUADS, standings=wording.STANDINGS, whose_word=whose_word)
    made.globals.update(field_labels=wording.LABELS, known_statuses=wording.STATUSES)
    made.globals["known_types"] = [one.name for one in event_types()]
    return made


def compile_all() -> None:
    """Compiles every template, so that no page has to wait for it."""
    made = templates()
    for name in made.list_templates():
        made.get_template(name)


def render(request: Request, template: str, shown: Mapping[str, object]) -> str:
    """A page."""
    view: View = request.app.state.view
    told: dict[str, object] = {
        "here": request.url.path,
        "filters": Filters(),
        "scripts": (BUILT / "desk.js").is_file(),
        "database": request.app.state.named,
        "writer": writer(request),
        "form_token": request.app.state.form_token,
        **shown,
    }
    with view.knowing():
        return templates().get_template(template).render(told)
