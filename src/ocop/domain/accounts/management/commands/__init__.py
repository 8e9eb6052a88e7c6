"""Commands of the app: `load_places`."""
