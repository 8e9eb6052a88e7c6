"""Markdown becomes HTML that cannot carry code, asks no other host, and can be used by keyboard."""

import pytest

from ocop.web.base.docs.rendering import render


def html_of(text, address=lambda path: None):
    return str(render(text, folder="docs/how-to", address=address, table_label="Bảng").html)


@pytest.mark.parametrize("text", [
    "<script>alert(1)</script>",
    "a <img src=x onerror=alert(1)> b",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,AAAA)",
    "[x](vbscript:x)",
    "<a href='javascript:alert(1)'>x</a>",
    '[x](run.md "a\\" onclick=\\"x")',
])  # fmt: skip
def test_nothing_written_becomes_code(text):
    html = html_of(text)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html and 'href="data' not in html and 'href="vbscript' not in html
    assert ' onclick="' not in html


def test_pictures_of_other_hosts_are_not_asked_for():
    assert "src=" not in html_of("![x](https://elsewhere.example/x.png)")


def test_links_to_other_hosts_stay_and_tell_nothing():
    assert '<a href="https://vanban.example/26" rel="noreferrer">' in html_of("[26](https://vanban.example/26)")


def test_links_are_resolved_from_the_files_own_folder():
    asked = []
    html_of("[a](../adr/1.md) [b](b.md#x) [c](#here) [d](/etc/passwd)", lambda path: asked.append(path))
    assert asked == ["docs/adr/1.md", "docs/how-to/b.md", "/etc/passwd"]


def test_tables_and_code_scroll_by_keyboard():
    html = html_of("| a | b |\n|---|---|\n| 1 | 2 |\n\n```mermaid\ngraph TD\n```\n")
    assert '<div class="scroll" role="region" aria-label="Bảng" tabindex="0"><table>' in html
    assert '<pre tabindex="0"><code class="language-mermaid">graph TD' in html


def test_contents_hold_the_second_and_third_rank():
    rendered = render("# A\n## B `c`\n### D\n#### E\n", folder="", address=lambda path: None, table_label="")
    assert [(one.level, one.anchor, one.words) for one in rendered.contents] == [(2, "b-c", "B c"), (3, "d", "D")]


def test_title_is_left_to_the_page():
    assert html_of("# Title\n\nwords\n") == "<p>words</p>\n"
    assert html_of("words\n\n# Later\n") == '<p>words</p>\n<h1 id="later">Later</h1>\n'
