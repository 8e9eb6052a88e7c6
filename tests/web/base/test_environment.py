"""Environment variables: defaults, refusals, the key made once, and the settings page that explains them."""

import re
import stat
import threading

import pytest
from django.conf import settings as site

from ocop.config.env import DECLARED, BadSetting, Environment, kept_secret


def test_defaults_are_taken_when_nothing_is_said():
    env = Environment({"OCOP_BIND": "  "})
    assert env.text("OCOP_BIND") == "127.0.0.1"
    assert env.items("OCOP_ALLOWED_HOSTS") == ["localhost", "127.0.0.1"]
    assert env.flag("OCOP_DEBUG") is False
    assert env.whole("PORT") == 8000


@pytest.mark.parametrize(("word", "meant"), [("YES", True), ("1", True), ("off", False), ("No", False)])
def test_flags(word, meant):
    assert Environment({"OCOP_DEBUG": word}).flag("OCOP_DEBUG") is meant


def test_refusals_name_the_variable():
    with pytest.raises(BadSetting, match="OCOP_DEBUG"):
        Environment({"OCOP_DEBUG": "perhaps"}).flag("OCOP_DEBUG")
    for word in ("0", "-1", "8000x", "１２"):
        with pytest.raises(BadSetting, match="PORT"):
            Environment({"PORT": word}).whole("PORT")


def test_an_undeclared_variable_cannot_be_read():
    with pytest.raises(KeyError):
        Environment({}).text("OCOP_UNHEARD_OF")


def test_folders_start_at_the_base(tmp_path):
    assert Environment({"OCOP_DATA_DIR": "x"}).folder("OCOP_DATA_DIR", tmp_path) == tmp_path / "x"
    assert Environment({"OCOP_DATA_DIR": "/srv/x"}).folder("OCOP_DATA_DIR", tmp_path).as_posix() == "/srv/x"


def database(address):
    return Environment({"OCOP_DATABASE_URL": address}).database("OCOP_DATABASE_URL")


def test_without_an_address_there_is_no_other_database():
    assert database("") is None


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        (
            "postgresql://ocop:p%40ss%2Fword@db.example:6432/ocop_vn",
            ("ocop_vn", "ocop", "p@ss/word", "db.example", "6432"),
        ),
        ("postgres://localhost/ocop", ("ocop", "", "", "localhost", "")),
        ("postgresql:///ocop", ("ocop", "", "", "", "")),
        ("postgresql://u@/ocop?host=%2Fvar%2Frun&port=5433", ("ocop", "u", "", "/var/run", "5433")),
    ],
)
def test_a_database_address_is_read(address, parts):
    assert database(address) == dict(zip(("NAME", "USER", "PASSWORD", "HOST", "PORT"), parts, strict=True))


@pytest.mark.parametrize(
    "address",
    [
        "mysql://u:geheim@h/d", "postgresql://u:geheim@h", "postgresql://u:geheim@h:port/d", "geheim",
        "postgresql://u:geheim@h/d?sslmode=off", "postgresql://u:geheim@[h/d", "postgresql://u:geheim@h/d?x",
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_used_is_refused_without_showing_its_password(address):
    with pytest.raises(BadSetting, match="OCOP_DATABASE_URL") as caught:
        database(address)
    assert "geheim" not in str(caught.value)


def test_secret_is_made_once_and_kept_from_others(tmp_path):
    path = tmp_path / "var" / "secret-key"
    first = kept_secret(path)
    assert len(first) >= 50
    assert kept_secret(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret-key"]


def test_many_starting_at_once_agree_on_the_secret(tmp_path):
    keys, gate = set(), threading.Barrier(8)

    def start():
        gate.wait()
        keys.add(kept_secret(tmp_path / "secret-key"))

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 1


@pytest.mark.parametrize("page", ["settings.md", "settings.vi.md"])
def test_settings_page_tells_the_true_default(page):
    text = (site.CHECKOUT_DIR / "docs/reference" / page).read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \|[^|]*\| ([^|]*?) \|", text, re.MULTILINE))
    assert set(rows) >= set(DECLARED)
    for name, default in rows.items():
        if name in DECLARED and DECLARED[name].default:
            assert default == f"`{DECLARED[name].default}`"
