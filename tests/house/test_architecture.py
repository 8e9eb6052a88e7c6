"""ARCHITECTURE.md names files that exist, and leaves out no folder of the code and no file of the law."""

import re

import pytest

from tests.house.tree import ROOT, SOURCE, committed, short

PAGE = ROOT / "ARCHITECTURE.md"
# Said to come later.
TO_COME = {"domain/", "producer/", "office/", "council/"}
PATH = re.compile(r"(?<![\w/.])(?:[a-z_0-9]+/)*(?:[a-z_0-9]+/|[a-z_0-9]+\.(?:py|yaml|toml))(?![\w/])")


def paths_in(text: str) -> set[str]:
    """Everything that looks like a folder (it ends with a slash) or like a file of code or law."""
    return set(PATH.findall(text))


def places() -> set[str]:
    """Every file and folder of the project, also as it is called from inside src/ocop."""
    names = {short(path) for path in committed()}
    folders = {name[: at + 1] for name in names for at, letter in enumerate(name) if letter == "/"}
    inside = f"{short(SOURCE)}/"
    return names | folders | {name.removeprefix(inside) for name in names | folders}


def test_paths_are_found():
    text = "`rules/dates.py`, code in `web/base/` and 40/25/35; see src/ocop/law/en.yaml, and/or not."
    assert paths_in(text) >= {"rules/dates.py", "web/base/", "src/ocop/law/en.yaml"}
    assert not {path for path in paths_in(text) if "40" in path or "and" in path}


def to_be_named() -> set[str]:
    """The strata, the files of the law, the modules of the law book, the public sections of the site."""
    ours = [path for path in committed() if path.is_relative_to(SOURCE) and path.name != "__init__.py"]
    return (
        {path.relative_to(SOURCE).parts[0] for path in ours}
        | {path.name for path in ours if path.parent in (SOURCE / "law", SOURCE / "rules" / "lawbook")}
        | {path.parent.name for path in ours if path.parent.parent == SOURCE / "web" / "public"}
    )


def test_every_path_exists():
    known = places()
    named = paths_in(PAGE.read_text(encoding="utf-8")) - TO_COME
    assert not {path for path in named if not any(place == path or place.endswith(f"/{path}") for place in known)}


@pytest.mark.parametrize("place", sorted(to_be_named()))
def test_nothing_is_left_out(place):
    assert re.search(rf"\b{re.escape(place)}\b", PAGE.read_text(encoding="utf-8"))
