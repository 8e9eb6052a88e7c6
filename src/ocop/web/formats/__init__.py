"""How numbers and dates are written and read, one module per language.

Django's own Vietnamese formats group no thousands and read 05/06/2026 as the sixth of May; these replace them.
"""
