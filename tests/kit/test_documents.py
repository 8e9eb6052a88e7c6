"""Photos and PDFs become clean papers; what means harm gets a clear answer, in bounded time and memory."""

import io
import resource
import time
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from ocop.kit.documents.limits import LIMITS
from ocop.kit.documents.refusals import WORDS
from ocop.kit.documents.workshop import worked
from ocop.rules.refused import Refused
from tests.kit.hostile import CLEANED, HEAVY, REFUSED
from tests.kit.made_files import HEIC, encoded, jpeg, pdf, picture, upload

SOON = replace(LIMITS, seconds=20, memory=800_000_000)


def made(tmp_path, *contents, work="paper", limits=SOON, **more):
    """What comes of some files: the bytes of each file made, by name, and what else is told."""
    folder = tmp_path / "work"
    folder.mkdir()
    uploads = [upload(content, f"tệp {number}") for number, content in enumerate(contents, 1)]
    outcome = worked(work, uploads, folder, limits, **more)
    return {each.path.name: each.path.read_bytes() for each in outcome.made}, outcome


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_refused_in_both_languages(tmp_path, name):
    make, code = REFUSED[name]
    with pytest.raises(Refused) as refusal:
        made(tmp_path, make())
    assert refusal.value.code == code
    assert refusal.value.where == "tệp 1"
    assert refusal.value.vi != refusal.value.en
    assert "{" not in refusal.value.vi + refusal.value.en


@pytest.mark.parametrize("name", CLEANED)
def test_what_acts_by_itself_is_left_out_and_told(tmp_path, name):
    make, left_out = CLEANED[name]
    files, outcome = made(tmp_path, make())
    assert set(outcome.more["left_out"]) == left_out
    paper = files["paper.pdf"]
    with pikepdf.open(io.BytesIO(paper)) as clean:
        assert set(clean.Root.keys()) <= {"/Type", "/Pages"}
        plain = b"".join(each.unparse(resolved=False) for each in clean.objects)
    assert not [word for word in (b"/JS", b"/JavaScript", b"/Launch", b"/EF", b"/Annots", b"/AA") if word in plain]
    assert b"<script>" not in paper and b"PK\x03\x04" not in paper and b"MZ\0" not in paper


@pytest.mark.parametrize("name", HEAVY)
def test_what_asks_for_too_much_neither_hangs_nor_fills_the_memory(tmp_path, name):
    content = HEAVY[name]()
    assert len(content) < 1_500_000
    begun = time.monotonic()
    try:
        made(tmp_path, content)
    except Refused as refusal:
        assert refusal.code in {"file_too_slow", "file_too_heavy", "file_broken"}
    assert time.monotonic() - begun < SOON.seconds + 10
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < SOON.memory


@pytest.mark.parametrize(
    ("limits", "code"),
    [({"memory": 250_000_000}, {"file_too_heavy", "file_broken"}), ({"seconds": 1}, {"file_too_slow"})],
)
def test_the_child_keeps_to_what_it_is_given(tmp_path, limits, code):
    heavy = encoded(Image.effect_noise((5_000, 6_000), 90).convert("RGB"), "PNG", compress_level=1)
    with pytest.raises(Refused) as refusal:
        made(tmp_path, heavy, heavy, limits=replace(LIMITS, size=10**9, **limits))
    assert refusal.value.code in code


@pytest.mark.parametrize(
    ("files", "limits", "code"),
    [
        ([], {}, "file_no_files"),
        ([b"x"] * 3, {"files": 2}, "file_too_many_files"),
        ([b"\xff\xd8\xff" + bytes(600)] * 2, {"size": 1_000}, "file_too_large"),
        ([pdf("a", "b")], {"pages": 1}, "file_too_many_pages"),
        ([pdf("a"), pdf("b")], {"pages": 1}, "file_too_many_pages"),
    ],
)
def test_limits_are_told_with_their_numbers(tmp_path, files, limits, code):
    with pytest.raises(Refused) as refusal:
        made(tmp_path, *files, limits=replace(LIMITS, **limits))
    assert refusal.value.code == code


