"""May this person do this to a paper or photo now? Who may is the table of `ocop.rules.access`; the reason comes along.

Owns what depends on the record: a withdrawn one is not changed. Where a producer lies is the register's.
"""

from __future__ import annotations

from ocop.domain.accounts import policies as people
from ocop.domain.accounts.queries import Acting
from ocop.domain.evidence.models import Paper, Photo
from ocop.domain.registry.models import Producer, Product
from ocop.domain.registry.policies import seat_of_producer
from ocop.rules.verdict import Verdict


def may_read_papers(by: Acting, producer: Producer) -> Verdict:
    """See the list of papers, open one, search in their words: there are persons' names and numbers in them."""
    return people.may_act("evidence.read_paper", by, seat_of_producer(producer))


def may_add_paper(by: Acting, producer: Producer) -> Verdict:
    """Add a paper to a producer's library."""
    return people.may_act("registry.add_paper", by, seat_of_producer(producer))


def may_change_paper(by: Acting, paper: Paper) -> Verdict:
    """Change what is written about a paper, and what it serves; its file stays."""
    return _offered(paper) and people.may_act("evidence.change_paper", by, seat_of_producer(paper.producer))


def may_withdraw_paper(by: Acting, paper: Paper) -> Verdict:
    """Offer a paper no longer; it is kept."""
    return _offered(paper) and people.may_act("evidence.withdraw_paper", by, seat_of_producer(paper.producer))


def may_offer_again(by: Acting, paper: Paper) -> Verdict:
    """Offer a withdrawn paper again, unless a newer one took its place."""
    if paper.is_offered:
        return Verdict(False, "offered", "Giấy tờ này đang dùng được.", "This paper is on offer already.")
    if paper.replaced_by_id:
        return Verdict(
            False,
            "replaced",
            "Giấy tờ này đã có bản mới thay. Hãy dùng bản mới.",
            "A newer paper took the place of this one. Use the newer one.",
        )
    return people.may_act("evidence.withdraw_paper", by, seat_of_producer(paper.producer))


def may_change_photos(by: Acting, product: Product) -> Verdict:
    """Add photos to a product, put them in order."""
    return people.may_act("evidence.change_photos", by, seat_of_producer(product.producer))


def may_change_photo(by: Acting, photo: Photo) -> Verdict:
    """Change or withdraw one photo."""
    if photo.withdrawn_at is not None:
        return Verdict(False, "withdrawn", "Ảnh này đã rút.", "This photo was withdrawn.")
    return may_change_photos(by, photo.product)


def may_see_photos(by: Acting, product: Product) -> Verdict:
    """See photos of a product inside the system; on public pages everybody does."""
    return people.may_act("registry.read", by, seat_of_producer(product.producer))


def _offered(paper: Paper) -> Verdict:
    if paper.is_offered:
        return Verdict(True)
    return Verdict(
        False,
        "withdrawn",
        "Giấy tờ này đã rút, nên không sửa được. Hãy dùng lại nó trước, hoặc thêm giấy tờ mới.",
        "This paper was withdrawn, so it cannot be changed. Offer it again first, or add a new one.",
    )
