"""The rules of the programme as pure Python: law read from `ocop.law`, arithmetic over it, nothing else.

Owns every computation that a result depends on. No Django, no clock, no network; the only file reader is
`ocop.rules.lawbook.loader`. Points are integers, means are `Fraction`; there is no float in this package.
Pages, commands and tables live above, in `ocop.web`, `ocop.cli` and `ocop.domain`.
"""
