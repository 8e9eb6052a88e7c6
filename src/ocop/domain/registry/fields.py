"""Every column of the register: its words in both languages and whether it is personal, held complete by a test.

Classes: `identity` (names a person), `contact` (reaches one), `sensitive` (ethnicity, disability), `household`
(personal when the producer is a household, which carries its owner's name and address), and `none`. Everything that
is not `none` is shown only to who may see personal data, and never leaves in open data.
"""

from __future__ import annotations

from dataclasses import dataclass

from ocop.rules.naming.plain import KINDS
from ocop.rules.register.facts import FACTS

CLASSES = ("identity", "contact", "sensitive", "household", "none")
PERSONAL = frozenset({"identity", "contact", "sensitive"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the class of its data, and its words."""

    data: str
    vi: str
    en: str


FIELDS: dict[str, Column] = {
    "Producer.id": Column("none", "Mã bản ghi", "Record"),
    "Producer.version": Column("none", "Phiên bản", "Version"),
    "Producer.province_code": Column("none", "Mã tỉnh", "Province code"),
    "Producer.kind": Column("none", "Loại hình", "Kind"),
    "Producer.name": Column("household", "Tên chủ thể", "Producer"),
    "Producer.search_key": Column("household", "Khóa tìm", "Search key"),
    "Producer.plain_key": Column("household", "Khóa so tên", "Plain name"),
    "Producer.sort_key": Column("household", "Khóa xếp", "Sort key"),
    "Producer.tax_code": Column("none", "Mã số thuế", "Tax code"),
    "Producer.address": Column("household", "Địa chỉ", "Address"),
    "Producer.unit": Column("none", "Đơn vị hành chính", "Administrative unit"),
    "Producer.placed_on": Column("none", "Đơn vị tính đến ngày", "Unit as of"),
    "Producer.origin_unit": Column("none", "Đơn vị theo nguồn", "Unit in the source"),
    "Producer.origin_on": Column("none", "Nguồn tính đến ngày", "Source's units as of"),
    "Producer.needs_placing": Column("none", "Cần chọn xã", "Needs placing"),
    "Producer.latitude": Column("household", "Vĩ độ", "Latitude"),
    "Producer.longitude": Column("household", "Kinh độ", "Longitude"),
    "Producer.craft_village": Column("none", "Làng nghề", "Craft village"),
    "Producer.in_association": Column("none", "Hội viên hội doanh nhân OCOP", "In the OCOP association"),
    "Producer.source": Column("none", "Nguồn", "Source"),
    "Producer.demonstration": Column("none", "Minh họa", "Demonstration"),
    "Representative.producer": Column("none", "Chủ thể", "Producer"),
    "Representative.version": Column("none", "Phiên bản", "Version"),
    "Representative.name": Column("identity", "Người đại diện", "Representative"),
    "Representative.sex": Column("identity", "Giới tính", "Sex"),
    "Representative.ethnicity": Column("sensitive", "Dân tộc", "Ethnicity"),
    "Representative.has_disability": Column("sensitive", "Người khuyết tật", "Has a disability"),
    "Representative.phone": Column("contact", "Điện thoại", "Telephone"),
    "Representative.email": Column("contact", "Thư điện tử", "E-mail"),
    "Representative.personal_number": Column("identity", "Số định danh cá nhân", "Personal number"),
    "Product.id": Column("none", "Mã bản ghi", "Record"),
    "Product.version": Column("none", "Phiên bản", "Version"),
    "Product.province_code": Column("none", "Mã tỉnh", "Province code"),
    "Product.producer": Column("none", "Chủ thể", "Producer"),
    "Product.name": Column("none", "Tên sản phẩm", "Product"),
    "Product.search_key": Column("none", "Khóa tìm", "Search key"),
    "Product.plain_key": Column("none", "Khóa so tên", "Plain name"),
    "Product.sort_key": Column("none", "Khóa xếp", "Sort key"),
    "Product.code": Column("none", "Mã sản phẩm", "Product code"),
    "Product.group_text": Column("none", "Nhóm như nguồn ghi", "Group as printed"),
    "Product.story": Column("none", "Câu chuyện sản phẩm", "Product story"),
    "Product.specification": Column("none", "Quy cách", "Specification"),
    "Product.material_area": Column("none", "Vùng nguyên liệu", "Raw-material area"),
    "Product.chain_links": Column("none", "Liên kết chuỗi", "Chain links"),
    "Product.source": Column("none", "Nguồn", "Source"),
    "Product.demonstration": Column("none", "Minh họa", "Demonstration"),
    "ProductGroup.id": Column("none", "Mã bản ghi", "Record"),
    "ProductGroup.product": Column("none", "Sản phẩm", "Product"),
    "ProductGroup.instrument": Column("none", "Văn bản", "Instrument"),
    "ProductGroup.set_number": Column("none", "Bộ tiêu chí", "Criteria set"),
    "ProductGroup.derived": Column("none", "Suy từ văn bản khác", "Derived from another instrument"),
    "StarRecord.id": Column("none", "Mã bản ghi", "Record"),
    "StarRecord.province_code": Column("none", "Mã tỉnh", "Province code"),
    "StarRecord.product": Column("none", "Sản phẩm", "Product"),
    "StarRecord.sequence": Column("none", "Lần", "Sequence"),
    "StarRecord.stars": Column("none", "Hạng sao", "Stars"),
    "StarRecord.year": Column("none", "Năm", "Year"),
    "StarRecord.recognised_on": Column("none", "Ngày công nhận", "Recognised on"),
    "StarRecord.expires_on": Column("none", "Ngày hết hạn", "Expires on"),
    "StarRecord.decision": Column("none", "Số quyết định", "Decision"),
    "StarRecord.issuer": Column("none", "Cơ quan ban hành", "Issuer"),
    "StarRecord.note": Column("none", "Ghi chú", "Note"),
    "StarRecord.source": Column("none", "Nguồn", "Source"),
    "YearlyFact.id": Column("none", "Mã bản ghi", "Record"),
    "YearlyFact.province_code": Column("none", "Mã tỉnh", "Province code"),
    "YearlyFact.producer": Column("none", "Chủ thể", "Producer"),
    "YearlyFact.product": Column("none", "Sản phẩm", "Product"),
    "YearlyFact.year": Column("none", "Năm", "Year"),
    "YearlyFact.kind": Column("none", "Chỉ số", "Fact"),
    "YearlyFact.value": Column("none", "Giá trị", "Value"),
    "YearlyFact.unit": Column("none", "Đơn vị tính", "Unit"),
    "YearlyFact.source": Column("none", "Nguồn", "Source"),
    "Submission.key": Column("none", "Mã gửi", "Submission"),
    "Submission.act": Column("none", "Việc", "Act"),
    "Submission.subject": Column("none", "Đối tượng", "Subject"),
}

SEX_WORDS = {"male": ("Nam", "Male"), "female": ("Nữ", "Female")}
CHOICES: dict[str, dict[str, tuple[str, str]]] = {
    "Producer.kind": KINDS,
    "Representative.sex": SEX_WORDS,
    "YearlyFact.kind": {code: (kind.vi, kind.en) for code, kind in FACTS.items()},
}
"""The words of every fixed value that a column may hold, in Vietnamese and in English."""


def is_personal(field: str, producer_kind: str) -> bool:
    """Is the column `Table.field` of a producer of this kind personal data?

    >>> is_personal("Producer.name", "household"), is_personal("Producer.name", "cooperative")
    (True, False)
    """
    data = FIELDS[field].data
    return data in PERSONAL or (data == "household" and producer_kind == "household")
