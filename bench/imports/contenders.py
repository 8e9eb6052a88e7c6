"""The contenders: the same rows from an XLSX file into tables, each timed in steps.

Owns how each does it. Peer and limit write one flat table of 22 columns with an id; ours writes producers, people,
products, stars and history, and has read, compared and kept every row before.
"""

import io
import time
from datetime import UTC, date, datetime

from django.db import connection, models, transaction

from bench.imports.rows import PROVINCE

AT = datetime(2026, 6, 1, tzinfo=UTC)
COLUMNS = [f"c{number}" for number in range(22)]


class Flat(models.Model):
    """A row of the workbook as it stands: the table of peer and limit."""

    class Meta:
        app_label = "bench"


for _name in COLUMNS:
    Flat.add_to_class(_name, models.TextField(blank=True))


def emptied():
    """The flat table, new."""
    tables = connection.introspection.table_names()
    with connection.schema_editor() as editor:
        if Flat._meta.db_table in tables:
            editor.delete_model(Flat)
        editor.create_model(Flat)


def plain(content):
    """The cells of the file as texts, read by the reader that ours uses."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [
        [_text(cell) for cell in row[:22]] for row in book.get_sheet_by_index(0).to_python(skip_empty_area=False)[4:]
    ]


def _text(cell):
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def limit(content):
    """Read, and one executemany in one transaction: no rule, no comparison, no history."""
    begun = time.perf_counter()
    rows = plain(content)
    marks = ", ".join(["%s"] * 22)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {Flat._meta.db_table} ({', '.join(COLUMNS)}) VALUES ({marks})", rows)
    return {"into tables": time.perf_counter() - begun}


def import_export(content, *, dry_run, bulk):
    """A resource over the flat table, rows found by their first column; `bulk` as the peer's documentation tunes it."""
    from import_export import resources
    from tablib import Dataset

    class FlatResource(resources.ModelResource):
        class Meta:
            model = Flat
            fields = COLUMNS
            import_id_fields = ["c0"]
            use_bulk = bulk
            batch_size = 1000
            skip_diff = bulk
            force_init_instance = bulk
            skip_unchanged = not bulk

    begun = time.perf_counter()
    data = Dataset(*plain(content), headers=COLUMNS)
    found = FlatResource().import_data(data, dry_run=dry_run, raise_errors=True)
    assert found.total_rows == len(data)
    return time.perf_counter() - begun


def peer(content, bulk):
    """As its admin does it: a dry run that a person looks at, then the import."""
    return {
        "dry run": import_export(content, dry_run=True, bulk=bulk),
        "into tables": import_export(content, dry_run=False, bulk=bulk),
    }


def ours(content):
    """The dry run with every doubt found, then every batch with its history."""
    from ocop.domain.accounts.queries import Acting
    from ocop.domain.intake.actions.apply import apply_all
    from ocop.domain.intake.actions.read import read_file

    by = Acting(AT.date())
    begun = time.perf_counter()
    whole = read_file(content=content, name="a.xlsx", province=PROVINCE, source="bench", by=by, at=AT)
    read = time.perf_counter()
    done = apply_all(id=whole.id, by=by, at=AT)
    assert done.state == "done", done
    return {"dry run": read - begun, "into tables": time.perf_counter() - read, "products": done.taken.products}
