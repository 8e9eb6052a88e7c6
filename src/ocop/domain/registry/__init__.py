"""The register: producers, their representatives, products, stars known from lists, and facts of each year.

Owns these tables and the one way to write them. A product's stars here are what a published list or a workbook says;
recognitions that this system itself decides will stand in their own app and be read beside them. States: none; every
record has a version, and a change made on an older version is refused with what differs. Neighbours below: places
(where a producer is), history (every act leaves an event).
"""
