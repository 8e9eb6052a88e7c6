"""Reading imports: what each would do and how far it is, and which records a row means."""
