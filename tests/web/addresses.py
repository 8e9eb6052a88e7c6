"""Every address that asks who one is: which acts of the table stand behind it, and what it is about.

Whoever adds an address adds a row; `tests/web/accounts/test_matrix.py` walks them all, for each role, in each unit.
What an address can be about is made by `made_in`, once in every unit.
"""

from dataclasses import dataclass

OPEN_SPACES = {"public", "law", "docs", "base"}
OPEN = {"sign-in:start", "sign-in:passkey", "sign-in:sign-on", "sign-in:sign-on-back", "sign-in:code",
        "sign-in:first-password", "sign-in:sign-out"}  # fmt: skip
OWN = {"sign-in:account", "sign-in:password", "sign-in:sessions", "sign-in:authenticator",
       "sign-in:authenticator-remove", "sign-in:passkey-add", "sign-in:passkey-make", "sign-in:link",
       "sign-in:own-data",
       "people:mine", "unit:find", "unit:overview", "office:home", "papers:mine"}  # fmt: skip
OWN_ONE = {"sign-in:passkey-remove", "sign-in:unlink"}  # one thing of one's own, by its number
HOME = {"commune": "02473", "province": "08", "nation": "vn"}
LINES = {
    "vn": ("vn",), "08": ("vn", "08"), "02473": ("vn", "08", "02473"), "00715": ("vn", "08", "00715"),
    "19": ("vn", "19"), "01840": ("vn", "19", "01840"),
}  # fmt: skip


@dataclass(frozen=True)
class Need:
    """What one needs for an address: all of `acts`, where the thing it is `about` lies.

    `reads`: there is nothing to send. `answers`: what who may gets. `about` is a key of `made_in`; where a unit has no
    such thing, the address is not asked for.
    """

    acts: tuple[str, ...]
    about: str
    reads: bool = False
    sends: bool = False
    answers: tuple[int, ...] = (200,)


