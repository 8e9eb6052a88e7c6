"""Names as offices write them, made comparable: whether two spellings may mean one producer, product or commune.

Owns the plain form of a name and the words that say what kind of body it is (`plain`), how alike two names are
(`likeness`), and what a tax code can be (`tax_code`). Pure text and whole numbers; looking up in tables is the
domain's.
"""
