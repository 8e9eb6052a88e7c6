"""The words with which a foreign file is refused: what it is, and what to do, in both languages.

Owns the table and turning a code into a `Refused`; codes are found out in the child process.
"""

from __future__ import annotations

from ocop.rules.refused import Refused

WORDS: dict[str, tuple[str, str]] = {
    "empty": ("tệp rỗng; chọn lại tệp", "the file is empty; choose it again"),
    "no_files": ("chưa có tệp nào; chụp ảnh hoặc chọn tệp", "there is no file yet; take a photo or choose a file"),
    "too_many_files": (
        "chỉ nhận {most} tệp một lần; gộp bớt hoặc chia làm nhiều giấy tờ",
        "at most {most} files at once; join some, or make several papers of them",
    ),
    "too_large": (
        "quá lớn: cả bộ tối đa {most} MB; chụp lại ở cỡ nhỏ hơn hoặc chia làm nhiều giấy tờ",
        "too large: at most {most} MB altogether; take smaller photos, or make several papers of them",
    ),
    "too_many_pages": (
        "quá {most} trang; chia làm nhiều giấy tờ",
        "more than {most} pages; make several papers of them",
    ),
    "too_many_pixels": (
        "ảnh quá lớn (hơn {most} triệu điểm ảnh); chụp lại ở cỡ nhỏ hơn",
        "the picture is too large (more than {most} million pixels); take it again in a smaller size",
    ),
    "too_small": (
        "ảnh quá nhỏ, không đọc được (cạnh ngắn dưới {least} điểm ảnh); chụp lại gần hơn",
        "the picture is too small to be read (shorter side under {least} pixels); take it again from nearer",
    ),
    "too_slow": (
        "đọc tệp này mất quá lâu nên đã dừng; in hoặc chụp thành tệp mới rồi nộp lại",
        "reading this file took too long and was stopped; print or photograph it into a new file",
    ),
    "too_heavy": (
        "tệp này đòi quá nhiều bộ nhớ nên đã dừng; in hoặc chụp thành tệp mới rồi nộp lại",
        "this file asks for too much memory and was stopped; print or photograph it into a new file",
    ),
    "broken": (
        "tệp hỏng hoặc tải dở, không mở được; mở thử trên máy rồi lưu lại, hoặc chụp ảnh từng trang",
        "the file is broken or cut short; open it on your machine and save it anew, or photograph its pages",
    ),
    "encrypted": (
        "PDF có mật khẩu; mở ra, lưu lại không đặt mật khẩu rồi nộp",
        "the PDF has a password; open it, save it without one, then hand it in",
    ),
    "xfa": (
        "PDF là mẫu điền động (XFA), nhiều máy không xem được; in ra PDF rồi nộp bản in ấy",
        "the PDF is a dynamic form (XFA) that many machines cannot show; print it to PDF and hand that in",
    ),
    "office": (
        "là tệp Word, Excel hoặc PowerPoint; mở ra, chọn Lưu thành PDF rồi nộp tệp PDF",
        "a Word, Excel or PowerPoint file; open it, choose Save as PDF, and hand in the PDF",
    ),
    "archive": (
        "là tệp nén; giải nén rồi nộp từng ảnh hoặc PDF bên trong",
        "an archive; unpack it and hand in the photos or PDFs inside",
    ),
    "program": (
        "là chương trình máy tính, không phải giấy tờ; nộp ảnh chụp hoặc PDF",
        "a computer program, not a paper; hand in a photo or a PDF",
    ),
    "markup": (
        "là trang web hoặc hình vẽ SVG/XML, có thể chứa mã chạy; in ra PDF hoặc chụp ảnh rồi nộp",
        "a web page or an SVG/XML drawing, which may carry code; print it to PDF or take a photo",
    ),
    "film": (
        "là phim hoặc âm thanh; nộp ảnh chụp hoặc PDF",
        "a film or a sound; hand in a photo or a PDF",
    ),
    "unknown": (
        "không phải ảnh hay PDF; nộp ảnh JPEG, PNG, WebP, HEIC hoặc PDF",
        "neither a picture nor a PDF; hand in a JPEG, PNG, WebP or HEIC picture, or a PDF",
    ),
    "not_a_picture": (
        "là PDF; ở đây cần một bức ảnh (JPEG, PNG, WebP, HEIC)",
        "a PDF; a picture is wanted here (JPEG, PNG, WebP, HEIC)",
    ),
}


def refused(code: str, name: str = "", **values: int) -> Refused:
    """The refusal of the file called `name` as its sender knows it."""
    vi, en = WORDS[code]
    return Refused(f"file_{code}", where=name, vi=vi.format(**values), en=en.format(**values))
