"""Half-open periods in tables: rows of one thing whose days may not overlap, held by the database itself.

Owns `NoOverlap`, an exclusion constraint on PostgreSQL and a pair of triggers on SQLite, over the columns `valid_from`
(first day) and `valid_until` (first day that no longer belongs; null is open-ended). What a period means is its app's.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.ddl_references import Statement, Table
from django.db.migrations.operations.base import Operation
from django.db.models import Q

_OVERLAPS = """EXISTS (
  SELECT 1 FROM %(table)s other WHERE other.{key} <> NEW.{key} AND {same}
  AND (NEW.valid_until IS NULL OR other.valid_from < NEW.valid_until)
  AND (other.valid_until IS NULL OR NEW.valid_from < other.valid_until))"""
_TRIGGER = """CREATE TRIGGER {name}_{event} BEFORE {verb} ON %(table)s FOR EACH ROW
WHEN {overlaps}
BEGIN SELECT RAISE(ABORT, '{name}: the periods overlap'); END"""
_EXCLUSION = (
    "ALTER TABLE %(table)s ADD CONSTRAINT {name} EXCLUDE USING gist "
    "({columns}, daterange(valid_from, valid_until) WITH &&)"
)


class PeriodExtension(Operation):
    """A migration's step that prepares PostgreSQL for `NoOverlap`; nothing on SQLite.

    Django has one like it, which brings PostgreSQL's driver into every start and cannot be taken back on SQLite. Taken
    back, this one leaves the extension where it is: another app's constraint may rest on it.
    """

    reversible = True
    reduces_to_sql = True

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing changes for the models."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Create the extension where there is none."""
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Nothing to undo."""

    def describe(self) -> str:
        """What the migration says of it."""
        return "Prepares PostgreSQL for periods that may not overlap"


class NoOverlap(models.BaseConstraint):
    """Rows that agree on `fields` have periods without a common day.

    On PostgreSQL `PeriodExtension` has to come before it in the app's first migration.
    """

    # Models and schema editors are of no type one could name: a migration hands over historical ones.

    def __init__(self, *, fields: list[str], name: str) -> None:
        super().__init__(name=name, violation_error_code="overlap")
        self.fields = list(fields)

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        """Nothing inside CREATE TABLE: what holds the constraint follows the table."""
        schema_editor.deferred_sql.extend(self._statements(model, schema_editor))

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        """The constraint of a table that exists; SQLite makes its table anew instead and never asks."""
        first, *_ = self._statements(model, schema_editor)
        return first

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        """Undo `create_sql`."""
        dropped = f"ALTER TABLE %(table)s DROP CONSTRAINT {schema_editor.quote_name(self.name)}"
        return self._statement(dropped, model, schema_editor)

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = DEFAULT_DB_ALIAS) -> None:
        """Raise ValidationError when a stored row overlaps `instance`."""
        if exclude and not {*self.fields, "valid_from", "valid_until"}.isdisjoint(exclude):
            return
        same = {field: getattr(instance, model._meta.get_field(field).attname) for field in self.fields}
        others = model._default_manager.using(using).filter(**same).exclude(pk=instance.pk)
        others = others.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=instance.valid_from))
        if instance.valid_until is not None:
            others = others.filter(valid_from__lt=instance.valid_until)
        if others.exists():
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        """How a migration writes it."""
        return f"{type(self).__module__}.{type(self).__name__}", (), {"fields": self.fields, "name": self.name}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NoOverlap) and (self.name, self.fields) == (other.name, other.fields)

    def __hash__(self) -> int:
        return hash((self.name, *self.fields))

    def _statements(self, model: Any, editor: Any) -> list[Statement]:
        columns = [editor.quote_name(model._meta.get_field(field).column) for field in self.fields]
        if editor.connection.vendor == "postgresql":
            equal = ", ".join(f"{column} WITH =" for column in columns)
            template = _EXCLUSION.format(name=editor.quote_name(self.name), columns=equal)
            return [self._statement(template, model, editor)]
        same = " AND ".join(f"other.{column} = NEW.{column}" for column in columns)
        overlaps = _OVERLAPS.format(key=editor.quote_name(model._meta.pk.column), same=same)
        return [
            self._statement(
                _TRIGGER.format(name=self.name, event=verb.lower(), verb=verb, overlaps=overlaps), model, editor
            )
            for verb in ("INSERT", "UPDATE")
        ]

    @staticmethod
    def _statement(template: str, model: Any, editor: Any) -> Statement:
        return Statement(template, table=Table(model._meta.db_table, editor.quote_name))
