"""Why a foreign file cannot be used, as the child process says it to its parent: a code of `refusals` and values."""

from __future__ import annotations


class Unfit(Exception):
    """The file with this index among those handed in cannot be used."""

    def __init__(self, code: str, **values: int) -> None:
        self.code = code
        self.values = values
        self.index: int | None = None
        super().__init__(code)
