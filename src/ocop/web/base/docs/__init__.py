"""The documents of the project shown inside the site, and the showcase of components.

Owns finding, rendering and listing; the words are in docs/ and in README.md and its sisters.
"""
