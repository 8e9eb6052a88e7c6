"""The import journey of a province: a workbook is sent, its columns chosen, its doubts settled, its rows brought in.

Owns pages under /co-quan/don-vi/<province>/nhap/. What a file says and what would happen is `ocop.domain.intake`'s.
"""
