"""Made-up products of made-up producers, from real parts of names, always the same; written straight into the tables.

Owns the data. Rows go in as fast as each database takes them, past the ORM; the index is then filled as after any
migration.
"""

import random
from collections.abc import Iterator

from django.db import connection, transaction

from ocop.domain.places.models import AdministrativeUnit
from ocop.domain.search import keeping
from ocop.kit.text import search_key
from ocop.rules.units import units_on

SEED = 2026
EACH = 5  # products of a producer
GOODS = (
    "Miến dong", "Chè Shan tuyết", "Mật ong bạc hà", "Gạo nếp cái hoa vàng", "Bánh gai", "Lạp sườn gác bếp",
    "Rượu ngô men lá", "Cam sành", "Tinh bột nghệ", "Giảo cổ lam túi lọc", "Nước mắm cốt", "Tôm khô", "Hạt điều rang",
    "Cà phê rang xay", "Thịt trâu khô", "Bưởi da xanh", "Sầu riêng sấy", "Mắm cá linh", "Khô cá lóc", "Đường thốt nốt",
    "Hồ tiêu đen", "Yến sào", "Bún khô", "Nấm linh chi", "Dầu lạc", "Khoai lang sấy", "Chả mực giã tay", "Ruốc hến",
)  # fmt: skip
STYLES = (
    "truyền thống", "thượng hạng", "hữu cơ", "sấy lạnh", "gia truyền", "đặc sản", "loại một", "hộp quà", "túi 500 g",
)  # fmt: skip
BODIES = ("Hợp tác xã nông nghiệp", "HTX", "Công ty TNHH", "Hộ kinh doanh", "Tổ hợp tác")
KINDS = ("cooperative", "cooperative", "enterprise", "household", "cooperative_group")
ONLY = "Hồng trà Phìn Hồ độc nhất"  # one product has this name
PRODUCER = (
    "id, version, province_code, kind, name, search_key, plain_key, sort_key, tax_code, address, unit_id, placed_on, "
    "origin_unit_id, origin_on, needs_placing, craft_village, source, demonstration"
)
PRODUCT = (
    "id, version, province_code, producer_id, name, search_key, plain_key, sort_key, code, group_text, source, "
    "demonstration"
)


def fill(count: int, day) -> None:
    """So many products, and the index over them."""
    unit = AdministrativeUnit.objects.create(system="bench", code="00001", level="commune")
    places = [(place.name, place.parent or "01") for place in units_on(day, "commune")]
    keeping.remove(connection)
    with transaction.atomic():
        _write("registry_producer", PRODUCER, _producers(count // EACH, places, unit, day))
        _write("registry_product", PRODUCT, _products(count, places))
    keeping.install(connection)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _producers(count: int, places: list[tuple[str, str]], unit: AdministrativeUnit, day) -> Iterator[tuple]:
    source = random.Random(SEED)
    folded = {body: search_key(body) for body in BODIES}
    keys = [search_key(name) for name, _ in places]
    for number in range(count):
        body, at = source.randrange(len(BODIES)), source.randrange(len(places))
        key = f"{folded[BODIES[body]]} {keys[at]} {number}"
        name = f"{BODIES[body]} {places[at][0]} {number}"
        yield (_id(1, number), 1, places[at][1], KINDS[body], name, key, key, key, f"{number:010}", "", _own(unit), day,
               _own(unit), day, False, "", "bench", False)  # fmt: skip


def _products(count: int, places: list[tuple[str, str]]) -> Iterator[tuple]:
    source = random.Random(SEED + 1)
    heads = [(one, search_key(one)) for one in GOODS]
    tails = [(one, search_key(one)) for one in STYLES]
    homes = [(name, search_key(name), province) for name, province in places]
    for number in range(count):
        (good, good_key), (style, style_key) = source.choice(heads), source.choice(tails)
        home, home_key, province = source.choice(homes)
        name, key = f"{good} {style} {home} {number}", f"{good_key} {style_key} {home_key} {number}"
        if number == count // 2:
            name, key = ONLY, search_key(ONLY)
        yield (_id(2, number), 1, province, _id(1, number // EACH), name, key, key, key, "", "", "bench", False)


def _write(table: str, columns: str, rows: Iterator[tuple]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join("?" for _ in columns.split(","))
        connection.connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", map(_plain, rows))


def _plain(row: tuple) -> tuple:
    return tuple(str(value) if hasattr(value, "isoformat") else value for value in row)


def _id(table: int, number: int) -> str:
    return f"{table:08x}{number:024x}"


def _own(unit: AdministrativeUnit) -> str:
    return unit.id.hex


__all__ = ["ONLY", "fill"]