# The role and the person that an address is about are somebody else's.
PEOPLE = {
    "people:unit": Need(("accounts.see_people",), "unit", reads=True),
    "people:give": Need(("accounts.give_role",), "unit"),
    "people:end": Need(("accounts.end_role",), "role"),
    "people:hand-over": Need(("accounts.end_role", "accounts.give_role"), "role"),
    "people:stand-in": Need(("accounts.give_role",), "role"),
    "people:end-stand-in": Need(("accounts.give_role",), "role"),
    "people:invite": Need(("accounts.give_role",), "person"),
    "people:account": Need(("accounts.close_account",), "person"),
    "producer-people:people": Need(("accounts.see_producer_people",), "producer", reads=True),
    "producer-people:give": Need(("accounts.give_producer_role",), "producer"),
}
_READ, _PHOTOS = ("evidence.read_paper",), ("evidence.change_photos",)
PAPERS = {
    "papers:library": Need(_READ, "producer", reads=True),
    "papers:add": Need(("registry.add_paper",), "producer"),
    "papers:paper": Need(_READ, "producer's paper", reads=True),
    "papers:change": Need(("evidence.change_paper",), "producer's paper"),
    "papers:withdraw": Need(("evidence.withdraw_paper",), "producer's paper"),
    "papers:offer-again": Need(("evidence.withdraw_paper",), "producer's withdrawn paper"),
    "papers:file": Need(_READ, "producer's paper", reads=True),
    "papers:sheet": Need(_READ, "producer's paper, a page beyond its last", reads=True, answers=(404,)),
    "papers:of-product": Need(_READ, "producer's product"),
    "papers:photos": Need(("registry.read",), "producer's product", reads=True),
    "papers:add-photo": Need(_PHOTOS, "producer's product"),
    "papers:order-photos": Need(_PHOTOS, "producer's product", sends=True),
    "papers:change-photo": Need(_PHOTOS, "producer's photo"),
    "papers:withdraw-photo": Need(_PHOTOS, "producer's photo"),
    "papers:photo-size": Need(("registry.read",), "producer's photo in a size", reads=True),
    "papers:expiring": Need(_READ, "unit", reads=True),
}
READ = "registry.read"
RECORDS = {
    "records:producer": Need((READ,), "producer", reads=True),
    "records:add-producer": Need(("registry.add_producer",), "commune"),
    "records:change-producer": Need((READ, "registry.change_producer"), "producer"),
    "records:representative": Need((READ, "registry.change_producer", "registry.see_personal"), "producer"),
    "records:person": Need((READ, "registry.see_personal"), "producer", reads=True),
    "records:person-file": Need((READ, "registry.see_personal"), "producer file", reads=True),
    "records:erase-person": Need(("registry.erase_person",), "producer"),
    "records:place-producer": Need((READ, "registry.place_producer"), "divided producer"),
    "records:fact": Need((READ, "registry.change_producer"), "producer"),
    "records:add-product": Need((READ, "registry.add_product"), "producer"),
    "records:product": Need((READ,), "producer's product", reads=True),
    "records:change-product": Need((READ, "registry.change_product"), "producer's product"),
    "records:classify": Need((READ, "registry.classify_product"), "producer's product"),
    "records:stars": Need((READ, "registry.record_stars"), "producer's product"),
}
SURVEY = {
    "survey:list": Need(("survey.read",), "unit", reads=True),
    "survey:file": Need(("survey.export",), "unit file", reads=True),
    "survey:add": Need(("survey.write_sheet",), "place"),
    "survey:sheet": Need(("survey.read",), "sheet", reads=True),
    "survey:step": Need(("survey.read", "survey.write_sheet"), "sheet step"),
    "survey:withdraw": Need(("survey.read", "survey.write_sheet"), "sheet"),
    "survey:restore": Need(("survey.read", "survey.write_sheet"), "withdrawn sheet"),
    "survey:promote": Need(("survey.read", "survey.promote_sheet", "registry.add_producer"), "sheet"),
}
IMPORT, CLEAR = ("registry.import_workbook",), ("registry.import_workbook", "registry.clear_workbook")
IMPORTS = {
    "imports:list": Need(IMPORT, "province"),
    "imports:template": Need(IMPORT, "province", reads=True),
    "imports:sample": Need(IMPORT, "province", reads=True),
    "imports:columns": Need(IMPORT, "sent file"),
    "imports:one": Need(IMPORT, "import", reads=True),
    "imports:answer": Need(IMPORT, "import", sends=True),
    "imports:row": Need(IMPORT, "import row"),
    "imports:remarks": Need(IMPORT, "import", reads=True),
    "imports:start": Need(IMPORT, "import", sends=True),
    "imports:progress": Need(IMPORT, "import"),
    "imports:result": Need(IMPORT, "import", reads=True),
    "imports:clear": Need(CLEAR, "import"),
}
UNITS = {
    "unit:products": Need((READ,), "unit", reads=True),
    "unit:producers": Need((READ,), "unit", reads=True),
    "unit:map": Need((READ,), "unit", reads=True),
    "unit:products-file": Need(("registry.export",), "unit file", reads=True),
    "unit:producers-file": Need(("registry.export",), "unit file", reads=True),
    "unit:map-file": Need(("registry.export",), "unit file", reads=True),
}
NEEDS = PEOPLE | IMPORTS | PAPERS | RECORDS | SURVEY | UNITS
TYPED = {
    "contact": "a@vidu.example", "full_name": "A", "role": "leader", "last": "2998-01-01", "version": 1, "kind": "e12",
    "title": "A", "alt": "A",
}  # fmt: skip
"""Sent with every form: enough for each to be understood."""


def made_in(code, somebody):
    """What there is in a unit: arguments of addresses by what they are about."""
    from ocop.domain.accounts.models import StandIn
    from tests.domain.accounts.people import DAY, person

    who, row = somebody("leader", "" if code == "vn" else code, name=f"Lãnh đạo {code}")
    StandIn.objects.create(role_held=row, person=person(f"Thay {code}"), valid_from=DAY, valid_until="2999-01-01")
    own = {"unit": [code], "unit file": [code, "csv"], "role": [row.id], "person": [who.id]}
    return own | ({} if code == "vn" else {"place": [code]}) | of_register(code) | of_imports(code) | of_survey(code)


