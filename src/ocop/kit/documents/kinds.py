"""What a file is, told by its bytes; its name and what the sender's machine says of it count for nothing.

Owns the first bytes of the kinds taken in, and of those that deserve their own words when refused.
"""

from __future__ import annotations

PDF, JPEG, PNG, WEBP, HEIF = "pdf", "jpeg", "png", "webp", "heif"
PICTURES = (JPEG, PNG, WEBP, HEIF)
TAKEN = (PDF, *PICTURES)
HEAD = 4_096  # bytes that are enough to tell

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1"}
_REFUSED: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("office", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")),
    ("archive", (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"MSCF")),
    ("program", (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!", b"dex\n")),
    ("film", (b"\x1aE\xdf\xa3", b"ID3", b"OggS", b"fLaC", b"\x00\x00\x01\xba", b"\x30\x26\xb2\x75")),
)
_OFFICE_PARTS = (b"[Content_Types].xml", b"word/", b"xl/", b"ppt/", b"mimetypeapplication/vnd")


def kind_of(head: bytes) -> str:
    """The kind by the first `HEAD` bytes: one of TAKEN, or the code of a refusal.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"MZ" + bytes(60)), kind_of(b"<svg xmlns="), kind_of(b"")
    ('pdf', 'program', 'markup', 'empty')
    """
    if not head:
        return "empty"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"RIFF"):
        return WEBP if head[8:12] == b"WEBP" else "film"
    if head[4:8] == b"ftyp":
        return HEIF if head[8:12] in _HEIF_BRANDS else "film"
    if head.startswith(b"PK"):
        return "office" if any(part in head for part in _OFFICE_PARTS) else "archive"
    if start.startswith(b"<"):
        return "markup"
    return next((code for code, starts in _REFUSED if head.startswith(starts)), "unknown")
