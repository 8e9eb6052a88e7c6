"""The evidence library: papers of a producer, kept once and used again, and photos of its products.

Owns papers (kind, number, issuer, days, what they serve), photos in their sizes, the words read from papers, and which
stored file belongs to whom. A paper never changes its file: a renewed one is a new paper that takes the place of the
old. States of a paper: offered, withdrawn (kept, no longer offered). States of its words: waiting, reading, read, none,
failed. Neighbours below: registry (producers and products), accounts (who may), history (every act leaves an event);
the files lie in `ocop.kit.store`, foreign files are taken apart by `ocop.kit.documents`. Documents that the system
itself writes will be another app's.
"""
