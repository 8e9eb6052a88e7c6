"""Translation catalogues without GNU gettext: find the messages, update the .po files, compile the .mo files.

The text in the sources is Vietnamese and is its own key; each other language has one .po file. Compiled .mo files
are made from them where the site runs and are never committed. Owns files of LOCALE_PATHS; the words are the
translators'.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

_FUNCTIONS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def _python_source(file: Path) -> bytes:
    """The file as Python; of a template, only its translation calls, stripped so that it can be tokenised."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        text = "\n".join(line.strip() for line in templatize(text, origin=str(file)).splitlines())
    return text.encode()


def _messages_of(file: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    source = io.BytesIO(_python_source(file))
    options = {"encoding": "utf-8"}
    for _line, key, _comments, context in extract("python", source, _FUNCTIONS, (), options):  # type: ignore[arg-type]
        yield key, context


def messages_in(folder: Path) -> Catalog:
    """Every message used by the Python files and templates under `folder`, with the files that use it."""
    found = Catalog(charset="utf-8")
    for file in sorted([*folder.rglob("*.py"), *folder.rglob("*.html")]):
        for key, context in _messages_of(file):
            found.add(key, locations=[(file.relative_to(folder).as_posix(), 0)], context=context)
    return found


class BadTranslation(ValueError):
    """A translation fills in a placeholder its message does not have; the page would fail, so it is refused here."""


def po_files(locale_dir: Path) -> list[Path]:
    """The .po files of a locale folder, sorted."""
    return sorted(locale_dir.glob("*/LC_MESSAGES/*.po"))


def read(po_file: Path) -> Catalog:
    """A .po file as a catalogue; its language is the name of its folder."""
    with po_file.open("rb") as file:
        return read_po(file, locale=po_file.parents[1].name, charset="utf-8", abort_invalid=True)


def update(po_file: Path, found: Catalog) -> None:
    """Bring a .po file up to `found`: new messages are added empty, unused ones leave, translations stay."""
    known = read(po_file)
    known.update(found, no_fuzzy_matching=True, update_creation_date=False, keep_user_comments=True)
    known.obsolete.clear()
    buffer = io.BytesIO()
    write_po(buffer, known, sort_output=True, include_lineno=False, ignore_obsolete=True, width=100)
    po_file.write_bytes(buffer.getvalue())


def _is_translated(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    return all(message.string) if isinstance(message.string, (tuple, list)) else bool(message.string)


def untranslated(po_file: Path, found: Catalog) -> list[str]:
    """Messages of `found` that the .po file leaves without words, in reading order."""
    known = read(po_file)
    wanted = (message for message in found if message.id)
    return [str(one.id) for one in wanted if not _is_translated(known.get(one.id, one.context))]


def compile_stale(locale_dir: Path) -> list[Path]:
    """Write the .mo of every .po that has none or an older one; returns those written."""
    written = []
    for po_file in po_files(locale_dir):
        mo_file = po_file.with_suffix(".mo")
        if mo_file.exists() and mo_file.stat().st_mtime >= po_file.stat().st_mtime:
            continue
        catalogue = read(po_file)
        faults = [f"{message.id}: {error}" for message, errors in catalogue.check() for error in errors]
        if faults:
            raise BadTranslation(f"{po_file}: {'; '.join(faults)}")
        buffer = io.BytesIO()
        write_mo(buffer, catalogue)
        fresh = mo_file.with_suffix(".mo.new")
        fresh.write_bytes(buffer.getvalue())
        fresh.replace(mo_file)
        written.append(mo_file)
    return written
