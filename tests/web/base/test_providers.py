"""The file of single sign-on providers: read whole, or refused with the field that is wrong."""

import pytest

from ocop.config.env import BadSetting
from ocop.config.providers import read_providers

GOOD = {"name": '"Tỉnh"', "issuer": '"https://sso.vidu.example"', "client_id": '"ocop"', "client_secret": '"x"'}


def written(folder, code="tinh", **fields):
    lines = [f"{name} = {value}" for name, value in (GOOD | fields).items() if value]
    (folder / "sign-on.toml").write_text("\n".join([f"[{code}]", *lines]), encoding="utf-8")
    return read_providers("sign-on.toml", folder)


def test_what_is_left_out_has_a_default(tmp_path):
    assert read_providers("", tmp_path) == []
    assert written(tmp_path) == [{
        "code": "tinh", "name": "Tỉnh", "name_en": "", "issuer": "https://sso.vidu.example", "client_id": "ocop",
        "client_secret": "x", "scope": "openid profile email", "trust_contacts": False,
    }]  # fmt: skip
    assert written(tmp_path, issuer='"http://localhost:8080/o"', trust_contacts="true")[0]["trust_contacts"] is True


@pytest.mark.parametrize(("code", "fields", "said"), [
    ("Tinh", {}, "short name"), ("-a", {}, "short name"), ("a" * 31, {}, "short name"),
    ("tinh", {"name": ""}, "name: write a text"), ("tinh", {"client_secret": '" "'}, "client_secret: write a text"),
    ("tinh", {"client_id": "7"}, "client_id: write a text"), ("tinh", {"trust_contacts": '"yes"'}, "true or false"),
    ("tinh", {"issuer": '"http://sso.vidu.example"'}, "https://"), ("tinh", {"issuer": '"sso"'}, "https://"),
    ("tinh", {"scope": '"profile"'}, "must contain openid"), ("tinh", {"secret": '"x"'}, "secret: no such field"),
])  # fmt: skip
def test_a_mistake_is_named(tmp_path, code, fields, said):
    with pytest.raises(BadSetting, match=said):
        written(tmp_path, code, **fields)


def test_a_file_that_cannot_be_read_stops_the_start(tmp_path):
    (tmp_path / "sign-on.toml").write_text("[tinh\n")
    for name in ("sign-on.toml", "khong-co.toml"):
        with pytest.raises(BadSetting, match="OCOP_SIGN_ON_FILE"):
            read_providers(name, tmp_path)
    (tmp_path / "sign-on.toml").write_text("tinh = 1\n")
    with pytest.raises(BadSetting, match="write a table"):
        read_providers("sign-on.toml", tmp_path)
