"""What is installed is what is written: locked, hashed, complete, and from nowhere in particular."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT, committed, short

LOCKS = {
    "requirements-uv.txt": {"groups": ["uv"], "extras": [], "project": False},
    "requirements.txt": {"groups": ["build"], "extras": [], "project": True},
    "requirements-test.txt": {"groups": ["build"], "extras": ["test"], "project": True},
    "requirements-dev.txt": {"groups": ["build"], "extras": ["test", "mutation", "bench"], "project": True},
}
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)(?: ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def wanted(groups, extras, project):
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [line for group in groups for line in declared["dependency-groups"][group]]
    lines += [line for extra in extras for line in declared["project"]["optional-dependencies"][extra]]
    lines += declared["project"]["dependencies"] if project else []
    return [Requirement(line) for line in lines]


def pinned(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {canonicalize_name(found[1]): found[2] for line in lines if (found := PINNED.match(line))}


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_what_the_project_asks_for(name):
    versions = pinned(name)
    unmet = [
        str(requirement)
        for requirement in wanted(**LOCKS[name])
        if not requirement.specifier.contains(versions.get(canonicalize_name(requirement.name), "0"))
    ]
    assert not unmet, f"{name} is behind pyproject.toml: run `make lock`"


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_of_a_lock_is_a_version_or_its_hash(name):
    lines = [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert not [line for line in lines if not PINNED.match(line) and not HASH.match(line)]


def test_each_lock_contains_the_smaller_one():
    run, test, dev = (pinned(f"requirements{part}.txt").items() for part in ("", "-test", "-dev"))
    assert run <= test <= dev


def test_no_file_says_where_packages_come_from():
    """A mirror is the machine's business. The patterns are put together here, so that this file has none."""
    dot, dash = r"\.", "--"
    hosts = [
        "pypi" + dot + "org",
        "python" + "hosted",
        "npm" + "js",
        "yarn" + "pkg" + dot,
        "arti" + "factory",
    ]
    options = [
        dash + "index" + "-url",
        dash + "extra" + "-index",
        dash + "find" + "-links",
        "//" + "registry" + dot,  # a host; the app of that name is ours
    ]
    pattern = re.compile("|".join(hosts + options).encode())
    naming = [short(path) for path in committed() if pattern.search(path.read_bytes())]
    assert not naming
