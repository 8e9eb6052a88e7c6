"""Writing the register, one noun a file: each act in one transaction with its event of history.

Who may act is asked of the policies by the edge; `by` is who acts and `at` when. A record is changed on the version
that was seen, or refused with what differs (`changing`); what makes something takes a `key` and acts once (`once`).
"""
