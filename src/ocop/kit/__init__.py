"""Small technical pieces without a word of the programme in them: text folding and sorting, translation catalogues,
identifiers, periods in tables.

Knows nothing of the domain; everything else may import it.
"""
