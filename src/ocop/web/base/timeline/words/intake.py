"""What the acts on imports of workbooks are called in a timeline."""

from __future__ import annotations

from ocop.web.base.timeline.chapter import NUMBER, Chapter, named

CHAPTER = Chapter(
    acts={
        "registry.send_workbook": ("Gửi bảng tính", "Sent a workbook"),
        "registry.read_workbook": ("Đọc bảng tính", "Read the workbook"),
        "registry.settle_row": ("Xử lý một dòng", "Settled a row"),
        "registry.accept_doubts": ("Chấp nhận các chỗ nghi ngờ", "Accepted the doubts"),
        "registry.answer_doubts": ("Trả lời một câu hỏi cho nhiều dòng", "Answered one question for many rows"),
        "registry.apply_workbook": ("Bắt đầu ghi vào sổ", "Began to write into the register"),
        "registry.stop_workbook": ("Dừng ghi", "Stopped writing"),
        "registry.finish_workbook": ("Ghi xong vào sổ", "Finished writing into the register"),
        "registry.clear_workbook": ("Xóa tệp và các dòng đã nhập xong", "Cleared the file and rows of the import"),
    },
    fields={
        "sent_file": named(
            {"file": ("Tệp", "File"), "sha256": ("SHA-256", "SHA-256"), "bytes": ("Số byte", "Bytes")}, bytes=NUMBER
        ),
        "import": named(
            {
                "file": ("Tệp", "File"),
                "sha256": ("SHA-256", "SHA-256"),
                "rows": ("Số dòng", "Rows"),
                "row": ("Dòng", "Row"),
                "fields": ("Ô đã sửa", "Cells corrected"),
                "accepted": ("Chỗ nghi ngờ được chấp nhận", "Doubts accepted"),
                "code": ("Loại nghi ngờ", "Kind of doubt"),
                "reached": ("Đã ghi đến dòng", "Written up to row"),
            },
            rows=NUMBER,
            reached=NUMBER,
        ),
    },
)
