"""A unit's pages: what it is and has, its lists with their export, its map; and finding a unit.

Owns everything under /co-quan/don-vi/. Reading and counting are the register's; who may is asked of the policies.
"""
