"""Measurements side by side: every folder here is one comparison, and prints one table of ratios.

Owns the running order only. Figures are ratios taken in one run on one machine; nothing here is a test with a clock.
"""
