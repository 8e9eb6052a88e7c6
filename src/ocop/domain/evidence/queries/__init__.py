"""Reading the evidence library, one noun a file; nothing here writes."""
