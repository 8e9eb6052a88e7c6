"""What the register holds of each year, and what is said when two people change one record.

Owns the kinds of yearly facts (`facts`) and the shape of a conflict (`conflict`). Tables are the domain's.
"""
