"""Sheets of rows from and to files: XLSX and CSV, within limits, a row at a time.

Owns formats, encodings and what a file may cost (`reading`, `workbook`), and writing that no spreadsheet can be tricked
by (`writing`). What the columns mean is the caller's.
"""
