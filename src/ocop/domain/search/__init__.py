"""The index behind every search box: what producers and products are found by, kept by the database itself.

Owns one row of folded words for each record, and the port that turns typed words into records: FTS5 with trigrams on
SQLite, `pg_trgm` on PostgreSQL. It knows the tables of the register by name only (in `keeping`), so the register may
stand above it; a row is written by triggers, in the transaction of whoever writes the record, also in bulk.
"""
