"""Writing the evidence library, one noun a file: each act in one transaction with its event of history.

Foreign files are opened and stored before the transaction begins: a file without a record is swept up later, a record
without its file never exists.
"""
