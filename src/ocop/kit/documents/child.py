"""The process in which foreign files are opened: bounded in memory and time before the first byte is read.

`python -m ocop.kit.documents.child FOLDER` reads `job.json` in the folder, works on the files beside it, and leaves
`result.json`. Owns the bounds and the choice of work; it is given no settings, no keys and no connection.
"""

from __future__ import annotations

import ctypes
import json
import resource
import signal
import sys
from pathlib import Path
from typing import Any

DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


def bound(memory: int, seconds: int, size: int) -> None:
    """From here on: so much address space, so many seconds of the processor, files so large, and no core dumps."""
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, size),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


def main(folder: Path) -> int:
    """Do the job of a folder. The result says what was made, or which file is unfit and why."""
    job = json.loads((folder / "job.json").read_text("utf-8"))
    limits = job["limits"]
    bound(limits["memory"], job["seconds"], 8 * limits["size"] + 64_000_000)
    try:
        result = _work(folder, job)
    except MemoryError:
        result = {"unfit": "too_heavy", "values": {}, "index": None}
    (folder / "result.json").write_text(json.dumps(result), "utf-8")
    return 0


def _work(folder: Path, job: dict[str, Any]) -> dict[str, Any]:
    from ocop.kit.documents.limits import Limits
    from ocop.kit.documents.unfit import Unfit
    from ocop.kit.documents.works import WORKS

    try:
        return WORKS[job["work"]](folder, job["files"], Limits(**job["limits"]), **job["more"])
    except Unfit as unfit:
        return {"unfit": unfit.code, "values": unfit.values, "index": unfit.index}


if __name__ == "__main__":
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    sys.exit(main(Path(sys.argv[1])))
