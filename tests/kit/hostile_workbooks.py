"""Files made to hurt whoever opens them, or that only call themselves workbooks."""

import io
import zipfile

import xlsxwriter

CELL = '<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""
RELATED = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
 Target="{target}"/></Relationships>"""
BOOK = """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"""
SHEET = '<?xml version="1.0"?>{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'


def by_hand(rows, before=""):
    """A workbook whose sheet is written letter by letter."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("_rels/.rels", RELATED.format(kind="officeDocument", target="xl/workbook.xml"))
        made.writestr("xl/workbook.xml", BOOK)
        made.writestr("xl/_rels/workbook.xml.rels", RELATED.format(kind="worksheet", target="worksheets/sheet1.xml"))
        made.writestr("xl/worksheets/sheet1.xml", SHEET.format(before=before, rows=rows))
    return file.getvalue()


def first_row(text="Tên"):
    return f'<row r="1">{CELL.format(at="A1", text=text)}</row>'


def billion_laughs():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return by_hand(first_row("&l11;"), f'<!DOCTYPE w [<!ENTITY l0 "ha">{entities}]>')


def file_reader():
    return by_hand(first_row("&x;"), '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


def coloured_rows(count=200_000):
    """Many rows that hold a border each: what is left when somebody colours a column."""
    return by_hand(first_row() + "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(2, count)))


def empty_rows(count=3_000_000):
    return by_hand(first_row() + "<row/>" * count)


def coloured_columns():
    return by_hand('<row r="1">' + CELL.format(at="A1", text="Tên") + '<c r="XFD1" s="1"></c></row>')


def wide_row():
    letters = [chr(65 + a) + chr(65 + b) + chr(65 + c) for a in range(24) for b in range(26) for c in range(26)]
    return by_hand('<row r="1">' + "".join(CELL.format(at=f"{one}1", text="a") for one in letters[:16_000]) + "</row>")


def repeated_rows():
    """An ODS that says one cell a thousand times a million times."""
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="1000"><text:p>a</text:p></table:table-cell>'  # noqa: E501
    content = (
        '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="S"><table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return open_document(content)


def open_document(content):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        made.writestr("content.xml", content)
        made.writestr("META-INF/manifest.xml", "<manifest/>")
    return file.getvalue()


def zip_bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "")
        made.writestr("xl/worksheets/sheet1.xml", b"0" * 300 * 1024 * 1024)
    return file.getvalue()


def external_links():
    """A cell whose value is kept, and whose formula asks another machine."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("S")
    sheet.write(0, 0, "Tên")
    sheet.write_formula(1, 0, "='http://xau.example/[a.xlsx]S'!A1", None, "giá trị cũ")
    sheet.write_url(2, 0, "http://xau.example/", string="liên kết")
    book.close()
    return file.getvalue()
