"""The house rules that can be read from the files themselves."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.template import engines
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
CODE = (".py", ".html", ".js", ".mjs", ".scss", ".css", ".txt", ".toml")
BUILT = ("outreach/static/", "package-lock.json", "/migrations/")


def committed() -> list[str]:
    """Every file of the repository (also those added and not yet committed)."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.splitlines() if (ROOT / name).is_file()]


FILES = committed()
WRITTEN = [name for name in FILES if not any(part in name for part in BUILT)]
PYTHON = [name for name in WRITTEN if name.endswith(".py")]
FOLDER = ROOT / "templates"
TEMPLATES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.[htx]*"))
#: Mails carry their own style; browsers and our policy have no part in them.
PAGES = [name for name in WRITTEN if name.startswith("templates/") and "/email/" not in name]


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8", "replace")


def test_there_are_files_to_look_at():
    assert len(PYTHON) > 100 and len(TEMPLATES) > 30


# --- Size and names ---------------------------------------------------------------------------


def test_no_file_is_longer_than_400_lines():
    long = {name: text(name).count("\n") for name in WRITTEN if name.endswith(CODE)}
    assert {name: lines for name, lines in long.items() if lines > 400 and "/data/" not in name} == {}


def _functions(name: str) -> list[tuple[str, int]]:
    tree = ast.parse(text(name))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [(f"{name}:{node.name}", node.end_lineno - node.lineno + 1) for node in found]


def test_no_function_is_longer_than_60_lines():
    assert [place for name in PYTHON for place, lines in _functions(name) if lines > 60] == []


def test_no_drawer_for_everything():
    drawers = {"utils", "helpers", "common", "misc", "util"}
    assert [name for name in PYTHON if drawers & set(Path(name).with_suffix("").parts)] == []


def test_every_folder_of_tests_is_a_package():
    folders = {Path(name).parent for name in PYTHON if name.startswith("tests/")}
    assert [str(folder) for folder in folders if not (ROOT / folder / "__init__.py").exists()] == []


def test_tests_stand_in_the_same_tree_as_what_they_test():
    tops = {Path(name).parts[1] for name in PYTHON if name.startswith("tests/") and len(Path(name).parts) > 2}
    assert tops <= {"outreach", "postings", "channels", "e2e", "quality", "tools"}


# --- Directions -------------------------------------------------------------------------------


def _imports(name: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(text(name))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module)
    return found


AT_ONCE = re.compile(
    r"^\s*assert .*(\.(is_visible|is_hidden|is_enabled|is_checked)\(|\.content\(\))", re.MULTILINE
)


def test_browser_tests_wait_for_what_they_expect():
    """A click does not wait until the next page is read: what looks at once is green on most days only."""
    hasty = [
        f"{path.relative_to(ROOT)}: {found[0].strip()}"
        for path in (ROOT / "tests").rglob("*.py")
        if "playwright" in (text := path.read_text("utf-8")) or "get_by_role" in text
        for found in AT_ONCE.finditer(text)
    ]
    assert hasty == [], "use playwright's expect(…)"


def test_the_review_is_pure():
    """Nothing of Django, nothing of ours outside itself: only Python, spaCy, textstat, HanTa."""
    allowed = {*sys.stdlib_module_names, "spacy", "textstat", "HanTa", "pyphen"}
    wrong = {
        f"{name}: {module}"
        for name in PYTHON
        if name.startswith("postings/review/")
        for module in _imports(name)
        if module.split(".")[0] not in allowed and not f"{module}.".startswith("postings.review.")
    }
    assert wrong == set()


def test_nothing_happens_in_signals():
    """Work hidden in signals is found by nobody. Process hooks of Celery are no such work."""
    receivers = re.compile(r"\b(?:pre|post)_(?:save|delete|init|migrate)\b|\bm2m_changed\b|@receiver\b")
    assert [name for name in PYTHON if not name.startswith("tests/") and receivers.search(text(name))] == []


# --- Dependencies -----------------------------------------------------------------------------


def _locked(path: Path) -> dict[str, str]:
    pins = re.findall(r"^([A-Za-z0-9_.\-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", path.read_text(), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}


def _wanted(names: list[str]) -> list[Requirement]:
    return [Requirement(name) for name in names]


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_lock_files_name_no_address(path):
    assert not re.search(
        r"https?://|file://|index-url|find-links|trusted-host|^-", path.read_text(), re.MULTILINE
    )


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_everything_locked_has_its_hashes(path):
    blocks = re.split(r"\n(?=\S)", path.read_text().strip())
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_lock_files_are_in_step_with_the_project():
    run, dev = (_locked(path) for path in LOCKS)
    wanted = [(run, need) for need in _wanted(PYPROJECT["project"]["dependencies"])]
    wanted += [(dev, need) for need in _wanted(PYPROJECT["dependency-groups"]["dev"])]
    stale = [
        str(need)
        for lock, need in wanted
        if not need.specifier.contains(lock.get(canonicalize_name(need.name), "0"), prereleases=True)
    ]
    assert stale == [], "run `make lock`"


def test_tests_run_with_the_versions_the_service_runs_with():
    run, dev = (_locked(path) for path in LOCKS)
    assert {name: version for name, version in run.items() if dev.get(name) != version} == {}


def test_squatted_and_clashing_names_are_never_locked():
    names = set(_locked(LOCKS[1]))
    assert not names & {"channels", "de-core-news-sm", "de-core-news-md", "de-core-news-lg"}


def test_no_committed_file_names_a_mirror_or_a_machine():
    places = re.compile(r"file:///|/opt/pypi|/work/main|/root/|registry\.npmjs\.org|files\.pythonhosted\.org")
    own = "tests/test_project.py"
    assert [
        name for name in FILES if name != own and not name.endswith(".map") and places.search(text(name))
    ] == []


# --- Templates --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_compiles(name):
    engines["django"].get_template(name)


def test_templates_hold_no_inline_script_or_style():
    """The content security policy would not let them work. Mails have no such policy."""
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)|<style|\sstyle=|\son\w+=", re.I
    )
    pages = [
        name for name in WRITTEN if name.endswith(".html") and "/email/" not in name and "templates/" in name
    ]
    assert [name for name in pages if inline.search(text(name))] == []


def test_templates_load_nothing_from_elsewhere():
    outside = re.compile(
        r"<(?:script|link|img|iframe|source|video)[^>]*(?:src|href)=[\"'](?:https?:)?//", re.I
    )
    pages = [name for name in WRITTEN if name.endswith(".html") and "templates/" in name]
    assert [name for name in pages if outside.search(text(name))] == []


def test_nothing_the_service_needs_is_left_out_of_the_repository():
    """A folder named `data` was once, by a line in .gitignore that meant another one."""
    options = ["--others", "--ignored", "--exclude-standard", "outreach", "postings", "channels", "templates"]
    left = subprocess.run(["git", "ls-files", *options], cwd=ROOT, capture_output=True, text=True, check=True)
    made = ("__pycache__", "node_modules")
    assert [name for name in left.stdout.splitlines() if not any(part in name for part in made)] == []


# --- Papers -----------------------------------------------------------------------------------


def test_the_licence_is_told_the_same_everywhere():
    assert "Version 1.2" in text("LICENSE") or "v. 1.2" in text("LICENSE")
    assert "license: EUPL-1.2" in text("publiccode.yml")
    assert PYPROJECT["project"]["license"] == "EUPL-1.2"


@pytest.mark.parametrize(
    "target", ["run", "test", "test-long", "check", "bench", "assets", "lock", "pictures"]
)
def test_make_knows_its_targets(target):
    done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
