"""Pages open to everybody: trying a score, reading the law. No log-in, nothing kept about the reader."""
