"""Before serving: a free port is found, and only what is missing or old is made again."""

import os
import re
import socket

import pytest

from ocop.config import preparation
from ocop.config.serve import NoFreePort, free_port, welcome
from ocop.kit import catalogues

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


@pytest.fixture
def taken():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def test_a_taken_port_gives_way_to_the_next(taken):
    assert taken < free_port("127.0.0.1", taken) <= taken + 50


def test_a_free_port_is_taken_as_asked(taken):
    found = free_port("127.0.0.1", taken)
    assert free_port("127.0.0.1", found) == found


def test_no_port_at_all_is_said(monkeypatch):
    monkeypatch.setattr("ocop.config.serve._is_free", lambda bind, port: False)
    with pytest.raises(NoFreePort, match="9000-9049"):
        free_port("127.0.0.1", 9000)


@pytest.fixture
def assets(tmp_path, settings):
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "one.css").write_text("a { color: red }" * 40)
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [sources], tmp_path / "collected"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    from django.contrib.staticfiles.finders import get_finder

    get_finder.cache_clear()
    yield sources
    get_finder.cache_clear()


def test_assets_are_collected_compressed_and_named_by_content(assets, settings):
    assert list(preparation._collect_assets())
    names = {path.name for path in settings.STATIC_ROOT.iterdir()}
    hashed = next(name for name in names if name.startswith("one.") and name.count(".") == 2 and name.endswith(".css"))
    assert {f"{hashed}.br", f"{hashed}.gz", "staticfiles.json"} <= names


def test_assets_are_collected_again_only_when_changed(assets, settings):
    list(preparation._collect_assets())
    assert not list(preparation._collect_assets())
    (assets / "one.css").write_text("b { color: green }" * 40)
    assert list(preparation._collect_assets())
    (assets / "one.css").unlink()
    assert list(preparation._collect_assets())
    assert not list(settings.STATIC_ROOT.glob("one*"))


def test_words_are_compiled_only_when_older_than_their_source(tmp_path):
    po = tmp_path / "en/LC_MESSAGES/django.po"
    po.parent.mkdir(parents=True)
    po.write_text(HEADER + '\nmsgid "sao"\nmsgstr "star"\n', encoding="utf-8")
    assert catalogues.compile_stale(tmp_path) == [po.with_suffix(".mo")]
    assert catalogues.compile_stale(tmp_path) == []
    later = po.with_suffix(".mo").stat().st_mtime + 5
    os.utime(po, (later, later))
    assert catalogues.compile_stale(tmp_path)


def test_a_translation_that_would_break_its_page_is_refused(tmp_path):
    po = tmp_path / "en/LC_MESSAGES/django.po"
    po.parent.mkdir(parents=True)
    po.write_text(HEADER + '\n#, python-format\nmsgid "%(n)s sao"\nmsgstr "%(m)s stars"\n', encoding="utf-8")
    with pytest.raises(catalogues.BadTranslation):
        catalogues.compile_stale(tmp_path)


def test_messages_are_found_in_code_templates_and_component_attributes(tmp_path):
    (tmp_path / "a.py").write_text('from x import gettext as _\nwords = _("một")\n', encoding="utf-8")
    (tmp_path / "b.html").write_text(
        '<p>{% translate "hai" %}</p>\n  <c-x label="{% translate "ba" %}">\n'
        "{% blocktranslate count n=3 %}{{ n }} sao{% plural %}{{ n }} sao{% endblocktranslate %}</c-x>",
        encoding="utf-8",
    )
    found = {message.id for message in catalogues.messages_in(tmp_path) if message.id}
    assert found == {"một", "hai", "ba", ("%(n)s sao", "%(n)s sao")}


def test_updating_keeps_words_adds_new_and_drops_unused(tmp_path):
    po = tmp_path / "en/LC_MESSAGES/django.po"
    po.parent.mkdir(parents=True)
    po.write_text(HEADER + '\nmsgid "sao"\nmsgstr "star"\n\nmsgid "cũ"\nmsgstr "old"\n', encoding="utf-8")
    source = tmp_path / "src"
    source.mkdir()
    (source / "a.py").write_text('_("sao")\n_("mới")\n', encoding="utf-8")
    found = catalogues.messages_in(source)
    catalogues.update(po, found)
    assert catalogues.untranslated(po, found) == ["mới"]
    assert catalogues.read(po).get("sao").string == "star"
    assert catalogues.read(po).get("cũ") is None


def test_what_is_said_leads_to_the_score_page_first_and_to_the_home_page(client, capsys):
    welcome("http://localhost:8000")
    said = capsys.readouterr().out
    paths = re.findall(r"http://localhost:8000(\S*)", said)
    assert paths == ["/cham-thu/", "/en/cham-thu/", "/", "/en/"]
    for path in paths:
        assert client.get(path).status_code == 200
    assert re.search(r"Open (http://[^/]+)/en/ ", said)
