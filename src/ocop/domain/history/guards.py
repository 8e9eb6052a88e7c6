"""Triggers by which the database itself refuses to rewrite history, on SQLite and on PostgreSQL.

They stop a mistake and a careless script; whoever may drop a trigger is stopped by nothing here, but `verify` and a
published seal tell. The first migration installs them.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

WORDS = "history is append-only"
EVENT, DETAILS = "history_event", "history_details"
_ERASED = "NEW.salt IS NULL AND NEW.content IS NULL AND NEW.digest = OLD.digest"

_SQLITE_REFUSAL = f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
_SQLITE = [
    f"CREATE TRIGGER IF NOT EXISTS {EVENT}_kept BEFORE DELETE ON {EVENT} {_SQLITE_REFUSAL}",
    f"CREATE TRIGGER IF NOT EXISTS {EVENT}_kept_whole BEFORE UPDATE ON {EVENT} {_SQLITE_REFUSAL}",
    f"CREATE TRIGGER IF NOT EXISTS {DETAILS}_kept BEFORE DELETE ON {DETAILS} {_SQLITE_REFUSAL}",
    f"CREATE TRIGGER IF NOT EXISTS {DETAILS}_kept_whole BEFORE UPDATE ON {DETAILS} WHEN NOT ({_ERASED}) "
    f"{_SQLITE_REFUSAL}",
]
_POSTGRESQL = [
    "CREATE OR REPLACE FUNCTION history_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    f"CREATE OR REPLACE TRIGGER {EVENT}_kept BEFORE UPDATE OR DELETE ON {EVENT} "
    "FOR EACH ROW EXECUTE FUNCTION history_refuse()",
    f"CREATE OR REPLACE TRIGGER {DETAILS}_kept BEFORE DELETE ON {DETAILS} "
    "FOR EACH ROW EXECUTE FUNCTION history_refuse()",
    f"CREATE OR REPLACE TRIGGER {DETAILS}_kept_whole BEFORE UPDATE ON {DETAILS} "
    f"FOR EACH ROW WHEN (NOT ({_ERASED})) EXECUTE FUNCTION history_refuse()",
]
_INSTALL = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}
_REMOVE = {
    "sqlite": "DROP TRIGGER IF EXISTS {trigger}",
    "postgresql": "DROP TRIGGER IF EXISTS {trigger} ON {table}",
}
_TRIGGERS = [(f"{table}_{kind}", table) for table in (EVENT, DETAILS) for kind in ("kept", "kept_whole")]


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; done twice it changes nothing."""
    with connection.cursor() as cursor:
        for statement in _INSTALL[connection.vendor]:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for undoing the migration, and for tests that play the forger."""
    with connection.cursor() as cursor:
        for trigger, table in _TRIGGERS:
            cursor.execute(_REMOVE[connection.vendor].format(trigger=trigger, table=table))
