"""History that cannot be rewritten unseen: what an event says, how events are chained, how a chain is checked.

Pure arithmetic over text and SHA-256. Storing events is `ocop.domain.history`'s.
"""
