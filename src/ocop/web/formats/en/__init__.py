"""English formats: see ocop.web.formats."""
