"""What a form of ours sends. Each form has a token that only our own pages show, so that no other site can send one."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from dateline.errors import BadConfig
from dateline.web.writer import writer

FORM_TOKEN, BACK = "form", "back"
"""The fields that every form has: its token, and the page to go back to."""
MOST_FIELDS = 200
HOME = "/overview"


@dataclass(frozen=True)
class Form:
    """What was sent, by field, and who sent it."""

    fields: Mapping[str, tuple[str, ...]]
    name: str | None = None

    @property
    def by(self) -> str:
        """Who sent it. Raises 403 where nobody has said."""
        if self.name is None:
            raise HTTPException(403, "say who you are first, at /reviewer; what is decided here is kept under a name")
        return self.name

    def words(self, name: str) -> str | None:
        """What was typed in a field; None where that is nothing."""
        return " ".join(self.fields.get(name, ("",))[0].split()) or None

    def needed(self, name: str) -> str:
        """What was typed in a field. Raises `BadConfig` where that is nothing."""
        found = self.words(name)
        if found is None:
            raise BadConfig(f"the form has nothing in {name!r}; fill it in")
        return found

    def many(self, name: str) -> tuple[str, ...]:
        """All that was chosen under a name."""
        return tuple(value for value in self.fields.get(name, ()) if value)

    def onward(self) -> RedirectResponse:
        """Leads back to the page that the form was on."""
        return RedirectResponse(own_path(self.words(BACK)), 303)


def new_token() -> str:
    """The token of a server's forms."""
    return secrets.token_urlsafe(24)


def own_path(address: str | None) -> str:
    """An address if it is a path of ours, else the first page: nobody is led elsewhere from here."""
    is_ours = address is not None and address.startswith("/") and address[1:2] not in {"/", "\\"}
    return address if is_ours and address and address.isprintable() else HOME


async def form_of(request: Request) -> Form:
    """The form that a request sends. Raises 415 for anything else, 403 where no page of ours has made it."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "only forms are taken here; programs write under /api/v1")
    text = (await request.body()).decode("utf-8", "replace").replace("\x00", "")
    try:
        sent = parse_qs(text, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise BadConfig("the form has more fields than any of ours") from error
    token = sent.get(FORM_TOKEN, [""])[0]
    if not secrets.compare_digest(token.encode(), request.app.state.form_token.encode()):
        raise HTTPException(403, "the desk was started anew since that page was loaded: load it again, then send it")
    return Form({name: tuple(values) for name, values in sent.items()}, writer(request).name)


Sent = Annotated[Form, Depends(form_of)]
