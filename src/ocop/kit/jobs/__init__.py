"""Work that need not be done while somebody waits: asked for inside a transaction, done by the worker soon after.

A job is a function of `<app>/jobs.py`, declared with `asking.job`; whoever wants it done names it: `asking.later`.
Owns asking, the queue and what keeps it honest (taken up again after a kill, tried again, given up, done daily). The
process that works it off, and its clock, is `ocop.config.worker`.
"""
