"""Opens the data files that ship with the program."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import platformdirs
import yaml

from dateline.errors import BadConfig


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML in which "no", "on" and "yes" are words, not truth values."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

DATA = Path(str(files("dateline") / "data"))


def cache_folder() -> Path:
    """Where what is built once is kept: `$DATELINE_CACHE`, else the user's cache folder. Made if it is not there."""
    folder = Path(os.environ.get("DATELINE_CACHE") or platformdirs.user_cache_dir("dateline"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def paths(pattern: str) -> list[Path]:
    """The data files that fit a pattern such as `en/predicates/*.yaml`, in the order of their names."""
    return sorted(DATA.glob(pattern))


@cache
def load(name: str) -> Any:
    """The content of one YAML data file, given by its path under `data/`. Treat it as read-only: it is shared.

    Reading YAML is slow, so the content is kept as JSON in the cache, under the digest of the file.
    Raises `BadConfig` when the file is missing or no YAML.
    """
    try:
        source = (DATA / name).read_bytes()
    except OSError as error:
        raise BadConfig(f"data file {name} cannot be read ({error}); install dateline again") from error
    kept = cache_folder() / "data" / f"{hashlib.sha256(b'2' + source).hexdigest()[:32]}.json"
    try:
        return msgspec.json.decode(kept.read_bytes())
    except (OSError, msgspec.DecodeError):
        return _load_slowly(name, source, kept)


def _load_slowly(name: str, source: bytes, kept: Path) -> Any:
    try:
        content = yaml.load(source, Loader=Loader)  # noqa: S506 - it is a safe loader
    except yaml.YAMLError as error:
        raise BadConfig(f"data file {name} is no YAML: {error}") from error
    packed = msgspec.json.encode(content)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        scratch = kept.with_suffix(f".{os.getpid()}")
        scratch.write_bytes(packed)
        scratch.replace(kept)
    except OSError:  # a read-only cache costs time, nothing else
        pass
    return msgspec.json.decode(packed)


def load_all(pattern: str) -> list[Any]:
    """The lists in all YAML files that fit a pattern, joined in the order of the file names."""
    return [entry for path in paths(pattern) for entry in load(path.relative_to(DATA).as_posix())]


@cache
def digest() -> str:
    """16 hex digits over all data files: changes when any of them does."""
    hasher = hashlib.sha256()
    for path in sorted(DATA.rglob("*")):
        if path.is_file() and path.suffix in {".yaml", ".csv", ".json", ".tsv", ".txt", ".onnx"}:
            hasher.update(path.relative_to(DATA).as_posix().encode())
            hasher.update(path.read_bytes())
    return hasher.hexdigest()[:16]
