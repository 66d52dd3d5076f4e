"""What the documentation says is run: every block with `<!-- run -->` on the line before it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"<!-- run -->\n+```(python|sh)\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
BLOCKS = [
    (page.relative_to(ROOT).as_posix(), n, kind, code)
    for page in PAGES
    for n, (kind, code) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), 1)
]


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the repository's root to a reader of the documentation, but may be written to."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("examples", "docs", "src", "README.md"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.mark.parametrize(("page", "number", "kind", "code"), BLOCKS, ids=[f"{page}-{n}" for page, n, _, _ in BLOCKS])
def test_documentation_runs(page: str, number: int, kind: str, code: str, checkout: Path) -> None:
    command = [sys.executable, "-c", code] if kind == "python" else ["sh", "-e", "-c", code]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command, cwd=checkout, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{page}, block {number}: {done.stderr[-800:]}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
