"""What the acts on administrative units are called in a timeline."""

from __future__ import annotations

from ocop.web.base.timeline.chapter import NUMBER, Chapter, named

CHAPTER = Chapter(
    acts={"places.load_units": ("Nạp đơn vị hành chính", "Loaded the administrative units")},
    fields={
        "unit_edition": named(
            {
                "edition": ("Bản dữ liệu", "Edition"),
                "units": ("Đơn vị", "Units"),
                "states": ("Tên và cấp theo thời gian", "Names and levels over time"),
                "successions": ("Sáp nhập, chia tách", "Successions"),
            },
            units=NUMBER,
            states=NUMBER,
            successions=NUMBER,
        )
    },
)
