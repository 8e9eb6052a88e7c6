"""The documents on the shelf, the language shown, and that an address cannot leave the shelf."""

import pytest

from ocop.web.base.docs import shelf


@pytest.fixture
def root(tmp_path, settings):
    settings.DOCS_DIR = tmp_path
    files = {
        "README.md": "# OCOP\n\nSee [how](docs/how-to/run.md) and ![the page](docs/shot.png).\n",
        "secret.md": "# Not for you\n",
        "docs/how-to/run.md": "# Run\n\n[back](../../README.md) [why](../adr/0001-law.md#why) [code](../../src/x.py)\n",
        "docs/how-to/run.vi.md": "# Mở trang\n\n[English](run.md) [luật](../adr/0001-law.md)\n",
        "docs/adr/0001-law.md": "# Luật là dữ liệu\n\n## Vì sao\n\n## Vì sao\n\n### Đặc biệt\n",
        "docs/tutorial/named.md": "# Mỗi xã\n\nEnglish words.\n",
        "docs/tutorial/named.vi.md": "# Mỗi xã\n\nLời Việt.\n",
        "docs/reference/said.md": "<!-- lang: vi -->\n# OCOP\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "docs/shot.png").write_bytes(b"\x89PNG")
    return tmp_path


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def test_list_shows_each_document_once_in_the_readers_language(client, root):
    vi, en = page(client, "/docs/"), page(client, "/en/docs/")
    assert "Mở trang" in vi and ">Run<" not in vi
    assert ">Run<" in en and "Mở trang" not in en
    assert '"/en/docs/adr/0001-law/"><span lang="vi">Luật là dữ liệu</span> <small>(Vietnamese)</small></a>' in en
    assert "Not for you" not in vi


def test_what_exists_in_the_other_language_only_stands_last_and_says_so(client, root):
    vi, en = page(client, "/docs/"), page(client, "/en/docs/")
    mine, other = vi.split('id="other-language"')
    assert "<h2>Chỉ có bản tiếng Anh</h2>" in other and "<h3>Bắt đầu từ đây</h3>" in other
    assert '<a href="/docs/readme/"><span lang="en">OCOP</span> <small>(tiếng Anh)</small></a>' in other
    assert "(tiếng Anh)" not in mine and 'lang="en"' not in mine.split("<main")[1]
    assert "Only in Vietnamese" in en and "(Vietnamese)" in en.split('id="other-language"')[1]
    assert "Tài liệu này chỉ có bản tiếng Anh." in page(client, "/docs/readme/")
    assert "This document exists in Vietnamese only." in page(client, "/en/docs/adr/0001-law/")
    assert "chỉ có bản" not in page(client, "/docs/how-to/run/")


def test_a_list_without_strangers_has_no_group_for_them(client, root):
    (root / "docs/adr/0001-law.md").unlink()
    (root / "docs/reference/said.md").unlink()
    assert "other-language" not in page(client, "/en/docs/")


def test_an_english_paper_that_greets_in_vietnamese_is_english(client, root):
    greeting = "# Cùng làm / Working here\n\nCảm ơn bạn.\n\nThank you.\nRead on.\nThen write.\n"
    (root / "CONTRIBUTING.md").write_text(greeting, encoding="utf-8")
    assert '<article class="prose" lang="en">' in page(client, "/docs/contributing/")
    assert '<span lang="vi">Cùng làm / Working here</span></a>' in page(client, "/en/docs/")


def test_the_readme_of_a_section_stands_first(root):
    (root / "docs/adr/README.md").write_text("# Decisions\n", encoding="utf-8")
    inside = [slug for slug, one in shelf.documents(root).items() if one.section == "adr"]
    assert inside == ["adr/README", "adr/0001-law"]


def test_document_in_the_readers_language(client, root):
    assert '<article class="prose" lang="vi">' in page(client, "/docs/how-to/run/")
    assert '<article class="prose" lang="en">' in page(client, "/en/docs/how-to/run/")


def test_document_in_the_only_language_it_has_says_which(client, root):
    assert '<article class="prose" lang="en">' in page(client, "/docs/readme/")
    assert '<article class="prose" lang="vi">' in page(client, "/en/docs/adr/0001-law/")
    assert '<article class="prose" lang="vi">' in page(client, "/en/docs/reference/said/")
    assert "lang: vi" not in page(client, "/docs/reference/said/")


def test_an_english_paper_may_bear_a_vietnamese_name(client, root):
    html = page(client, "/en/docs/tutorial/named/")
    assert '<h1 lang="vi">' in html and '<article class="prose" lang="en">' in html and "English words." in html
    assert '<a href="/en/docs/tutorial/named/"><span lang="vi">Mỗi xã</span></a>' in page(client, "/en/docs/")
    assert "Lời Việt." in page(client, "/docs/tutorial/named/")


def test_a_link_to_the_same_document_in_the_other_language_changes_the_language(client, root):
    html = page(client, "/docs/how-to/run/")
    assert '<a href="/en/docs/how-to/run/">English</a>' in html
    assert 'href="/docs/adr/0001-law/"' in html


def test_links_between_files_become_links_between_pages(client, root):
    html = page(client, "/en/docs/how-to/run/")
    assert 'href="/en/docs/readme/"' in html
    assert 'href="/en/docs/adr/0001-law/#why"' in html
    assert "<a>code</a>" in html  # only in the checkout: words without a link
    readme = page(client, "/en/docs/readme/")
    assert 'href="/en/docs/how-to/run/"' in readme
    assert '<img src="/en/docs/pictures/shot.png"' in readme


def test_headings_have_anchors_and_contents(client, root):
    html = page(client, "/docs/adr/0001-law/")
    assert '<h2 id="vi-sao">' in html and '<h2 id="vi-sao-2">' in html and '<h3 id="dac-biet">' in html
    assert '<a href="#vi-sao-2">Vì sao</a>' in html


def test_pictures_are_served(client, root):
    response = client.get("/docs/pictures/shot.png")
    assert response.headers["Content-Type"] == "image/png"
    assert b"".join(response.streaming_content) == b"\x89PNG"


@pytest.mark.parametrize("path", [
    "/docs/secret/", "/docs/../secret/", "/docs/how-to/../../secret/", "/docs/%2e%2e/secret/", "/docs/..%2fsecret/",
    "/docs/how-to%2f..%2f..%2fsecret/", "/docs//etc/passwd/", "/docs/how-to/run.md/", "/docs/pictures/../../secret.md",
    "/docs/pictures/%2e%2e/secret.md", "/docs/pictures//etc/passwd", "/docs/pictures/how-to/run.md",
    "/docs/README/", "/docs/%00/",
])  # fmt: skip
def test_addresses_cannot_leave_the_shelf(client, root, path):
    html = page(client, path, status=404)
    assert "Not for you" not in html


def test_links_on_disk_that_lead_out_are_left_out(root, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "diary.md"
    outside.write_text("# Diary\n", encoding="utf-8")
    (root / "docs/how-to/diary.md").symlink_to(outside)
    assert "how-to/diary" not in shelf.documents(root)


def test_an_empty_shelf_explains_itself(client, tmp_path, settings):
    settings.DOCS_DIR = tmp_path
    assert "Chưa thấy tài liệu nào" in page(client, "/docs/")


def test_every_document_of_the_project_can_be_read(client, settings):
    found = shelf.documents(settings.DOCS_DIR)
    assert "reference/settings" in found
    for slug in found:
        for prefix in ("", "/en"):
            page(client, f"{prefix}/docs/{slug}/")
