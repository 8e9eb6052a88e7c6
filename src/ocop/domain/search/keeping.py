"""What keeps the index true, in the language of each database: tables, triggers on the register, and a first filling.

Owns these statements. Triggers write in the transaction of the record itself, so nothing is ever found that is not
there, or missed that is; `install` done twice changes nothing.
"""

from __future__ import annotations

from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

PRODUCER, PRODUCT, ENTRY = "registry_producer", "registry_product", "search_entry"
_CODE = "lower(replace(replace(replace({0}.code, '-', ' '), '/', ' '), '.', ' '))"


def _maker(row: str) -> str:
    return f"' ' || {row}.search_key || ' ' || replace({row}.tax_code, '-', ' ') || ' '"


def _made(row: str) -> str:
    of = f"(SELECT {_maker('p')} FROM {PRODUCER} p WHERE p.id = {row}.producer_id)"
    return f"' ' || {row}.search_key || ' ' || {_CODE.format(row)} || {of}"


_FILL = [
    f"DELETE FROM {ENTRY}",
    f"INSERT INTO {ENTRY} (kind, subject, text) SELECT 'producer', m.id, {_maker('m')} FROM {PRODUCER} m",
    f"INSERT INTO {ENTRY} (kind, subject, text) SELECT 'product', m.id, {_made('m')} FROM {PRODUCT} m",
]
_RENAMED = f"UPDATE {ENTRY} SET text = {_maker('NEW')} WHERE subject = NEW.id"
_REMADE = (
    f"UPDATE {ENTRY} SET text = (SELECT {_made('m')} FROM {PRODUCT} m WHERE m.id = {ENTRY}.subject) "
    f"WHERE subject IN (SELECT id FROM {PRODUCT} WHERE producer_id = NEW.id)"
)
_OUT = "INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', OLD.number, OLD.text)"
_IN = "INSERT INTO search_index (rowid, text) VALUES (NEW.number, NEW.text)"
_SQLITE_TRIGGERS = {
    "search_entry_in": f"AFTER INSERT ON {ENTRY} BEGIN {_IN}; END",
    "search_entry_out": f"AFTER DELETE ON {ENTRY} BEGIN {_OUT}; END",
    "search_entry_changed": f"AFTER UPDATE OF text ON {ENTRY} BEGIN {_OUT}; {_IN}; END",
    "search_producer_in": f"AFTER INSERT ON {PRODUCER} BEGIN "
    f"INSERT INTO {ENTRY} (kind, subject, text) VALUES ('producer', NEW.id, {_maker('NEW')}); END",
    "search_producer_out": f"AFTER DELETE ON {PRODUCER} BEGIN DELETE FROM {ENTRY} WHERE subject = OLD.id; END",
    "search_producer_changed": f"AFTER UPDATE OF search_key, tax_code ON {PRODUCER} "
    "WHEN OLD.search_key <> NEW.search_key OR OLD.tax_code <> NEW.tax_code "
    f"BEGIN {_RENAMED}; {_REMADE}; END",
    "search_product_in": f"AFTER INSERT ON {PRODUCT} BEGIN "
    f"INSERT INTO {ENTRY} (kind, subject, text) VALUES ('product', NEW.id, {_made('NEW')}); END",
    "search_product_out": f"AFTER DELETE ON {PRODUCT} BEGIN DELETE FROM {ENTRY} WHERE subject = OLD.id; END",
    "search_product_changed": f"AFTER UPDATE OF search_key, code, producer_id ON {PRODUCT} "
    f"BEGIN UPDATE {ENTRY} SET text = {_made('NEW')} WHERE subject = NEW.id; END",
}
_ORDER = [  # the nation's lists are walked in this order until a page is full
    f"CREATE INDEX IF NOT EXISTS search_{noun}_order ON {table} (sort_key, id)"
    for noun, table in (("producer", PRODUCER), ("product", PRODUCT))
]
_SQLITE = [
    *_ORDER,
    f"CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5 (text, content='{ENTRY}', content_rowid='number', "
    "tokenize='trigram')",
    *(f"CREATE TRIGGER IF NOT EXISTS {name} {what}" for name, what in _SQLITE_TRIGGERS.items()),
]
_POSTGRESQL = [
    *_ORDER,
    f"""CREATE OR REPLACE FUNCTION search_keep_producer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN DELETE FROM {ENTRY} WHERE subject = OLD.id; RETURN OLD; END IF;
    IF TG_OP = 'INSERT' THEN INSERT INTO {ENTRY} (kind, subject, text) VALUES ('producer', NEW.id, {_maker("NEW")});
    ELSIF OLD.search_key <> NEW.search_key OR OLD.tax_code <> NEW.tax_code THEN {_RENAMED}; {_REMADE}; END IF;
    RETURN NEW; END $$""",
    f"""CREATE OR REPLACE FUNCTION search_keep_product() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN DELETE FROM {ENTRY} WHERE subject = OLD.id; RETURN OLD; END IF;
    IF TG_OP = 'INSERT' THEN INSERT INTO {ENTRY} (kind, subject, text) VALUES ('product', NEW.id, {_made("NEW")});
    ELSE UPDATE {ENTRY} SET text = {_made("NEW")} WHERE subject = NEW.id; END IF;
    RETURN NEW; END $$""",
    *(
        f"CREATE OR REPLACE TRIGGER search_{noun}_kept AFTER INSERT OR DELETE OR UPDATE OF {columns} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION search_keep_{noun}()"
        for noun, table, columns in (
            ("producer", PRODUCER, "search_key, tax_code"),
            ("product", PRODUCT, "search_key, code, producer_id"),
        )
    ),
]
_TRIGRAMS = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    f"CREATE INDEX IF NOT EXISTS search_entry_trigrams ON {ENTRY} USING gin (text gin_trgm_ops)",
]
_DIFFER = (
    f"SELECT (SELECT count(*) FROM {ENTRY}) <> (SELECT count(*) FROM {PRODUCER}) + (SELECT count(*) FROM {PRODUCT})"
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Put index and triggers in place once the tables are there, and catch up where records came without them."""
    if not {PRODUCER, PRODUCT, ENTRY} <= set(connection.introspection.table_names()):
        return
    with connection.cursor() as cursor:
        for statement in _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL:
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            _index_trigrams(connection)
    catch_up(connection)


def catch_up(connection: BaseDatabaseWrapper) -> None:
    """Fill the index anew when it does not hold as many records as there are."""
    with connection.cursor() as cursor:
        cursor.execute(_DIFFER)
        if cursor.fetchone()[0]:
            fill(connection)


def fill(connection: BaseDatabaseWrapper) -> None:
    """Write every entry anew from the register."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in _FILL:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers on the register away while migrations rebuild its tables; only SQLite needs that."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for name in _SQLITE_TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def _index_trigrams(connection: BaseDatabaseWrapper) -> None:
    """Where the database's owner may not add `pg_trgm`, search stays right and is only slower."""
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            for statement in _TRIGRAMS:
                cursor.execute(statement)
    except DatabaseError:
        return
