"""Luật OCOP: every criteria set of every generation, and two generations side by side."""
