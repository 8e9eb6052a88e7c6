"""Both databases are real: SQLite as the site sets it up, PostgreSQL as the script starts it, migrated both ways."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.management import call_command
from django.db import connection

from tests.house.tree import ROOT

SCRIPT = ROOT / "scripts" / "with_postgres.py"


def started(*command):
    return subprocess.run([sys.executable, SCRIPT, *command], capture_output=True, text=True, check=False, timeout=120)


def test_the_database_is_the_one_that_was_asked_for(db):
    asked = "postgresql" if os.environ.get("OCOP_DATABASE_URL") else "sqlite"
    assert connection.vendor == asked


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_migrations_can_be_taken_back_and_made_again():
    call_command("migrate", "places", "zero", verbosity=0)
    assert not [name for name in connection.introspection.table_names() if name.startswith("places_")]
    call_command("migrate", verbosity=0)
    assert "places_unitstate" in connection.introspection.table_names()


@pytest.mark.skipif(bool(os.environ.get("OCOP_DATABASE_URL")), reason="about SQLite")
def test_two_writers_do_not_lock_each_other_out():
    options = site.DATABASES["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "journal_mode=WAL" in options["init_command"]


def test_the_script_hands_its_server_to_the_command_and_leaves_nothing_behind():
    program = (
        "import os, sys, psycopg\n"
        "with psycopg.connect(os.environ['OCOP_DATABASE_URL']) as connection:\n"
        "    print(connection.execute('show server_version_num').fetchone()[0], connection.info.host)\n"
        "sys.exit(7)"
    )
    outcome = started(sys.executable, "-c", program)
    assert outcome.returncode == 7, outcome.stderr
    version, folder = outcome.stdout.split()
    assert int(version) >= 150000
    assert Path(folder).name.startswith("ocop-postgres-")
    assert not Path(folder).exists()


def test_the_script_wants_a_command():
    assert started().returncode == 2


def test_two_servers_may_run_at_once():
    inner = [sys.executable, str(SCRIPT), "true"]
    assert started(*inner).returncode == 0
