"""Vietnamese formats: see ocop.web.formats."""
