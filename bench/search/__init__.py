"""Finding products by name among 15,000 and 1,500,000, on both databases."""
