"""Who may do what, where: the roles of the programme, the acts each may do, and the one function that decides.

Pure tables and one decision. Who holds which role on which day is `ocop.domain.accounts`'s.
"""