def of_survey(code):
    """In each commune a finished survey sheet and a withdrawn one."""
    if len(code) < 5:
        return {}
    sheet, gone = survey_sheet(code), survey_sheet(code, state="withdrawn", reason="trùng")
    return {"sheet": [sheet.id], "sheet step": [sheet.id, "lam-ra"], "withdrawn sheet": [gone.id]}


def survey_sheet(code, name="Mật ong bạc hà", **more):
    """A sheet as it lies in the table."""
    from datetime import date

    from ocop.domain.places.queries import unit_on
    from ocop.domain.survey.models import SurveySheet
    from ocop.kit.text import search_key, sort_key

    unit = unit_on(code, date(2026, 6, 15)).unit
    told = {
        "state": "surveyed", "kind": "product", "group": "I", "made_by": "Tổ nuôi ong", "maker": "cooperative_group",
        "surveyed_by": "Cán bộ xã", "source": "hỏi tại chỗ",
    } | more  # fmt: skip
    return SurveySheet.objects.create(
        name=name, search_key=search_key(name), sort_key=sort_key(name), province_code=LINES[code][1], unit=unit,
        origin_unit=unit, placed_on=date(2026, 6, 15), origin_on=date(2026, 6, 15), **told,
    )  # fmt: skip


def of_register(code):
    """In each commune a producer with a representative and a product, and one whose commune is not certain."""
    from datetime import date

    from ocop.domain.places.queries import unit_on
    from ocop.domain.registry.models import Producer, Product, Representative

    if len(code) < 5:
        return {}
    unit = unit_on(code, date(2026, 6, 15)).unit
    days = {"placed_on": date(2026, 6, 15), "origin_on": date(2026, 6, 15)}
    common = {"province_code": LINES[code][1], "kind": "cooperative", "unit": unit, "origin_unit": unit, "source": "x"}
    made = Producer.objects.create(name=f"HTX {code}", **common, **days)
    Representative.objects.create(producer=made, name="Nông Văn Hào", phone="0912345678")
    product = Product.objects.create(
        producer=made, province_code=made.province_code, name="Miến", plain_key="mien", source="x"
    )
    divided = Producer.objects.create(name=f"THT {code}", needs_placing=True, **common, **days)
    return {
        "commune": [code], "producer": [made.id], "producer file": [made.id, "json"], "divided producer": [divided.id],
        "producer's product": [product.id],
    } | of_papers(made, product)  # fmt: skip


def of_papers(producer, product):
    """A producer's papers, and a photo of its product."""
    from datetime import UTC, datetime

    from tests.web.producer.shelf import paper_of, photo_of

    paper = paper_of(producer)
    gone = paper_of(producer, "Đã rút", withdrawn_at=datetime(2026, 6, 16, tzinfo=UTC))
    photo = photo_of(product)
    return {
        "producer's paper": [paper.id],
        "producer's withdrawn paper": [gone.id],
        "producer's paper, a page beyond its last": [paper.id, 99],
        "producer's photo": [photo.id],
        "producer's photo in a size": [photo.id, 320, "webp"],
    }


def of_imports(code):
    """In each province a file that was sent and an import of it."""
    from datetime import date

    from ocop.domain.intake.models import Import, ImportRow, SentFile

    if len(code) != 2 or code == "vn":
        return {}
    day = date(2026, 6, 15)
    rows = "Tên sản phẩm,Chủ thể\nGạo,HTX Thử\n".encode()
    common = {"province_code": code, "sha256": "x", "source": "x"}
    file = SentFile.objects.create(name="a.csv", content=rows, sent_on=day, **common)
    columns = {"product": 1, "producer": 2}
    whole = Import.objects.create(file_name="a.csv", columns=columns, first_row=2, read_on=day, file=file, **common)
    ImportRow.objects.create(whole=whole, number=2, cells={"product": "Gạo", "producer": "HTX Thử"}, state="new")
    return {
        "province": [code], "sent file": [code, file.id], "import": [code, whole.id], "import row": [code, whole.id, 2],
    }  # fmt: skip
