"""What the documentation says is run: every block with `<!-- run -->` on the line before it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

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
    """A folder that looks like the repository's root to a reader of the documentation, but may be written to.

    The dispatches are read once: the databases that blocks make with `dateline add examples/dispatches` are there.
    """
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("examples", "docs", "src", "README.md"):
        (folder / name).symlink_to(ROOT / name)
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with FileLock(shared / "read.lock"):
        if not (shared / "read").exists():
            run(f"dateline add examples/dispatches --db {shared / 'read.db'}", folder)
            (shared / "read").touch()
    for name in ("demo.db", "tutorial.db"):
        shutil.copy(shared / "read.db", folder / name)
    return folder


def run(code: str, folder: Path, kind: str = "sh") -> str:
    """Runs a block in a folder, with this Python's commands first; its errors in a message if it fails."""
    command = [sys.executable, "-c", code] if kind == "python" else ["sh", "-e", "-c", code]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command, cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{code[:200]}: {done.stderr[-800:]}"
    return done.stdout


@pytest.mark.parametrize(
    ("kind", "code"), [block[2:] for block in BLOCKS], ids=[f"{page}-{number}" for page, number, _, _ in BLOCKS]
)
def test_documentation_runs(kind: str, code: str, checkout: Path) -> None:
    run(code, checkout, kind)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
