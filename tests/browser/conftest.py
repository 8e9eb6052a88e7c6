"""A real server and a real Chromium for every test of this folder.

`site` is the address of a server started as `make run` starts it, with its data in a temporary folder. `page_at`
opens a watched page of a given width and language; addresses are written without the language: page.goto("docs/").
What a page must never do is in `cleanliness.py`; what it weighs is in `weight.py`.
"""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.cleanliness import watch

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
FIRST_PORT = 9400
PATIENCE = 15_000  # milliseconds: a busy machine is slow, not wrong

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    """Everything in this folder drives a browser; say so once.

    Such a test that fails is tried once more, and the report names it (R): the browser's own connection can break.
    What fails twice fails; what is named again and again is a race, and to be mended.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            item.add_marker(pytest.mark.flaky(reruns=1))


def start_server(data_dir, port, **more):
    """The site as `make run` serves it. Returns the process and its address, read from what it says."""
    settings = {"OCOP_DATA_DIR": str(data_dir), "PORT": str(port), "OCOP_LOG_LEVEL": "ERROR", "OCOP_JOBS": "here"}
    env = os.environ | settings | more
    env.pop("OCOP_DEBUG", None)
    command = [sys.executable, "-m", "ocop.config.serve"]
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    said = ""
    for line in process.stdout:
        said += line
        if found := re.search(r"Open (http://[^/]+)/en/", line):
            return process, found[1], said
    raise RuntimeError(f"the server did not start; it said:\n{said}")


def stop_server(process):
    """Ctrl-C, and wait; returns the exit code."""
    process.send_signal(signal.SIGINT)
    try:
        process.communicate(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    return process.returncode


@pytest.fixture(scope="session")
def site_data(tmp_path_factory):
    """The data folder of the running site."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="session")
def site(site_data, worker_id):
    """The address of the running site; each test process has its own."""
    number = int(worker_id.removeprefix("gw") or 0) if worker_id != "master" else 0
    process, address, _said = start_server(site_data, FIRST_PORT + 50 * number)
    yield address
    assert stop_server(process) == 0


@pytest.fixture(scope="session")
def chromium():
    """Debian's own browser, driven from here."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page_at(chromium, site):
    """page_at(width, lang="vi", theme="light", javascript=True): a fresh visitor's page, watched from the start."""
    opened = []

    def open_page(width, lang="vi", *, theme="light", javascript=True):
        context = chromium.new_context(
            base_url=f"{site}/" if lang == "vi" else f"{site}/{lang}/",
            viewport={"width": width, "height": 800},
            locale={"vi": "vi-VN", "en": "en-GB"}[lang],
            color_scheme=theme,
            java_script_enabled=javascript,
        )
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return watch(context.new_page(), site)

    yield open_page
    for context in opened:
        context.close()