def test_the_file_that_is_unfit_is_named_among_many(tmp_path):
    with pytest.raises(Refused) as refusal:
        made(tmp_path, jpeg(), b"MZ" + bytes(99), jpeg())
    assert refusal.value.where == "tệp 2"


def test_every_refusal_has_words_in_both_languages():
    assert all(vi and en and vi != en for vi, en in WORDS.values())


def exif(turned):
    data = Image.Exif()
    data[0x0112] = turned
    data[0x010F] = "Máy ảnh mẫu"
    data.get_ifd(0x8825)[2] = (21.0, 2.0, 3.0)
    return data


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_photos_stand_upright_and_tell_nothing_but_what_they_show(tmp_path, format):
    lying = picture(1200, 900)
    files, outcome = made(tmp_path, encoded(lying, format, exif=exif(6)), work="photo")
    for each in outcome.made:
        assert each.width < each.height
        with Image.open(io.BytesIO(files[each.path.name])) as clean:
            assert clean.size == (each.width, each.height)
            assert not clean.getexif() and "exif" not in clean.info and "icc_profile" not in clean.info
            assert clean.format.lower() == each.media_type.removeprefix("image/")


def test_a_photo_comes_in_sizes_for_every_screen_and_never_grows(tmp_path):
    _, outcome = made(tmp_path, jpeg(width=1000, height=800), work="photo")
    sizes = [(each.media_type, each.width) for each in outcome.made]
    assert sizes[0] == ("image/jpeg", 1000)
    assert sizes[1:] == [(f"image/{kind}", width) for width in (320, 640, 1000) for kind in ("webp", "jpeg")]


def test_a_phone_s_heic_is_taken(tmp_path):
    files, _ = made(tmp_path, HEIC)
    assert files["paper.pdf"].startswith(b"%PDF-")


def test_pages_keep_their_order_and_photos_become_a4(tmp_path):
    files, outcome = made(tmp_path, jpeg(), pdf("hai", "ba"), encoded(picture(1200, 900), "PNG"))
    assert outcome.more == {"pages": 4, "left_out": []}
    with pikepdf.open(io.BytesIO(files["paper.pdf"])) as paper:
        boxes = [[round(float(side)) for side in page.mediabox[2:]] for page in paper.pages]
    assert boxes == [[595, 842], [595, 842], [595, 842], [842, 595]]
    with Image.open(io.BytesIO(files["preview.webp"])) as preview:
        assert max(preview.size) == 640


def test_the_same_files_make_the_same_bytes(tmp_path):
    first, _ = made(tmp_path, jpeg(), pdf("a"))
    (tmp_path / "work").rename(tmp_path / "before")
    second, _ = made(tmp_path, jpeg(), pdf("a"))
    assert first == second


def filled_in(made):
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="so", V="12345", Rect=Array([70, 600, 300, 630]), F=4,
        DA="/Helv 12 Tf 0 g",
    )  # fmt: skip
    widget = made.make_indirect(field)
    made.pages[0].obj.Annots = Array([widget])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    made.Root.AcroForm = Dictionary(
        Fields=Array([widget]), DR=Dictionary(Font=Dictionary(Helv=font)), DA="/Helv 12 Tf 0 g", NeedAppearances=True
    )


def test_what_was_filled_into_a_form_stays_to_be_read(tmp_path):
    files, _ = made(tmp_path, pdf("So dang ky", change=filled_in))
    (tmp_path / "work").rename(tmp_path / "before")
    _, outcome = made(tmp_path, files["paper.pdf"], work="words", languages=[])
    assert "12345" in outcome.more["words"]


def signed(made):
    value = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=pikepdf.String(b"0" * 64))
    field = made.make_indirect(Dictionary(FT=Name.Sig, T="ky", V=made.make_indirect(value)))
    made.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)


def test_a_digital_signature_stays_whole_where_nothing_acts(tmp_path):
    content = pdf(change=signed)
    files, outcome = made(tmp_path, content)
    assert files["paper.pdf"] == content
    assert outcome.more["left_out"] == []


def test_a_signature_that_cannot_stay_is_told(tmp_path):
    def both(paper):
        signed(paper)
        paper.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")

    _, outcome = made(tmp_path, pdf(change=both))
    assert outcome.more["left_out"] == ["javascript", "signature"]
