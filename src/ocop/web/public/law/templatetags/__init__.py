"""Template filters of the law browser; see `law.py`."""
