"""The import journey by what an officer sees: a refused file, a conflict, a file sent back, and no query too many."""

import io
import zipfile
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db

HERE = "/co-quan/don-vi/08/nhap/"
HEAD = "Tên sản phẩm,Chủ thể,Xã,Hạng sao,Năm\n"


@pytest.fixture
def officer(somebody, enter):
    return enter(somebody("provincial_agency", "08", name="Hoa")[0])


def sent(client, text, name="a.csv"):
    """Send a file and take its columns as they were recognised; returns the address of the dry run."""
    file = SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())
    answer = client.post(HERE, {"tep": file, "key": uuid4()})
    if answer.status_code != 302:
        return answer
    page = client.get(answer.url)
    chosen = {f"cot-{field.name}": field.column or "" for field in page.context["fields"]}
    told = {"gui": "doc", "dong": page.context["first"], "trang": page.context["sheet"].name, "key": uuid4()}
    return client.post(answer.url, chosen | told).url


def test_a_file_that_cannot_be_read_is_explained_and_the_source_stays(officer):
    file = SimpleUploadedFile("a.xlsx", b"%PDF-1.7")
    answer = officer.post(HERE, {"tep": file, "nguon": "Sở NN&MT", "key": uuid4()})
    assert answer.status_code == 422
    assert "đây là một tệp PDF" in answer.content.decode()
    assert "Sở NN&amp;MT" in answer.content.decode()
    assert "Chọn tệp" in officer.post(HERE, {"key": uuid4()}).content.decode()


def test_the_second_officer_on_a_row_is_shown_the_first_answer(officer):
    address = sent(officer, HEAD + "Gạo,HTX Tân Sơn,Nơi Nào Đó,9,2023\n")
    row = {"phien-ban": 1, "xem": "sai"}
    first = officer.post(f"{address}dong/2/", row | {"o-stars": "4", "key": uuid4()})
    assert first.status_code == 302
    second = officer.post(f"{address}dong/2/", row | {"o-stars": "5", "key": uuid4()})
    words = second.content.decode()
    assert second.status_code == 409
    assert "Người khác vừa trả lời dòng 2" in words
    assert [tuple(row[1:]) for row in second.context["conflict"]["rows"]] == [("9", "4", "5")]


def test_a_file_goes_back_with_remarks_and_nothing_in_it_is_computed(officer):
    address = sent(officer, HEAD + "\"=cmd|'/c calc'!A1\",HTX Tân Sơn,Nơi Nào Đó,9,2023\n")
    content = officer.get(f"{address}ghi-chu.xlsx").content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "chỉ công nhận 3 đến 5 sao" in sheet
    assert officer.get(f"{HERE}mau.xlsx").content[:2] == b"PK"


def test_as_many_queries_for_one_row_as_for_many(officer):
    counts = []
    for rows in (1, 200):
        lines = "".join(f"Gạo {n},HTX Tân Sơn {n},Nơi {n},4,2023\n" for n in range(rows))
        address = sent(officer, HEAD + lines)
        for view in ("hoi", "tat-ca"):
            with CaptureQueriesContext(
                connection,
            ) as found:
                assert officer.get(f"{address}?xem={view}").status_code == 200
            counts.append(len(found))
    assert counts[:2] == counts[2:]


def test_it_goes_into_the_register_once_and_can_be_cleared(officer):
    address = sent(officer, HEAD + "Gạo,HTX Tân Sơn,02473,4,2023\n")
    form = {"key": uuid4()}
    begun = officer.post(f"{address}vao-so/", form)
    assert officer.post(f"{address}vao-so/", form).url == begun.url
    officer.post(begun.url, {"viec": "lam"})
    done = officer.get(f"{address}ket-qua/")
    assert done.context["made"]["products"] == 1
    assert officer.post(f"{address}xoa/", {"key": uuid4()}).url == f"{HERE}?xong=xoa"
    assert "Đã xóa tệp" in officer.get(HERE).content.decode()
    assert officer.get(f"{address}ghi-chu.xlsx").status_code == 409
