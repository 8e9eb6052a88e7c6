"""What a first visit weighs: every byte that crosses the wire, headers too, as the browser itself counts them."""

from collections import Counter

from playwright.sync_api import Page

LIMIT = 100 * 1024
PATIENCE = 15_000  # milliseconds, for a machine that is busy with other tests


class _Scale:
    """Follows every request of a page until it is done."""

    def __init__(self) -> None:
        self.under_way: dict[str, str] = {}
        self.sizes: Counter[str] = Counter()

    def begin(self, event: dict) -> None:
        self.under_way[event["requestId"]] = event["request"]["url"]

    def finish(self, event: dict) -> None:
        self.sizes[self.under_way.pop(event["requestId"])] += int(event["encodedDataLength"])

    def fail(self, event: dict) -> None:
        self.under_way.pop(event["requestId"], None)


def first_visit_bytes(page: Page, address: str) -> dict[str, int]:
    """Bytes by URL of a visit with an empty cache; the page must be fresh."""
    scale = _Scale()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", scale.begin)
    session.on("Network.loadingFinished", scale.finish)
    session.on("Network.loadingFailed", scale.fail)
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")  # a slow machine asks for the bold letters late
    page.wait_for_load_state("networkidle")
    for _ in range(PATIENCE // 50):
        if not scale.under_way:
            break
        page.wait_for_timeout(50)
    session.detach()
    assert not scale.under_way, f"never finished: {list(scale.under_way.values())}"
    return dict(scale.sizes)


def assert_light(page: Page, address: str) -> None:
    """The first visit stays within the limit; the message lists what weighs most."""
    sizes = first_visit_bytes(page, address)
    heaviest = sorted(sizes.items(), key=lambda pair: -pair[1])
    assert sizes, "nothing was measured"
    assert sum(sizes.values()) <= LIMIT, f"{address}: {sum(sizes.values())} bytes: {heaviest}"
