"""`ocop rank FILE`: every dossier of a table ranked, however many there are.

Owns the table of sheets in (`table`, `intake`, `repeats`) and the table of results out (`results`), the run that joins
them (`run`) and the command itself (`command`). The ranking is `ocop.rules.scoring.batch`'s. Arrow and NumPy are loaded
only when a file is ranked.
"""

from ocop.cli.rank.command import rank

__all__ = ["rank"]
