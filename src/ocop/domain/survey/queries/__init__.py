"""Reading survey sheets: lists and counts, and the lines of files."""
