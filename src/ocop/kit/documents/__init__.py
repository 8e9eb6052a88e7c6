"""Foreign files taken apart at arm's length: photos and PDFs become clean PDFs and pictures, or a clear refusal.

Owns telling kinds by content, limits, the child process in which foreign bytes are parsed with bounded time and memory,
and the words of every refusal. Where the results are kept, and what they mean, is the caller's.
"""
