"""How the tables of history came to be."""
