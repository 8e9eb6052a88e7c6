"""Migrations of the survey."""
