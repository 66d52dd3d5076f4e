"""The laws of the house that no linter holds."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = sorted((ROOT / "src" / "dateline").rglob("*.py"))
MODULES = SOURCE + sorted((ROOT / "tests").rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 300, 50
FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "base", "manager", "misc"}
VERBS_OF_IMPORT = (ast.Import, ast.ImportFrom)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", SOURCE, ids=name)
def test_functions_are_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{node.name} is too long"
            assert not node.name.startswith("get_"), f"{node.name}: say what it gives, not that it gets it"


@pytest.mark.parametrize("path", SOURCE, ids=name)
def test_nothing_is_called_utils(path: Path) -> None:
    assert not FORBIDDEN_NAMES & {path.stem, *path.parts}


@pytest.mark.parametrize("path", SOURCE, ids=name)
def test_any_error_is_caught_only_by_the_pipeline(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and not isinstance(node.body[-1], ast.Raise):
            kind = node.type
            blind = kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})
            assert not blind or path.name == "pipeline.py", f"line {node.lineno} catches everything"


@pytest.mark.parametrize("path", sorted((ROOT / "src" / "dateline" / "data").rglob("*.yaml")), ids=name)
def test_data_files_say_where_they_come_from(path: Path) -> None:
    head = path.read_text(encoding="utf-8")[:1500].lower()
    assert head.startswith("#"), "a data file opens with a comment: what it holds, origin, licence"
    assert "written for this project" in head or "licence" in head


def test_no_file_names_a_mirror_or_this_workplace() -> None:
    words = ("/work/", "find-links", "extra-index-url", "/opt/py")
    files = [path for path in ROOT.glob("*.*") if path.name != ".git"]  # a file in a worktree, with its path
    for path in [*MODULES, *files, ROOT / "Makefile", ROOT / ".ci" / "run", *(ROOT / "docs").rglob("*.md")]:
        if path.is_file() and path != Path(__file__):
            content = path.read_text(encoding="utf-8", errors="replace")
            assert not [word for word in words if word in content], path
