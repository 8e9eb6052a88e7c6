"""Writing imports: read a file for a dry run, settle its doubts, bring it into the register batch by batch."""
