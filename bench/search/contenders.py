"""The contenders: each turns typed words into the number of hits it can see on the first page.

Owns the bare limits beside our own list: an index asked for row numbers only, every row compared, and grep.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path

from django.db import connection

from ocop.domain.registry.queries import products
from ocop.domain.search.queries import piece, typed_words

PAGE = 50
Run = Callable[[], int]


def ours(words: str) -> Run:
    """The first page as the site shows it: sorted, each with its producer, unit and stars."""
    return lambda: len(products.products(products.Wanted(words=words))[:PAGE])


def ours_counted(words: str) -> Run:
    """How many there are, for the line above the list."""
    return lambda: products.products(products.Wanted(words=words), to_count=True).count()


def index_alone(words: str) -> Run:
    """The database's index, asked for a page of row numbers in whatever order: no sorting, no record."""
    pieces = [piece(word) for word in typed_words(words)]
    if connection.vendor == "sqlite":
        asked = " AND ".join(f'"{one}"' for one in pieces)
        return _count(f"SELECT rowid FROM search_index WHERE search_index MATCH %s LIMIT {PAGE}", [asked])
    return _count(f"SELECT number FROM search_entry WHERE {_like(pieces)} LIMIT {PAGE}", _patterns(pieces))


def every_row(words: str) -> Run:
    """Every entry compared with LIKE, all hits: what there is without any index."""
    pieces = [piece(word) for word in typed_words(words)]
    column = "text || ''"  # so that no index is used
    return _count(
        f"SELECT count(*) FROM search_entry WHERE kind = 'product' AND {_like(pieces, column)}", _patterns(pieces)
    )


def grep(words: str, file: Path) -> Run:
    """The machine's own limit for going through all text: grep for the words one after another in a file."""
    pieces = [piece(word) for word in typed_words(words)]
    filters = " | ".join(f"LC_ALL=C grep -F -- '{one}'" for one in pieces)

    def run() -> int:
        command = f"cat '{file}' | {filters} | wc -l"
        return int(subprocess.run(["sh", "-c", command], capture_output=True, check=True).stdout)

    return run


def _like(pieces: list[str], column: str = "text") -> str:
    return " AND ".join(f"{column} LIKE %s" for _ in pieces)


def _patterns(pieces: list[str]) -> list[str]:
    return [f"%{one}%" for one in pieces]


def _count(statement: str, values: list[str]) -> Run:
    def run() -> int:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return len(cursor.fetchall())

    return run
