"""What the acts on the register are called in a timeline; columns carry the words of `domain.registry.fields`."""

from __future__ import annotations

from ocop.domain.registry.fields import CHOICES, FIELDS
from ocop.web.base.timeline.chapter import NUMBER, UNIT, Chapter, Told, Words, named


def _columns(table: str, **more: str | dict[str, Words]) -> dict[str, Told]:
    own = {
        name.partition(".")[2]: (column.vi, column.en)
        for name, column in FIELDS.items()
        if name.startswith(f"{table}.")
    }
    return named(own, **({name: CHOICES[f"{table}.{name}"] for name in own if f"{table}.{name}" in CHOICES} | more))


CHAPTER = Chapter(
    acts={
        "registry.add_producer": ("Thêm chủ thể vào sổ", "Added the producer to the register"),
        "registry.change_producer": ("Sửa thông tin chủ thể", "Changed the producer"),
        "registry.place_producer": ("Chọn xã của chủ thể", "Placed the producer in a commune"),
        "registry.change_representative": ("Sửa người đại diện", "Changed the representative"),
        "registry.erase_person": ("Xóa dữ liệu người đại diện", "Erased the data of the representative"),
        "registry.add_product": ("Thêm sản phẩm", "Added the product"),
        "registry.change_product": ("Sửa sản phẩm", "Changed the product"),
        "registry.classify_product": ("Xếp nhóm sản phẩm", "Classified the product"),
        "registry.record_stars": ("Ghi hạng sao theo danh sách", "Recorded stars told by a list"),
        "registry.record_fact": ("Ghi số liệu năm", "Recorded a fact of the year"),
    },
    fields={
        "producer": _columns("Producer", unit=UNIT, origin_unit=UNIT),
        "representative": _columns("Representative"),
        "product": _columns("Product") | {"sets": Told("Bộ tiêu chí", "Criteria sets"), "group": Told("Nhóm", "Group")},
        "registry.classify_product": {"*": Told("Bộ tiêu chí theo {}", "Criteria set of {}")},
        "registry.record_stars": _columns("StarRecord"),
        "registry.record_fact": _columns("YearlyFact", value=NUMBER),
    },
    silent=frozenset(
        {"id", "version", "province_code", "search_key", "plain_key", "sort_key", "producer", "placed_on", "origin_on"}
    ),
)
