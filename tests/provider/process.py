"""Starting the provider of `serve.py`, and walking through its pages as a reader's browser does."""

import html
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import requests

PASSWORD = "mat-khau-ben-kia"
CLIENT, SECRET = "ocop", "bi-mat-cua-ung-dung"


class Running:
    """The provider's process, its issuer, and the one lie it may be told to tell."""

    def __init__(self, folder, port, *callbacks):
        self.folder = Path(folder)
        command = [sys.executable, str(Path(__file__).with_name("serve.py")), str(folder), str(port), *callbacks]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.issuer = self.process.stdout.readline().split()[-1]

    @property
    def site(self):
        return self.issuer.removesuffix("/o")

    def lie(self, what=""):
        (self.folder / "lie").write_text(what)

    def settings(self, **more):
        """As the settings of our site hold it."""
        return {
            "code": "tinh", "name": "Cổng đăng nhập tỉnh", "name_en": "Province sign-on", "issuer": self.issuer,
            "client_id": CLIENT, "client_secret": SECRET, "scope": "openid profile email phone",
            "trust_contacts": False,
        } | more  # fmt: skip

    def stop(self):
        self.process.kill()
        self.process.wait()


def through(address, who):
    """From the provider's first page, signed in as `who`, to the address it sends the reader back to."""
    reader = requests.Session()
    page = reader.get(address, timeout=20)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)[1]
    typed = {"username": who, "password": PASSWORD, "csrfmiddlewaretoken": html.unescape(token)}
    answer = reader.post(page.url, typed, allow_redirects=False, timeout=20)
    while answer.status_code == 302:
        address = urljoin(answer.url, answer.headers["Location"])
        if "/dang-nhap/cong/" in address:
            return address
        answer = reader.get(address, allow_redirects=False, timeout=20)
    raise AssertionError(f"the provider said {answer.status_code}: {answer.text[:500]}")
