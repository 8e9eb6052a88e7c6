"""What must be done before the site can answer, and is done only when it is not: tables, places, words, assets.

Called by `serve.py` at every start; leaves starting the server to it.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse
from django.utils.timezone import localdate, now

from ocop.config.env import kept_secret
from ocop.domain.accounts.actions.demonstration import addresses, make_demonstration
from ocop.domain.accounts.models import Person
from ocop.domain.evidence.actions.sweeping import sweep
from ocop.domain.intake.actions.demonstration import home, load_demonstration
from ocop.domain.places.actions import load_units
from ocop.domain.places.queries import loaded_edition, units_on
from ocop.domain.registry.models import Producer
from ocop.domain.survey.actions.demonstration import load_survey
from ocop.kit import catalogues
from ocop.rules.access.roles import ROLES
from ocop.rules.units.reading import edition, gazetteer

WORDS = (
    "lua",
    "ngo",
    "khoai",
    "san",
    "che",
    "gao",
    "mang",
    "nam",
    "sen",
    "bien",
    "song",
    "nui",
    "rung",
    "tre",
    "may",
    "cau",
)
Done = Iterator[tuple[str, str]]
"""What was done, in Vietnamese and in English."""


def prepare() -> Done:
    """Do whatever is still to do, saying each thing once it is done."""
    yield from _migrate()
    yield from _load_places()
    yield from _make_demonstration()
    yield from _sweep_store()
    connection.close()
    yield from _compile_words()
    yield from _collect_assets()


def _migrate() -> Done:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)
        yield "Đã dựng bảng dữ liệu.", "Database tables are up to date."


def _load_places() -> Done:
    if loaded_edition() == edition():
        return
    load_units(book=gazetteer(), edition=edition(), at=now())
    yield "Đã nạp đơn vị hành chính.", "Administrative units loaded."


def _make_demonstration() -> Done:
    """Accounts to try the system with, on a machine of one's own; their password is said at every start."""
    if not settings.DEMONSTRATION:
        return
    file = Path(settings.DATA_DIR) / "demonstration-password"
    if not Person.objects.exists():
        taken = load_demonstration(at=now())
        if taken.producers:
            yield (
                f"Đã nạp dữ liệu minh họa: {taken.producers} chủ thể, {taken.products} sản phẩm đã công bố.",
                f"Demonstration data loaded: {taken.producers} producers, {taken.products} products as published.",
            )
        theirs = home()
        assert theirs is not None
        load_survey(communes=_communes(theirs), at=now())
        make_demonstration(
            password=kept_secret(file, _easy_password), producer=theirs.id, commune=theirs.unit.code, day=localdate(),
            at=now(),
        )  # fmt: skip
    if file.exists() and Person.objects.filter(is_demonstration=True).exists():
        where, password = reverse("sign-in:start"), kept_secret(file)
        names = "".join(f"\n    {address:<28} {ROLES[role].vi}" for role, address in addresses().items())
        yield (
            f"Đăng nhập thử ở {where}, mật khẩu chung: {password}",
            f"To try signing in at /en{where}, one account a role, same password:{names}",
        )


def _sweep_store() -> Done:
    """What uploads left behind that were cut off."""
    swept = sweep(at=now())
    if gone := swept.unfinished + swept.unused:
        yield f"Đã dọn {gone} tệp nộp dở.", f"Cleared away {gone} files of uploads that were cut off."


def _communes(theirs: Producer) -> list[str]:
    """The commune of the account of a commune, and two others of its province."""
    under = units_on(localdate(), "commune").filter(parent__code=theirs.province_code).exclude(unit=theirs.unit)
    return [theirs.unit.code, *under.values_list("unit__code", flat=True)[:2]]


def _easy_password() -> str:
    """Three words and four digits: easy to type, different on every machine."""
    words = [secrets.choice(WORDS) for _ in range(3)]
    return "-".join([*words, f"{secrets.randbelow(10**4):04}"])


def _compile_words() -> Done:
    written = [mo for folder in settings.LOCALE_PATHS for mo in catalogues.compile_stale(Path(folder))]
    if written:
        yield "Đã dịch lời giao diện.", "Translations compiled."


def _collect_assets() -> Done:
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    current = _assets_fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == current:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(current, encoding="ascii")
    yield "Đã gom và nén tệp giao diện.", "Assets collected and compressed."


def _assets_fingerprint() -> str:
    """Changes when an asset is added, removed or edited."""
    seen = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list(None), key=lambda pair: pair[0]):
            state = Path(storage.path(name)).stat()
            seen.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return seen.hexdigest()
