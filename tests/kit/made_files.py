"""Files as people send them, and as people should not: made here, so that nothing foreign lies in the project."""

import base64
import io
import zipfile
import zlib
from functools import cache

from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image, ImageDraw, ImageFont

from ocop.kit.documents.workshop import Upload
from tests.house.tree import ROOT


def upload(content, name="giay.jpg"):
    return Upload(name, io.BytesIO(content))


@cache
def font(alphabet):
    """The site's own font: its letters beyond Latin-1 lie in a file of their own."""
    return ImageFont.truetype(ROOT / f"src/ocop/web/static/fonts/be-vietnam-pro-{alphabet}-400.woff2", 44)


def written(draw, x, y, line):
    for letter in line:
        face = font("vietnamese" if ord(letter) > 0xFF else "latin")
        draw.text((x, y), letter, fill="black", font=face)
        x += face.getlength(letter)


def picture(width=900, height=1200, colour="white", text=""):
    made = Image.new("RGB", (width, height), colour)
    draw = ImageDraw.Draw(made)
    draw.rectangle((20, 20, width - 20, height - 20), outline="black", width=4)
    for number, line in enumerate(text.splitlines()):
        written(draw, 60, 80 + 70 * number, line)
    return made


def encoded(made, format="JPEG", **more):
    out = io.BytesIO()
    made.save(out, format, **more)
    return out.getvalue()


def jpeg(**more):
    return encoded(picture(**more))


def page(pdf, text="Giay chung nhan"):
    face = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    content = Stream(pdf, f"BT /F1 24 Tf 72 720 Td ({text}) Tj ET".encode())
    made = pdf.add_blank_page(page_size=(595, 842))
    made.obj.Resources = Dictionary(Font=Dictionary(F1=face))
    made.obj.Contents = content
    return made


def pdf(*texts, change=None, **saving):
    made = Pdf.new()
    for text in texts or ("Giay chung nhan an toan thuc pham",):
        page(made, text)
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out, **saving)
    return out.getvalue()


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


# A white page of 256 x 320 points as a telephone writes it; the library kept here reads such files and writes none.
HEIC = zlib.decompress(
    base64.b85decode(
        "c-"
        "muNV30{GsVvAy%}izhg51nBLl8SRGck>UfiXNcwIq=N0u(b+a*CjAhJwuG5(YG&l$nzcHpIn&fe{FSfUz1v1A!S3D`#frrGa@MQB"
        "fc#l?lqrC`&d3G5HEIOLE~#u4fh$6#(fSnFY!DK)MpB%$boHBs2l6$mRpXpT9qTFfi~lCjfOwI56@s{{IhBzzkBs3_>=$m>d#;k~"
        "&U|jA$|oI5=2Yr@ivjT$jfr#lry-"
        "I{_j%9Fl+<*j*S87Hvp!0NNv*oS##amz+}p6y{}MYXAy~WEK~sGQge62vR0ckXexl5@F`x0Gh@io>`C!3qN3xurx9;vjCZPxhaXD"
        ";4{)-T+bpj^_gbEAKB}6v#(Cy&T(qvq)8XPHLTFo<z0B(cQW6XA8ak{K=T+&LGBU>005oPR6Y"
    )
)
