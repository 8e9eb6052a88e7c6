"""What a page must never do: speak in the console, ask another host, fail to load a part, overflow the screen, or
hold anything axe objects to, in light and in dark.

`watch(page)` writes down what happens from the first request on; `assert_clean(page)` asks for all of it at once.
"""

from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


@dataclass
class Seen:
    """What one page did so far."""

    site: str
    spoken: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


_seen: WeakKeyDictionary[Page, Seen] = WeakKeyDictionary()


def watch(page: Page, site: str) -> Page:
    """Write down what the page does from now on."""
    seen = _seen[page] = Seen(site)

    def note_request(request):
        if not request.url.startswith((f"{site}/", "blob:", "data:")):
            seen.foreign.append(request.url)

    def note_response(response):
        is_page = response.request.is_navigation_request()
        if response.status >= 400 and not is_page:
            seen.failed.append(f"{response.status} {response.url}")

    def note_failure(request):
        # What was still on its way when the reader left (an icon, a font) is no fault of the page: the browser calls
        # it aborted. A file that is missing, refused or blocked has another name.
        if request.failure != "net::ERR_ABORTED":
            seen.failed.append(f"{request.failure} {request.url}")

    def note_message(message):
        # An error page is an error page; its own status line is no fault of it.
        own_status = message.location.get("url") == page.url and "Failed to load resource" in message.text
        if message.type in {"error", "warning"} and not own_status:
            seen.spoken.append(f"{message.type}: {message.text}")

    page.on("request", note_request)
    page.on("response", note_response)
    page.on("requestfailed", note_failure)
    page.on("console", note_message)
    page.on("pageerror", lambda error: seen.spoken.append(f"uncaught: {error}"))
    return page


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def axe_findings(page: Page) -> list[str]:
    """What axe objects to, one line each with the element."""
    violations = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in violations for node in one["nodes"]]


def assert_clean(page: Page, *, themes: tuple[str, ...] = ("light", "dark")) -> None:
    """Everything at once; the message names the page and what it did."""
    seen = _seen[page]
    faults = {
        "console": seen.spoken,
        "other hosts": seen.foreign,
        "not loaded": seen.failed,
        "wider than the screen by": [overflow(page)] if overflow(page) > 0 else [],
    }
    for theme in themes:
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        faults[f"axe, {theme}"] = axe_findings(page)
    assert not any(faults.values()), f"{page.url}: { {what: found for what, found in faults.items() if found} }"
