"""OCOP: one open system that carries a product from an idea to an honest star."""
