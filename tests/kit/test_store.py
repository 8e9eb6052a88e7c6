"""Files kept by what they hold: once, whole, found by digest, mended, cleared away only when nobody needs them."""

import io
import os
from hashlib import sha256

import pytest

from ocop.kit.store import NotKept, Store

OLD, NOW = 1_000_000_000.0, 2_000_000_000.0


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


def put(store, content):
    return store.put(io.BytesIO(content))


def place(tmp_path, digest):
    return tmp_path / "store" / digest[:2] / digest


@pytest.mark.parametrize("content", [b"", b"a", bytes(3_000_000)])
def test_a_file_is_kept_whole_under_its_digest_and_once(store, tmp_path, content):
    kept = put(store, content)
    assert put(store, content) == kept
    assert (kept.sha256, kept.size) == (sha256(content).hexdigest(), len(content))
    assert store.open(kept.sha256).read() == content and store.fault(kept.sha256) == ""
    assert list(store.digests()) == [kept.sha256]
    assert list((tmp_path / "store" / "incoming").iterdir()) == []
    assert place(tmp_path, kept.sha256).stat().st_mode & 0o777 == 0o440


class Broken(io.RawIOBase):
    """A sender who stops in the middle."""

    def __init__(self):
        self.parts = [b"half"]

    def read(self, size=-1):
        if not self.parts:
            raise ConnectionResetError
        return self.parts.pop()


def test_what_is_cut_off_leaves_nothing(store, tmp_path):
    with pytest.raises(ConnectionResetError):
        store.put(Broken())
    assert list(store.digests()) == []
    assert list((tmp_path / "store" / "incoming").iterdir()) == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "a" * 63, "a" * 64])
def test_only_digests_are_names(store, name):
    with pytest.raises(NotKept):
        store.open(name)
    assert store.fault(name) == "missing"


def test_a_changed_file_is_told_and_mended_by_the_same_bytes(store, tmp_path):
    kept = put(store, b"as it was")
    path = place(tmp_path, kept.sha256)
    path.chmod(0o640)
    path.write_bytes(b"as it is?")
    assert store.fault(kept.sha256) == "changed"
    put(store, b"as it was")
    assert store.fault(kept.sha256) == ""


def test_a_file_put_again_is_young_again_and_not_cleared_away(store, tmp_path):
    kept = put(store, b"a")
    os.utime(place(tmp_path, kept.sha256), (OLD, OLD))
    assert list(store.digests(before=NOW - 1)) == [kept.sha256]
    put(store, b"a")
    before = OLD + 1
    assert not store.remove_old(kept.sha256, before) and store.fault(kept.sha256) == ""
    os.utime(place(tmp_path, kept.sha256), (OLD, OLD))
    assert store.remove_old(kept.sha256, before) and store.fault(kept.sha256) == "missing"
    assert not store.remove_old(kept.sha256, before)


def test_a_workplace_is_gone_afterwards_whatever_happened(store):
    with pytest.raises(ZeroDivisionError), store.workplace() as folder:
        (folder / "a").write_bytes(b"a")
        raise ZeroDivisionError
    assert not folder.exists()
