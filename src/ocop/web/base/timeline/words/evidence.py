"""What the acts on papers and photos are called in a timeline; kinds of paper carry the law's words."""

from __future__ import annotations

from ocop.rules.lawbook.book import in_english
from ocop.rules.lawbook.classification import evidence_kinds
from ocop.web.base.timeline.chapter import PRODUCT, Chapter, Told, named

CHAPTER = Chapter(
    acts={
        "registry.add_paper": ("Nộp giấy tờ", "Added the paper"),
        "evidence.change_paper": ("Sửa thông tin giấy tờ", "Changed the paper's details"),
        "evidence.serve": ("Gắn giấy tờ với sản phẩm, tiêu chí", "Let the paper serve products or criteria"),
        "evidence.withdraw_paper": ("Rút giấy tờ", "Withdrew the paper"),
        "evidence.offer_again": ("Dùng lại giấy tờ", "Offered the paper again"),
        "evidence.add_photo": ("Thêm ảnh", "Added the photo"),
        "evidence.change_photo": ("Sửa lời mô tả ảnh", "Changed the words of the photo"),
        "evidence.withdraw_photo": ("Bỏ ảnh", "Took the photo away"),
        "evidence.order_photos": ("Xếp lại thứ tự ảnh", "Put the photos in order"),
    },
    fields={
        "paper": named(
            {
                "kind": ("Loại giấy tờ", "Kind of paper"),
                "title": ("Tên gọi", "Title"),
                "number": ("Số giấy", "Number"),
                "issuer": ("Nơi cấp", "Issuer"),
                "issued_on": ("Ngày cấp", "Issued on"),
                "expires_on": ("Ngày hết hạn", "Expires on"),
                "products": ("Sản phẩm", "Products"),
                "criteria": ("Tiêu chí", "Criteria"),
                "file": ("Tệp (SHA-256)", "File (SHA-256)"),
                "demonstration": ("Minh họa", "Demonstration"),
            },
            kind={code: (kind.name, in_english(kind.name)) for code, kind in evidence_kinds().items()},
            products=PRODUCT,
        ),
        "photo": named(
            {
                "product": ("Sản phẩm", "Product"),
                "alt": ("Ảnh chụp gì", "What it shows"),
                "file": ("Tệp (SHA-256)", "File (SHA-256)"),
                "demonstration": ("Minh họa", "Demonstration"),
            },
            product=PRODUCT,
        ),
        "product": {"*": Told("Thứ tự", "Order")},
    },
    silent=frozenset(
        {
            "id", "version", "province_code", "producer", "search_key", "sort_key", "preview", "cleaned", "added_at",
            "withdrawn_at", "replaced_by", "position",
        }
    ),
)  # fmt: skip
