"""Every column of the evidence library: its words in both languages and whether it is personal, held by a test.

The classes are the register's. Papers carry names, numbers and signatures of people: the file, its first page and the
words read from it are shown only to who may read papers, and never leave in open data.
"""

from __future__ import annotations

from ocop.domain.registry.fields import CLASSES, Column

__all__ = ["CLASSES", "FIELDS"]

FIELDS: dict[str, Column] = {
    "StoredFile.sha256": Column("none", "Mã tệp", "File"),
    "StoredFile.size": Column("none", "Cỡ tệp", "Size"),
    "StoredFile.media_type": Column("none", "Dạng tệp", "Kind of file"),
    "StoredFile.pages": Column("none", "Số trang", "Pages"),
    "StoredFile.width": Column("none", "Chiều rộng", "Width"),
    "StoredFile.height": Column("none", "Chiều cao", "Height"),
    "PaperText.file": Column("none", "Tệp", "File"),
    "PaperText.state": Column("none", "Đọc chữ", "Reading"),
    "PaperText.reason": Column("none", "Vì sao chưa đọc", "Why it is not read"),
    "PaperText.reader": Column("none", "Đọc bằng", "Read by"),
    "PaperText.tries": Column("none", "Số lần thử", "Tries"),
    "PaperText.changed_at": Column("none", "Đổi lúc", "Changed at"),
    "PaperText.words": Column("identity", "Chữ trong giấy tờ", "Words of the paper"),
    "PaperText.search_key": Column("identity", "Khóa tìm trong chữ", "Search key of the words"),
    "Paper.id": Column("none", "Mã bản ghi", "Record"),
    "Paper.version": Column("none", "Phiên bản", "Version"),
    "Paper.province_code": Column("none", "Mã tỉnh", "Province code"),
    "Paper.producer": Column("none", "Chủ thể", "Producer"),
    "Paper.kind": Column("none", "Loại giấy tờ", "Kind of paper"),
    "Paper.title": Column("identity", "Tên giấy tờ", "Title"),
    "Paper.number": Column("identity", "Số", "Number"),
    "Paper.issuer": Column("none", "Nơi cấp", "Issuer"),
    "Paper.issued_on": Column("none", "Ngày cấp", "Issued on"),
    "Paper.expires_on": Column("none", "Ngày hết hạn", "Expires on"),
    "Paper.search_key": Column("identity", "Khóa tìm", "Search key"),
    "Paper.sort_key": Column("identity", "Khóa xếp", "Sort key"),
    "Paper.file": Column("identity", "Tệp giấy tờ", "File of the paper"),
    "Paper.preview": Column("identity", "Ảnh trang đầu", "First page"),
    "Paper.cleaned": Column("none", "Đã bỏ khỏi tệp", "Left out of the file"),
    "Paper.added_at": Column("none", "Nộp lúc", "Added at"),
    "Paper.withdrawn_at": Column("none", "Rút lúc", "Withdrawn at"),
    "Paper.replaced_by": Column("none", "Bản mới thay", "Replaced by"),
    "Paper.demonstration": Column("none", "Minh họa", "Demonstration"),
    "PaperProduct.id": Column("none", "Mã bản ghi", "Record"),
    "PaperProduct.paper": Column("none", "Giấy tờ", "Paper"),
    "PaperProduct.product": Column("none", "Sản phẩm", "Product"),
    "PaperCriterion.id": Column("none", "Mã bản ghi", "Record"),
    "PaperCriterion.paper": Column("none", "Giấy tờ", "Paper"),
    "PaperCriterion.instrument": Column("none", "Văn bản", "Instrument"),
    "PaperCriterion.set_number": Column("none", "Bộ tiêu chí", "Criteria set"),
    "PaperCriterion.code": Column("none", "Tiêu chí", "Criterion"),
    "Photo.id": Column("none", "Mã bản ghi", "Record"),
    "Photo.version": Column("none", "Phiên bản", "Version"),
    "Photo.province_code": Column("none", "Mã tỉnh", "Province code"),
    "Photo.product": Column("none", "Sản phẩm", "Product"),
    "Photo.alt": Column("none", "Lời tả ảnh", "What the photo shows"),
    "Photo.position": Column("none", "Thứ tự", "Position"),
    "Photo.file": Column("none", "Tệp ảnh", "File of the photo"),
    "Photo.added_at": Column("none", "Thêm lúc", "Added at"),
    "Photo.withdrawn_at": Column("none", "Rút lúc", "Withdrawn at"),
    "Photo.demonstration": Column("none", "Minh họa", "Demonstration"),
    "PhotoSize.id": Column("none", "Mã bản ghi", "Record"),
    "PhotoSize.photo": Column("none", "Ảnh", "Photo"),
    "PhotoSize.format": Column("none", "Dạng ảnh", "Format"),
    "PhotoSize.width": Column("none", "Chiều rộng", "Width"),
    "PhotoSize.height": Column("none", "Chiều cao", "Height"),
    "PhotoSize.file": Column("none", "Tệp ảnh", "File of the photo"),
}
