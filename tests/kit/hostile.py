"""Files that mean harm, each made here: bombs, programs, code in drawings and documents, files cut short."""

import struct
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from tests.kit.made_files import encoded, jpeg, pdf, picture, zipped


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width, height, rows=b""):
    """A PNG that promises so many pixels, whatever it holds."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def with_root(**keys):
    def change(made):
        for name, value in keys.items():
            made.Root[f"/{name}"] = value(made) if callable(value) else value

    return pdf(change=change)


def script(code="app.alert(1)"):
    return Dictionary(S=Name.JavaScript, JS=code)


def attached(made):
    file = made.make_indirect(Stream(made, b"MZ" + bytes(200)))
    named = Dictionary(Type=Name.Filespec, F="a.exe", EF=Dictionary(F=file))
    return Dictionary(EmbeddedFiles=Dictionary(Names=Array(["a.exe", made.make_indirect(named)])))


def button(made, action):
    """A page with a button that acts."""
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 600, 800]), A=action)
    made.pages[0].obj.Annots = Array([made.make_indirect(note)])


def launching():
    action = Dictionary(S=Name.Launch, F="cmd.exe")
    return pdf(change=lambda made: button(made, action))


def bomb_stream(made):
    """A page whose content unfolds to a gigabyte."""
    fold, million = zlib.compressobj(1), bytes(1_000_000)
    once = b"".join(fold.compress(million) for _ in range(1_000)) + fold.flush()
    stream = Stream(made, zlib.compress(once, 9))
    stream.Filter = Array([Name.FlateDecode, Name.FlateDecode])
    made.pages[0].obj.Contents = made.make_indirect(stream)


def huge_picture(made):
    """A page that draws a picture of a hundred thousand by a hundred thousand points."""
    drawn = Stream(made, zlib.compress(bytes(1000)))
    drawn.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=100_000, Height=100_000, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray, Filter=Name.FlateDecode,
    )  # fmt: skip
    made.pages[0].obj.Resources = Dictionary(XObject=Dictionary(I0=made.make_indirect(drawn)))
    made.pages[0].obj.Contents = Stream(made, b"q 600 0 0 800 0 0 cm /I0 Do Q")


def going_in_circles(made):
    """Forms that draw themselves."""
    form = made.make_indirect(Stream(made, b"/F0 Do /F0 Do /F0 Do"))
    form["/Type"], form["/Subtype"], form["/BBox"] = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    form["/Resources"] = Dictionary(XObject=Dictionary(F0=form))
    made.pages[0].obj.Resources = Dictionary(XObject=Dictionary(F0=form))
    made.pages[0].obj.Contents = Stream(made, b"/F0 Do")


def deep():
    """Arrays within arrays, a hundred thousand deep."""
    body = b"1 0 obj\n" + b"[" * 100_000 + b"]" * 100_000 + b"\nendobj\n"
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"


def dynamic_form(made):
    made.Root.NeedsRendering = True
    made.Root.AcroForm = Dictionary(Fields=Array([]), XFA=made.make_indirect(Stream(made, b"<xdp/>")))


HALF_JPEG = jpeg()[: len(jpeg()) // 2]
REFUSED = {
    "nothing at all": (lambda: b"", "file_empty"),
    "a renamed program": (lambda: b"MZ" + bytes(4000), "file_program"),
    "a script": (lambda: b"#!/bin/sh\nrm -rf ~\n", "file_program"),
    "a Word file with macros": (
        lambda: zipped(**{"[Content_Types].xml": "x", "word/vbaProject.bin": "x"}), "file_office",
    ),
    "an old Word file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file_office"),
    "a zip bomb": (lambda: zipped(**{"0" * 9: bytes(10_000_000)}), "file_archive"),
    "a drawing with a script": (
        lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "file_markup",
    ),
    "a web page": (lambda: b"\xef\xbb\xbf \n<!DOCTYPE html><script>1</script>", "file_markup"),
    "a film": (lambda: b"\x00\x00\x00\x18ftypmp42" + bytes(400), "file_film"),
    "plain words": (lambda: "Giấy chứng nhận".encode(), "file_unknown"),
    "one pixel": (lambda: png(1, 1, b"\0\0\0\0"), "file_too_small"),
    "ten thousand million pixels": (lambda: png(100_000, 100_000, bytes(1000)), "file_too_many_pixels"),
    "a picture without its pixels": (lambda: png(1000, 1000), "file_broken"),
    "half a photo": (lambda: HALF_JPEG, "file_broken"),
    "a photo of noise": (lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40, "file_broken"),
    "a HEIC of noise": (lambda: b"\x00\x00\x00\x18ftypheic" + bytes(range(256)) * 40, "file_broken"),
    "half a PDF": (lambda: pdf("a", "b")[:500], "file_broken"),
    "a PDF without its end": (lambda: pdf("a", "b")[:-40], "file_broken"),
    "a PDF of noise": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, "file_broken"),
    "a PDF with a password": (
        lambda: pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "file_encrypted",
    ),
    "a PDF that is a dynamic form": (lambda: pdf(change=dynamic_form), "file_xfa"),
    "a PDF with a picture too large": (lambda: pdf(change=huge_picture), "file_too_many_pixels"),
    "a PDF nested without end": (deep, "file_broken"),
}  # fmt: skip
CLEANED = {
    "a script at opening": (lambda: with_root(OpenAction=script()), {"javascript"}),
    "a script among the names": (
        lambda: with_root(Names=Dictionary(JavaScript=Dictionary(Names=Array(["a", script()])))), {"javascript"},
    ),
    "a program to be launched": (launching, {"launch"}),
    "a file inside": (lambda: with_root(Names=attached), {"embedded"}),
    "a form that is sent somewhere": (
        lambda: pdf(change=lambda made: button(made, Dictionary(S=Name.SubmitForm, F="http://a.example"))), {"launch"},
    ),
    "a film on a page": (
        lambda: pdf(change=lambda made: button(made, Dictionary(S=Name.Rendition, OP=0))), {"media"},
    ),
    "a photo that is a zip as well": (lambda: jpeg() + zipped(a="b"), set()),
    "a photo with a web page behind it": (
        lambda: encoded(picture(), comment=b"<script>alert(1)</script>") + b"<script>alert(1)</script>", set(),
    ),
    "a PDF with a program behind it": (lambda: pdf() + b"MZ" + bytes(400), set()),
}  # fmt: skip
HEAVY = {
    "a stream that unfolds to a gigabyte": lambda: pdf(change=bomb_stream),
    "forms that draw themselves": lambda: pdf(change=going_in_circles),
    "a picture of sixty million points in a few bytes": lambda: png(7_900, 8_000, bytes(7_900 * 3 + 1) * 8_000),
}
