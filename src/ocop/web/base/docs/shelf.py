"""Which documents exist: the four papers at the root of the checkout and the Markdown files of docs/, by section.

Every lookup is made in a list read from the disk, never by joining a path from an address, so an address cannot
leave the shelf. Language convention: `x.vi.md` is Vietnamese and stands next to its English sister `x.md`; a plain
`x.md` without a sister is in the language of most of its lines; a first line `<!-- lang: en -->` or `vi` settles it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from ocop.kit.text import has_vietnamese_letters

ROOT_PAPERS = ("README", "ARCHITECTURE", "CONTRIBUTING", "CHANGELOG")
SECTIONS = ("tutorial", "how-to", "reference", "explanation", "adr")
PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".svg": "image/svg+xml"}

_SAID = re.compile(r"\A\s*<!--\s*lang:\s*(vi|en)\s*-->\s*\n?")
_TITLE = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Version:
    """One file in one language."""

    language: str
    file: Path

    @property
    def text(self) -> str:
        """The Markdown, without the line that names the language."""
        return _SAID.sub("", self.file.read_text(encoding="utf-8"))

    @property
    def title(self) -> str:
        """The first heading, or the file's name when there is none."""
        found = _TITLE.search(self.text)
        return re.sub(r"[`*_]", "", found[1]) if found else self.file.name.partition(".")[0]

    @property
    def title_language(self) -> str:
        """An English paper may bear a Vietnamese name."""
        return "vi" if has_vietnamese_letters(self.title) else self.language


@dataclass(frozen=True)
class Document:
    """One document in the languages it has. `slug` is its address, `section` its folder ("" at the root)."""

    slug: str
    section: str
    versions: dict[str, Version] = field(default_factory=dict)

    def version_for(self, language: str) -> Version:
        """The reader's language when there is one, else whichever exists."""
        return self.versions.get(language) or next(iter(self.versions.values()))


def _language_of(file: Path) -> str:
    suffix = Path(file.stem).suffix
    if suffix in {".vi", ".en"}:
        return suffix[1:]
    text = file.read_text(encoding="utf-8")
    said = _SAID.match(text)
    if said:
        return said[1]
    if file.with_suffix(".vi.md").exists():
        return "en"
    lines = [line for line in text.splitlines() if line.strip()]
    return "vi" if 2 * sum(map(has_vietnamese_letters, lines)) > len(lines) else "en"


def _bare_name(file: Path) -> str:
    return re.sub(r"\.(vi|en)$", "", file.stem)


def _inside(root: Path, pattern: str) -> list[Path]:
    """Files under `root` that really lie there, a README first; links that lead out are left on the street."""
    home = root.resolve()
    found = (file for file in root.glob(pattern) if file.is_file() and file.resolve().is_relative_to(home))
    return sorted(found, key=lambda file: (file.stem != "README", file))


def documents(root: Path) -> dict[str, Document]:
    """Every document by its slug: papers of the root first, then the sections in their order."""
    shelf: dict[str, Document] = {}
    for name in ROOT_PAPERS:
        for file in _inside(root, f"{name}*.md"):
            if _bare_name(file) == name:
                _put(shelf, name.lower(), "", file)
    for section in SECTIONS:
        for file in _inside(root, f"docs/{section}/*.md"):
            _put(shelf, f"{section}/{_bare_name(file)}", section, file)
    for file in _inside(root, "docs/*.md"):
        _put(shelf, f"more/{_bare_name(file)}", "more", file)
    return shelf


def _put(shelf: dict[str, Document], slug: str, section: str, file: Path) -> None:
    document = shelf.setdefault(slug, Document(slug, section))
    language = _language_of(file)
    document.versions[language] = Version(language, file)


def pictures(root: Path) -> dict[str, Path]:
    """Pictures of docs/ by their path inside it."""
    found = _inside(root, "docs/**/*")
    return {file.relative_to(root / "docs").as_posix(): file for file in found if file.suffix in PICTURES}
