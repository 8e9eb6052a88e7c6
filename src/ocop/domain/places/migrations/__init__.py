"""Migrations of the tables of administrative units."""
