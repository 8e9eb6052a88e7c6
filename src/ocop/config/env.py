"""The environment variables the site understands: each is declared once, with its kind, default and meaning.

Owns reading and refusing values; `settings.py` decides what they switch on. `docs/reference/settings.md` is
checked against DECLARED by a test, so a variable cannot be added without being explained.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "testserver"}
"""Names that only this machine answers to."""


class BadSetting(ValueError):
    """A variable has a value that cannot be used; the message says which, and what would do."""


@dataclass(frozen=True)
class Declared:
    """One environment variable: `kind` is text, flag, whole, list or folder."""

    name: str
    kind: str
    default: str
    meaning: str


DECLARED: dict[str, Declared] = {
    item.name: item
    for item in (
        Declared("OCOP_SECRET_KEY", "text", "", "Key that signs cookies and forms; made and kept when absent."),
        Declared("OCOP_DEBUG", "flag", "no", "Show error details to whoever asks. Never on a public machine."),
        Declared("OCOP_ALLOWED_HOSTS", "list", "localhost,127.0.0.1", "Host names the site answers to."),
        Declared("OCOP_TRUSTED_ORIGINS", "list", "", "Addresses (https://...) whose forms are accepted."),
        Declared("OCOP_HTTPS", "flag", "no", "The site is reached over HTTPS: secure cookies, HSTS, redirect."),
        Declared("OCOP_DATA_DIR", "folder", "var", "Database, secret key and collected assets are kept here."),
        Declared("OCOP_DATABASE_URL", "text", "", "postgresql://user:password@host:port/name; SQLite when empty."),
        Declared("OCOP_UPLOAD_MEGABYTES", "whole", "30", "Largest paper or photo taken in, all its files together."),
        Declared("OCOP_UPLOAD_PAGES", "whole", "100", "Most pages of one paper."),
        Declared("OCOP_UPLOAD_MEGAPIXELS", "whole", "64", "Largest picture taken in, in millions of pixels."),
        Declared("OCOP_UPLOAD_SECONDS", "whole", "60", "Longest time that opening one upload may take."),
        Declared("OCOP_UPLOAD_MEMORY", "whole", "1500", "Most memory that opening one upload may take, in megabytes."),
        Declared(
            "OCOP_PAPER_WARNING_DAYS", "whole", "60", "So many days before a paper expires its people are warned."
        ),
        Declared("OCOP_DOCS_DIR", "folder", "", "Where README.md and docs/ are read from; the checkout when empty."),
        Declared(
            "OCOP_SIGN_ON_FILE", "text", "", "TOML file of single sign-on providers; no single sign-on when empty."
        ),
        Declared("OCOP_TIME_ZONE", "text", "Asia/Ho_Chi_Minh", "Time zone of every date and hour shown."),
        Declared("OCOP_LOG_LEVEL", "text", "INFO", "DEBUG, INFO, WARNING or ERROR; logs go to standard error."),
        Declared("OCOP_BIND", "text", "127.0.0.1", "Network address the server listens on."),
        Declared("PORT", "whole", "8000", "Port the server listens on; the next free one is taken when busy."),
        Declared("OCOP_JOBS", "text", "here", "Who does background jobs: here, apart, or at-once."),
        Declared("OCOP_WORKERS", "whole", "1", "Number of server processes."),
    )
}

_YES, _NO = {"1", "yes", "true", "on"}, {"0", "no", "false", "off", ""}


class Environment:
    """Reads declared variables from a mapping, the process's own environment unless told otherwise."""

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self._values = os.environ if values is None else values

    def text(self, name: str) -> str:
        """The value as written, or the declared default."""
        return self._values.get(name, "").strip() or DECLARED[name].default

    def flag(self, name: str) -> bool:
        """yes or no; anything else is refused rather than guessed."""
        word = self.text(name).lower()
        if word not in _YES | _NO:
            raise BadSetting(f"{name}={word!r}: write yes or no.")
        return word in _YES

    def one_of(self, name: str, *choices: str) -> str:
        """One of a few words."""
        word = self.text(name).lower()
        if word not in choices:
            raise BadSetting(f"{name}={word!r}: write one of {', '.join(choices)}.")
        return word

    def whole(self, name: str) -> int:
        """A whole number of at least 1."""
        word = self.text(name)
        if not word.isascii() or not word.isdigit() or int(word) < 1:
            raise BadSetting(f"{name}={word!r}: write a whole number, at least 1.")
        return int(word)

    def items(self, name: str) -> list[str]:
        """Words separated by commas."""
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    def database(self, name: str) -> dict[str, str] | None:
        """The parts of a PostgreSQL address as Django names them, or None when empty; a socket folder is `?host=`."""
        word = self.text(name)
        if not word:
            return None
        try:
            parts = urlsplit(word)
            more = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
            port = str(parts.port or more.get("port", ""))
        except ValueError:
            raise BadSetting(f"{name}: cannot be read as an address.") from None
        database = unquote(parts.path.removeprefix("/"))
        if parts.scheme not in ("postgresql", "postgres") or not database or more.keys() - {"host", "port"}:
            raise BadSetting(f"{name}: write postgresql://user:password@host:port/name.")
        return {
            "NAME": database,
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": more.get("host", parts.hostname or ""),
            "PORT": port,
        }

    def folder(self, name: str, base: Path) -> Path:
        """A folder; a relative one is taken from `base`."""
        return (base / self.text(name)).resolve()


def kept_secret(path: Path, fresh_secret: Callable[[], str] = lambda: secrets.token_urlsafe(48)) -> str:
    """The key stored at `path`, made on first use; two processes starting at once end with the same key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    if not path.exists():
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(fresh_secret())
        try:
            os.link(fresh, path)  # fails when another process was first, and never overwrites its key
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text(encoding="ascii").strip()
