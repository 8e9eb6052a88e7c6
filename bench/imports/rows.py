"""Made-up rows in the workbook of provinces: 15,000 of 22 columns, five products to a producer; always the same.

Owns the data every contender starts from, and the database they write to: SQLite as the site sets it up, in a folder of
its own.
"""

import io
import os
import random
import tempfile
from datetime import date

ROWS, FIRST, SEED = 15_000, 5, 2026
PROVINCE = "08"
DAY = date(2026, 6, 1)


def set_up():
    """Django on a new database with the places in it; returns the folder, to be kept as long as it is used."""
    folder = tempfile.TemporaryDirectory(prefix="ocop-bench-")
    os.environ |= {"OCOP_DATA_DIR": folder.name, "DJANGO_SETTINGS_MODULE": "ocop.config.settings"}
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_places", verbosity=0)
    return folder


def made(count=ROWS):
    """Lists of 22 cells: number, product, group, kind, producer, commune, address, person, telephone, stars ..."""
    from ocop.rules import units

    source = random.Random(SEED)
    communes = [unit.title for unit in units.communes_of(PROVINCE, DAY)]
    rows = []
    for number in range(count):
        producer, on = number // 5, date(2021 + number % 4, 1 + number % 12, 1 + number % 28)
        stars = 3 + number % 3
        cooperative = f"HTX nông sản {word(random.Random(producer), producer)}"
        rows.append([
            number + 1, f"Miến {word(source, number)} loại {number % 5 + 1}", "Thực phẩm", "HTX",
            cooperative, communes[producer % len(communes)],
            f"Thôn {producer % 9 + 1}", f"Người Thử {producer % 99}", f"0900{producer % 1_000_000:06d}", stars, None,
            stars, on, on.year, f"{number}/QĐ-UBND", "UBND tỉnh", None, None, None, None, None, None,
        ])  # fmt: skip
    return rows


def word(source, number):
    """Two syllables of their own, so that names are not alike by accident."""
    letters = "bcdghklmnprstvx"
    return " ".join(
        source.choice(letters) + source.choice("aeiou") + letters[number // 15**place % 15] for place in range(4)
    )


def workbook(rows):
    """The rows as an XLSX file of provinces."""
    from ocop.kit.sheets.returning import write_back
    from ocop.rules.intake.columns import WORKBOOK

    file = io.BytesIO()
    heads = [["DANH SÁCH"], [], [], [field.vi for field in WORKBOOK.values()]]
    write_back(file, "Loc", [*heads, *rows], [], [], "")
    return file.getvalue()
