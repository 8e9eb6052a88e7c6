"""Compiles every translation catalogue (django.po) that is newer than the .mo beside it, without GNU gettext.

Used by the set-up and by `make messages`; the compiling itself is `ocop.kit.catalogues`', which the site uses too.
"""

import argparse
from pathlib import Path

from ocop.kit import catalogues

ROOT = Path(__file__).resolve().parent.parent


def locale_folders() -> list[Path]:
    return sorted((ROOT / "src" / "ocop").glob("**/locale"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quiet", action="store_true", help="say nothing when all are compiled already")
    quiet = parser.parse_args().quiet
    written = [mo for folder in locale_folders() for mo in catalogues.compile_stale(folder)]
    for mo in written:
        print(f"• {mo.relative_to(ROOT)}: compiled")
    if not written and not quiet:
        print("• every catalogue is compiled already")


if __name__ == "__main__":
    main()
