"""What the acts on survey sheets are called in a timeline; columns carry the words of `domain.survey.fields`."""

from __future__ import annotations

from ocop.domain.survey.fields import CHOICES, FIELDS
from ocop.web.base.timeline.chapter import NUMBER, UNIT, Chapter, Told, named

_SHAPES = {"unit": UNIT, "origin_unit": UNIT, "households": NUMBER, "output": NUMBER, "price_dong": NUMBER}

CHAPTER = Chapter(
    acts={
        "survey.add_sheet": ("Ghi phiếu khảo sát", "Wrote the survey sheet"),
        "survey.change_sheet": ("Sửa phiếu khảo sát", "Changed the survey sheet"),
        "survey.withdraw_sheet": ("Rút phiếu khảo sát", "Withdrew the survey sheet"),
        "survey.restore_sheet": ("Lấy lại phiếu khảo sát", "Took the survey sheet back"),
        "survey.promote_sheet": ("Đưa phiếu vào sổ đăng ký", "Brought the sheet into the register"),
        "survey.link_sheet": ("Nối phiếu với sản phẩm đã có trong sổ", "Linked the sheet to a product there is"),
        "survey.export": ("Xuất danh sách phiếu khảo sát", "Exported a list of survey sheets"),
    },
    fields={
        "surveysheet": named(
            {name: (column.vi, column.en) for name, column in FIELDS.items()}, **CHOICES, **_SHAPES
        ),
        "survey.export": {"narrowed": Told("Lọc theo", "Narrowed by")},
    },
    silent=frozenset(
        {"id", "version", "province_code", "search_key", "sort_key", "placed_on", "producer", "product"}
    ),
)  # fmt: skip
