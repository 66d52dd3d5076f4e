"""Settings to a pipeline, and the shortest way to a reading: the one table of step names."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline import __version__
from dateline.attribute.claimants import AttributeClaims, NameSpeakers
from dateline.attribute.reports import FindStatements
from dateline.clean.opening import OpenArticle
from dateline.clean.structure import FindSkipped
from dateline.coding.claims import CodeClaims
from dateline.coding.dating import DateClaims
from dateline.coding.placing import PlaceClaims
from dateline.errors import BadConfig
from dateline.lexicon.files import digest
from dateline.lexicon.own import read_own
from dateline.lexicon.own_actors import read_own_actors
from dateline.parse.spacy import ParseText
from dateline.pipeline import Pipeline
from dateline.records.article import Article
from dateline.records.ids import digest as id_of
from dateline.records.reading import Reading
from dateline.relate.relations import FindRelations
from dateline.resolve.actors import FindActors
from dateline.resolve.coreference import Corefer
from dateline.resolve.dates import FindTimes
from dateline.resolve.places import FindPlaces
from dateline.resolve.quantities import FindQuantities
from dateline.step import Step

STEPS: dict[str, type[Any]] = {
    "skip": FindSkipped,
    "parse": ParseText,
    "actors": FindActors,
    "places": FindPlaces,
    "times": FindTimes,
    "quantities": FindQuantities,
    "statements": FindStatements,
    "coreference": Corefer,
    "speakers": NameSpeakers,
    "relations": FindRelations,
    "claims": CodeClaims,
    "claimants": AttributeClaims,
    "days": DateClaims,
    "scenes": PlaceClaims,
}
"""The steps of the English pipeline, in order, by the names that settings use."""

FILES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "claims": ("words", read_own),
    "actors": ("file", read_own_actors),
}
"""Settings that name a file of the user's own, by their steps, with what reads it."""

LANGUAGES = ("en",)
Settings = Mapping[str, Mapping[str, object]]


def pipeline(settings: Settings | None = None) -> Pipeline:
    """The English pipeline. `settings` maps a name of `STEPS`, or "open", to that step's fields.

    Raises `BadConfig` for a step or field that does not exist.
    """
    given = dict(settings or {})
    opener = made("open", OpenArticle, given.pop("open", {}))
    steps: list[Step] = [made(name, kind, given.pop(name, {})) for name, kind in STEPS.items()]
    if given:
        raise BadConfig(f"no step is called {sorted(given)[0]!r}; there are open, {', '.join(STEPS)}")
    own = next(step.own for step in steps if isinstance(step, FindActors))
    return Pipeline(opener, tuple(steps), run_id(opener, steps), own)


def settings_in(path: Path) -> Settings:
    """The settings in a `dateline.toml`: a table for each step.

    `claims.words` names a YAML file of own words and types, `actors.file` one of own actors, relative to the folder of
    the settings.

    Raises `BadConfig` naming the file that cannot be read or is wrong.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadConfig(f"settings {path} cannot be read: {error}") from error
    loose = sorted(name for name, table in found.items() if not isinstance(table, dict))
    if loose:
        raise BadConfig(f"settings {path}: {loose[0]!r} stands outside a table; put it under a step, such as [claims]")
    for step, (setting, read) in FILES.items():
        table = found.get(step, {})
        if "own" in table:
            raise BadConfig(f"settings {path}: [{step}] has no setting 'own'; name a file with `{setting}`")
        if setting in table:
            table["own"] = read(path.parent / str(table.pop(setting)))
    pipeline(found)
    return found


def made(name: str, kind: type[Any], values: Mapping[str, object]) -> Any:
    """A step with its settings. Raises `BadConfig` naming the setting that it does not have."""
    known = {field.name for field in fields(kind)}
    unknown = sorted(set(values) - known)
    if unknown:
        raise BadConfig(f"step {name} has no setting {unknown[0]!r}; it has {sorted(known) or 'none'}")
    return kind(**values)


def run_id(opener: object, steps: list[Step]) -> str:
    """The id of what makes a reading: version, steps with their settings, data files."""
    return id_of("run", __version__, repr(opener), *map(repr, steps), digest())


@dataclass(frozen=True)
class Reader:
    """Reads one article at a time, in this process. `settings` are those of `recipe.pipeline`."""

    settings: Settings = field(default_factory=dict)

    @cached_property
    def pipeline(self) -> Pipeline:
        """The steps that an article goes through."""
        return pipeline(self.settings)

    def read(self, article: Article | str) -> Reading:
        """Everything the article says. Raises what a step raises; a `Desk` turns that into a counted failure."""
        article = Article.of(article) if isinstance(article, str) else article
        return replace(self.pipeline.read_article(Reading(article)), run=self.pipeline.run)


def reader(language: str = "en", settings: Settings | None = None) -> Reader:
    """A reader for a language. Raises `BadConfig` for a language that Dateline does not read."""
    if language not in LANGUAGES:
        raise BadConfig(f"Dateline reads {', '.join(LANGUAGES)}, not {language!r}")
    return Reader(settings or {})
