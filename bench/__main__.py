"""`python -m bench [NAME...]`: run the named comparisons, or all of them.

Owns finding them: a folder of this package with a `run` module is one.
"""

import sys
from importlib import import_module
from pathlib import Path


def names() -> list[str]:
    return sorted(path.parent.name for path in Path(__file__).parent.glob("*/run.py"))


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in names()]
    if unknown:
        print(f"no such comparison: {', '.join(unknown)}; there are: {', '.join(names())}", file=sys.stderr)
        return 2
    for name in wanted or names():
        import_module(f"bench.{name}.run").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
