"""The wiring: settings, addresses, checks and the server. Knows every other stratum; no other stratum imports it."""
