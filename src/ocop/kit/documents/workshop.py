"""Foreign files handed to the child process, and what comes back: finished files, or a clear refusal.

Owns copying what was sent under the limit of bytes, starting the child, waiting for it and no longer, and telling
from how it ended what to say.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from ocop.kit.documents.kinds import HEAD, TAKEN, kind_of
from ocop.kit.documents.limits import Limits
from ocop.kit.documents.refusals import refused
from ocop.rules.refused import Refused

AT_ONCE = 1 << 20
SLACK = 5  # seconds for starting a process, beside those it may work


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as somebody sent it: the name they know it by, and its bytes to be read once."""

    name: str
    content: IO[bytes]


@dataclass(frozen=True, slots=True)
class Made:
    """A file the child made, still in its folder."""

    path: Path
    media_type: str
    width: int
    height: int
    pages: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything made of some uploads; `more` is what else the work tells."""

    made: tuple[Made, ...]
    more: dict[str, Any]


def worked(
    work: str, uploads: Sequence[Upload], folder: Path, limits: Limits, *, seconds: int = 0, **more: Any
) -> Outcome:
    """Do `work` on uploads in an empty folder. Raises Refused naming the file that is unfit and what to do.

    `seconds` is how long all of it may take, where that is more than one file may; `more` goes to the work.
    """
    if not uploads:
        raise refused("no_files")
    if len(uploads) > limits.files:
        raise refused("too_many_files", most=limits.files)
    files: list[tuple[str, str]] = []
    left = limits.size
    for number, upload in enumerate(uploads):
        path = folder / f"in-{number}"
        left -= _taken(upload, path, left, limits)
        files.append((path.name, _kind(upload.name, path)))
    job = {"work": work, "files": files, "limits": asdict(limits), "seconds": seconds or limits.seconds, "more": more}
    (folder / "job.json").write_text(json.dumps(job), "utf-8")
    _run(folder, seconds or limits.seconds)
    result = _result(folder)
    if "unfit" in result:
        index = result["index"]
        raise refused(result["unfit"], uploads[index].name if index is not None else "", **result["values"])
    made = tuple(
        Made(folder / one["name"], one["media_type"], one["width"], one["height"], one["pages"])
        for one in result.pop("made", [])
    )
    return Outcome(made, result)


def _taken(upload: Upload, path: Path, left: int, limits: Limits) -> int:
    """Copy an upload; returns its size. Raises Refused when it is empty or larger than what is left."""
    size = 0
    with path.open("xb") as file:
        while part := upload.content.read(AT_ONCE):
            size += len(part)
            if size > left:
                raise refused("too_large", upload.name, most=limits.size // 1_000_000)
            file.write(part)
    if not size:
        raise refused("empty", upload.name)
    return size


def _kind(name: str, path: Path) -> str:
    """The kind of a file by its first bytes; what is no picture and no PDF goes no further."""
    with path.open("rb") as file:
        kind = kind_of(file.read(HEAD))
    if kind not in TAKEN:
        raise refused(kind, name)
    return kind


def _run(folder: Path, seconds: int) -> None:
    """Run the child and wait for it; it and whatever it started are gone afterwards."""
    child = subprocess.Popen(
        [sys.executable, "-m", "ocop.kit.documents.child", str(folder)],
        cwd=folder,
        env={"PATH": os.defpath, "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        code = child.wait(seconds + SLACK)
    except subprocess.TimeoutExpired:
        raise refused("too_slow") from None
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    if code:
        raise _ended(code)


def _ended(code: int) -> Refused:
    """What to say of a child that did not end by itself: out of time, out of memory, or broken by the file."""
    if -code in (signal.SIGXCPU, signal.SIGKILL):
        return refused("too_slow")
    if -code in (signal.SIGABRT, signal.SIGTRAP, signal.SIGILL):
        return refused("too_heavy")
    return refused("broken")


def _result(folder: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / "result.json").read_text("utf-8"))
    except (OSError, ValueError):
        raise refused("broken") from None
    return found


@contextlib.contextmanager
def files_open(paths: Sequence[Path]) -> Iterator[list[Upload]]:
    """Files of this machine as uploads, for commands and tests."""
    with contextlib.ExitStack() as stack:
        yield [Upload(path.name, stack.enter_context(path.open("rb"))) for path in paths]
