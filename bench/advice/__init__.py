"""Advice: how long the exact shortest way to a star takes, on every printed set.

Owns the report (`run`). There is no contender: the aim is a time, and the answer is proved by tests.
"""
