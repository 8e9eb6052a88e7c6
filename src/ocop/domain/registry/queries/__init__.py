"""Reading the register, one noun a file; nothing here writes."""
