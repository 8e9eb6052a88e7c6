"""Scoring: from members' sheets to a star, its reasons, and the shortest way to the next one.

Owns reading sheets (`sheets`), points and gates (`points`, `gates`), the result (`result`), what is missing
(`explain`), the cheapest raises (`advise`), whole provinces at once (`batch`) and other generations (`compare`).
The law itself is `ocop.rules.lawbook`'s.
"""
