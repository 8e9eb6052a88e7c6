"""A province's workbook of 15,000 rows and 22 columns into tables: ours, django-import-export, and the bare limit."""
