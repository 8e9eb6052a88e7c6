"""Template filters of the base; see `base.py`."""
