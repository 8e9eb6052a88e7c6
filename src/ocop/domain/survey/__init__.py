"""The survey: sheets of what a place could bring to the programme, before anybody has registered an idea.

Owns the programme's first database: potential products by the six groups, craft villages, key products and local
specialities, each as somebody found it on a day. The law prescribes no form for it; what a sheet asks follows from what
the forms after it ask: the registration of an idea and the business plan (1048/QĐ-TTg, Biểu 01 to 03) and the commune's
findings (26/2026/QĐ-TTg, Phụ lục III, Mẫu 03).

States: draft, surveyed, promoted (it became a product of the register), withdrawn. Neighbours below: registry, where
a sheet is promoted to by its own actions; history.
"""
