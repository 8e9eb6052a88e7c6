"""Tự chấm thử: try your own score, section by section, without logging in."""
