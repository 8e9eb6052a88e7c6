"""The law check: proves that the law data is sound, and says what it looked at.

Owns `run` (a law folder), `examine` (a law already opened) and `checks` (the registry); each family of proofs is a
module beside this one, each proof a plain function from one item of the law to its faults. Printing is `ocop.cli`'s;
that the data agrees with the printed law is for the golden tables in the tests.
"""

from ocop.rules.lawbook.check.report import Fault, Line, Proof, Report
from ocop.rules.lawbook.check.running import checks, examine, run

__all__ = ["Fault", "Line", "Proof", "Report", "checks", "examine", "run"]
