"""The check for left-over Vietnamese sees what it should; later pages rely on it."""

import pytest

from tests.web.reading import vietnamese_left_in


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>Points and stars</p>", []),
        ("<p>Điểm</p>", ["Điểm"]),
        ('<p lang="vi">Điểm <b>và sao</b></p><p>then</p>', []),
        ('<p lang="vi">Điểm</p><p>rồi đến</p>', ["rồi đến"]),
        ('<p lang="vi">Điểm <span lang="en">điểm</span></p>', ["điểm"]),
        ('<img alt="Chè xanh">', ["Chè xanh"]),
        ('<img alt="Chè xanh" lang="vi"><br lang="vi">sông', ["sông"]),
        ('<input placeholder="gõ tên"/>', ["gõ tên"]),
        ("<script>let x = 'điểm'</script>", []),
        ("<p>café, Bến Tre in decomposed letters: Bến</p>", ["café, Bến Tre in decomposed letters: Bến"]),
    ],
)
def test_vietnamese_is_seen_unless_marked(html, left):
    assert vietnamese_left_in(html) == left
