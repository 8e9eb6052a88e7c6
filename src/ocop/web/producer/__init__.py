"""Pages for the producer's people; whoever works for them in an office opens the same pages with their own rights."""
